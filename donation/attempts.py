"""How often one client may be wrong in an hour: of its address only a keyed hash is stored."""

import hashlib
import hmac
from datetime import datetime

from django.conf import settings
from django.db.models import F
from django.utils import timezone

from donation.models import Attempt


class TooManyAttempts(Exception):
    """This client must wait for the next hour."""


def check(client: str) -> None:
    """Raises TooManyAttempts."""
    if Attempt.objects.filter(
        client=_hashed(client), hour=_hour(), count__gte=settings.ATTEMPTS_PER_HOUR
    ).exists():
        raise TooManyAttempts


def count_failure(client: str) -> None:
    """One more; forgotten after a day (`retention.purge`)."""
    attempt, _ = Attempt.objects.get_or_create(client=_hashed(client), hour=_hour())
    Attempt.objects.filter(pk=attempt.pk).update(count=F("count") + 1)


def count_beginning(client: str) -> None:
    """Count one more donation, or message, begun from an address. Raises TooManyAttempts."""
    beginner = f"begins {client}"
    if Attempt.objects.filter(
        client=_hashed(beginner), hour=_hour(), count__gte=settings.BEGUN_PER_HOUR
    ).exists():
        raise TooManyAttempts
    count_failure(beginner)


def _hashed(client: str) -> bytes:
    return hmac.new(settings.CODE_KEY, client.encode(), hashlib.sha256).digest()[:16]


def _hour() -> datetime:
    return timezone.now().replace(minute=0, second=0, microsecond=0)
