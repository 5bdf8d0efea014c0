"""How the site stands: the figures that operators look at and that a monitoring system collects.

Counts, ages and codes of ours; nothing a donor wrote, and no donation but by the reference that its
donor may quote.
"""

import shutil
from datetime import datetime, timedelta
from typing import NamedTuple

from django.conf import settings
from django.db.models import Count, Min, Q, Sum
from django.utils import timezone

from donation import drift, jobs, lifecycle
from donation.models import Donation, DriftCount, Job, JobState, Release, Stage, Tombstone, Upload
from donation.operation import dead_letters
from donation.release.tombstones import LONGEST_SERVED, LONGEST_WAIT

_FAILURE_DAYS = 7
_RAW = (Stage.RECEIVING, Stage.QUEUED, Stage.SIEVING, Stage.ASKING)


class InStage(NamedTuple):
    """Donations in one stage, and since when the oldest of them is there."""

    stage: str
    donations: int
    since: datetime | None


class Queue(NamedTuple):
    """Work that waits, and work under way. Ages in seconds."""

    waiting: int
    running: int
    oldest_seconds: float


class Letter(NamedTuple):
    """A dead letter: the donation, what went wrong last, and until when it can be sent again."""

    job: int
    reference: str
    code: str
    until: datetime | None


class Clock(NamedTuple):
    """A promise with a time: what is kept, the oldest of it, when that ends, how many are late."""

    kept: str
    oldest: datetime | None
    ends: datetime | None
    late: int


class Mourning(NamedTuple):
    """Withdrawals whose tombstones wait to be published together."""

    donors: int
    rows: int
    since: datetime | None
    until: datetime | None


class Disk(NamedTuple):
    """Room where the data folder lies, in bytes."""

    free: int
    total: int

    @property
    def is_short(self) -> bool:
        """Whether three of the largest uploads would no longer fit."""
        return self.free < 3 * settings.UPLOAD_BYTES


class Standing(NamedTuple):
    """All of it, at one moment."""

    stages: list[InStage]
    queue: Queue
    uploads: int
    letters: list[Letter]
    problems: dict[str, int]
    """Archives that could not be used, by the id of the reason."""
    rises: list[drift.Rise]
    redaction: dict[str, int]
    """Texts of the last seven days that redaction refused because it failed, by the reason."""
    disk: Disk
    clocks: list[Clock]
    mourning: Mourning


def standing() -> Standing:
    """Count now."""
    return Standing(
        stages=_stages(),
        queue=_queue(),
        uploads=Upload.objects.count(),
        letters=_letters(),
        problems=_problems(),
        rises=drift.rises(),
        redaction=_redaction(),
        disk=_disk(),
        clocks=_clocks(),
        mourning=_mourning(),
    )


def _stages() -> list[InStage]:
    counted = Donation.objects.values("stage").annotate(n=Count("pk"), since=Min("stage_at"))
    found = {row["stage"]: row for row in counted}
    return [
        InStage(stage, found[stage]["n"], found[stage]["since"])
        if stage in found
        else InStage(stage, 0, None)
        for stage in Stage.values
    ]


def _queue() -> Queue:
    now = jobs.database_now()
    waiting = Job.objects.filter(state=JobState.QUEUED)
    oldest = waiting.aggregate(since=Min("donation__stage_at"))["since"]
    return Queue(
        waiting=waiting.count(),
        running=Job.objects.filter(state=JobState.RUNNING).count(),
        oldest_seconds=max(0.0, (now - oldest).total_seconds()) if oldest else 0.0,
    )


def _letters() -> list[Letter]:
    return [
        Letter(
            letter.pk,
            letter.donation.reference,
            dead_letters.code(letter),
            letter.donation.expires_at,
        )
        for letter in dead_letters.waiting()
    ]


def _problems() -> dict[str, int]:
    failed = Donation.objects.filter(stage=Stage.FAILED).values_list("problem")
    return dict(failed.annotate(n=Count("pk")).order_by("-n"))


def _redaction() -> dict[str, int]:
    since = timezone.localdate() - timedelta(days=_FAILURE_DAYS)
    rows = DriftCount.objects.filter(reader=drift.REDACTION, day__gt=since)
    counted = rows.exclude(field=drift.READ).values_list("field").annotate(n=Sum("count"))
    return dict(counted.order_by("field"))


def _disk() -> Disk:
    room = shutil.disk_usage(settings.DATA)
    return Disk(free=room.free, total=room.total)


def _clocks() -> list[Clock]:
    return [
        _clock("raw", Q(stage__in=_RAW)),
        _clock("draft", Q(stage=Stage.REPORT)),
        _proofs(),
        _served(),
    ]


def _clock(kept: str, which: Q) -> Clock:
    now = timezone.now()
    found = Donation.objects.filter(which, stage__in=lifecycle.LIVE)
    ages = found.aggregate(oldest=Min("created_at"), ends=Min("expires_at"))
    return Clock(kept, ages["oldest"], ages["ends"], found.filter(expires_at__lt=now).count())


def _proofs() -> Clock:
    days = timedelta(days=settings.PROOF_DAYS)
    kept = Donation.objects.filter(stage=Stage.WITHDRAWN).exclude(numbers={})
    oldest = kept.aggregate(oldest=Min("withdrawn_at"))["oldest"]
    late = kept.filter(withdrawn_at__lt=timezone.now() - days).count()
    return Clock("proof", oldest, oldest + days if oldest else None, late)


def _served() -> Clock:
    """Releases that still hold rows of somebody who left."""
    with_left = Release.objects.filter(retired_at=None, tombstones__isnull=False)
    since = with_left.aggregate(since=Min("tombstones__since"))["since"]
    late = with_left.filter(tombstones__since__lt=timezone.now() - LONGEST_SERVED).distinct()
    return Clock("release", since, since + LONGEST_SERVED if since else None, late.count())


def _mourning() -> Mourning:
    found = Tombstone.objects.filter(published_at=None).aggregate(
        donors=Count("mourned", distinct=True), rows=Count("pk"), since=Min("since")
    )
    since = found["since"]
    return Mourning(found["donors"], found["rows"], since, since + LONGEST_WAIT if since else None)
