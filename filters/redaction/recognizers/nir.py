"""French social-security numbers (NIR): sex, year, month, department (2A, 2B), commune, order, key.

The key is checked by python-stdnum; the layout in groups, or being announced, is evidence too,
since people mistype. Source: INSEE, "numéro d'inscription au répertoire".

Of other countries: Swiss (AVS) and Belgian (NISS) numbers, whose form and key say enough; American, British and
Canadian ones when announced.
"""

import re
from collections.abc import Iterator

from stdnum.be import nn as belgian
from stdnum.ch import ssn as swiss
from stdnum.fr import nir

from filters.redaction.finder import Finder, Hit, both, figures, has, near, says

_GAP = r"[ .\-]{0,2}"
_KEY = r"(?:[ .\-/(,]{0,3}(?:cl[ée]f?[ ]?:?[ ]?)?\d{2}(?!\d)\)?)"
_SHAPE = re.compile(
    rf"(?<![^\W_])(?<![.,]\d)(?<!\d[.,])[1-478]{_GAP}\d{{2}}{_GAP}\d{{2}}{_GAP}(?:\d{{2}}|2[AB]){_GAP}\d{{3}}{_GAP}\d{{3}}{_KEY}?(?!\w)",
    re.IGNORECASE,
)
_GROUPED = re.compile(
    rf"\d([ .\-]{{1,2}})\d{{2}}\1\d{{2}}\1(?:\d{{2}}|2[AB])\1\d{{3}}\1\d{{3}}{_KEY}?", re.IGNORECASE
)
_ANNOUNCED = re.compile(
    r"s[ée]cu\b|s[ée]curit[ée] sociale|\bassur[ée]|\bn° ?ss\b|\bnir\b|\bnss\b|\binsee\b|social security|vitale|\bssn\b",
    re.IGNORECASE,
)
_AMERICAN = re.compile(
    r"(?<![\w.,\-])(?!000|666|9)\d{3}(?P<gap>[- ]?)(?!00)\d{2}(?P=gap)(?!0000)\d{4}(?![\w\-])"
)
_AMERICAN_ANNOUNCED = re.compile(r"\b(?:ssn|social security|social)\b", re.IGNORECASE)
_BRITISH = re.compile(
    r"(?<!\w)[A-Z]{2}[ ]?\d{2}[ ]?\d{2}[ ]?\d{2}[ ]?[A-D](?!\w)",
    re.IGNORECASE,
)
"""Not every pair of letters is given out; a number that is announced may be mistyped."""
_BRITISH_ANNOUNCED = re.compile(r"\b(?:ni|nino|national insurance)\b", re.IGNORECASE)
_HEALTH_SERVICE = re.compile(r"(?<![\w.,\-])\d{3}[ -]?\d{3}[ -]?\d{4}(?![\w\-])")
_HEALTH_SERVICE_ANNOUNCED = re.compile(r"\b(?:nhs|health service)\b", re.IGNORECASE)
_CANADIAN = re.compile(r"(?<![\w.,\-])\d{3}(?P<gap>[- ]?)\d{3}(?P=gap)\d{3}(?![\w\-]|[ ]?\d)")
_CANADIAN_ANNOUNCED = re.compile(
    r"\b(?-i:NAS|SIN)\b|assurance[ -]sociale|social insurance|\b(?:mon|my) (?:nas|sin)\b",
    re.IGNORECASE,
)
_SWISS = re.compile(
    r"(?<![\w.,])756(?P<gap>[. ]?)\d{4}(?P=gap)\d{4}(?P=gap)\d{2}(?![\w])(?![.,]\d)"
)
_BELGIAN = re.compile(
    r"(?<![\w.,])\d{2}[. ]?\d{2}[. ]?\d{2}[ -]{0,3}\d{3}[. ]?\d{2}(?![\w])(?![.,]\d)"
)
_NEIGHBOURS_ANNOUNCED = re.compile(
    r"\b(?:avs|ahv|avs13|niss|insz|registre national|num[ée]ro national|rijksregister\w{0,6})\b",
    re.IGNORECASE,
)


_TOLD = (
    (_AMERICAN, _AMERICAN_ANNOUNCED),
    (_BRITISH, _BRITISH_ANNOUNCED),
    (_HEALTH_SERVICE, _HEALTH_SERVICE_ANNOUNCED),
    (_CANADIAN, _CANADIAN_ANNOUNCED),
)
_SAYS_ONE = says(
    "ssn", "social", "sociale", "ni", "nino", "insurance", "nhs", "service", "nas", "sin"
)
_SAYS_NEIGHBOURS = says(
    "avs", "ahv", "niss", "insz", "national", "rijksregister", "rijksregisternummer"
)


def _find(text: str) -> Iterator[Hit]:
    for pattern, words in _TOLD if _SAYS_ONE(text) else ():
        for match in pattern.finditer(text):
            if near(text, match, words):
                yield match.span()
    for match in _SWISS.finditer(text) if "756" in text else ():
        if swiss.is_valid(match.group()) or near(text, match, _NEIGHBOURS_ANNOUNCED):
            yield match.span()
    for match in _BELGIAN.finditer(text) if "-" in text or _SAYS_NEIGHBOURS(text) else ():
        is_grouped = "." in match.group() and "-" in match.group()
        if (is_grouped and belgian.is_valid(match.group())) or near(
            text, match, _NEIGHBOURS_ANNOUNCED
        ):
            yield match.span()
    for match in _SHAPE.finditer(text):
        if (
            nir.is_valid(re.sub(r"CL[ÉE]F?|[^\dAB]", "", match.group().upper()))
            or _GROUPED.fullmatch(match.group())
            or near(text, match, _ANNOUNCED)
        ):
            yield match.span()


recognizer = Finder("NIR", _find, needs=both(figures(6), has(r"\d{3}|\d\d[ ]?\d\d[ ]?\d\d")))
