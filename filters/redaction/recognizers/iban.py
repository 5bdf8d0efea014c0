"""Bank accounts: IBAN (ISO 13616, modulo 97), the French RIB, British and American numbers when announced.

So is the bank's own code (BIC), which says where the account is kept."""

import re
from collections.abc import Iterator

from stdnum import bic

from filters.redaction.finder import Finder, Hit, both, either, figures, has, near, says

_START = re.compile(
    r"(?:(?<![A-Za-z0-9])|(?<=iban)|(?<=\brib))[A-Z]{2}\d{2}(?=[ \-.\n]{0,2}[A-Z0-9])",
    re.IGNORECASE,
)
_NEXT = re.compile(r"[ \-.\n]{0,2}([A-Z0-9])", re.IGNORECASE)
_RIB = re.compile(r"(?<!\w)\d{5}[ \-]?\d{5}[ \-]?[A-Z0-9]{11}[ \-]?\d{2}(?!\w)", re.IGNORECASE)
_ANNOUNCED = re.compile(
    r"\b(?:rib|iban|compte|bancaire|virement|account|bank|transfer|bic)\b", re.IGNORECASE
)
_GAP = r"[^\w]{0,4}(?:n[°o][ ]?|num[ée]ro[ ]?)?[^\w]{0,4}"
_LABELLED = re.compile(
    rf"(?<!\w)(?:code[ ])?banque{_GAP}\d{{5}}\W{{1,6}}(?:code[ ])?guichet{_GAP}\d{{5}}\W{{1,6}}(?:n°[ ]?(?:de[ ]?)?|num[ée]ro (?:de )?)?"
    rf"compte{_GAP}[0-9A-Z]{{11}}(?!\w)(?:\W{{1,6}}cl[ée](?:[ ]rib)?{_GAP}\d{{2}}(?!\w))?",
    re.IGNORECASE,
)
"""A RIB by the labels of its four parts."""
_BIC = re.compile(
    r"(?<!\w)(?i:bic|swift)(?:[ ]?/[ ]?(?i:swift|bic))?(?i: code)?[^\w\n]{0,5}(?P<value>[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?)(?!\w)"
)
_BRITISH_OR_AMERICAN = re.compile(
    r"(?<!\w)(?:(?:routing|aba)(?: number| no\.?| #)?|account (?:number|no\.?|#)|acct\.?(?: number| no\.?| #)?|sort code)"
    r"(?: is|:)*[^\w\n]{1,4}(?P<value>\d{2}-\d{2}-\d{2}|\d{6,17})(?!\w)",
    re.IGNORECASE,
)
_LENGTHS = {
    "AD": 24, "AT": 20, "BE": 16, "BG": 22, "CH": 21, "CY": 28, "CZ": 24, "DE": 22, "DK": 18,
    "EE": 20, "ES": 24, "FI": 18, "FR": 27, "GB": 22, "GI": 23, "GR": 27, "HR": 21, "HU": 28,
    "IE": 22, "IS": 26, "IT": 27, "LI": 21, "LT": 20, "LU": 20, "LV": 21, "MA": 28, "MC": 27,
    "MT": 31, "MU": 30, "NL": 18, "NO": 15, "PL": 28, "PT": 25, "RO": 24, "RS": 22, "SE": 24,
    "SI": 19, "SK": 24, "SM": 27, "TN": 24, "TR": 26,
}  # fmt: skip
_SHORTEST, _LONGEST = 15, 34


def _find(text: str) -> Iterator[Hit]:
    yield from _international(text)
    yield from _announced(text)


def _international(text: str) -> Iterator[Hit]:
    for start in _START.finditer(text):
        country = start.group()[:2].upper()
        lengths = [_LENGTHS[country]] if country in _LENGTHS else range(_LONGEST, _SHORTEST - 1, -1)
        characters, ends = _characters(text, start.end())
        account = start.group().upper() + characters
        for length in lengths:
            if length > len(account) or _continues(text, end := ends[length - 5]):
                continue
            is_likely = country in _LENGTHS or sum(map(str.isdigit, account[:length])) > length // 2
            if is_likely and _remainder(account[:length]) == 1:
                yield start.start(), end
                break
            if "\n" in text[start.start() : end]:
                continue
            if country in _LENGTHS and sum(c.isdigit() for c in account[:length]) > length // 2:
                # Mistyped: still somebody's account, in all but one digit.
                yield start.start(), end
                break


def _announced(text: str) -> Iterator[Hit]:
    for pattern in (_LABELLED, _BRITISH_OR_AMERICAN):
        for match in pattern.finditer(text):
            yield match.span("value" if "value" in pattern.groupindex else 0)
    for match in _BIC.finditer(text):
        if bic.is_valid(match["value"]):
            yield match.span("value")
    for match in _RIB.finditer(text):
        if near(text, match, _ANNOUNCED):
            yield match.span()


def _characters(text: str, position: int) -> tuple[str, list[int]]:
    """The letters and digits that follow, and where each ends."""
    found: list[str] = []
    ends: list[int] = []
    while len(found) < _LONGEST - 4 and (match := _NEXT.match(text, position)):
        position = match.end()
        found.append(match[1].upper())
        ends.append(position)
    return "".join(found), ends


def _continues(text: str, end: int) -> bool:
    return end < len(text) and text[end].isalnum() and text[end : end + 3].lower() != "bic"


def _remainder(account: str) -> int:
    turned = account[4:] + account[:4]
    return int("".join(str(int(c, 36)) for c in turned)) % 97


recognizer = Finder(
    "IBAN",
    _find,
    needs=either(says("bic", "swift", "sort"), both(figures(2), has(r"(?i:[A-Z]{2}\d\d)|\d{5}"))),
)
