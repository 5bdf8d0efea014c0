"""French tax numbers (SPI): thirteen digits, the first from 0 to 3; when announced."""

import re

from filters.redaction.finder import Finder, announced

_SHAPE = re.compile(r"(?<!\w)[0-3]\d(?:[ .]?\d){11}(?!\w)", re.IGNORECASE)
_ANNOUNCED = re.compile(
    r"num[ée]ro fiscal|\bfisca(?:l|ux|le)\b|\bspi\b|\bimp[ôo]ts?\b|\btax\b",
    re.IGNORECASE,
)

recognizer = Finder("TAX_NUMBER", announced(_SHAPE, _ANNOUNCED), needs=r"\d")
