"""One e-mail, once, to say that an archive or a report may be ready; the address is erased with it.

The address is sealed with the instance's key. One who waits for a platform is tied to nothing: no
donation, no session. One who waits for their report is, until the message: the page says so.
Whoever is written to can have it erased before, by a link that names the reminder and nothing else.
"""

import os
from contextlib import suppress
from datetime import datetime, timedelta
from smtplib import SMTPException
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.core import signing
from django.core.mail import EmailMessage
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django.utils.translation import override

from donation.models import Donation, Reminder, Stage

LONGEST = timedelta(days=60)
"""After that an address is erased, sent to or not."""
_TAKEN = timedelta(minutes=10)
"""How long a housekeeper has for one message before another may take it."""
_HOUR = 18
_NONCE_BYTES = 12
_SALT = "reminder"
_PLATFORM_SALT = "came back"
_READY = (Stage.ASKING, Stage.REPORT, Stage.FAILED)
"""Stages in which the donor is waited for."""


def evening(days: int) -> datetime:
    """Six in the evening, local time, so many days from now."""
    day = timezone.localtime() + timedelta(days=days)
    return day.replace(hour=_HOUR, minute=0, second=0, microsecond=0)


def ask(
    address: str, platform: str, title: str, language: str, site: str, *, days: int
) -> Reminder:
    """Note one message about an archive to ask a platform for; a second wish replaces the first.
    In: the platform's id and title, the site's own address, and after how many days to write."""
    # The same wish has the same id, so that nobody need be remembered to know it again.
    pk = UUID(bytes=salted_hmac(_SALT, f"{platform} {address}", algorithm="sha256").digest()[:16])
    Reminder.objects.filter(pk=pk).delete()
    reminder = Reminder(pk=pk, platform=platform, title=title, language=language, site=site)
    reminder.due_at = evening(days)
    return _noted(reminder, address)


def ask_ready(address: str, donation: Donation, language: str, site: str) -> Reminder:
    """Note one message for when a donation's report is there; a second wish replaces the first."""
    Reminder.objects.filter(donation=donation).delete()
    reminder = Reminder(donation=donation, language=language, site=site, due_at=timezone.now())
    return _noted(reminder, address)


def _noted(reminder: Reminder, address: str) -> Reminder:
    reminder.address = _sealed(reminder, address)
    with suppress(IntegrityError), transaction.atomic():
        # Two clicks at once: either will do.
        reminder.save(force_insert=True)
    return reminder


def reseal() -> None:
    """Seal every address with the current key; one that no key opens any more is erased."""
    for reminder in Reminder.objects.select_for_update():
        address = _opened(reminder)
        if address is None:
            reminder.delete()
        else:
            reminder.address = _sealed(reminder, address)
            reminder.save(update_fields=["address"])


def send_due() -> int:
    """Send what is due and erase each address with its message. Out: how many were sent.

    A mail server that is away changes nothing: the message is sent at the next round. A process
    that dies between the message and the erasure may send it once more, ten minutes later.
    """
    now = timezone.now()
    Reminder.objects.filter(due_at__lt=now - LONGEST).delete()
    sent = 0
    is_awaited = Q(donation=None) | Q(donation__stage__in=_READY)
    for reminder in Reminder.objects.filter(is_awaited, due_at__lt=now)[:100]:
        ours = Reminder.objects.filter(pk=reminder.pk)
        # Taken by one update, so that two housekeepers send it once, and no transaction is open
        # for as long as a mail server takes.
        if ours.filter(due_at=reminder.due_at).update(due_at=now + _TAKEN) != 1:
            continue
        try:
            sent += _send(reminder)
        except (OSError, SMTPException):
            ours.update(due_at=reminder.due_at)
            break
        ours.delete()
    return sent


def token(reminder: Reminder) -> str:
    """What the link to stop carries: the reminder's id, signed."""
    return signing.dumps(str(reminder.pk), salt=_SALT)


def platform_token(platform: str) -> str:
    """What the link back carries: a platform, signed, for as long as addresses live."""
    return signing.dumps(platform, salt=_PLATFORM_SALT)


def platform_of(signed: str) -> str | None:
    """The platform of a link back; None for a link that is not ours or too old."""
    try:
        found: str = signing.loads(signed, salt=_PLATFORM_SALT, max_age=LONGEST)
    except signing.BadSignature:
        return None
    return found


def stop(signed: str) -> bool:
    """Erase a reminder by its link; False for a link that is not ours or too old."""
    try:
        pk = UUID(signing.loads(signed, salt=_SALT, max_age=LONGEST))
    except (signing.BadSignature, ValueError, TypeError):
        return False
    Reminder.objects.filter(pk=pk).delete()
    return True


def _send(reminder: Reminder) -> bool:
    """Send it; False when no key opens its address any more."""
    if (address := _opened(reminder)) is None:
        return False
    _message(reminder, address).send()
    return True


def _sealed(reminder: Reminder, address: str) -> bytes:
    nonce = os.urandom(_NONCE_BYTES)
    return nonce + AESGCM(settings.KEK).encrypt(nonce, address.encode(), reminder.pk.bytes)


def _opened(reminder: Reminder) -> str | None:
    sealed = bytes(reminder.address)
    for key in (settings.KEK, *settings.KEK_PREVIOUS):
        try:
            clear = AESGCM(key).decrypt(
                sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], reminder.pk.bytes
            )
        except InvalidTag:
            continue
        return clear.decode()
    return None


def _message(reminder: Reminder, address: str) -> EmailMessage:
    with override(reminder.language):
        if reminder.donation_id is None:
            subject = _("Votre archive %(title)s est peut-être prête") % {"title": reminder.title}
            words = _(
                "Téléchargez votre archive %(title)s, puis déposez-la ici : %(link)s\n"
                "Votre adresse est effacée avec ce message.\n\n"
                "Ne plus m’écrire : %(stop)s\n"
            )
            link = reverse("came_back", args=[platform_token(reminder.platform)])
        else:
            subject = _("Le nettoyage de votre archive est fini")
            words = _(
                "Ouvrez votre don avec votre code : %(link)s\n"
                "Votre adresse est effacée avec ce message.\n\n"
                "Ne plus m’écrire : %(stop)s\n"
            )
            link = reverse("my_donation")
        body = words % {
            "title": reminder.title,
            "link": reminder.site + link,
            "stop": reminder.site + reverse("stop_reminder", args=[token(reminder)]),
        }
    return EmailMessage(subject, body, settings.DEFAULT_FROM_EMAIL, [address])
