"""Numbers in a table: a spreadsheet set to French saves `3.5` as `3,5` and `4` as `4,0`."""

import re
from functools import lru_cache

_DECIMAL = re.compile(r"\s*(-?[0-9]+)(?:[.,]([0-9]{1,15}))?\s*")


@lru_cache(256)  # A scale has few steps.
def decimal(text: str) -> float:
    """The number, whichever mark its decimals stand behind. Raises ValueError when it is none."""
    found = _DECIMAL.fullmatch(text)
    if found is None:
        raise ValueError("not a number")
    return float(f"{found[1]}.{found[2] or 0}")
