"""Taking a donation back: at once, in any stage, even while a worker is on it."""

from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from donation import lifecycle, signing, vault
from donation.confirmation import kept_uids_sha256
from donation.models import Consent, Donation, Stage
from donation.release import tombstones


def withdraw(donation: Donation) -> dict[str, Any]:
    """Destroy the key, erase the files, and give a signed proof. Raises NotAllowed.

    The row that stays holds the time, the proof, and the code's hash, so that the code can be
    answered. A second withdrawal gives the same proof.
    """
    donation.refresh_from_db()
    if donation.stage == Stage.WITHDRAWN:
        return proof(donation)
    now = timezone.now()
    statement: dict[str, Any] = {
        "statement": "donation withdrawn",
        "record_id": donation.reference,
        "withdrawn_at": now.isoformat(),
        "erased": {"rows": _rows(donation), "rows_sha256": _uids(donation)},
        "key_destroyed": True,
        "releases": [],
        "cannot_be_undone": "a model already trained cannot be promised to forget",
        "contact": settings.CONTACT,
    }
    with transaction.atomic():
        # Before the key goes: afterwards nobody can tell which rows were this donor's.
        statement["releases"] = _bury(donation)
        statement["rebuilt_before"] = (
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
    return proof(donation)


def proof(donation: Donation) -> dict[str, Any]:
    """The proof of a withdrawn donation; empty once its thirty days are over."""
    found: dict[str, Any] = donation.numbers.get("proof", {})
    return found


def _bury(donation: Donation) -> list[str]:
    """Tombstones in every release that has the donation's rows; out: their names."""
    try:
        return tombstones.bury(donation)
    except vault.Unopenable:
        return []


def _rows(donation: Donation) -> int:
    return donation.rows if donation.stage == Stage.CONFIRMED else 0


def _uids(donation: Donation) -> str | None:
    if donation.stage != Stage.CONFIRMED:
        return None
    try:
        return kept_uids_sha256(donation)
    except vault.Unopenable:
        return None
