"""One e-mail, once, to say that an archive may be ready; the address is erased with it.

The address is sealed with the instance's key and tied to nothing: no donation, no session. Whoever
is written to can have it erased before, by a link that names the reminder and nothing else.
"""

import os
from datetime import timedelta
from smtplib import SMTPException
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.core import signing
from django.core.mail import EmailMessage
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from donation.models import Reminder

AFTER = timedelta(days=2)
"""From asking a platform to the message."""
LONGEST = timedelta(days=60)
"""After that an address is erased, sent to or not."""
_NONCE_BYTES = 12
_SALT = "reminder"


def ask(address: str, platform: str, title: str, language: str, site: str) -> Reminder:
    """Note one message to send. In: the platform's id and title, and the site's own address."""
    reminder = Reminder(platform=platform, title=title, language=language, site=site)
    reminder.due_at = timezone.now() + AFTER
    reminder.address = _sealed(reminder, address)
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

    A mail server that is away changes nothing: the message is sent at the next round.
    """
    now = timezone.now()
    Reminder.objects.filter(due_at__lt=now - LONGEST).delete()
    sent = 0
    for reminder in Reminder.objects.filter(due_at__lt=now)[:100]:
        try:
            sent += _send(reminder)
        except (OSError, SMTPException):
            break
    return sent


def token(reminder: Reminder) -> str:
    """What the link to stop carries: the reminder's id, signed."""
    return signing.dumps(str(reminder.pk), salt=_SALT)


def stop(signed: str) -> bool:
    """Erase a reminder by its link; False for a link that is not ours or too old."""
    try:
        pk = UUID(signing.loads(signed, salt=_SALT, max_age=LONGEST))
    except (signing.BadSignature, ValueError, TypeError):
        return False
    Reminder.objects.filter(pk=pk).delete()
    return True


def _send(reminder: Reminder) -> bool:
    """Send it and erase it, or neither. Two housekeepers send it once."""
    with transaction.atomic():
        if Reminder.objects.filter(pk=reminder.pk).delete()[0] != 1:
            return False
        if (address := _opened(reminder)) is not None:
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
        stop_at = reminder.site + reverse("stop_reminder", args=[token(reminder)])
        body = _(
            "Votre archive %(title)s est peut-être prête. Téléchargez-la, puis déposez-la ici :\n"
            "%(upload)s\n\n"
            "Votre adresse est effacée avec ce message. Ne plus m’écrire : %(stop)s\n"
        ) % {
            "title": reminder.title,
            "upload": reminder.site + reverse("upload"),
            "stop": stop_at,
        }
        subject = _("Votre archive %(title)s est peut-être prête") % {"title": reminder.title}
    return EmailMessage(subject, body, settings.DEFAULT_FROM_EMAIL, [address])
