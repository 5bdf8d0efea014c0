"""What came of the donations so far: recomputed from the database, never stored.

Groups of fewer than ten donors are not shown: few people would be recognised in them.
"""

from collections import Counter
from datetime import timedelta
from statistics import median
from typing import NamedTuple

from django.conf import settings
from django.db.models import Sum

from donation.models import Donation, Release, Stage, Tombstone

FEWEST = 10
_LOOKED_AT = 1000


class Group(NamedTuple):
    """Donations in which a platform was read."""

    platform: str
    donations: int


class Kind(NamedTuple):
    """Rows of one platform and kind, and from how many donations."""

    platform: str
    kind: str
    rows: int
    donations: int


class Impact(NamedTuple):
    """The figures of the page."""

    donations: int
    rows: int
    goal: int
    share: int
    """Of the goal reached, in per cent."""
    platforms: list[Group]
    kinds: list[Kind]
    hidden: int
    """Platforms with donations of fewer than ten people."""
    withdrawn: int
    told_after: timedelta | None
    """From a withdrawal to the published list of its rows, half of the time at most."""
    releases: list[Release]


def impact() -> Impact:
    """Count now."""
    confirmed = Donation.objects.filter(stage=Stage.CONFIRMED)
    counts: Counter[str] = Counter()
    rows: Counter[str] = Counter()
    givers: Counter[str] = Counter()
    for platforms, given in confirmed.values_list("platforms", "numbers__given").iterator():
        counts.update(platforms)
        rows.update(given or {})
        givers.update((given or {}).keys())
    donations = confirmed.count()
    return Impact(
        donations=donations,
        rows=confirmed.aggregate(rows=Sum("rows"))["rows"] or 0,
        goal=settings.GOAL,
        share=min(100, 100 * donations // settings.GOAL),
        platforms=[Group(p, n) for p, n in counts.most_common() if n >= FEWEST],
        kinds=[
            Kind(key.partition(":")[0], key.partition(":")[2], n, givers[key])
            for key, n in rows.most_common()
            if givers[key] >= FEWEST
        ],
        hidden=sum(n < FEWEST for n in counts.values()),
        withdrawn=Donation.objects.filter(stage=Stage.WITHDRAWN).count(),
        told_after=_told_after(),
        releases=list(Release.objects.filter(is_demo=False, retired_at=None)),
    )


def _told_after() -> timedelta | None:
    published = Tombstone.objects.filter(published_at__isnull=False).order_by("-published_at")
    waits = [
        (at - since).total_seconds()
        for since, at in published.values_list("since", "published_at")[:_LOOKED_AT]
        if at is not None
    ]
    return timedelta(seconds=median(waits)) if waits else None
