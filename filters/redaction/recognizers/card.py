"""Payment cards: 13 to 19 digits of a known issuer (ISO/IEC 7812) with a Luhn check digit."""

import re
from collections.abc import Iterator

from stdnum import luhn

from filters.redaction.finder import Finder, Hit, digits_of, near

_SHAPE = re.compile(r"(?<![\w.,+])[1-9]\d{3}(?:[ .\-]{0,2}\d){9,15}(?!\w)")
_ANNOUNCED = re.compile(
    r"\b(?:cartes?|cb|visa|mastercard|amex|cards?|credit|cr[ée]dit|cvv|cvc)\b", re.IGNORECASE
)


def _find(text: str) -> Iterator[Hit]:
    for match in _SHAPE.finditer(text):
        if luhn.is_valid(digits_of(match.group())) or near(text, match, _ANNOUNCED):
            yield match.span()


recognizer = Finder("CARD", _find, needs=r"\d")
