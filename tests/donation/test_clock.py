"""A clock that was set erases nothing early; one that runs, or is corrected, is believed."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from donation.management.commands import keep
from donation.models import Donation, Stage
from donation.operation import retention
from donation.operation.clock import Clock
from donation.stages import intake

DAY = 86_400.0


class Times:
    """Both times of a machine, moved by hand."""

    wall = 1_000_000.0
    steady = 50.0

    def run(self, seconds: float) -> None:
        self.wall += seconds
        self.steady += seconds


@pytest.mark.parametrize("by", [DAY, -DAY, 301])
def test_a_clock_that_was_set_is_noticed_once_and_distrusted_for_a_while(by: float) -> None:
    times = Times()
    clock = Clock(lambda: times.wall, lambda: times.steady)
    times.run(10)
    assert clock.was_set_by() == 0
    times.wall += by
    times.run(10)
    assert clock.was_set_by() == pytest.approx(by)
    clock.distrust(3600)
    assert clock.was_set_by() == 0
    assert not clock.is_trusted
    times.run(3600)
    assert clock.is_trusted


def test_a_clock_that_is_corrected_a_little_is_believed() -> None:
    times = Times()
    clock = Clock(lambda: times.wall, lambda: times.steady)
    for _ in range(100):
        times.run(10)
        times.wall += 30
        assert clock.was_set_by() == 0


class _Enough(Exception):
    """Housekeeping has gone round often enough."""


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("set_by", "stage"), [(DAY, Stage.RECEIVING), (0, Stage.EXPIRED)])
def test_housekeeping_erases_nothing_right_after_the_clock_was_set(
    set_by: float, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    donation, _code = intake.begin()
    times = Times()
    rounds = iter(range(3))

    def sleep(seconds: float) -> None:
        """After the first round a day goes by at once: on the clock alone, or for everybody."""
        if next(rounds, None) is None:
            raise _Enough
        times.run(seconds)
        if times.wall < Times.wall + DAY:
            times.run(0 if set_by else DAY)
            times.wall += set_by
            tomorrow = timezone.now() + timedelta(days=1, hours=1)
            monkeypatch.setattr(retention.timezone, "now", lambda: tomorrow)

    monkeypatch.setattr(keep, "Clock", lambda: Clock(lambda: times.wall, lambda: times.steady))
    monkeypatch.setattr(keep, "_PURGE_EVERY", 1)
    monkeypatch.setattr(keep.time, "sleep", sleep)
    with pytest.raises(_Enough):
        keep.Command().handle()
    assert Donation.objects.get(pk=donation.pk).stage == stage


def test_the_night_the_clocks_change_is_an_hour_like_any_other(db: Any) -> None:
    donation, _code = intake.begin()
    donation.refresh_from_db()
    assert donation.expires_at is not None
    assert donation.expires_at.utcoffset() == timedelta(0)
    assert donation.expires_at - donation.created_at == timedelta(hours=24)
