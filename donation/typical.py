"""The typical donor's numbers, to set one's own beside: medians over donors, never one donor's."""

from statistics import median
from typing import NamedTuple

from donation.models import Donation, Stage

FEWEST = 20
"""Donations below which nothing is shown."""
_MOST = 200
"""The newest that are looked at: what was typical years ago is not."""


class Typical(NamedTuple):
    """What half of the donors have less of, and half more."""

    found: int
    kept: int
    removed: int


def typical() -> Typical | None:
    """The medians; None as long as fewer than twenty donations are confirmed."""
    confirmed = Donation.objects.filter(stage=Stage.CONFIRMED, is_sample=False)
    newest = confirmed.order_by("-confirmed_at").values_list("rows", "numbers")[:_MOST]
    pairs = [
        (rows, sum(one["count"] for one in numbers.get("removed", ()))) for rows, numbers in newest
    ]
    if len(pairs) < FEWEST:
        return None
    kept = median(rows for rows, _ in pairs)
    removed = median(removed for _, removed in pairs)
    return Typical(round(kept) + round(removed), round(kept), round(removed))
