"""Text whose UTF-8 bytes were each written as one character, as Meta's JSON exports do."""

from functools import lru_cache
from typing import Any

_NAME_CHARS = 24
"""Names and emoji are short, and come again and again."""


def repaired(text: Any) -> Any:
    """The text as its author wrote it; what is no text, or was never broken, comes back as it is.

    Source: formats/facebook, "Encoding bug". Applied once: a second pass could break good text.
    """
    if not isinstance(text, str) or text.isascii():
        return text
    return _repaired_name(text) if len(text) <= _NAME_CHARS else _repaired(text)


def _repaired(text: str) -> str:
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text


_repaired_name = lru_cache(1024)(_repaired)
