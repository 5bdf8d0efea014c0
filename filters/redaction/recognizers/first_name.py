"""First names that are nothing but first names, in any case, with the surname that follows them.

Names that are also everyday words (Rose, Pierre, Claire) only count with a surname behind them;
alone they are left to the archive's dictionary, the words around them and the language model.
"""

import re
from collections.abc import Iterator

from filters.redaction.finder import Finder, Hit
from filters.redaction.identities import folded
from filters.redaction.lexicon import FIRST_NAMES, NAMES_THAT_ARE_WORDS

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


_COUNTED = re.compile(r"(?<!\w)(?:une?|des|deux|trois)[ ]$", re.IGNORECASE)
"""Behind these a name is a thing's: "une Mégane", "un Ricard"."""


def _find(text: str) -> Iterator[Hit]:
    for match in _WORD.finditer(text):
        start, end = match.span(1)
        word = folded(match[1])
        is_telling = word in FIRST_NAMES or _is_compound(word)
        if not is_telling and not (word in NAMES_THAT_ARE_WORDS and match[1][0].isupper()):
            continue
        surname = _SURNAME.match(text, end)
        if surname and folded(surname.group().split()[-1]) not in _NO_SURNAME:
            yield start, surname.end()
        elif is_telling and not _COUNTED.search(text, max(0, start - 6), start):
            yield start, end


def _is_compound(word: str) -> bool:
    first, hyphen, rest = word.partition("-")
    return bool(hyphen) and (
        first in FIRST_NAMES
        or (first in _FIRST_OF_TWO and (rest in FIRST_NAMES or rest in _SECOND_OF_TWO))
    )


_FIRST_OF_TWO = frozenset(["anne", "jean", "marie", "pierre", "rose", "lou"])
_SECOND_OF_TWO_WORDS = "ange claire claude france jean louise marc marie pierre rose"
_SECOND_OF_TWO = frozenset(_SECOND_OF_TWO_WORDS.split())

recognizer = Finder("PERSON", _find)
