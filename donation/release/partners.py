"""Who may download what is not public: partners, each with a token that ends and can be revoked.

A token is 256 random bits; only its keyed hash is stored, so that the database lets nobody in.
"""

import hashlib
import hmac
import secrets
from datetime import datetime, timedelta

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils import timezone

from donation import attempts, audit
from donation.models import PartnerToken
from donation.release import outward

LONGEST = timedelta(days=366)
_PREFIX = "glane_"
"""So that scanners for leaked secrets know one when they see it."""


class Refused(Exception):
    """Why a partner was not added or revoked."""


def add(name: str, *, days: int, webhook: str = "") -> str:
    """Let a partner in for some days; out: the token, shown once. Raises Refused."""
    if not 0 < days <= LONGEST.days:
        raise Refused(f"A token is good for 1 to {LONGEST.days} days.")
    if webhook:
        try:
            outward.check(webhook)
        except outward.Failed:
            raise Refused("A webhook is an https address without a user name.") from None
    token = _PREFIX + secrets.token_urlsafe(32)
    now = timezone.now()
    try:
        with transaction.atomic():
            PartnerToken.objects.create(
                name=name, digest=_digest(token), created_at=now, webhook=webhook,
                expires_at=now + timedelta(days=days),
            )  # fmt: skip
            audit.append(audit.Event.PARTNER, partner=name, days=days)
    except IntegrityError:
        raise Refused(f"{name} has a token already: revoke it, then choose a new name.") from None
    return token


def revoke(name: str) -> None:
    """End a token at once. Raises Refused."""
    with transaction.atomic():
        ended = living().select_for_update().filter(name=name).first()
        if ended is None:
            raise Refused("No living token has that name.")
        PartnerToken.objects.filter(pk=ended.pk).update(revoked_at=timezone.now())
        audit.append(audit.Event.PARTNER, partner=name, revoked=True)


def living(at: datetime | None = None) -> QuerySet[PartnerToken]:
    """Tokens that open something."""
    return PartnerToken.objects.filter(revoked_at=None, expires_at__gt=at or timezone.now())


def of_token(token: str, client: str) -> PartnerToken | None:
    """The partner of a token; None for any that opens nothing. Raises attempts.TooManyAttempts."""
    attempts.check(client)
    partner = living().filter(digest=_digest(token)).first()
    if partner is None:
        attempts.count_failure(client)
    return partner


def _digest(token: str) -> bytes:
    return hmac.new(settings.CODE_KEY, b"partner" + token.encode(), hashlib.sha256).digest()
