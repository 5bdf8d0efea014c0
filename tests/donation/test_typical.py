"""One's own numbers beside the typical donor's: medians, and only of many."""

import pytest
from django.utils import timezone

from donation.models import Donation, Stage
from donation.typical import FEWEST, typical

pytestmark = pytest.mark.django_db


def confirmed(count: int, rows: int, removed: int) -> None:
    now = timezone.now()
    numbers = {"removed": [{"rule": "R2", "family": "x", "count": removed}]}
    Donation.objects.bulk_create(
        Donation(
            stage=Stage.CONFIRMED, stage_at=now, created_at=now, confirmed_at=now, rows=rows,
            numbers=numbers, code_digest=b"",
        )
        for _ in range(count)
    )  # fmt: skip


def test_nothing_is_typical_of_a_few() -> None:
    confirmed(FEWEST - 1, 10, 5)
    assert typical() is None


def test_the_median_is_not_moved_by_one_large_donation() -> None:
    confirmed(FEWEST, 10, 5)
    confirmed(1, 90_000, 1_000_000)
    assert typical() == (15, 10, 5)
