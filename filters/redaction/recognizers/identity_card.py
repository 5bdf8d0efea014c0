"""Identity cards: twelve digits before 2021, nine characters since; when announced."""

import re

from filters.redaction.finder import Finder, announced

_SHAPE = re.compile(r"(?<!\w)(?:\d{12}|(?=[A-Z]{0,8}\d)[A-Z0-9]{9})(?!\w)", re.IGNORECASE)
_ANNOUNCED = re.compile(
    r"carte (?:nationale )?d['’ ]identit[ée]|\bcni\b|pi[èe]ce d['’]identit[ée]|"
    r"\bid(?:entity)? card",
    re.IGNORECASE,
)

recognizer = Finder("IDENTITY_CARD", announced(_SHAPE, _ANNOUNCED), needs=r"\d")
