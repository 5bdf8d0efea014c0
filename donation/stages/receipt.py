"""The consent receipt: what was agreed to, in the structure of ISO/IEC TS 27560. It holds no code
and nothing that leads to the donor but the record's own id."""

from typing import Any

from django.conf import settings

from donation import signing
from donation.models import Consent, Donation
from donation.stages.confirmation import Purpose


def receipt(donation: Donation) -> dict[str, Any]:
    """The signed receipt of a confirmed donation."""
    consents = {consent.purpose: consent for consent in donation.consents.all()}
    # Never withdrawn alone: it says under which notice the donation was made.
    first = consents[Purpose.ALIGNMENT]
    return signing.signed(
        {
            "schema": "ISO/IEC TS 27560:2023",
            "record_id": donation.reference,
            "controller": {"name": settings.CONTROLLER, "contact": settings.CONTACT},
            "notice": {
                "version": first.notice_version,
                "sha256": first.notice_sha256,
                "language": first.language,
            },
            "purposes": [
                _choice(purpose, consents[purpose]) for purpose in Purpose if purpose in consents
            ],
            "data_categories": ["cleaned preference-style interactions"],
            "platforms": donation.platforms,
            "rows": donation.rows,
            "recipients": [settings.CONTROLLER],
            "storage": "until withdrawal",
            "withdrawal": "on the site, with the donation code, at any time",
        }
    )


def _choice(purpose: Purpose, consent: Consent) -> dict[str, Any]:
    """What was chosen last for one purpose, when, and under which notice."""
    return {
        "purpose": purpose.value,
        "given": consent.given,
        "at": consent.at.isoformat(),
        "notice": {
            "version": consent.notice_version,
            "sha256": consent.notice_sha256,
            "language": consent.language,
        },
    }
