"""The names of an archive's entries, and the patterns that readers know them by."""

import re
from collections.abc import Iterable

_SET = re.compile(r"(\[[\w-]+\])")
_WILD = re.compile(r"\*|\[[\w-]+\]")


def name_matcher(patterns: Iterable[str]) -> re.Pattern[str]:
    """One expression for the names of entries, folded, that fit one of these patterns.

    A pattern is the end of a path: any root folders may stand before it, at a `/`. In it, `*` is
    any characters but `/`, `**` any characters at all, `[0-9]` one character of a set; everything
    else stands for itself, whatever its case. Nothing else has a meaning, so that the same patterns
    can be matched in a browser.
    """
    return re.compile(
        r"(?:.*/)?(?:" + "|".join(_expression(p.casefold()) for p in patterns) + ")", re.DOTALL
    )


def _expression(pattern: str) -> str:
    """A pattern as an expression that no name makes slow: what a star takes is never given back,
    but by the last star of a folder's name."""
    across = [
        "/".join(_within_folder(part) for part in piece.split("/")) for piece in pattern.split("**")
    ]
    return ".*".join(across)


def _within_folder(part: str) -> str:
    first, *others = [
        "".join(
            text if number % 2 else re.escape(text) for number, text in enumerate(_SET.split(piece))
        )
        for piece in part.split("*")
    ]
    if not others:
        return first
    *middle, last = others
    return first + "".join(f"(?>[^/]*?{piece})" for piece in middle) + f"[^/]*{last}"


def longest_word(pattern: str) -> str:
    """The longest piece of a pattern that stands for itself: every name that fits holds it."""
    return max(_WILD.split(pattern), key=len)
