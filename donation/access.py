"""Opening a donation with its code: attempts are limited, and wrong codes all look alike."""

import hashlib
import hmac
from datetime import datetime

from django.conf import settings
from django.db.models import F
from django.utils import timezone

from donation import codes, lifecycle
from donation.models import Attempt, Donation, Stage


class TooManyAttempts(Exception):
    """This client must wait for the next hour."""


def donation_for(typed: str, client: str) -> Donation | None:
    """The donation of a code, in whatever stage; None for any code that opens nothing.

    Of several under one code, the newest that goes on, else the newest.

    In: what was typed, and the client's address, of which only a keyed hash is stored, for a day.
    Raises TooManyAttempts.
    """
    hour = timezone.now().replace(minute=0, second=0, microsecond=0)
    who = _who(client)
    if Attempt.objects.filter(
        client=who, hour=hour, count__gte=settings.ATTEMPTS_PER_HOUR
    ).exists():
        raise TooManyAttempts
    code = codes.normalised(typed)
    # A code that cannot be one is looked up all the same: every answer takes the same work.
    wanted = codes.digest(code) if code is not None else bytes(32)
    found = Donation.objects.filter(code_digest=wanted).order_by("-created_at")
    known = [donation for donation in found if not _is_forgotten(donation)]
    if not known:
        _count(who, hour)
        return None
    return min(known, key=lambda donation: donation.stage in lifecycle.TERMINAL)


def others(donation: Donation) -> list[Donation]:
    """The other donations of the same code, the newest first."""
    same = Donation.objects.filter(code_digest=donation.code_digest).exclude(pk=donation.pk)
    return [one for one in same.order_by("-created_at") if not _is_forgotten(one)]


def count_beginning(client: str) -> None:
    """Count one more donation begun from an address. Raises TooManyAttempts."""
    hour = timezone.now().replace(minute=0, second=0, microsecond=0)
    who = _who(f"begins {client}")
    if Attempt.objects.filter(client=who, hour=hour, count__gte=settings.BEGUN_PER_HOUR).exists():
        raise TooManyAttempts
    _count(who, hour)


def _who(client: str) -> bytes:
    return hmac.new(settings.CODE_KEY, client.encode(), hashlib.sha256).digest()[:16]


def _is_forgotten(donation: Donation) -> bool:
    """Whether it was withdrawn so long ago that not even its proof is left."""
    return donation.stage == Stage.WITHDRAWN and not donation.numbers


def _count(who: bytes, hour: datetime) -> None:
    attempt, _ = Attempt.objects.get_or_create(client=who, hour=hour)
    Attempt.objects.filter(pk=attempt.pk).update(count=F("count") + 1)
