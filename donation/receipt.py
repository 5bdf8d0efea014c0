"""The consent receipt: what was agreed to, in the structure of ISO/IEC TS 27560. It holds no code
and nothing that leads to the donor but the record's own id."""

from typing import Any

from django.conf import settings

from donation import signing
from donation.confirmation import Purpose, notice_sha256
from donation.models import Donation


def receipt(donation: Donation) -> dict[str, Any]:
    """The signed receipt of a confirmed donation."""
    consents = {consent.purpose: consent for consent in donation.consents.all()}
    confirmed_at = donation.confirmed_at.isoformat() if donation.confirmed_at else None
    return signing.signed(
        {
            "schema": "ISO/IEC TS 27560:2023",
            "record_id": donation.reference,
            "controller": {"name": settings.CONTROLLER, "contact": settings.CONTACT},
            "notice": {
                "version": settings.NOTICE_VERSION,
                "sha256": notice_sha256(),
                "language": next((c.language for c in consents.values()), "fr"),
            },
            "purposes": [
                {
                    "purpose": purpose.value,
                    "given": purpose in consents and consents[purpose].given,
                    "at": confirmed_at,
                }
                for purpose in Purpose
            ],
            "data_categories": ["cleaned preference-style interactions"],
            "platforms": donation.platforms,
            "rows": donation.rows,
            "recipients": [settings.CONTROLLER],
            "storage": "until withdrawal",
            "withdrawal": "on the site, with the donation code, at any time",
        }
    )
