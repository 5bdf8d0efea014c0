"""What the sieve says in a terminal, in French and English. The site's words live elsewhere."""

from collections.abc import Mapping
from typing import Literal, TextIO

from filters.outcome import Outcome, Progress
from filters.problem import Problem

Language = Literal["fr", "en"]

_AGAIN = {
    "fr": "Téléchargez-la de nouveau depuis la plateforme.",
    "en": "Download it again from the platform.",
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
        "Archive non reconnue : voyez les plateformes lues avec « python -m filters platforms ».",
        'Archive not recognised: see what is read with "python -m filters platforms".',
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
        f"L'archive gonfle anormalement, elle n'a pas été ouverte. {_AGAIN['fr']}",
        f"The archive inflates abnormally and was not opened. {_AGAIN['en']}",
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
        "L'archive est au format HTML : redemandez-la à la plateforme au format JSON.",
        "The archive is in HTML: ask the platform for it again in JSON.",
    ),
    Problem.MINOR: (
        "Cette archive est celle d'une personne de moins de 15 ans : elle n'est pas acceptée.",
        "This archive belongs to a person under 15: it is not accepted.",
    ),
    Problem.TOO_LONG: (
        "La lecture a pris trop de temps : donnez l'archive en plusieurs parties.",
        "Reading took too long: give the archive in several parts.",
    ),
}
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
    "chats": ("Conversations privées (écartées par défaut)", "Private chats (left out by default)"),
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


def report(outcome: Outcome, language: Language) -> str:
    """The retention report as plain text."""
    numbers = outcome.tally.as_report()
    kept = numbers["kept"]

    def word(key: str) -> str:
        return _WORDS[key][0 if language == "fr" else 1]

    lines = [f"{word('platforms')}: " + ", ".join(p.reader for p in outcome.platforms)]
    lines += ["", f"{word('kept')}: {kept['total']}"]
    for group in ("by_kind", "by_tier", "by_signal"):
        counts = kept[group]
        listed = ", ".join(f"{name} {count}" for name, count in counts.items())
        lines.append(f"  {word(group)}: {listed or word('nothing')}")
    lines += ["", f"{word('removed')}: {sum(row['count'] for row in numbers['removed'])}"]
    lines += [f"  {r['rule']:<14}{r['family']:<18}{r['count']:>9}" for r in numbers["removed"]]
    lines += ["", f"{word('redacted')}: {sum(numbers['redacted'].values())}"]
    lines += [f"  {entity:<32}{count:>9}" for entity, count in numbers["redacted"].items()]
    unread = numbers["unread"]
    lines += ["", f"{word('unread')}: {unread['entries']} ({unread['bytes']} {word('bytes')})"]
    if numbers["unknown"]:
        lines += ["", f"{word('unknown')}: {sum(row['count'] for row in numbers['unknown'])}"]
        lines += [
            f"  {r['reader']:<14}{r['family']:<18}{r['field']:<18}{r['count']:>9}"
            for r in numbers["unknown"]
        ]
    if outcome.missing:
        lines += ["", f"{word('missing')}: " + ", ".join(part.name for part in outcome.missing)]
    if outcome.poorer:
        lines += ["", f"{word('html')}: " + ", ".join(outcome.poorer)]
    if outcome.private_chats:
        lines += ["", f"{word('chats')}: {len(outcome.private_chats)}"]
    for question in outcome.questions:
        lines += ["", f"{word(question.id)}: " + " / ".join(question.options)]
    return "\n".join(lines)


def layout(counts: Mapping[str, int], language: Language) -> str:
    """The neutral layout of an archive nobody knows, as plain text."""
    title = _WORDS["layout"][0 if language == "fr" else 1]
    return "\n".join([f"{title}:", *(f"  {kind:<12}{n:>9}" for kind, n in sorted(counts.items()))])


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
