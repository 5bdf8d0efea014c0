"""Identity cards: twelve digits before 2021, nine characters since; when announced."""

import re

from filters.redaction.finder import Finder, announced, both, figures, holds

_SHAPE = re.compile(
    r"(?<![^\W_])(?:\d{12}|\d{4}[ ]\d{4}[ ]\d{4}|(?:\d{3}[ ]){3}\d{3}|(?:\d{2}[ ]){5}\d{2}|(?=[A-Z]{0,8}\d)[A-Z0-9]{9})(?![^\W_])",
    re.IGNORECASE,
)
_ANNOUNCED = re.compile(
    r"carte (?:nationale )?(?:d['’ ]\s?)?identit[ée]|\bcarte nationale\b|d['’]identit[ée]\b|\bcni\b|pi[èe]ce d['’]identit[ée]|"
    r"\bid(?:entity)? card",
    re.IGNORECASE,
)

recognizer = Finder(
    "IDENTITY_CARD",
    announced(_SHAPE, _ANNOUNCED),
    needs=both(figures(1), holds("ident", "cni", "nationale", "id card")),
)
