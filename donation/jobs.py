"""Work that is neither lost nor done twice: a lease in the database, a message only as a hint.

Celery alone loses jobs when workers or the broker are killed. Here the row is the truth: claimed by
one conditional update, kept by a heartbeat, finished under its token, and sent again by the reaper.
Times are the database's, so that workers with wrong clocks do no harm.
"""

from datetime import datetime, timedelta
from uuid import UUID, uuid4

from django.conf import settings
from django.db import connection, transaction
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils import timezone

from donation.celery import app
from donation.models import Donation, Job, JobState

MOST_ATTEMPTS = 10
"""Times a worker may be lost on a job: innocent jobs were seen to reach three."""
_RESEND_SECONDS = 20


class LeaseLost(Exception):
    """Another worker has the job, or the donation is gone: stop, and write nothing."""


def enqueue(donation: Donation) -> None:
    """Ask for work on a donation, inside the caller's transaction; sent after its commit."""
    Job.objects.update_or_create(
        donation=donation,
        defaults={
            "state": JobState.QUEUED, "attempts": 0, "token": None, "lease_until": None,
            "sent_at": None,
        },
    )  # fmt: skip
    transaction.on_commit(lambda: publish(donation.pk))


def publish(donation: UUID) -> None:
    """Send the hint. A broker that is away is no error: the reaper sends again."""
    try:
        app.send_task("donation.sift", [str(donation)], ignore_result=True)
    except Exception:  # noqa: BLE001 - whatever the broker's trouble, the row remembers
        return
    Job.objects.filter(donation=donation, state=JobState.QUEUED).update(sent_at=Now())


def claim(donation: UUID) -> UUID | None:
    """Take the job if it is free; out: the lease's token, or None when there is nothing to do."""
    token = uuid4()
    free = Q(state=JobState.QUEUED) | Q(state=JobState.RUNNING, lease_until__lt=database_now())
    taken = (
        Job.objects.filter(free, donation=donation, attempts__lt=MOST_ATTEMPTS)
        .update(
            state=JobState.RUNNING, token=token, attempts=F("attempts") + 1,
            lease_until=database_now() + timedelta(seconds=settings.LEASE_SECONDS),
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
    done = Job.objects.filter(donation=donation, token=token, state=JobState.RUNNING).update(
        state=JobState.DONE, token=None, lease_until=None
    )
    if done != 1:
        raise LeaseLost


def waiting() -> list[UUID]:
    """Donations whose job must be sent again: never sent, sent long ago, or its worker is lost."""
    now = database_now()
    unsent = Q(state=JobState.QUEUED) & (
        Q(sent_at=None) | Q(sent_at__lt=now - timedelta(seconds=_RESEND_SECONDS))
    )
    lost = Q(state=JobState.RUNNING, lease_until__lt=now)
    return list(
        Job.objects.filter(unsent | lost, attempts__lt=MOST_ATTEMPTS).values_list(
            "donation_id", flat=True
        )
    )


def exhausted() -> list[UUID]:
    """Donations whose job lost too many workers: dead letters."""
    lost = Q(state=JobState.QUEUED) | Q(state=JobState.RUNNING, lease_until__lt=database_now())
    return list(
        Job.objects.filter(lost, attempts__gte=MOST_ATTEMPTS).values_list("donation_id", flat=True)
    )


def database_now() -> datetime:
    """The time that leases are counted in."""
    if connection.vendor == "sqlite":
        # One host: the database's clock is this machine's.
        return timezone.now()
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        row = cursor.fetchone()
    return row[0]  # type: ignore[no-any-return]
