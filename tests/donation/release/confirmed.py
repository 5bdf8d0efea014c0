"""Confirmed donations of invented rows, sealed as real ones are.

`python -m tests.donation.release.confirmed COUNT` puts some into the site of the environment.
"""

import os
import sys
from collections.abc import Iterable

if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "donation.settings"
    import django

    django.setup()

from django.utils import timezone

from donation import vault
from donation.draft import KEPT
from donation.models import Consent, Donation, Stage
from donation.release.sources import invented
from donation.stages import confirmation


def confirmed(lines: Iterable[bytes], number: int, *also: str) -> Donation:
    """One donation of these lines, given for alignment and what else is named."""
    now, lines = timezone.now(), list(lines)
    donation = Donation(
        stage=Stage.CONFIRMED, stage_at=now, created_at=now, confirmed_at=now, rows=len(lines),
        code_digest=number.to_bytes(32, "big"),
    )  # fmt: skip
    donation.wrapped_key = vault.new_wrapped_key(donation.pk)
    donation.save()
    seal(donation, lines)
    for purpose in sorted({*confirmation.NEEDED, *also}):
        Consent.objects.create(
            donation=donation, purpose=purpose, given=True, notice_version="1",
            notice_sha256="0" * 64, language="fr", at=now,
        )  # fmt: skip
    return donation


def seal(donation: Donation, lines: Iterable[bytes]) -> None:
    """Write the retained file of a donation."""
    with vault.sealing(donation, KEPT) as file:
        file.write(b"\n".join(lines) + b"\n")


if __name__ == "__main__":
    for number in range(int(sys.argv[1])):
        confirmed(invented(number), number)
