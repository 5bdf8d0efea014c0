"""Payment cards: 12 to 19 digits (ISO/IEC 7812) with a Luhn check digit; 12 for Maestro only.

The security code and the month of expiry that go with one, too.
"""

import re
from collections.abc import Iterator

from stdnum import luhn

from filters.redaction.finder import Finder, Hit, both, digits_of, figures, has, near

_SHAPE = re.compile(r"(?<![\w.,+])[1-9]\d{3}(?:[ .\-]{0,2}\d){9,15}(?!\w)")
_MAESTRO = re.compile(r"(?<![\w.,+])(?:50|5[6-8]|6\d)\d{10}(?!\w)")
_ANNOUNCED = re.compile(
    r"\b(?:cartes?|cb|visa|mastercard|amex|cards?|credit|cr[ée]dit|cvv|cvc)\b", re.IGNORECASE
)
_CODE = re.compile(
    r"(?<!\w)(?:cvv2?|cvc2?|cryptogramme(?: visuel)?|security code|code de s[ée]curit[ée])"
    r"(?:[ ](?:c['’]?est|est|is|c))?[^\w\n]{1,4}(?P<value>\d{3,4})(?!\w)",
    re.IGNORECASE,
)
_EXPIRY = re.compile(
    r"(?<!\w)(?:exp(?:ir\w{1,8}|\.)?|valable jusqu['’]?(?:au|en)|fin de validit[ée]|valid (?:thru|until|through)|date d['’]expiration|good thru)"
    r"(?:[ ](?:le|en|is|c['’]?est|on|date))?[^\w\n]{1,4}(?P<value>(?:0[1-9]|1[0-2])[ ]?[/\-.]?[ ]?(?:20)?\d{2})(?![\w/\-])",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"\b(?:cartes?|cb|visa|mastercard|amex|cards?|cvv2?|cvc2?|cryptogramme)\b|\d{4}$", re.IGNORECASE
)


def _find(text: str) -> Iterator[Hit]:
    for match in _CODE.finditer(text):
        yield match.span("value")
    for match in _EXPIRY.finditer(text):
        before, after = (
            text[max(0, match.start() - 60) : match.start()],
            text[match.end() : match.end() + 30],
        )
        if _BESIDE.search(before.rstrip(" ,;.-")) or _BESIDE.search(after):
            yield match.span("value")
    for match in _SHAPE.finditer(text):
        if luhn.is_valid(digits_of(match.group())) or near(text, match, _ANNOUNCED):
            yield match.span()
    for match in _MAESTRO.finditer(text):
        if luhn.is_valid(match.group()):
            yield match.span()


recognizer = Finder("CARD", _find, needs=both(figures(3), has(r"\d{3}|\d\d[ ]?[/\-.][ ]?\d")))
