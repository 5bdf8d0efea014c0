"""Places on a map: decimal degrees to at least three places (100 m), degrees and minutes."""

import re

from filters.redaction.finder import Finder, matches

_DECIMAL = re.compile(
    r"(?<![\w.,\-])-?\d{1,2}\.\d{3,15}°?\s?[NS]?\s?[,; ]\s?-?\d{1,3}\.\d{3,15}(?!\d)"
)
_DEGREES = re.compile(
    r"(?<!\w)\d{1,2}°\s?\d{1,2}['′’]\s?(?:\d{1,2}(?:[.,]\d{1,4})?(?:\"|″|''|’’)\s?)?[NS]\s?,?\s?"
    r"\d{1,3}°\s?\d{1,2}['′’]\s?(?:\d{1,2}(?:[.,]\d{1,4})?(?:\"|″|''|’’)\s?)?[EWO]\b"
)
_NAMED = re.compile(
    r"\b(?:lat(?:itude)?|lon(?:g(?:itude)?)?|lng)\b[\"']?\s?[:=]?\s?(?P<value>-?\d{1,3}[.,]\d{3,15})(?!\d)",
    re.IGNORECASE,
)

recognizer = Finder("COORDINATES", matches(_DECIMAL, _DEGREES, _NAMED), needs=r"\d[.,]\d{3}|\d°")
