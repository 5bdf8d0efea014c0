"""French tax numbers (SPI): thirteen digits, the first from 0 to 3, the last three a key.

The key is checked by python-stdnum; without one that fits the number must be announced.
"""

import re
from collections.abc import Iterator

from stdnum.fr import nif

from filters.redaction.finder import Finder, Hit, digits_of, figures, near

_SHAPE = re.compile(r"(?<![^\W_])(?<![.,+])(?<!\d[ ])[0-3](?:[ .]?\d){12}(?![\w]|[.,]\d)")
_ANNOUNCED = re.compile(
    r"num[ée]ro fiscal|\bfisca(?:l|ux|les?)\b|\bspi\b|\bimp[ôo]ts?\b|\btax\b",
    re.IGNORECASE,
)


def _find(text: str) -> Iterator[Hit]:
    for match in _SHAPE.finditer(text):
        if nif.is_valid(digits_of(match.group())) or near(text, match, _ANNOUNCED):
            yield match.span()


recognizer = Finder("TAX_NUMBER", _find, needs=figures(13))
