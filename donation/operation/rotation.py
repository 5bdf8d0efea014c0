"""The key-encryption key, checked at the start and changed without sealing any file again."""

from django.db import transaction

from donation import audit, reminder, vault
from donation.models import Donation, Release


class WrongKey(Exception):
    """The key-encryption key given opens nothing that is stored: nothing may be served with it."""


def check() -> None:
    """Raises WrongKey when a stored donation's key does not open: better no site than one that
    answers every donor that their donation is damaged."""
    stored = Donation.objects.filter(wrapped_key__isnull=False).order_by("-created_at").first()
    if stored is None:
        return
    try:
        vault.rewrapped(stored)
    except vault.Unopenable:
        raise WrongKey from None


def rotate() -> int:
    """Wrap the key of every donation with the current key; out: how many. Raises WrongKey.

    To be called with the old key among the previous ones. All or nothing; a donation that ends
    meanwhile keeps no key.
    """
    with transaction.atomic():
        live = Donation.objects.select_for_update().filter(wrapped_key__isnull=False)
        count = 0
        for donation in live.iterator(chunk_size=500):
            try:
                donation.wrapped_key = vault.rewrapped(donation)
            except vault.Unopenable:
                raise WrongKey from None
            donation.save(update_fields=["wrapped_key"])
            count += 1
        for release in Release.objects.select_for_update().filter(wrapped_key__isnull=False):
            release.wrapped_key = vault.rewrapped(release)
            release.save(update_fields=["wrapped_key"])
        reminder.reseal()
        audit.append(audit.Event.KEY_ROTATED, donations=count)
    return count
