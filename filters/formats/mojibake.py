"""Text whose UTF-8 bytes were each written as one character, as Meta's JSON exports do."""

from typing import Any


def repaired(text: Any) -> Any:
    """The text as its author wrote it; what is no text, or was never broken, comes back as it is.

    Source: formats/facebook, "Encoding bug". Applied once: a second pass could break good text.
    """
    if not isinstance(text, str) or text.isascii():
        return text
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text
