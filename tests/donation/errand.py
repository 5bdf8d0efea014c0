"""One step of a donor's, done in a process of its own beside a running site: `python errand.py`.

Standard input: a JSON object with `do`, and what that needs. Standard output: the donation as JSON.
"""

import hashlib
import json
import os
import sys
from pathlib import Path

os.environ["DJANGO_SETTINGS_MODULE"] = "donation.settings"

import django

django.setup()

from donation import confirmation, intake, retention, vault, withdrawal  # noqa: E402
from donation.models import Donation  # noqa: E402


def give(path: str, name: str) -> tuple[Donation, str]:
    donation, code = intake.begin()
    with vault.sealing(donation, "upload-000") as sealed, Path(path).open("rb") as file:
        sealed.write(file.read())
    intake.complete(donation, [intake.Given(name, ("upload-000",))], Path(path).stat().st_size)
    return donation, code


def main() -> None:
    asked = json.load(sys.stdin)
    if asked["do"] == "list":
        json.dump(
            {"ids": [str(pk) for pk in Donation.objects.values_list("pk", flat=True)]}, sys.stdout
        )
        return
    code = ""
    if asked["do"] == "give":
        donation, code = give(asked["path"], asked["name"])
    else:
        donation = Donation.objects.get(pk=asked["id"])
    sha256 = ""
    if asked["do"] == "hash upload":
        (upload,) = donation.uploads.all()
        with vault.opened(donation, *upload.pieces) as sealed:
            sha256 = hashlib.sha256(sealed.read()).hexdigest()
    if asked["do"] == "confirm":
        confirmation.confirm(donation, confirmation.NEEDED, "fr")
    if asked["do"] == "withdraw":
        withdrawal.withdraw(donation)
        retention.purge()
    donation.refresh_from_db()
    job = getattr(donation, "job", None)
    json.dump(
        {
            "id": str(donation.pk),
            "code": code,
            "stage": donation.stage,
            "problem": donation.problem,
            "sha256": sha256,
            "rows": donation.rows,
            "key": bytes(donation.wrapped_key or b"").hex(),
            "attempts": job.attempts if job else 0,
            "kept": len(confirmation.kept_lines(donation)) if donation.stage == "confirmed" else 0,
        },
        sys.stdout,
    )


main()
