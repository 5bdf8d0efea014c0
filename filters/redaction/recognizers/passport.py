"""Passports: the French form (12AB34567) or another country's, when announced."""

import re

from filters.redaction.finder import Finder, announced, both, figures, holds

_SHAPE = re.compile(
    r"(?<![^\W_])(?:\d{2}[ ]?[A-Z]{2}[ ]?\d{5}|[A-Z]{1,2}[ ]?\d{6,8}|\d{9})(?![^\W_])",
    re.IGNORECASE,
)
_ANNOUNCED = re.compile(
    r"passe?ports?\b",
    re.IGNORECASE,
)

recognizer = Finder(
    "PASSPORT", announced(_SHAPE, _ANNOUNCED), needs=both(figures(5), holds("passe", "passp"))
)
