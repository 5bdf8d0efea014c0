"""Nothing is kept longer than promised: what expired is erased, what a crash left is swept."""

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from importlib import import_module
from uuid import UUID

from django.conf import settings
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone

from donation import draft, jobs, journal, lifecycle, reminder, vault
from donation.models import Attempt, Build, Donation, Job, JobState, Stage
from donation.operation import dead_letters
from donation.release import stopping, tombstones, webhooks

log = logging.getLogger("donation.retention")
_IS_OURS = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}").fullmatch
_WIPE_EVERY = timedelta(hours=1)
LOST = "lost"
"""Problem of a donation that could not be read, for reasons of ours, until its time was over."""


def reap() -> int:
    """Send waiting work again, set aside what was tried too often. Out: how many were sent."""
    dead_letters.park()
    waiting = jobs.waiting()
    for pk in waiting:
        jobs.publish(pk)
    return len(waiting)


def purge() -> int:
    """Erase what is past its time. Out: how many donations ended.

    What fails is logged, and keeps nothing else from being erased.
    """
    expired = Donation.objects.filter(expires_at__lt=timezone.now(), stage__in=lifecycle.LIVE)
    ended = 0
    for pk in list(expired.values_list("pk", flat=True)):
        with _left_for_later():
            ended += _end(pk)
    for errand in (
        _forget_proofs, tombstones.publish, tombstones.take_offline, webhooks.send_due,
        stopping.sweep, _forget_attempts, _forget_sessions, sweep, reminder.send_due,
        _destroyed_keys.wipe,
    ):  # fmt: skip
        with _left_for_later():
            errand()
    return ended


def sweep() -> None:
    """Erase sealed files past their stage: a crash may have come between step and erasure."""
    try:
        folders, _ = default_storage.listdir("")
    except FileNotFoundError:
        return
    # Listed before the stages are read: a folder made in between is not judged without its row.
    live = {
        str(pk): (stage, rewritten)
        for pk, stage, rewritten in Donation.objects.filter(stage__in=lifecycle.LIVE).values_list(
            "pk", "stage", "rewritten"
        )
    }
    building = {str(pk) for pk in Build.objects.values_list("pk", flat=True)}
    for folder in folders:
        if folder in building or not _IS_OURS(folder):
            continue
        if folder not in live:
            vault.shred(UUID(folder))
        elif (held := _held(*live[folder])) and not held.issuperset(vault.names(UUID(folder))):
            _tidy(UUID(folder))


class _DestroyedKeys:
    """Where PostgreSQL keeps dead rows: the table is written anew when donations have ended since
    the last time, once an hour at most, for it is locked meanwhile."""

    def __init__(self) -> None:
        self._wiped_at: datetime | None = None

    def wipe(self) -> None:
        """Once it is worth it."""
        now = timezone.now()
        if self._wiped_at and now - self._wiped_at < _WIPE_EVERY:
            return
        ended = Donation.objects.filter(stage__in=lifecycle.TERMINAL)
        if self._wiped_at:
            ended = ended.filter(stage_at__gte=self._wiped_at)
        if ended.exists() and journal.rewrite(Donation._meta.db_table):  # noqa: SLF001
            self._wiped_at = now


_destroyed_keys = _DestroyedKeys()


@contextmanager
def _left_for_later() -> Iterator[None]:
    try:
        yield
    except Exception:
        log.exception("an errand failed; it is run again at the next purge")


def _forget_proofs() -> None:
    long_ago = timezone.now() - timedelta(days=settings.PROOF_DAYS)
    Donation.objects.filter(stage=Stage.WITHDRAWN, withdrawn_at__lt=long_ago).update(numbers={})


def _forget_attempts() -> None:
    Attempt.objects.filter(hour__lt=timezone.now() - timedelta(days=1)).delete()


def _forget_sessions() -> None:
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()


def _tidy(pk: UUID) -> None:
    # Who confirms or changes what they gave writes under this lock: now nobody does.
    with transaction.atomic():
        donation = Donation.objects.select_for_update().get(pk=pk)
        if held := _held(donation.stage, donation.rewritten):
            # Two leases: a worker that lost its own stops within one.
            idle_since = timezone.now() - timedelta(seconds=2 * settings.LEASE_SECONDS)
            vault.shred_all_but(pk, held, idle_since=idle_since)


def _held(stage: str, rewritten: int) -> frozenset[str]:
    """The sealed files a donation may still have, in stages that come after an erasure."""
    if stage == Stage.CONFIRMED:
        return frozenset(draft.kept_roles(rewritten))
    return draft.HELD if stage == Stage.REPORT else frozenset()


def _end(pk: UUID) -> bool:
    """End a donation past its time: as lost, when it could not be read till then."""
    donation = Donation.objects.filter(pk=pk).first()
    if donation is None:
        return False
    is_dead = Job.objects.filter(donation=pk, state=JobState.FAILED).exists()
    stage, problem = (Stage.FAILED, LOST) if is_dead else (Stage.EXPIRED, "")
    try:
        lifecycle.move(donation, stage, problem=problem)
    except lifecycle.NotAllowed:
        return False
    return True
