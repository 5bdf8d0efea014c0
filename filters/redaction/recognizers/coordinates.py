"""Places on a map: decimal degrees to at least three places (100 m), degrees and minutes.

With a decimal point or comma, behind the points of the compass or "lat", "lon"; two figures after the
point are enough where they are called latitude and longitude.
"""

import re

from filters.redaction.finder import Finder, both, figures, has, matches

_DECIMAL = re.compile(
    r"(?<![\w.,\-])-?\d{1,2}\.\d{3,15}°?\s?[NS]?\s?[,; ]\s?-?\d{1,3}\.\d{3,15}(?!\d)(?:°[ ]?[EWO]?(?!\w))?"
)
_WITH_COMMAS = re.compile(
    r"(?<![\w.,\-])-?\d{1,2},\d{5,15}°?[ ]?[NS]?(?:[ ]?[;/][ ]?|[ ]{1,2}|,[ ])-?\d{1,3},\d{5,15}(?!\d)"
)
_COMPASS = re.compile(
    r"(?<!\w)[NS][ ]?-?\d{1,2}[.,]\d{2,15}°?[ ,;]{1,3}[EWO][ ]?-?\d{1,3}[.,]\d{2,15}(?!\d)"
)
_CALLED = re.compile(
    r"(?<![^\W_])lat(?:itude)?[\"'’]?[ ]?[:=]?[ ]?[\"']?(?:est |de |is )?-?\d{1,2}[.,]\d{2,15}°?[\"']?[ ]?[NS]?(?:[,;]?[ ]?(?:et |and |\|[ ]?)?|\n)"
    r"[\"']?(?:la |de )?(?:lon|lng|long|longitude)[\"'’]?[ ]?[:=]?[ ]?[\"']?(?:est |de |is )?-?\d{1,3}[.,]\d{2,15}°?(?:[ ]?[EWO](?!\w))?(?!\d)",
    re.IGNORECASE,
)
_MINUTE = r"['′’]"
_SECOND = r"(?:\\?\"|″|''|’’|′′)"
_MINUTES = (
    rf"\s?\d{{1,2}}(?:[.,]\d{{1,5}})?{_MINUTE}\s?(?:\d{{1,2}}(?:[.,]\d{{1,4}})?{_SECOND}\s?)?"
)
_DEGREES = re.compile(rf"(?<!\w)\d{{1,2}}°{_MINUTES}[NS]\s?,?\s?\d{{1,3}}°{_MINUTES}[EWO]\b")
_DEGREES_BEHIND = re.compile(
    rf"(?<!\w)[NS]\s?\d{{1,2}}°{_MINUTES}[ ,;]{{0,3}}[EWO]\s?\d{{1,3}}°{_MINUTES}"
)
_NAMED = re.compile(
    r"\b(?:lat(?:itude)?|lon(?:g(?:itude)?)?|lng)\b[\"']?\s?[:=]?\s?(?P<value>-?\d{1,3}[.,]\d{3,15})(?!\d)",
    re.IGNORECASE,
)

recognizer = Finder(
    "COORDINATES",
    matches(_DECIMAL, _WITH_COMMAS, _COMPASS, _CALLED, _NAMED, _DEGREES, _DEGREES_BEHIND),
    needs=both(figures(1), has(r"\d(?:[.,]\d{2}|°)")),
)
