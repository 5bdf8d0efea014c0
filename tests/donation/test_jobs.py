"""Work is claimed by one, kept by a heartbeat, taken over when its worker is lost, done once."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from donation import intake, jobs, retention, sieving, withdrawal
from donation.models import Donation, Job, JobState, Stage
from tests.donation.conftest import Give

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.lifecycle]


@pytest.fixture
def queued() -> Donation:
    donation, _code = intake.begin()
    intake.complete(donation, [], 0)
    return donation


def lose_the_worker(donation: Donation) -> None:
    Job.objects.filter(donation=donation).update(lease_until=timezone.now() - timedelta(seconds=1))


def test_a_job_is_claimed_by_one_worker(queued: Donation) -> None:
    assert jobs.claim(queued.pk) is not None
    assert jobs.claim(queued.pk) is None


def test_a_job_whose_worker_is_lost_is_claimed_by_another(queued: Donation) -> None:
    lost = jobs.claim(queued.pk)
    lose_the_worker(queued)
    assert jobs.waiting() == [queued.pk]
    taken_over = jobs.claim(queued.pk)
    assert taken_over not in (None, lost)
    assert jobs.waiting() == []


def test_a_worker_that_lost_its_lease_can_neither_renew_nor_finish(queued: Donation) -> None:
    lost = jobs.claim(queued.pk)
    lose_the_worker(queued)
    jobs.claim(queued.pk)
    assert lost is not None
    with pytest.raises(jobs.LeaseLost):
        jobs.renew(queued.pk, lost)
    with pytest.raises(jobs.LeaseLost):
        jobs.finish(queued.pk, lost)


def test_a_heartbeat_keeps_the_lease(queued: Donation, settings: Any) -> None:
    token = jobs.claim(queued.pk)
    assert token is not None
    Job.objects.update(lease_until=timezone.now() + timedelta(seconds=1))
    jobs.renew(queued.pk, token)
    left = Job.objects.get().lease_until
    assert left is not None
    assert left > timezone.now() + timedelta(seconds=settings.LEASE_SECONDS - 5)


def test_finished_work_is_not_done_again(queued: Donation) -> None:
    token = jobs.claim(queued.pk)
    assert token is not None
    jobs.finish(queued.pk, token)
    assert jobs.claim(queued.pk) is None
    assert jobs.waiting() == []


def test_a_hint_that_was_never_sent_is_sent_by_the_reaper(queued: Donation) -> None:
    Job.objects.update(sent_at=None)
    assert retention.reap() == 1
    assert Job.objects.get().sent_at is not None
    assert retention.reap() == 0


def test_work_that_loses_too_many_workers_ends_with_a_reason(queued: Donation) -> None:
    for _ in range(jobs.MOST_ATTEMPTS):
        assert jobs.claim(queued.pk) is not None
        lose_the_worker(queued)
    assert jobs.claim(queued.pk) is None
    retention.reap()
    queued.refresh_from_db()
    assert (queued.stage, queued.problem) == (Stage.FAILED, retention.LOST)
    assert queued.wrapped_key is None


def test_a_broker_that_is_away_loses_nothing(give: Give, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs.app.conf, "broker_url", "redis+socket:///nowhere/valkey.sock")
    monkeypatch.setattr(jobs.app.amqp, "_producer_pool", None)
    monkeypatch.setattr(jobs.app, "_pool", None)
    donation = give()
    assert Job.objects.get().state == JobState.QUEUED
    assert jobs.waiting() == [donation.pk]


def test_the_same_hint_ten_times_does_the_work_once(give: Give) -> None:
    donation = give()
    for _ in range(10):
        sieving.sift_donation(str(donation.pk))
    job = Job.objects.get()
    assert (job.state, job.attempts) == (JobState.DONE, 1)
    donation.refresh_from_db()
    assert donation.stage == Stage.REPORT


def test_a_hint_for_a_withdrawn_donation_does_nothing(give: Give) -> None:
    donation = give()
    withdrawal.withdraw(donation)
    sieving.sift_donation(str(donation.pk))
    donation.refresh_from_db()
    assert donation.stage == Stage.WITHDRAWN
