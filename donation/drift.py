"""Format drift: what the readers met and did not know, by day. No donation is named.

A platform that changes its export shows as a share of unknown things that rises from one day to
the next. Counts are of our own words (reader, family, field), added up over all donations of a day.
"""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Annotated, NamedTuple

import msgspec
from django.db import transaction
from django.db.models import F, Sum
from django.utils import timezone

from donation.models import Donation, DriftCount
from filters.layout import OTHER, SPOKEN_OF
from filters.limits import Limits
from filters.tally import Tally

READ = "read"
"""The field of the rows that hold everything a reader found in a day."""
NOBODY = "nobody"
"""Stands for the reader where no platform was recognised."""
REDACTION = "redaction"
"""Stands for the reader where a text could not be cleaned because something failed."""
_KINDS = {*SPOKEN_OF, OTHER}
_LONGEST_SAID = 1_000
_FIRST_NOTICED = 5
"""Fewer unknown things than this in a day are no rise: one odd archive makes them."""
_RISE = 3.0
"""A share that many times the share of the days before is a rise."""


class Rise(NamedTuple):
    """One unknown that became more frequent. Shares are of all things the reader found."""

    reader: str
    family: str
    field: str
    met: int
    share: float
    before: float


def unknown_at_home(said: str) -> dict[str, int]:
    """How many entries nobody knows stayed on a donor's device, by kind, as a page has it said.

    Anybody may say anything: what is not a JSON object of our own kinds and of counts that an
    archive may hold is nothing at all.
    """
    if len(said) > _LONGEST_SAID:
        return {}
    try:
        counts = msgspec.json.decode(said, type=dict[str, Annotated[int, msgspec.Meta(ge=1)]])
    except (msgspec.DecodeError, UnicodeError):
        return {}
    is_ours = counts.keys() <= _KINDS and sum(counts.values()) <= Limits().entries
    return counts if is_ours else {}


def note(tally: Tally) -> None:
    """Add what one archive held that is unknown, and how much was read."""
    counts = {(reader, family, field): n for (reader, family, field), n in tally.unknown.items()}
    counts |= {(reader, "", READ): n for reader, n in tally.read.items()}
    counts |= {(REDACTION, "", reason): n for reason, n in tally.refused.items()}
    counts |= {(REDACTION, "", READ): tally.kept_total + tally.refused.total()}
    _add({key: count for key, count in counts.items() if count})


def note_layout(donation: Donation) -> None:
    """Add the neutral layout of a donation nobody could read, once, when its donor sends it."""
    with transaction.atomic():
        locked = Donation.objects.select_for_update().get(pk=donation.pk)
        layout: dict[str, int] = locked.numbers.pop("layout", {})
        locked.save(update_fields=["numbers"])
        if layout:
            counts = {(NOBODY, "layout", kind): count for kind, count in layout.items()}
            _add(counts | {(NOBODY, "", READ): 1})


def note_unmasked(reader: str, entity: str) -> None:
    """Add that a donor saw something which should have been masked: its type, never the text."""
    _add({(reader, "", f"unmasked {entity}"[:60]): 1})


def rises(day: date | None = None, *, compared_days: int = 28) -> list[Rise]:
    """What is unknown more often on `day` (today) than on the days before it, largest first.

    A new field of a reader, or a kind of entry, that was never unknown before counts as a rise.
    """
    day = day or timezone.localdate()
    now = _counts(day, day)
    before = _counts(day - timedelta(days=compared_days), day - timedelta(days=1))
    found = []
    for (reader, family, field), count in now.items():
        if field == READ or count < _FIRST_NOTICED:
            continue
        share = count / max(now[reader, "", READ], count)
        usual = before[reader, family, field] / max(before[reader, "", READ], 1)
        if share > _RISE * usual:
            found.append(Rise(reader, family, field, count, share, usual))
    return sorted(found, key=lambda rise: rise.share, reverse=True)


def _counts(first: date, last: date) -> defaultdict[tuple[str, str, str], int]:
    rows = (
        DriftCount.objects.filter(day__range=(first, last))
        .values_list("reader", "family", "field")
        .annotate(total=Sum("count"))
    )
    found: defaultdict[tuple[str, str, str], int] = defaultdict(int)
    found.update({(reader, family, field): total for reader, family, field, total in rows})
    return found


def _add(counts: Mapping[tuple[str, str, str], int]) -> None:
    today = timezone.localdate()
    with transaction.atomic():
        for (reader, family, field), count in sorted(counts.items()):
            row, _ = DriftCount.objects.get_or_create(
                day=today, reader=reader, family=family, field=field
            )
            DriftCount.objects.filter(pk=row.pk).update(count=F("count") + count)
