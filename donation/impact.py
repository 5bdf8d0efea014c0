"""What came of the donations so far: recomputed from the database, never kept.

Groups of fewer than ten donors are not shown: few people would be recognised in them.
"""

from collections import Counter
from typing import NamedTuple

from django.conf import settings
from django.db.models import Sum

from donation.models import Donation, Release, Stage

FEWEST = 10


class Group(NamedTuple):
    """Donations in which a platform was read."""

    platform: str
    donations: int


class Impact(NamedTuple):
    """The figures of the page."""

    donations: int
    rows: int
    goal: int
    share: int
    """Of the goal reached, in per cent."""
    platforms: list[Group]
    hidden: int
    """Platforms with donations of fewer than ten people."""
    withdrawn: int
    releases: list[Release]


def impact() -> Impact:
    """Count now."""
    confirmed = Donation.objects.filter(stage=Stage.CONFIRMED)
    counts = Counter(
        platform
        for platforms in confirmed.values_list("platforms", flat=True).iterator()
        for platform in platforms
    )
    donations = confirmed.count()
    return Impact(
        donations=donations,
        rows=confirmed.aggregate(rows=Sum("rows"))["rows"] or 0,
        goal=settings.GOAL,
        share=min(100, 100 * donations // settings.GOAL),
        platforms=[Group(p, n) for p, n in counts.most_common() if n >= FEWEST],
        hidden=sum(n < FEWEST for n in counts.values()),
        withdrawn=Donation.objects.filter(stage=Stage.WITHDRAWN).count(),
        releases=list(Release.objects.filter(is_demo=False, retired_at=None)),
    )
