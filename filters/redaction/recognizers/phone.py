"""Telephone numbers: France and overseas, Belgium, Switzerland, Luxembourg, North America.

Validity by phonenumbers (Google's numbering plans). A French number in the usual form is taken as
it stands; another one must be valid, or be announced.
"""

import re
from collections.abc import Iterator

import phonenumbers

from filters.redaction.finder import Finder, Hit, digits_of, near

_FRENCH = re.compile(
    r"(?<![\w.,\-])(?<!\d[ /])(?:\(?(?:\+|00)[ .]?(?:33|262|590|594|596|508|687|689)\)?[ .\-]{0,2}"
    r"(?:\(0\)[ .]?|0)?|0|33(?=[67]\d{8}\b)|\(0(?=\d\)))[1-9]\)?(?:(?:[ ]?[.\-/_–][ ]?|[ ]{0,2})\d{2}){4}(?!\d)(?![.,]\d)"
)
_LISTED = re.compile(
    r"(?<![\w.,:\-])(?<!\d )0[1-9](?P<between>[ ]?[,:;|][ ]?)\d{2}(?:(?P=between)\d{2}){3}(?![ ]?[,:;|.][ ]?\d)(?!\d)"
)
"""With commas or colons it is also a list or a time: a mobile, or announced."""
_CANDIDATE = re.compile(
    r"(?<![\w.,/\-])(?:(?:\+|00)[ ]?|\(?)\d(?:[ .\-/()]{0,2}\d){6,14}(?:[ ]?(?:x|ext\.?|poste)[ ]?\d{1,5})?"
    r"(?![\w])(?![.,]\d)(?![ ]?[$€£%])"
)
_ANNOUNCED = re.compile(
    r"\b(?:t[ée]l(?:[ée]phon(?:e|er|ique))?s?|phones?|gsm|natel|rappel\w{0,4}|contact\w{0,3}|texto?s?|sonne\w{0,3}|portables?|mobiles?|fixe|num[ée]ros?|num|numbers?|"
    r"appel(?:le|er|ez)|call(?:s|ed|ing|er)?|text(?:ed|ing)?|messages?|answer(?:s|ing)?|reach(?:ed|able)?|dial|voicemail|hotline|sms|whats?app|joindre|joignable|fax|cell)\b",
    re.IGNORECASE,
)
_REGIONS_WITH_ZERO = ("FR", "BE", "CH", "GB")
_REGIONS = ("LU", "CA", "CH")
_DECIMAL = re.compile(r"0[.,]\d{3}")
_GROUPED_AMERICAN = re.compile(
    r"(?:1[ .\-]?)?\(?\d{3}\)?[ .\-]?\d{3}[ .\-]\d{4}(?:[ ]?(?:x|ext).*)?"
)
_SPELLED_DIGITS = (
    "zéro|zero|un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|"
    "quinze|seize|vingts?|trente|quarante|cinquante|soixante|septante|huitante|octante|nonante|cents?|et"
)
_SPELLED = re.compile(
    rf"\b(?:z[ée]ro[ \-]+(?:un|deux|trois|quatre|cinq|six|sept|huit|neuf)|0[1-9])"
    rf"(?:[ ,\-]+(?:{_SPELLED_DIGITS})\b){{4,24}}",
    re.IGNORECASE,
)


def _find(text: str) -> Iterator[Hit]:
    usual = [match.span() for match in _FRENCH.finditer(text)]
    yield from usual
    ahead = iter((*usual, (len(text), len(text))))
    known = next(ahead)
    for match in _CANDIDATE.finditer(text):
        start, end = match.span()
        while known[1] < end and known[0] < len(text):
            known = next(ahead)
        if not known[0] <= start and _is_number(text, match):
            yield start, end
    for match in _LISTED.finditer(text):
        if match.group()[1] in "67" or near(text, match, _ANNOUNCED):
            yield match.span()
    for match in _SPELLED.finditer(text):
        yield match.span()


def _is_number(text: str, match: re.Match[str]) -> bool:
    written = match.group()
    if _DECIMAL.match(written):
        return False
    if written.startswith(("+", "00")):
        return _is_valid("+" + digits_of(written).removeprefix("00"), None, loosely=True)
    is_announced = near(text, match, _ANNOUNCED)
    regions = _REGIONS_WITH_ZERO if written[0] == "0" else _REGIONS
    if written[0] in "0(" or _GROUPED_AMERICAN.fullmatch(written) or is_announced:
        return any(_is_valid(written, region, loosely=is_announced) for region in regions)
    return False


def _is_valid(written: str, region: str | None, *, loosely: bool) -> bool:
    try:
        number = phonenumbers.parse(written, region)
    except phonenumbers.NumberParseException:
        return False
    check = phonenumbers.is_possible_number if loosely else phonenumbers.is_valid_number
    return bool(check(number))


recognizer = Finder("PHONE", _find, needs=r"\d|z[ée]ro")
