"""Names in hashtags: `#LouiseDurand`, `#MerciLouise`, `#TeamYoann2024`.

A tag is taken apart at its capitals; what follows a first name in it goes too, unless it is an
everyday word. Of a tag in small letters what stands behind a word of praise is a name where it is known.
"""

import re
from collections.abc import Iterator

from filters.language import is_everyday
from filters.redaction.finder import Finder, Hit, holds
from filters.redaction.identities import folded
from filters.redaction.lexicon import (
    FIRST_NAMES,
    NAMES_THAT_ARE_WORDS,
    NOT_PEOPLE,
    PUBLIC_NAMES,
    SURNAMES,
)

_TAG = re.compile(r"(?<![\w#&])#([^\W_]\w{2,60})")
_HUMP = re.compile(r"[A-ZÀ-ÖØ-Þ]?[a-zß-öø-ÿ]+|[A-ZÀ-ÖØ-Þ]+(?![a-zß-öø-ÿ])|\d+|_+")
_LEAST = 3
_LOWER = re.compile(r"([a-zß-öø-ÿ]{6,40})\d{0,4}")
_BEFORE_A_NAME = re.compile(
    r"(?:team|merci|thankyou|rip|hommagea?|justice(?:pour)?|soutiena?|soutienpour|bravo|forza|allez|vive|love|free|jesuis|pour|avec|adieu|prayfor|"
    r"bonanniv(?:ersaire)?|joyeuxanniv(?:ersaire)?|happybirthday|hbd|welcome|bienvenue|bon(?:ne)?chance|goodluck|mariage(?:de)?)"
)
_LEAST_LOWER = 4
_JOINS = frozenset(["et", "and", "pour", "a", "de", "du", "est", "is", "for"])


def _find(text: str) -> Iterator[Hit]:
    for tag in _TAG.finditer(text):
        if lower := _LOWER.fullmatch(tag[1]):
            before = _BEFORE_A_NAME.match(lower[1])
            behind = before.end() if before else 0
            if _are_names(folded(lower[1])[behind:]):
                yield tag.start(1) + behind, tag.start(1) + len(lower[1])
            continue
        start: int | None = None
        end = tag.start(1)
        for hump in _HUMP.finditer(text, tag.start(1), tag.end(1)):
            is_name = _is_name(hump.group())
            if start is None:
                start = hump.start() if is_name else None
            elif not (is_name or _goes_on(hump.group())):
                yield start, end
                start = None
            end = hump.end()
        if start is not None:
            yield start, end


def _are_names(plain: str) -> bool:
    """Whether this is a first name, or two run together, or one with a surname or "et"."""
    if len(plain) >= _LEAST_LOWER and (plain in FIRST_NAMES or plain in PUBLIC_NAMES):
        return True
    return any(
        plain[:at] in FIRST_NAMES
        and (rest := plain[at:].removeprefix("et"))
        and (rest in FIRST_NAMES or rest in SURNAMES or plain[at:] in SURNAMES)
        for at in range(_LEAST_LOWER, len(plain) - _LEAST + 1)
    )


def _is_name(hump: str) -> bool:
    plain = folded(hump)
    if len(plain) < _LEAST or not hump[0].isupper() or hump.isupper():
        return False
    is_known = plain in FIRST_NAMES or plain in PUBLIC_NAMES
    return is_known and plain not in NOT_PEOPLE and plain not in NAMES_THAT_ARE_WORDS


def _goes_on(hump: str) -> bool:
    """Whether this may be the surname: a capital, and no word of every day."""
    plain = folded(hump)
    return hump[0].isupper() and plain not in _JOINS and not is_everyday(plain)


recognizer = Finder("PERSON", _find, needs=holds("#"))
