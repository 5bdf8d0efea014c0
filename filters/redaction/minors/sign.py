"""An expression that says of somebody that they are a minor, and what is needed to try it."""

import re
from typing import NamedTuple

Words = frozenset[str]
"""In small letters, accents as they are written. One of them stands in every text that matches."""


class Sign(NamedTuple):
    """Looked for in a text without case, accents and runs of spaces, apostrophes straight."""

    pattern: re.Pattern[str]
    """The group `year`, where it has one, is a year of birth: of a minor or not, the date says."""
    needs: tuple[Words, ...]
    """What there must be, what tells most first: one word of each."""
    unless_before: re.Pattern[str] | None = None
    """What takes the meaning away when it stands before the match, in the same sentence."""
    unless_in_sentence: re.Pattern[str] | None = None
    """The same, anywhere in the sentence."""


def words(*written: str) -> Words:
    """One of these is needed."""
    return frozenset(written)
