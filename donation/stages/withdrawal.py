"""Taking a donation back: at once, in any stage, even while a worker is on it."""

import logging
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from donation import lifecycle, signing, vault
from donation.models import Consent, Donation, Stage
from donation.release import tombstones
from donation.stages.confirmation import kept_uids_sha256

log = logging.getLogger("donation.withdrawal")


def withdraw(donation: Donation) -> dict[str, Any]:
    """Destroy the key, erase the files, and give a signed proof.

    Raises NotAllowed.

    The row that stays holds the time, the proof, and the code's hash, so that the code can be
    answered. A second withdrawal gives the same proof.
    """
    with transaction.atomic():
        # Locked before anything is read: a release that is published, rows that are taken out at
        # this moment come before it and are seen, or after it and see it.
        locked = Donation.objects.select_for_update().get(pk=donation.pk)
        if locked.stage != Stage.WITHDRAWN:
            _end(locked)
    donation.refresh_from_db()
    return proof(donation)


def proof(donation: Donation) -> dict[str, Any]:
    """The proof of a withdrawn donation; empty once its thirty days are over."""
    found: dict[str, Any] = donation.numbers.get("proof", {})
    return found


def _end(donation: Donation) -> None:
    now = timezone.now()
    statement: dict[str, Any] = {
        "statement": "donation withdrawn",
        "record_id": donation.reference,
        "withdrawn_at": now.isoformat(),
        "erased": {"rows": _rows(donation), "rows_sha256": _uids(donation)},
        "key_destroyed": True,
        # Before the key goes: afterwards nobody can tell which rows were this donor's.
        "releases": _bury(donation),
        "cannot_be_undone": "a model already trained cannot be promised to forget",
        "contact": settings.CONTACT,
    }
    statement["rebuilt_or_offline_before"] = (
        (now + tombstones.LONGEST_SERVED).isoformat() if statement["releases"] else None
    )
    lifecycle.move(
        donation,
        Stage.WITHDRAWN,
        withdrawn_at=now,
        platforms=[],
        upload_bytes=0,
        rows=0,
        numbers={"proof": signing.signed(statement)},
    )
    Consent.objects.filter(donation=donation).delete()


def _bury(donation: Donation) -> list[str]:
    """Tombstones in every release that has the donation's rows; out: their names."""
    try:
        return tombstones.bury(donation)
    except vault.Unopenable:
        # Lost for good, as after a back-up that lacks them: which rows were theirs cannot be told
        # any more, and nobody is kept from leaving by that. What holds them is offered no longer.
        log.exception("releases retired: a withdrawn donation's rows cannot be told")
        names = tombstones.retire_all_with(donation)
        donation.releases.clear()
        return names


def _rows(donation: Donation) -> int:
    return donation.rows if donation.stage == Stage.CONFIRMED else 0


def _uids(donation: Donation) -> str | None:
    if donation.stage != Stage.CONFIRMED:
        return None
    try:
        return kept_uids_sha256(donation)
    except vault.Unopenable:
        return None
