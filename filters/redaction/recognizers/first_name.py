"""First names that are nothing but first names, in any case, with the surname that follows them.

Names that are also everyday words (Rose, Pierre, Claire) only count with a surname behind them;
alone they are left to the archive's dictionary, the words around them and the language model.
"""

import re
from collections.abc import Iterator

from filters.language import is_everyday
from filters.redaction.finder import Finder, Hit, words_of
from filters.redaction.identities import folded
from filters.redaction.lexicon import BRANDS_AND_PLACES, FIRST_NAMES, NAMES_THAT_ARE_WORDS

_WORD = re.compile(
    r"(?<![\w'’\-])(?:[dlDLjJqQ]['’])?([^\W\d_]{3,24}(?:-[^\W\d_]{2,24}){0,2})(?![\w\-])"
)
_SURNAME = re.compile(
    r"(?:[ ](?:(?:de|du|d['’]|le|la|van|von|el|ben|da|"
    r"dos)[ ]?){0,2}[A-ZÀ-ÖØ-Þ][^\W\d_]{1,24}(?:['’\-][^\W\d_]{2,24})*|"
    r"[ ][A-Z]\.(?=\s|$)){1,2}"
)
_NO_SURNAME_WORDS = (
    "je tu il elle on nous vous ils elles et mais ou donc or ni car a est sont the and is was "
    "i he she they we you it in bonjour salut merci oui non"
)
_NO_SURNAME = frozenset(_NO_SURNAME_WORDS.split())


_IN_A_PLACE = re.compile(
    r"(?<!\w)(?:san|santa|são|sao|saint|sainte|st\.?|ste|port|fort|mont|sierra|cap|lac|[îi]le|coupe|stade|ch[âa]teau|coll[èe]ge|lyc[ée]e|"
    r"h[ôo]pital|mus[ée]e|fondation|prix|troph[ée]e|palais|pont|parc|pink)[ ]$",
    re.IGNORECASE,
)
"""Behind these a name is that of a place, a prize, a school."""
_TO_A_PLACE = re.compile(r"(?<!\w)(?:à|a|de|en|vers|la|du|depuis)[ ]$", re.IGNORECASE)
_CAROLINA = re.compile(r"[ ]du[ ](?:nord|sud)\b", re.IGNORECASE)
_CHARS_BEFORE = 14
_WEDS = re.compile(
    r"(?<!\w)(?:[smt]e|nous|vous|[mst]['’]|suis|es|est|sommes|êtes|etes|sont|[ée]tai[st]|[ée]taient|[ée]t[ée]|pas|non|homme|femme|"
    r"bien|mal|jeunes?|nouveaux?|[êe]tre|deux fois)[ ]?$",
    re.IGNORECASE,
)
"""Behind these, "marie" is a verb."""
_DRAWN = re.compile(r"([^\W\d_])\1{2,}")
_COUNTED = re.compile(r"(?<!\w)(?:une?|des|deux|trois)[ ]$", re.IGNORECASE)
"""Behind these a name is a thing's: "une Mégane", "un Ricard"."""


def _find(text: str) -> Iterator[Hit]:
    for match in _WORD.finditer(text):
        start, end = match.span(1)
        word = _undrawn(folded(match[1]))
        is_telling = word in FIRST_NAMES or _is_compound(word)
        if not is_telling and not (word in NAMES_THAT_ARE_WORDS and match[1][0].isupper()):
            continue
        before = text[max(0, start - _CHARS_BEFORE) : start]
        if _IN_A_PLACE.search(before) or _is_a_verb(match[1], before):
            continue
        if _CAROLINA.match(text, end):
            continue
        surname_end = _surname_end(text, end)
        if surname_end > end:
            yield start, surname_end
        elif is_telling and not _is_a_thing(word, before):
            yield start, end


def _undrawn(word: str) -> str:
    """The name that a drawn-out word is: "kevinnnn", "juliiie"; else the word."""
    if not _DRAWN.search(word):
        return word
    for written in (_DRAWN.sub(r"\1", word), _DRAWN.sub(r"\1\1", word)):
        if written in FIRST_NAMES:
            return written
    return word


def _surname_end(text: str, end: int) -> int:
    """Where the surname behind a first name ends; an everyday word in capitals is none."""
    surname = _SURNAME.match(text, end)
    if surname is None or folded(surname.group().split()[-1]) in _NO_SURNAME:
        return end
    for word in re.finditer(r"\S+", surname.group()):
        if word.group().isupper() and is_everyday(word.group().casefold()):
            return end + len(surname.group()[: word.start()].rstrip())
    return surname.end()


def _is_a_thing(word: str, before: str) -> bool:
    """Whether the name is a thing's or, being a place's too, the place's."""
    return bool(
        _COUNTED.search(before) or (word in BRANDS_AND_PLACES and _TO_A_PLACE.search(before))
    )


def _is_a_verb(written: str, before: str) -> bool:
    """Whether it is the verb: "il se marie", "marié"."""
    lower = written.lower()
    return lower == "marié" or (written == "marie" and bool(_WEDS.search(before)))


def _is_compound(word: str) -> bool:
    first, hyphen, rest = word.partition("-")
    return bool(hyphen) and (
        first in FIRST_NAMES
        or (first in _FIRST_OF_TWO and (rest in FIRST_NAMES or rest in _SECOND_OF_TWO))
    )


_FIRST_OF_TWO = frozenset(["anne", "jean", "marie", "pierre", "rose", "lou"])
_SECOND_OF_TWO_WORDS = "ange claire claude france jean louise marc marie pierre rose"
_SECOND_OF_TWO = frozenset(_SECOND_OF_TWO_WORDS.split())

_FIRST_PARTS = frozenset(name.partition("-")[0] for name in FIRST_NAMES)
_NAMES = _FIRST_PARTS | NAMES_THAT_ARE_WORDS | _FIRST_OF_TWO


def _may_name(text: str) -> bool:
    return not _NAMES.isdisjoint(words_of(text)) or _DRAWN.search(text) is not None


recognizer = Finder("PERSON", _find, needs=_may_name)
