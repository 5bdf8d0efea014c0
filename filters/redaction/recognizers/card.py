"""Payment cards: 12 to 19 digits (ISO/IEC 7812) with a Luhn check digit; 12 for Maestro only."""

import re
from collections.abc import Iterator

from stdnum import luhn

from filters.redaction.finder import Finder, Hit, digits_of, near

_SHAPE = re.compile(r"(?<![\w.,+])[1-9]\d{3}(?:[ .\-]{0,2}\d){9,15}(?!\w)")
_MAESTRO = re.compile(r"(?<![\w.,+])(?:50|5[6-8]|6\d)\d{10}(?!\w)")
_ANNOUNCED = re.compile(
    r"\b(?:cartes?|cb|visa|mastercard|amex|cards?|credit|cr[ée]dit|cvv|cvc)\b", re.IGNORECASE
)


def _find(text: str) -> Iterator[Hit]:
    for match in _SHAPE.finditer(text):
        if luhn.is_valid(digits_of(match.group())) or near(text, match, _ANNOUNCED):
            yield match.span()
    for match in _MAESTRO.finditer(text):
        if luhn.is_valid(match.group()):
            yield match.span()


recognizer = Finder("CARD", _find, needs=r"\d{4}")
