"""What was done to a video, from the sentence that says so: one table, a line a language.

Facts: formats/google-youtube. Seen in exports: French "A aimé", "N'a pas aimé", "Vous avez voté",
"Vous vous êtes abonné", "A enregistré", and what is watched, searched and visited. The wording of
English "Liked" and "Disliked" and of all other languages is unverified: close variants are taken,
and what is in no line is counted, never guessed.
"""

import re
from collections import defaultdict
from functools import lru_cache
from typing import Literal

Act = Literal["like", "dislike", "vote", "save", "hide", "follow", "passive"]

_OPENINGS: dict[Act, tuple[str, ...]] = {
    "like": (
        "liked", "you liked", "gave a like to", "gave a thumbs up to",
        "a aimé", "vous avez aimé", "vous aimez", "j'aime", "a ajouté la mention j'aime à",
        "te ha gustado", "te gustó", "has marcado que te gusta", "has indicado que te gusta", "le gustó",
        "mag ich:", "positiv bewertet:", "leuk gevonden:", "je vond", "vond leuk",
        "ti è piaciuto", "hai messo mi piace a", "mi piace:",
        "gostou de", "você gostou de", "gostaste de", "marcou como gostei", "marcou com gostei",
    ),
    "dislike": (
        "disliked", "you disliked", "gave a dislike to", "gave a thumbs down to",
        "n'a pas aimé", "vous n'avez pas aimé", "vous n'aimez pas", "je n'aime pas",
        "a ajouté la mention je n'aime pas à",
        "no te ha gustado", "no te gustó", "has marcado que no te gusta", "has indicado que no te gusta",
        "no le gustó", "mag ich nicht:", "negativ bewertet:", "niet leuk gevonden:", "vond niet leuk",
        "non ti è piaciuto", "hai messo non mi piace a", "non mi piace:",
        "não gostou de", "você não gostou de", "não gostaste de", "marcou como não gostei",
        "marcou com não gostei",
    ),
    "vote": (
        "voted on", "voted for", "voted in", "voted", "you voted", "answered poll", "a voté", "vous avez voté",
        "has votado", "votaste", "ha votado", "abgestimmt für", "gestemd op", "hai votato", "votou",
        "você votou",
    ),
    "save": (
        "saved", "you saved", "added to watch later", "added to playlist", "a enregistré", "vous avez enregistré", "has guardado",
        "guardaste", "gespeichert:", "opgeslagen:", "hai salvato", "salvou", "você salvou", "guardou",
    ),
    "hide": (
        "not interested in", "marked as not interested", "said not interested in", "selected not interested in", "pas intéressé par", "a indiqué ne pas être intéressé par",
        "vous n'êtes pas intéressé par", "no te interesa", "kein interesse an", "niet geïnteresseerd in",
        "non ti interessa", "não tem interesse em",
    ),
    "follow": (
        "subscribed to", "unsubscribed from", "vous vous êtes abonné", "vous vous êtes abonnée",
        "s'est abonné", "s'est abonnée", "vous vous êtes désabonné", "vous vous êtes désabonnée", "s'est désabonné", "s'est désabonnée",
        "te has suscrito", "te suscribiste", "has anulado la suscripción", "abonniert:", "geabonneerd op", "ti sei iscritto",
        "ti sei iscritta", "inscreveu-se", "você se inscreveu", "subscreveu",
    ),
    "passive": (
        "watched", "searched for", "searched", "viewed", "visited", "used", "played", "listened to", "opened",
        "shared", "commented on", "answered survey question", "dismissed", "unliked", "removed", "created", "uploaded", "started", "joined",
        "vous avez regardé", "a regardé", "vous avez recherché", "a recherché", "vous avez consulté",
        "a consulté", "vous avez visité", "a visité", "vous avez utilisé", "a utilisé", "vous avez écouté", "a écouté", "vous avez vu", "a vu",
        "vous avez partagé", "a partagé", "vous avez répondu", "a répondu", "vous avez commenté", "a commenté",
        "has visto", "viste", "has buscado", "buscaste", "has visitado", "visitaste", "has usado", "has escuchado", "has consultado", "has compartido", "has respondido",
        "angesehen:", "gesucht nach", "gezocht naar", "bekeken:", "je hebt gekeken naar", "je hebt gezocht naar", "heeft", "bezocht",
        "hai guardato", "hai cercato", "hai visitato", "hai usato", "hai ascoltato", "hai visualizzato", "hai condiviso", "hai risposto",
        "assistiu", "você assistiu", "viu", "pesquisou", "você pesquisou", "visitou", "você visitou", "usou", "ouviu", "visualizou", "respondeu",
    ),
}  # fmt: skip
_ENDINGS: dict[Act, tuple[str, ...]] = {
    "like": ("mag ich", "positiv bewertet", "mit „mag ich“ bewertet", "gefällt mir", "leuk gevonden",
             "vind ik leuk"),
    "dislike": ("mag ich nicht", "negativ bewertet", "mit „mag ich nicht“ bewertet",
                "gefällt mir nicht", "niet leuk gevonden", "vind ik niet leuk"),
    "vote": ("abgestimmt", "gestemd"),
    "save": ("gespeichert", "opgeslagen", "gemerkt"),
    "hide": ("nicht interessiert", "niet interessant"),
    "follow": ("abonniert", "geabonneerd", "deabonniert"),
    "passive": ("angesehen", "gesucht", "besucht", "aufgerufen", "verwendet", "angehört", "geteilt",
                "beantwortet", "kommentiert", "bekeken", "gezocht", "bezocht", "gebruikt",
                "beluisterd", "gedeeld", "beantwoord"),
}  # fmt: skip
"""German and Dutch put the verb last."""

_LONGEST = 60
_AROUND = ' \u00a0:«»"“”'
Opening = tuple[str, Act]
"""The phrase a title begins with, and what it says was done."""


def _by_word(table: dict[Act, tuple[str, ...]], which: int) -> dict[str, list[str]]:
    """The phrases by their first or last word, longest first."""
    found: dict[str, list[str]] = defaultdict(list)
    for phrases in table.values():
        for phrase in phrases:
            found[phrase.split(" ")[which]].append(phrase)
    return {word: sorted(group, key=lambda one: -len(one)) for word, group in found.items()}


_ACT_OF = {phrase: act for act, phrases in _OPENINGS.items() for phrase in phrases}
_ACT_OF_ENDING = {phrase: act for act, phrases in _ENDINGS.items() for phrase in phrases}
_BY_FIRST = {
    word: re.compile(f"(?:{'|'.join(map(re.escape, phrases))})(?![^\\W_])")
    for word, phrases in _by_word(_OPENINGS, 0).items()
}
_BY_LAST = _by_word(_ENDINGS, -1)
_LAST_LETTERS = frozenset(word[-2:] for word in _BY_LAST)
_LAST_BYTES = frozenset(letters.encode("ascii") for letters in _LAST_LETTERS)


def read_title(title: str) -> tuple[Act, str] | None:
    """What was done, and to what; None when no line says, or when two disagree."""
    opening = _opening(_folded(title[:_LONGEST]))
    ending = _ending(title)
    if opening is None and ending is None:
        return None
    if opening is not None and ending is not None and opening[1] != ending[1]:
        return None
    if opening is not None:
        return behind(opening, title)
    assert ending is not None
    return ending[1], title[: -len(ending[0])].strip(' \u00a0:«»"“”„')


def opening_before(words: bytes, last_letters: bytes) -> Opening | None:
    """What the words before a link say was done, in UTF-8; None when that is only sure from the
    whole title, of which the last letters are given."""
    return None if last_letters.lower() in _LAST_BYTES else _opening_of(words)


@lru_cache(1024)
def _opening_of(words: bytes) -> Opening | None:
    return _opening(_folded(" ".join(words.decode("utf-8", "replace").split())[:_LONGEST]))


def behind(opening: Opening, title: str) -> tuple[Act, str]:
    """What was done, and to what, of a title whose opening is known."""
    phrase, act = opening
    return act, title[len(phrase) :].strip(_AROUND)


def _opening(start: str) -> Opening | None:
    phrases = _BY_FIRST.get(start.partition(" ")[0])
    found = phrases.match(start) if phrases is not None else None
    return None if found is None else (found.group(), _ACT_OF[found.group()])


def _ending(title: str) -> tuple[str, Act] | None:
    if title[-2:].casefold() not in _LAST_LETTERS:
        return None
    end = _folded(title[-_LONGEST:])
    candidates = _BY_LAST.get(end.rpartition(" ")[2], ())
    phrase = next((one for one in candidates if end.endswith(f" {one}")), None)
    return None if phrase is None else (phrase, _ACT_OF_ENDING[phrase])


def _folded(words: str) -> str:
    return words.replace("\u00a0", " ").replace("’", "'").casefold()
