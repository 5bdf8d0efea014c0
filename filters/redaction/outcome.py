"""What redaction gives back for one text: cleaned, or refused with the reason."""

import re
from collections.abc import Sequence
from typing import Literal, Protocol

import msgspec

from filters.limits import Limits
from filters.reader import Identities

PLACEHOLDER = re.compile(r"<[A-Z][A-Z_]{2,30}(?:_\d{1,4})?(?: [\w.-]{1,253})?>")
"""What stands in a cleaned text where something was masked: `<PERSONNE_1>`, `<LIEN exemple.fr>`."""

Refusal = Literal[
    "language", "too_masked", "too_long", "failed", "second_look", "credential", "minor", "time"
]
"""`minor`: one of the record's texts says that somebody is a minor, and all of them are refused."""

FAILURES: frozenset[Refusal] = frozenset({"failed", "time", "second_look"})
"""Reasons that say something of the redactor, not of the text."""


class Title(str):
    """A text that is the title of a published film or piece of music.

    Who is named in it is named in public, and a date or a street in it is a title's: only what the
    archive says of people and what no title holds, such as an address of mail, is masked.
    """

    __slots__ = ()


class OfPlace(str):  # noqa: SLOT000 - what is made from `str` has no slot for more
    """A text about a place, whose name may not stand in it."""

    place: str

    def __new__(cls, text: str, place: str) -> "OfPlace":
        """The text, and the name of the place."""
        one = super().__new__(cls, text)
        one.place = place
        return one


class Span(msgspec.Struct, frozen=True):
    """A stretch of the input that was masked; offsets in code points."""

    start: int
    end: int
    type: str


class Cleaned(msgspec.Struct, frozen=True):
    """A text with its personal data replaced by placeholders."""

    text: str
    language: str
    """BCP 47, `und` where nothing tells."""
    spans: tuple[Span, ...]
    topics: frozenset[str]
    """Special categories the text speaks of (rule R6)."""


class Refused(msgspec.Struct, frozen=True):
    """A text that must not be kept at all."""

    reason: Refusal


class Redacts(Protocol):
    """What the sieve needs of a redactor."""

    def redact(
        self, records: Sequence[Sequence[str]], identities: Identities, limits: Limits
    ) -> list[list[Cleaned | Refused]]:
        """Clean the texts of each record; placeholders are numbered within one record."""
        ...
