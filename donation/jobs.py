"""Work that is neither lost nor done twice: a lease in the database, a message only as a hint.

Celery alone loses jobs when workers or the broker are killed. Here the row is the truth: claimed by
one conditional update, kept by a heartbeat, finished under its token, and sent again by the reaper.
Times are the database's, so that workers with wrong clocks do no harm; a time that cannot be, after
a clock was set back, holds nothing up.
"""

import random
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from django.conf import settings
from django.db import connection, transaction
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils import timezone
from kombu.exceptions import ChannelError

from donation.celery import app
from donation.models import ERROR_CHARS, Build, Donation, Job, JobState

MOST_ATTEMPTS = 10
"""Times a worker may be lost on a job: innocent jobs were seen to reach three."""
_RESEND_SECONDS = 20
"""After that a hint is sent again, though it may only be waiting behind others."""
_LOST_SECONDS = 3
"""The same while the queue holds no hint at all: it was emptied, or nobody took care of it."""
_PAUSE_SECONDS = 10
"""After the first failure of ours; twice as long after each further one."""
_LONGEST_PAUSE_SECONDS = 1800


class LeaseLost(Exception):
    """Another worker has the job, or the donation is gone: stop, and write nothing."""


def enqueue(donation: Donation) -> None:
    """Ask for work on a donation, inside the caller's transaction; sent after its commit."""
    Job.objects.update_or_create(
        donation=donation,
        defaults={
            "state": JobState.QUEUED, "attempts": 0, "token": None, "lease_until": None,
            "sent_at": None, "error": "",
        },
    )  # fmt: skip
    transaction.on_commit(lambda: publish(donation.pk))


def publish(donation: UUID) -> None:
    """Send the hint. A broker that is away is no error: the reaper sends again."""
    try:
        app.send_task("donation.sift", [str(donation)], ignore_result=True)
    except Exception:  # noqa: BLE001 - whatever the broker's trouble, the row remembers
        return
    unfinished = (JobState.QUEUED, JobState.RUNNING)
    Job.objects.filter(donation=donation, state__in=unfinished).update(sent_at=Now())


def claim(donation: UUID) -> UUID | None:
    """Take the job if it is free; out: the lease's token, or None when there is nothing to do."""
    token = uuid4()
    now = database_now()
    taken = (
        Job.objects.filter(
            Q(state=JobState.QUEUED) | _left(now), donation=donation, attempts__lt=MOST_ATTEMPTS
        )
        .update(
            state=JobState.RUNNING, token=token, attempts=F("attempts") + 1,
            lease_until=now + timedelta(seconds=settings.LEASE_SECONDS),
        )
    )  # fmt: skip
    return token if taken == 1 else None


def renew(donation: UUID, token: UUID) -> None:
    """Keep the lease. Raises LeaseLost."""
    until = database_now() + timedelta(seconds=settings.LEASE_SECONDS)
    kept = Job.objects.filter(donation=donation, token=token, state=JobState.RUNNING).update(
        lease_until=until
    )
    if kept != 1:
        raise LeaseLost


def finish(donation: UUID, token: UUID) -> None:
    """End the job, inside the transaction that stores its result. Raises LeaseLost."""
    with transaction.atomic():
        # The donation before the job, as a withdrawal does: neither waits for the other for ever.
        Donation.objects.select_for_update().filter(pk=donation).values_list("pk").first()
        done = Job.objects.filter(donation=donation, token=token, state=JobState.RUNNING).update(
            state=JobState.DONE, token=None, lease_until=None
        )
    if done != 1:
        raise LeaseLost


def let_go(donation: UUID, token: UUID, error: str) -> None:
    """Give the job up after a failure that is not the archive's: it is tried again after a pause.

    `error` is the kind and place of the failure, never its words. A token that is no longer good
    changes nothing, and without a database the lease runs out.
    """
    # What failed may be the connection itself.
    connection.close_if_unusable_or_obsolete()
    held = Job.objects.filter(donation=donation, token=token, state=JobState.RUNNING)
    for attempts in held.values_list("attempts", flat=True):
        pause = min(_PAUSE_SECONDS * 2 ** (attempts - 1), _LONGEST_PAUSE_SECONDS)
        # A lease that nobody holds: not two workers in step, all of them after one outage.
        until = database_now() + timedelta(seconds=pause * random.uniform(0.8, 1.2))  # noqa: S311
        held.update(token=None, lease_until=until, error=error[:ERROR_CHARS])


def waiting() -> list[UUID]:
    """Donations whose job must be sent again: never sent, sent long ago, or its worker is lost.

    To be asked often: what was sent is not named again before it may be lost.
    """
    now = database_now()
    idle = Q(state=JobState.QUEUED) | _left(now)
    unsent = Q(sent_at=None) | Q(sent_at__gt=now + timedelta(seconds=_RESEND_SECONDS))
    # The hint that a lost worker had taken is gone with it.
    unsent |= Q(state=JobState.RUNNING, sent_at__lte=F("lease_until"))
    ours = Job.objects.filter(idle, attempts__lt=MOST_ATTEMPTS)
    longest_ago = now - timedelta(seconds=_LOST_SECONDS)
    if ours.filter(sent_at__lt=longest_ago).exists():
        patience = _RESEND_SECONDS if _hints_wait() else _LOST_SECONDS
        unsent |= Q(sent_at__lt=now - timedelta(seconds=patience))
    return list(ours.filter(unsent).values_list("donation_id", flat=True))


def _hints_wait() -> bool:
    """Whether any hint lies in the queue; so it is said, too, of a queue that does not answer."""
    try:
        with app.connection_for_read() as broker:
            channel: Any = broker.default_channel
            queue = channel.queue_declare(app.conf.task_default_queue, passive=True)
            return bool(queue.message_count)
    except ChannelError:
        # An empty one does not exist.
        return False
    except Exception:  # noqa: BLE001 - whatever the broker's trouble, the row remembers
        return True


def is_stalled(seconds: float) -> bool:
    """Whether work has waited that long while no worker holds a lease, nor builds a release."""
    now = database_now()
    held = Job.objects.filter(state=JobState.RUNNING, token__isnull=False, lease_until__gt=now)
    waiting = Job.objects.filter(
        state=JobState.QUEUED, donation__stage_at__lt=now - timedelta(seconds=seconds)
    )
    building = Build.objects.filter(problem="")
    return waiting.exists() and not held.exists() and not building.exists()


def park_exhausted() -> list[UUID]:
    """Set aside what was tried too often: dead letters. Out: the donations, each of them once."""
    now = database_now()
    tried_out = Job.objects.filter(
        Q(state=JobState.QUEUED) | _left(now), attempts__gte=MOST_ATTEMPTS
    )
    return [
        job.donation_id
        for job in tried_out
        if tried_out.filter(pk=job.pk).update(state=JobState.FAILED, token=None, lease_until=None)
    ]


def retry(donation: UUID) -> bool:
    """Try a dead letter again from the start. Out: whether there was one."""
    with transaction.atomic():
        changed = Job.objects.filter(donation=donation, state=JobState.FAILED).update(
            state=JobState.QUEUED, attempts=0, error="", sent_at=None
        )
        if changed:
            transaction.on_commit(lambda: publish(donation))
    return bool(changed)


def _left(now: datetime) -> Q:
    """Jobs whose lease is over, or so far ahead that the clock must have been set back."""
    longest = timedelta(seconds=2 * _LONGEST_PAUSE_SECONDS + settings.LEASE_SECONDS)
    return Q(state=JobState.RUNNING) & (Q(lease_until__lt=now) | Q(lease_until__gt=now + longest))


def database_now() -> datetime:
    """The time that leases are counted in."""
    if connection.vendor == "sqlite":
        # One host: the database's clock is this machine's.
        return timezone.now()
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        row = cursor.fetchone()
    return row[0]  # type: ignore[no-any-return]
