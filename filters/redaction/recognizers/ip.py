"""IP addresses, version 4 and 6. Loopback and unspecified ones are nobody's and stay."""

import ipaddress
import re
from collections.abc import Iterator

from filters.redaction.finder import Finder, Hit, has

_FOUR = re.compile(r"(?<![\w.])(?P<address>\d{1,3}(?:\.\d{1,3}){3})(?:/\d{1,2}|:\d{1,5})?(?!\.?\w)")
_SIX = re.compile(
    r"(?<![\w:.])(?=[0-9a-f:]{0,4}:)(?:[0-9a-f]{0,4}:){2,7}(?:\d{1,3}(?:\.\d{1,3}){3}|"
    r"[0-9a-f]{1,4})?"
    r"(?![\w:])",
    re.IGNORECASE,
)
_SIX_DIGITS = 4


_VERSION = re.compile(
    r"(?<![^\W\d_])(?:version|release|build|firmware|driver|v|ver\.)[ :]{0,2}$", re.IGNORECASE
)


def _find(text: str) -> Iterator[Hit]:
    for match in _FOUR.finditer(text):
        before = text[max(0, match.start() - 12) : match.start()]
        if _is_somebodys(match["address"]) and not _VERSION.search(before):
            yield match.span()
    for match in _SIX.finditer(text):
        written = match.group()
        if sum(c != ":" for c in written) >= _SIX_DIGITS and _is_somebodys(written):
            yield match.span()


def _is_somebodys(written: str) -> bool:
    try:
        address = ipaddress.ip_address(written)
    except ValueError:
        return False
    return not (address.is_loopback or address.is_unspecified)


recognizer = Finder("IP", _find, needs=has(r"\d\.\d|[0-9a-fA-F]?:"))
