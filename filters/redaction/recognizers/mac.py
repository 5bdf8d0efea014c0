"""Hardware addresses of network devices (EUI-48), in all three usual layouts, and bare when announced."""

import re
from collections.abc import Iterator

from filters.redaction.finder import Finder, Hit, has, near

_PAIRS = re.compile(
    r"(?<![\w:\-])[0-9a-f]{2}([:\-])(?:[0-9a-f]{2}\1){4}[0-9a-f]{2}(?![\w:\-])", re.IGNORECASE
)
_DOTTED = re.compile(r"(?<![\w.])[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4}(?![\w]|\.\w)", re.IGNORECASE)

_BARE = re.compile(r"(?<![\w])[0-9a-f]{12}(?!\w)", re.IGNORECASE)
_ANNOUNCED = re.compile(r"\bmac\b|hwaddr|ether\b", re.IGNORECASE)


def _find(text: str) -> Iterator[Hit]:
    for pattern in (_PAIRS, _DOTTED):
        for match in pattern.finditer(text):
            yield match.span()
    for match in _BARE.finditer(text):
        if near(text, match, _ANNOUNCED):
            yield match.span()


recognizer = Finder("MAC", _find, needs=has(r"[0-9a-fA-F]{2}(?:[:.\-]|[0-9a-fA-F]{10})"))
