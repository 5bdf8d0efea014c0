"""A retained row in words."""

from typing import NamedTuple

from django.utils.functional import Promise

from donation import wording
from donation.stages.report import Row
from filters.interaction import Candidate
from filters.redaction.outcome import PLACEHOLDER

_SHOWN_CHARS = 1200
BRIEF_CHARS = 400
"""Of an example: a page with many kinds of rows must stay light."""


class Part(NamedTuple):
    """A stretch of a text: words that stayed, or the placeholder of words that were masked."""

    text: str | Promise
    is_masked: bool


class ShownText(NamedTuple):
    """One text of a row, and what it was."""

    label: str | Promise
    parts: list[Part]
    is_kept: bool


class ShownRow(NamedTuple):
    """One row as a page shows it."""

    number: int
    act: str
    about: str | Promise
    period: str
    texts: list[ShownText]
    is_removed: bool


def shown(row: Row, most: int = _SHOWN_CHARS) -> ShownRow:
    """A row of the report, in the words of the page's language; longer texts are cut short."""
    record = row.record
    turns = [
        ShownText(wording.ROLES[t.role], parts(t.content, most), is_kept=True)
        for t in record.context[-1:]
    ]
    return ShownRow(
        number=row.number,
        act=wording.family(row.family).partition(" · ")[2],
        about=wording.OBJECTS[record.object_type],
        period=period_words(record.period),
        texts=[*turns, *(_candidate(candidate, most) for candidate in record.candidates)],
        is_removed=row.is_removed,
    )


def _candidate(candidate: Candidate, most: int) -> ShownText:
    is_own = candidate.label == "unlabelled" and candidate.origin == "donor"
    label = wording.OWN_WORDS if is_own else wording.LABELS[candidate.label]
    if candidate.content is not None:
        return ShownText(label, parts(candidate.content, most), is_kept=True)
    missing = candidate.status == "not_in_export"
    words = wording.NOT_IN_EXPORT if missing else wording.WITHHELD
    return ShownText(label, [Part(words, is_masked=False)], is_kept=False)


def parts(text: str, most: int = _SHOWN_CHARS) -> list[Part]:
    """A text cut into words and placeholders; a long one is cut short."""
    shown = text if len(text) <= most else text[:most] + " […]"
    found_parts: list[Part] = []
    at = 0
    for found in PLACEHOLDER.finditer(shown):
        found_parts.append(Part(shown[at : found.start()], is_masked=False))
        found_parts.append(Part(f"‹{found[0][1:-1]}›", is_masked=True))
        at = found.end()
    return [*found_parts, Part(shown[at:], is_masked=False)]


def period_words(period: str | None) -> str:
    """A quarter (`2026-Q2`) in words; nothing for none."""
    if not period:
        return ""
    year, _dash, quarter = period.partition("-Q")
    return str(wording.QUARTERS[quarter] % {"year": year})
