"""The audit log: what was done with donations and keys, append-only, hash-chained, without text.

Each entry holds the hash of the one before: who changes or removes one breaks all that follow. The
end of the chain is shown on demand (`manage.py audit head`), so that an auditor who noted it can
tell later that nothing was cut off. A donation appears as a keyed hash of its id: whoever holds the
key can follow it, and nobody else.
"""

import hashlib
import hmac
import json
from collections.abc import Iterator
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone

from donation.models import AuditEntry

GENESIS = "0" * 64
"""Stands for the hash before the first entry."""
_TRIES = 20


class Event(StrEnum):
    """What is logged. Nothing else is."""

    CONSENT = "consent"
    ERASED = "erased"
    RELEASED = "released"
    DOWNLOADED = "downloaded"
    TRAINED = "trained"
    KEY_ROTATED = "key_rotated"
    STAFF_LOGIN = "staff_login"
    RETRIED = "retried"
    RETIRED = "retired"
    PARTNER = "partner"
    RESTORED = "restored"


class Broken(NamedTuple):
    """The first entry that does not follow from the one before."""

    number: int
    reason: str


def append(event: Event, subject: str = "", **detail: str | int | bool) -> None:
    """Add one entry, within the caller's transaction if there is one.

    `detail` holds ids, versions, hashes and counts of ours: never a word of a donor.
    """
    for _ in range(_TRIES):
        try:
            with transaction.atomic():
                last = AuditEntry.objects.order_by("-number").first()
                entry = AuditEntry(
                    number=last.number + 1 if last else 1,
                    # Whole seconds: every database gives back what the hash was made of.
                    at=timezone.now().replace(microsecond=0),
                    event=event,
                    subject=subject,
                    detail=detail,
                    previous=last.hash if last else GENESIS,
                )
                entry.hash = _hash(entry)
                entry.save(force_insert=True)
        except IntegrityError:
            continue  # Somebody else's entry took the number: follow that one.
        return
    raise RuntimeError("the audit log could not be written")


def subject_of(donation: UUID) -> str:
    """How a donation appears in the log."""
    return hmac.new(settings.CODE_KEY, b"audit" + donation.bytes, hashlib.sha256).hexdigest()[:32]


def about(donation: UUID) -> list[AuditEntry]:
    """What was done with one donation, oldest first: for its donor."""
    return list(AuditEntry.objects.filter(subject=subject_of(donation)).order_by("number"))


def head() -> tuple[int, str]:
    """Number and hash of the last entry."""
    last = AuditEntry.objects.order_by("-number").first()
    return (last.number, last.hash) if last else (0, GENESIS)


def verify(noted: str | None = None) -> Broken | None:
    """Walk the whole chain; None when it holds. `noted` is a hash that must still be in it."""
    previous, number = GENESIS, 0
    is_met = noted in (None, GENESIS)
    for entry in AuditEntry.objects.order_by("number").iterator():
        number += 1
        if entry.number != number:
            return Broken(number, "missing")
        if entry.previous != previous or entry.hash != _hash(entry):
            return Broken(number, "changed")
        previous = entry.hash
        is_met = is_met or previous == noted
    return None if is_met else Broken(number + 1, "cut off")


def exported() -> Iterator[str]:
    """The log as JSON lines, oldest first."""
    for entry in AuditEntry.objects.order_by("number").iterator():
        yield json.dumps({**_content(entry), "hash": entry.hash})


def _content(entry: AuditEntry) -> dict[str, object]:
    at: datetime = entry.at
    return {
        "number": entry.number,
        "at": int(at.timestamp()),
        "event": str(entry.event),
        "subject": entry.subject,
        "detail": entry.detail,
        "previous": entry.previous,
    }


def _hash(entry: AuditEntry) -> str:
    canonical = json.dumps(_content(entry), sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()
