"""French social-security numbers (NIR): sex, year, month, department (2A, 2B), commune, order, key.

The key is checked by python-stdnum; the layout in groups, or being announced, is evidence too,
since people mistype. Source: INSEE, "numéro d'inscription au répertoire".
"""

import re
from collections.abc import Iterator

from stdnum.fr import nir

from filters.redaction.finder import Finder, Hit, near

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


def _find(text: str) -> Iterator[Hit]:
    for match in _SHAPE.finditer(text):
        if (
            nir.is_valid(re.sub(r"CL[ÉE]F?|[^\dAB]", "", match.group().upper()))
            or _GROUPED.fullmatch(match.group())
            or near(text, match, _ANNOUNCED)
        ):
            yield match.span()


recognizer = Finder("NIR", _find, needs=r"\d{3}")
