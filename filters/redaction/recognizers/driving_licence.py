"""Driving licences: twelve digits, or nine characters since 2013; when announced."""

import re

from filters.redaction.finder import Finder, announced, both, figures, holds

_SHAPE = re.compile(
    r"(?<![^\W_])(?:\d{12}|\d{2}[ ]\d{2}[ ]\d{2}[ ]\d{6}|\d{2}[ ]?[A-Z]{2}[ ]?\d{5}|(?:\d{3}[ ]){3}\d{3}|(?:\d{4}[ ]){2}\d{4}|[A-Z]\d{6,14}|[A-Z]\d{3}[- ]\d{3,4}[- ]\d{3,4}(?:[- ]\d{1,3})?|[A-Z]{5}\d{6}[A-Z0-9]{5})(?![^\W_])",
    re.IGNORECASE,
)
_ANNOUNCED = re.compile(
    r"\bpermis\b|\bdriv(?:ing|er['’]?s?) licen[cs]e",
    re.IGNORECASE,
)

recognizer = Finder(
    "DRIVING_LICENCE",
    announced(_SHAPE, _ANNOUNCED),
    needs=both(figures(2), holds("permis", "licen")),
)
