"""Work is claimed by one, kept by a heartbeat, taken over when its worker is lost, done once."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from donation import jobs, lifecycle
from donation.management.commands import serve
from donation.models import Build, Donation, Job, JobState, Stage
from donation.operation import retention
from donation.operation.supervisor import Supervisor
from donation.stages import intake, sieving, withdrawal
from tests.donation.conftest import Give

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.lifecycle]


@pytest.fixture
def queued() -> Donation:
    donation, _code = intake.begin()
    intake.complete(donation, [], 0)
    return donation


def lose_the_worker(donation: Donation) -> None:
    ago = timezone.now() - timedelta(seconds=5)
    Job.objects.filter(donation=donation).update(
        sent_at=ago, lease_until=ago + timedelta(seconds=4)
    )


def test_a_job_is_claimed_by_one_worker(queued: Donation) -> None:
    assert jobs.claim(queued.pk) is not None
    assert jobs.claim(queued.pk) is None


def sent(seconds_ago: int) -> None:
    Job.objects.update(sent_at=timezone.now() - timedelta(seconds=seconds_ago))


def test_a_hint_that_waits_behind_others_is_not_sent_again_at_once(queued: Donation) -> None:
    sent(seconds_ago=10)
    assert jobs.waiting() == []
    sent(seconds_ago=30)
    assert jobs.waiting() == [queued.pk]


def test_a_hint_that_an_emptied_queue_has_lost_is_sent_again_soon(queued: Donation) -> None:
    jobs.app.control.purge()
    sent(seconds_ago=2)
    assert jobs.waiting() == []
    sent(seconds_ago=10)
    assert jobs.waiting() == [queued.pk]


def test_what_a_lost_worker_had_is_sent_once_and_not_at_every_look(queued: Donation) -> None:
    assert jobs.claim(queued.pk) is not None
    lose_the_worker(queued)
    assert retention.reap() == 1
    assert retention.reap() == 0
    assert jobs.claim(queued.pk) is not None
    lose_the_worker(queued)
    assert retention.reap() == 1, "lost a second time"


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


def test_work_is_stalled_when_it_waits_and_nobody_works(queued: Donation) -> None:
    assert not jobs.is_stalled(120)
    Donation.objects.update(stage_at=timezone.now() - timedelta(minutes=3))
    assert jobs.is_stalled(120)
    other, _code = intake.begin()
    intake.complete(other, [], 0)
    assert jobs.claim(other.pk) is not None
    assert not jobs.is_stalled(120), "somebody works: the others wait their turn"
    lose_the_worker(other)
    assert jobs.is_stalled(120)
    build = Build.objects.create(name="2027.01", channel="partner", begun_at=timezone.now())
    assert not jobs.is_stalled(120), "the worker builds a release"
    build.problem = "stopped"
    build.save()
    assert jobs.is_stalled(120)


def test_a_worker_is_restarted_when_work_is_stalled_at_several_looks_and_not_at_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    restarted: list[str] = []
    looks = iter([True, True, True, False, True, True, True, True, False])
    now = iter(range(0, 100_000, 1000))
    monkeypatch.setattr(serve.time, "monotonic", lambda: next(now))
    monkeypatch.setattr(serve.jobs, "is_stalled", lambda _: next(looks))
    supervisor = Supervisor({})
    monkeypatch.setattr(supervisor, "restart", restarted.append)
    look = serve._unstick(supervisor)
    for _ in range(7):
        look()
    assert restarted == []
    look()
    assert restarted == ["worker"]


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


def test_work_that_loses_too_many_workers_is_set_aside_with_its_archive_sealed(
    queued: Donation,
) -> None:
    for _ in range(jobs.MOST_ATTEMPTS):
        assert jobs.claim(queued.pk) is not None
        lose_the_worker(queued)
    assert jobs.claim(queued.pk) is None
    retention.reap()
    assert Job.objects.get().state == JobState.FAILED
    assert jobs.claim(queued.pk) is None
    assert jobs.waiting() == []
    queued.refresh_from_db()
    assert queued.stage in lifecycle.LIVE
    assert queued.wrapped_key is not None


def test_a_failure_of_ours_gives_the_job_up_for_a_while_that_doubles(queued: Donation) -> None:
    pauses = []
    for _ in range(3):
        token = jobs.claim(queued.pk)
        assert token is not None
        jobs.let_go(queued.pk, token, "OSError at vault.py:1")
        job = Job.objects.get()
        assert (job.error, jobs.claim(queued.pk)) == ("OSError at vault.py:1", None)
        assert job.lease_until is not None
        pauses.append((job.lease_until - timezone.now()).total_seconds())
        lose_the_worker(queued)
    assert 7 < pauses[0] < 13
    assert pauses[0] < pauses[1] < pauses[2]


def test_a_worker_that_lost_its_lease_cannot_give_the_job_up(queued: Donation) -> None:
    lost = jobs.claim(queued.pk)
    lose_the_worker(queued)
    jobs.claim(queued.pk)
    assert lost is not None
    jobs.let_go(queued.pk, lost, "late")
    assert (Job.objects.get().error, jobs.claim(queued.pk)) == ("", None)


def test_a_clock_set_back_by_a_day_holds_nothing_up(queued: Donation) -> None:
    tomorrow = timezone.now() + timedelta(days=1)
    Job.objects.update(sent_at=tomorrow)
    assert jobs.waiting() == [queued.pk]
    lost = jobs.claim(queued.pk)
    Job.objects.update(lease_until=tomorrow)
    assert jobs.waiting() == [queued.pk]
    assert jobs.claim(queued.pk) not in (None, lost)


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
