"""What the sieve says in a terminal, in French and English. The site's words live elsewhere."""

from collections.abc import Mapping
from typing import Literal, TextIO, cast

from filters.interaction import Rule
from filters.outcome import Outcome, Progress
from filters.problem import Problem
from filters.reader import BROKEN_OFF, Choices
from filters.tally import Unknown

Language = Literal["fr", "en"]

_AGAIN = {
    "fr": "Téléchargez-la de nouveau depuis la plateforme.",
    "en": "Download it again from the platform.",
}
_AS_IT_IS = {
    "fr": "donnez tel quel le fichier reçu d'une plateforme de « python -m filters platforms ».",
    "en": 'give the file as a platform of "python -m filters platforms" sent it.',
}
PROBLEMS: Mapping[Problem, tuple[str, str]] = {
    Problem.EMPTY: (
        "Il n'y a rien à lire ici : choisissez le fichier reçu de la plateforme.",
        "There is nothing to read here: choose the file you got from the platform.",
    ),
    Problem.NOT_AN_ARCHIVE: (
        "Ce fichier n'est pas une archive : choisissez celui reçu de la plateforme (« .zip »).",
        'This file is not an archive: choose the one the platform sent you, often a ".zip".',
    ),
    Problem.UNKNOWN_PLATFORM: (
        f"Archive non reconnue : {_AS_IT_IS['fr']}",
        f"Archive not recognised: {_AS_IT_IS['en']}",
    ),
    Problem.NESTED_ARCHIVE: (
        "Cette archive en contient une autre : décompressez-la, puis donnez celle qui est dedans.",
        "This archive holds another one: unpack it, then give the one inside.",
    ),
    Problem.UNSUPPORTED_CONTAINER: (
        "Ce format d'archive n'est pas lu : décompressez-la, puis donnez le dossier.",
        "This kind of archive is not read: unpack it, then give the folder.",
    ),
    Problem.INCOMPLETE: (
        f"L'archive est incomplète. {_AGAIN['fr']}",
        f"The archive is incomplete. {_AGAIN['en']}",
    ),
    Problem.PASSWORD_PROTECTED: (
        "L'archive est protégée par un mot de passe : ouvrez-la d'abord, puis donnez son contenu.",
        "The archive has a password: open it first, then give what it holds.",
    ),
    Problem.INCONSISTENT: (
        f"L'archive se contredit, elle n'a pas été ouverte. {_AGAIN['fr']}",
        f"The archive contradicts itself and was not opened. {_AGAIN['en']}",
    ),
    Problem.BOMB: (
        f"L'archive serait démesurée une fois ouverte, elle ne l'a pas été. {_AGAIN['fr']}",
        f"The archive would be far too large once opened, and was not. {_AGAIN['en']}",
    ),
    Problem.TOO_MANY_ENTRIES: (
        "L'archive contient trop de fichiers : demandez-la sans photos ni vidéos.",
        "The archive holds too many files: ask for it without photos and videos.",
    ),
    Problem.UNREADABLE: (
        f"L'archive n'a pas pu être lue. {_AGAIN['fr']}",
        f"The archive could not be read. {_AGAIN['en']}",
    ),
    Problem.HTML_EXPORT: (
        "HTML sans préférence : donnez l'archive entière, ou redemandez toutes vos données (JSON).",
        "HTML without a preference: give the whole archive, or ask for all your data in JSON.",
    ),
    Problem.MINOR: (
        "Cette archive est celle d'une personne de moins de 15 ans : elle n'est pas acceptée.",
        "This archive belongs to a person under 15: it is not accepted.",
    ),
    Problem.TOO_LONG: (
        "La lecture a pris trop de temps : redemandez l'archive sur une période plus courte.",
        "Reading took too long: ask for the archive again for a shorter period.",
    ),
}
RULES: Mapping[Rule, tuple[str, str]] = {
    "R0": ("vos propres mots", "your own words"),
    "R1": ("réponses de l'IA", "the AI's answers"),
    "R2": ("mots publics d'autres personnes", "other people's public words"),
    "R3": ("messages privés d'autres personnes", "other people's private messages"),
    "R4": (
        "vos messages privés, sauf si vous les incluez",
        "your private messages, unless included",
    ),
    "R5": ("réactions reçues", "reactions received"),
    "R6": ("sujets sensibles", "sensitive topics"),
    "R7": ("mots de passe, données d'enfants", "passwords, children's data"),
    "R8": ("profil, contacts, position, historique", "profile, contacts, location, history"),
    "no_preference": ("sans préférence exprimée", "no preference expressed"),
    "quality": (
        "illisible, trop long, trop masqué, en double ou dans une autre langue",
        "unreadable, too long, masked too much, given twice or in another language",
    ),
    "unknown": ("d'un format inconnu, ou abîmé", "of an unknown format, or damaged"),
}
"""Why something was removed."""
REASONS: Mapping[str, tuple[str, str]] = {
    "syntax": ("une faute dans le fichier", "an error in the file"),
    "end": ("fichier coupé avant la fin", "file cut before its end"),
    "damaged": ("fichier abîmé", "file damaged"),
    "shape": ("élément d'une forme inconnue", "item of an unknown shape"),
    "size": ("élément trop grand", "item too large"),
    "manifest": ("pas le nombre d'éléments annoncé", "not as many items as stated"),
}
"""Why something was not understood, beside the names of fields."""
_WORDS: Mapping[str, tuple[str, str]] = {
    "platforms": ("Plateformes", "Platforms"),
    "kept": ("Gardé", "Kept"),
    "by_kind": ("par genre", "by kind"),
    "by_tier": ("par niveau", "by tier"),
    "by_signal": ("par signal", "by signal"),
    "removed": ("Écarté (règle, famille)", "Removed (rule, family)"),
    "redacted": ("Masqué", "Masked"),
    "unread": ("Fichiers non lus", "Files not read"),
    "bytes": ("octets", "bytes"),
    "chats": ("Conversations privées", "Private chats"),
    "included": ("incluses", "included"),
    "left_out": ("écartées", "left out"),
    "author": (
        "Qui êtes-vous ? Relancez avec --me NOM, parmi",
        "Who are you? Run again with --me NAME, one of",
    ),
    "missing": ("Parties absentes", "Missing parts"),
    "html": (
        "Lu dans des pages HTML, moins complètes que le format JSON",
        "Read from HTML pages, which hold less than JSON",
    ),
    "unknown": ("Inconnu (lecteur, famille, champ)", "Unknown (reader, family, field)"),
    "layout": (
        "Contenu par profondeur et type (aucun nom) ; vous pouvez nous l'envoyer",
        "Content by depth and kind (no names); you may send it to us",
    ),
    "nothing": ("aucun", "none"),
    "entry": ("fichier inconnu", "unknown file"),
    "nothing_kept": (
        "Rien à garder. Si vous n'avez demandé qu'une partie des données, redemandez-les toutes.",
        "Nothing to keep. If you asked for only part of your data, ask for all of it.",
    ),
    "broken": (
        "Des fichiers sont coupés ou abîmés. Téléchargez l'archive de nouveau chez la plateforme.",
        "Some files are cut or damaged. Download the archive again from the platform.",
    ),
}


def sentence(problem: Problem, language: Language) -> str:
    """One line that says what is wrong and what to do."""
    french, english = PROBLEMS[problem]
    return french if language == "fr" else english


def not_an_identity(line: int, language: Language) -> str:
    """What is wrong with a line of a dictionary of people; the line itself is not repeated."""
    return (
        f"--identities, ligne {line} : attendu « name: », « handle: », « email: », « phone: » ou "
        "« address: », puis une valeur."
        if language == "fr"
        else f"--identities, line {line}: expected name:, handle:, email:, phone: or address:, "
        "then a value."
    )


def report(outcome: Outcome, language: Language, choices: Choices) -> str:
    """The retention report as plain text; `choices` is what the archive was read with."""
    numbers = outcome.tally.as_report()
    kept = numbers["kept"]
    place, colon = (0, " :") if language == "fr" else (1, ":")

    def word(key: str) -> str:
        return _WORDS[key][place]

    def title(key: str) -> str:
        return f"{word(key)}{colon}"

    lines = [f"{title('platforms')} " + ", ".join(p.reader for p in outcome.platforms)]
    lines += ["", f"{title('kept')} {kept['total']}"]
    for group in ("by_kind", "by_tier", "by_signal"):
        counts = kept[group]
        listed = ", ".join(f"{name} {count}" for name, count in counts.items())
        lines.append(f"  {title(group)} {listed or word('nothing')}")
    lines += _what_to_do(outcome, place)
    lines += ["", f"{title('removed')} {sum(row['count'] for row in numbers['removed'])}"]
    for removed in numbers["removed"]:
        why = RULES[cast("Rule", removed["rule"])][place]
        lines.append(f"  {removed['rule']:<14}{removed['family']:<18}{removed['count']:>9}  {why}")
    lines += ["", f"{title('redacted')} {sum(numbers['redacted'].values())}"]
    lines += [f"  {entity:<32}{count:>9}" for entity, count in numbers["redacted"].items()]
    unread = numbers["unread"]
    lines += ["", f"{title('unread')} {unread['entries']} ({unread['bytes']} {word('bytes')})"]
    if numbers["unknown"]:
        lines += ["", f"{title('unknown')} {sum(row['count'] for row in numbers['unknown'])}"]
        lines += [_not_understood(row, place) for row in numbers["unknown"]]
    if outcome.missing:
        lines += ["", f"{title('missing')} " + ", ".join(part.name for part in outcome.missing)]
    if outcome.poorer:
        lines += ["", f"{title('html')} " + ", ".join(outcome.poorer)]
    if outcome.private_chats:
        # As long as it is not known who the donor is, nothing of a chat is theirs to include.
        included = sum(
            one.own_messages > 0 and choices.includes(one.key) for one in outcome.private_chats
        )
        left_out = len(outcome.private_chats) - included
        said = f"{word('included')} {included}, {word('left_out')} {left_out}"
        lines += ["", f"{title('chats')} {said}"]
    for question in outcome.questions:
        lines += ["", f"{title(question.id)} " + " / ".join(question.options)]
    return "\n".join(lines)


def _not_understood(row: Unknown, place: int) -> str:
    line = f"  {row['reader']:<14}{row['family']:<18}{row['field']:<18}{row['count']:>9}"
    known = _WORDS["entry"] if row["family"] == "entry" else REASONS.get(row["field"])
    return line if known is None else f"{line}  {known[place]}"


def _what_to_do(outcome: Outcome, place: int) -> list[str]:
    """Where the archive is to be fetched again: files that break off, or nothing worth keeping."""
    if any(reason in BROKEN_OFF for _, _, reason in outcome.tally.unknown):
        return ["", _WORDS["broken"][place]]
    waits = outcome.questions or outcome.private_chats
    return [] if outcome.tally.kept_total or waits else ["", _WORDS["nothing_kept"][place]]


def layout(counts: Mapping[str, int], language: Language) -> str:
    """The neutral layout of an archive nobody knows, as plain text."""
    title = f"{_WORDS['layout'][0]} :" if language == "fr" else f"{_WORDS['layout'][1]}:"
    return "\n".join([title, *(f"  {kind:<12}{n:>9}" for kind, n in sorted(counts.items()))])


class ProgressLine:
    """One line on a terminal, written over; nothing at all when it is no terminal."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._is_shown = stream.isatty()

    def __call__(self, progress: Progress) -> None:
        """Show how far the sieve is."""
        if self._is_shown:
            done = 100 * progress.read_bytes // max(progress.total_bytes, 1)
            self._stream.write(f"\r{min(done, 100):3d} %  {progress.found}\x1b[K")
            self._stream.flush()

    def clear(self) -> None:
        """Leave the line empty."""
        if self._is_shown:
            self._stream.write("\r\x1b[K")
            self._stream.flush()
