"""Telling partners that tombstones were published: a signed message to the address they gave.

The database remembers what must still be delivered; Celery carries hints and the waits between
attempts. A message holds how many rows and where the feed is, never an id of a row.
"""

import logging
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import msgspec
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from donation import signing
from donation.celery import app
from donation.models import Delivery, Release
from donation.release import addresses, outward, partners

log = logging.getLogger("donation.webhooks")
DELIVER = "donation.deliver_notice"
"""Name of the task."""
WAITS = (60, 300, 1_800, 7_200, 21_600, 43_200, 86_400)
"""Seconds before each further attempt; after the last one the message is given up."""
_TAKEN = timedelta(minutes=5)
"""How long a worker has for an attempt before another may take it."""


def announce(release: Release, rows: int, at: datetime) -> None:
    """Note a message for every partner who wants one, in the caller's transaction."""
    wanting = partners.living(at).exclude(webhook="")
    noted = [
        Delivery.objects.create(
            partner=partner, release=release, rows=rows, published_at=at, due_at=at
        ).pk
        for partner in wanting
    ]
    for pk in noted:
        transaction.on_commit(partial(_send, pk))


def deliver(pk: int) -> bool:
    """Try one message, if it is due and nobody else does; out: whether it was delivered."""
    now = timezone.now()
    due = Delivery.objects.filter(pk=pk, due_at__lte=now, partner__in=partners.living(now))
    if due.update(due_at=now + _TAKEN, attempts=F("attempts") + 1) != 1:
        return False
    delivery = Delivery.objects.select_related("partner", "release").get(pk=pk)
    try:
        answer = str(outward.post(delivery.partner.webhook, _message(delivery)))
    except outward.Failed as failed:
        answer = str(failed)
    is_delivered = answer.startswith("2")
    wait = None if is_delivered else _wait(delivery.attempts)
    now = timezone.now()
    Delivery.objects.filter(pk=pk).update(
        answer=answer,
        delivered_at=now if is_delivered else None,
        due_at=None if wait is None else now + timedelta(seconds=wait),
    )
    if wait is not None:
        _send(pk, wait)
    elif not is_delivered:
        log.warning("a partner's webhook was given up: %s", answer)
    return is_delivered


def send_due() -> int:
    """Send again what is due and may have been lost; out: how many."""
    now = timezone.now()
    wanted = Delivery.objects.filter(due_at__lte=now, partner__in=partners.living(now))
    due = wanted.values_list("pk", flat=True)
    for pk in due:
        _send(pk)
    return len(due)


def _message(delivery: Delivery) -> bytes:
    release = delivery.release.name
    message: dict[str, Any] = {
        "event": "tombstones_published",
        "delivery": delivery.pk,
        "release": release,
        "count": delivery.rows,
        "published_at": delivery.published_at.isoformat(),
        "feed": addresses.feed(release),
    }
    return msgspec.json.encode(signing.signed(message))


def _wait(attempts: int) -> int | None:
    return WAITS[attempts - 1] if attempts <= len(WAITS) else None


def _send(pk: int, seconds: int = 0) -> None:
    """Send the hint. A broker that is away is no error: housekeeping sends again."""
    try:
        app.send_task(DELIVER, [pk], countdown=seconds, ignore_result=True)
    except Exception:  # noqa: BLE001 - whatever the broker's trouble, the row remembers
        return
