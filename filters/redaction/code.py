"""Names of variables and functions in code without a fence: `len(items)`, `conn = connect()`.

Small letters right before a bracket or a single sign of equality: in prose a space stands before
the one, and nobody writes the other.
"""

import re

_CALLED_OR_SET = re.compile(r"[(\[]|[ ]?(?:[-+*/|]?=|:=)[ ]?(?![=<>])")


def is_code(text: str, start: int, end: int) -> bool:
    """Whether the word that stands there is a name in code."""
    return text[start:end].islower() and _CALLED_OR_SET.match(text, end) is not None
