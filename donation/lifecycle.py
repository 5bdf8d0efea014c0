"""The stages of a donation, the table of allowed transitions, and the only functions that change
them. Each transition is one conditional update: whoever comes second changes nothing.
"""

import logging
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from donation import audit, journal, ledger, vault
from donation.models import Donation, Job, Reminder, Stage, Upload

log = logging.getLogger("donation.lifecycle")
S = Stage
TRANSITIONS: dict[Stage, frozenset[Stage]] = {
    S.RECEIVING: frozenset({S.QUEUED, S.FAILED, S.EXPIRED, S.DISCARDED, S.WITHDRAWN}),
    S.QUEUED: frozenset({S.SIEVING, S.FAILED, S.EXPIRED, S.DISCARDED, S.WITHDRAWN}),
    S.SIEVING: frozenset(
        {S.SIEVING, S.ASKING, S.REPORT, S.FAILED, S.EXPIRED, S.DISCARDED, S.WITHDRAWN}
    ),
    S.ASKING: frozenset({S.QUEUED, S.FAILED, S.EXPIRED, S.DISCARDED, S.WITHDRAWN}),
    S.REPORT: frozenset({S.CONFIRMED, S.EXPIRED, S.DISCARDED, S.WITHDRAWN}),
    S.CONFIRMED: frozenset({S.WITHDRAWN}),
    S.FAILED: frozenset(),
    S.EXPIRED: frozenset(),
    S.DISCARDED: frozenset(),
    S.WITHDRAWN: frozenset(),
}
_SAMPLE_LIFE = timedelta(hours=1)
TERMINAL = frozenset(stage for stage, following in TRANSITIONS.items() if not following)
LIVE = frozenset(TRANSITIONS) - TERMINAL


class NotAllowed(Exception):
    """The donation is no longer in a stage from which this step may be taken."""


def move(donation: Donation, to: Stage, **fields: Any) -> None:
    """Take one step, and set `fields` with it, all or nothing. Raises NotAllowed.

    A step that ends a donation destroys its key in the same transaction, and erases its files, and
    what the database's journal still holds of the key, when that is committed; housekeeping erases
    what a crash in between, or a storage that did not answer, may have left.
    """
    sources = [stage for stage, following in TRANSITIONS.items() if to in following]
    changes = {
        "stage": to,
        "stage_at": timezone.now(),
        "expires_at": _expiry(donation, to),
        **fields,
    }
    if to in TERMINAL:
        changes |= {
            "wrapped_key": None,
            "removed": b"",
            "removed_before": None,
            "progress": {},
            "verdicts": {},
            "examples_key": None,
        }
    if to in (*TERMINAL, S.CONFIRMED):
        changes["submission"] = None
    with transaction.atomic():
        changed = Donation.objects.filter(pk=donation.pk, stage__in=sources).update(**changes)
        if changed != 1:
            raise NotAllowed
        if to in (S.WITHDRAWN, S.DISCARDED):
            # On the disk before the donor is answered: a back-up must not bring it back.
            ledger.note(donation.pk)
        if to in TERMINAL:
            Job.objects.filter(donation=donation).delete()
            Upload.objects.filter(donation=donation).delete()
            if to != S.FAILED:
                # Nobody waits any more; of a failure the donor is still told.
                Reminder.objects.filter(donation=donation).delete()
            audit.append(
                audit.Event.ERASED, audit.subject_of(donation.pk), what="all", stage=str(to)
            )
            transaction.on_commit(lambda: _erase(donation.pk))
        elif to == Stage.REPORT:
            audit.append(
                audit.Event.ERASED, audit.subject_of(donation.pk), what="raw", stage=str(to)
            )
    donation.refresh_from_db()


def fail(donation: Donation, problem: str) -> None:
    """End a donation that cannot be used, with the id of its reason. Raises NotAllowed."""
    move(donation, Stage.FAILED, problem=problem)


def _erase(donation: UUID) -> None:
    # The key is gone and nobody can open the files any more: that much is done, and is answered.
    journal.empty()
    try:
        vault.shred(donation)
    except Exception:
        log.exception("sealed files of an ended donation are left for housekeeping to erase")


def _expiry(donation: Donation, stage: Stage) -> datetime | None:
    """When a donation that stays in this stage is erased; None when it is kept or already gone."""
    if donation.is_sample and stage in LIVE:
        return donation.created_at + _SAMPLE_LIFE
    if stage in (S.RECEIVING, S.QUEUED, S.SIEVING, S.ASKING):
        return donation.created_at + timedelta(hours=settings.RAW_HOURS)
    if stage == S.REPORT:
        return timezone.now() + timedelta(days=settings.DRAFT_DAYS)
    return None
