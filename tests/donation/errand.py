"""Steps of a donor's, done in a process of its own beside a running site: `python errand.py`.

Standard input: a line of JSON each, with `do` and what that needs. Standard output: the donation as
a line of JSON. Any failure ends the process.
"""

import hashlib
import json
import os
import sys
from pathlib import Path
from typing import Any

os.environ["DJANGO_SETTINGS_MODULE"] = "donation.settings"

import django

django.setup()

from django.db import connection  # noqa: E402

from donation import vault  # noqa: E402
from donation.models import Donation, Job  # noqa: E402
from donation.operation import retention  # noqa: E402
from donation.stages import confirmation, intake, resumable, withdrawal  # noqa: E402


def give(path: str, name: str) -> tuple[Donation, str]:
    donation, code = intake.begin()
    with vault.sealing(donation, "upload-000") as sealed, Path(path).open("rb") as file:
        sealed.write(file.read())
    intake.complete(donation, [intake.Given(name, ("upload-000",))], Path(path).stat().st_size)
    return donation, code


def send_half(path: str, name: str) -> tuple[Donation, str]:
    """An upload that stops in the middle."""
    donation, code = intake.begin()
    content = Path(path).read_bytes()
    upload = resumable.create(donation, len(content), resumable.Label(name))
    resumable.append(upload, 0, [content[: len(content) // 2]])
    return donation, code


def main() -> None:
    for line in sys.stdin:
        print(json.dumps(run(json.loads(line))), flush=True)
        connection.close()


def run(asked: dict[str, Any]) -> dict[str, Any]:
    """One errand."""
    if asked["do"] == "list":
        return {"ids": [str(pk) for pk in Donation.objects.values_list("pk", flat=True)]}
    code = ""
    if asked["do"] == "give":
        donation, code = give(asked["path"], asked["name"])
    elif asked["do"] == "send half":
        donation, code = send_half(asked["path"], asked["name"])
    else:
        donation = Donation.objects.get(pk=asked["id"])
    sha256 = ""
    if asked["do"] == "hash upload":
        (upload,) = donation.uploads.all()
        with vault.opened(donation, *upload.pieces) as sealed:
            sha256 = hashlib.sha256(sealed.read()).hexdigest()
    if asked["do"] == "hash given" and donation.stage == "queued":
        for source in intake.sources(donation):
            sha256 = hashlib.sha256(source.file.read()).hexdigest()
    if asked["do"] == "confirm":
        confirmation.confirm(donation, confirmation.NEEDED, "fr")
    if asked["do"] == "withdraw":
        withdrawal.withdraw(donation)
        retention.purge()
    donation.refresh_from_db()
    job = Job.objects.filter(donation=donation).first()
    return {
        "id": str(donation.pk),
        "code": code,
        "stage": donation.stage,
        "problem": donation.problem,
        "sha256": sha256,
        "rows": donation.rows,
        "key": bytes(donation.wrapped_key or b"").hex(),
        "attempts": job.attempts if job else 0,
        "kept": len(confirmation.kept_lines(donation)) if donation.stage == "confirmed" else 0,
    }


main()
