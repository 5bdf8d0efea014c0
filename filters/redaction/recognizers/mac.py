"""Hardware addresses of network devices (EUI-48), in all three usual layouts."""

import re

from filters.redaction.finder import Finder, matches

_PAIRS = re.compile(
    r"(?<![\w:\-])[0-9a-f]{2}([:\-])(?:[0-9a-f]{2}\1){4}[0-9a-f]{2}(?![\w:\-])", re.IGNORECASE
)
_DOTTED = re.compile(r"(?<![\w.])[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4}(?![\w]|\.\w)", re.IGNORECASE)

recognizer = Finder("MAC", matches(_PAIRS, _DOTTED), needs=r"[0-9a-f]{2}[:.\-]")
