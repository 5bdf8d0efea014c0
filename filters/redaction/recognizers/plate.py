"""French number plates: since 2009 (AB-123-CD) and before (1234 AB 75); Belgian and British ones.

The old French form is also a quantity with a unit, so it must be announced. Belgium: 1-ABC-123 (2010). Source: Code de la route,
arrêté of 9 February 2009.
"""

import re
from collections.abc import Iterator

from filters.redaction.finder import Finder, Hit, figures, near

_LETTERS = "[A-HJ-NP-TV-Z]"
_NEW = re.compile(rf"(?<![\w\-]){_LETTERS}{{2}}([ \-]?)\d{{3}}\1{_LETTERS}{{2}}(?![\w\-])")
_NEW_LOWER = re.compile(
    rf"(?<![\w\-]){_LETTERS}{{2}}([ \-]?)\d{{3}}\1{_LETTERS}{{2}}(?![\w\-])", re.IGNORECASE
)
_OLD = re.compile(
    r"(?<![\w.,\-])\d{1,4}[ \-]?[A-HJ-NP-TV-Z]{2,3}[ \-]?(?:0[1-9]|[1-8]\d|9[0-5]|2[AB]|"
    r"97[1-6])(?![\w\-])",
    re.IGNORECASE,
)
_BELGIAN = re.compile(r"(?<![\w\-])[1-9][ \-][A-Z]{3}[ \-]\d{3}(?![\w\-])", re.IGNORECASE)
_BRITISH = re.compile(
    r"(?<![\w\-])[A-HJ-PR-Y][A-Z]\d{2}[ ]?[A-HJ-PR-Z]{3}(?![\w\-])", re.IGNORECASE
)
_BRITISH_ANNOUNCED = re.compile(
    r"\b(?:licen[cs]e plate|number plate|plate|registration|reg)\b", re.IGNORECASE
)
_ANNOUNCED = re.compile(
    r"plaques?\b|immat|\bvoitures?\b|\bv[ée]hicules?\b|\bmoto\b|\bscooter\b|\bcamions?\b|\bcaisse\b|\bbagnole\b|"
    r"\bcarte grise|\b(?:clio|m[ée]gane|twingo|kangoo|208|308|golf|polo|audi|bmw|peugeot|renault|citro[ëe]n)\b|"
    r"licen[cs]e plate|number plate|\bplate\b|\bcar\b",
    re.IGNORECASE,
)


def _find(text: str) -> Iterator[Hit]:
    for match in _NEW.finditer(text):
        yield match.span()
    for pattern in (_NEW_LOWER, _OLD):
        for match in pattern.finditer(text):
            if "-" in match.group() or near(text, match, _ANNOUNCED):
                yield match.span()
    for match in _BELGIAN.finditer(text):
        if "-" in match.group() or near(text, match, _ANNOUNCED):
            yield match.span()
    for match in _BRITISH.finditer(text):
        if near(text, match, _BRITISH_ANNOUNCED):
            yield match.span()


recognizer = Finder("PLATE", _find, needs=figures(2))
