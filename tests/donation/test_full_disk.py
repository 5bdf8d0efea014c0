"""Faults F13 and F14: a disk that is full or cannot be written loses nothing and half-writes nothing."""

import hashlib
import random
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

from donation.models import Donation, Stage
from donation.stages import intake, sieving
from tests.deployment.composition import told_in_production
from tests.donation.conftest import Give, files_of
from tests.donation.disks import Disk, small
from tests.donation.pages.test_tus import Tus
from tests.donation.site import ROOT

pytestmark = pytest.mark.django_db(transaction=True)
MEGABYTE = 1024 * 1024


@pytest.fixture
def disk(sealed_folder: Path) -> "Disk":
    with small(sealed_folder, 6 * 1024) as disk:
        yield disk


def test_an_upload_stops_at_a_full_disk_and_goes_on_when_there_is_room(disk: Disk) -> None:
    content = random.Random(13).randbytes(4 * MEGABYTE)
    tus = Tus()
    address = tus.create(len(content))
    assert tus.patch(address, 0, content[:MEGABYTE]).status_code == 204
    before = files_of(disk.folder)
    disk.fill()
    refused = tus.patch(address, MEGABYTE, content[MEGABYTE:])
    assert (refused.status_code, refused["Retry-After"]) == (507, "60")
    assert files_of(disk.folder) == before | {"ballast"}
    assert tus.offset(address) == MEGABYTE
    disk.free()
    assert tus.patch(address, MEGABYTE, content[MEGABYTE:]).status_code == 204
    assert tus.browser.post("/deposer/terminer/").status_code == 204
    (source,) = intake.sources(tus.donation)
    assert hashlib.sha256(source.file.read()).digest() == hashlib.sha256(content).digest()


def test_a_worker_that_finds_no_room_leaves_no_half_draft_and_does_it_later(
    disk: Disk, give: Give
) -> None:
    donation = give_on(disk, give)
    before = files_of(disk.folder)
    disk.fill()
    with pytest.raises(OSError, match="No space left"):
        sieving.sift_donation(str(donation.pk))
    disk.free()
    assert files_of(disk.folder) == before
    donation.job.refresh_from_db()
    assert donation.job.error.startswith("OSError at ")
    type(donation.job).objects.update(lease_until=donation.created_at)
    sieving.sift_donation(str(donation.pk))
    donation.refresh_from_db()
    assert donation.stage == Stage.REPORT


def give_on(disk: Disk, give: Give) -> Donation:
    donation = give()
    assert any((disk.folder / str(donation.pk)).iterdir()), "the disk is not the one in use"
    return donation


ON_A_FULL_DATABASE = """
import os, sys
from pathlib import Path
os.environ["DJANGO_SETTINGS_MODULE"] = "donation.settings"
import django; django.setup()
from django.core.management import call_command
from django.test import Client
from tests.donation.disks import Disk
from donation.models import Donation

call_command("migrate", verbosity=0)
disk, browser = Disk(Path(os.environ["GLANE_DATA"])), Client(raise_request_exception=False)
disk.fill()
full = browser.post("/deposer/commencer/")
kept = Donation.objects.count()
disk.free()
print(full.status_code, full.get("Retry-After"), kept, browser.post("/deposer/commencer/").status_code)
"""


def test_a_database_without_room_is_said_to_be_busy_and_takes_the_next_one(tmp_path: Path) -> None:
    with small(tmp_path / "data", 4 * 1024):
        done = subprocess.run(
            [sys.executable, "-c", ON_A_FULL_DATABASE],
            cwd=ROOT, capture_output=True, text=True,
            env={"GLANE_DATA": str(tmp_path / "data"), "PATH": "/usr/bin", "PYTHONPATH": str(ROOT),
                 "GLANE_HOSTS": "testserver"},
        )  # fmt: skip
    assert done.stdout == "503 60 0 201\n", done.stderr


@pytest.mark.parametrize("keys", ["made", "given"])
def test_a_folder_that_cannot_be_written_is_refused_with_one_line(keys: str) -> None:
    given = (
        {}
        if keys == "made"
        else dict.fromkeys(
            ("GLANE_SECRET_KEY", "GLANE_KEK", "GLANE_CODE_KEY", "GLANE_SIGNING_KEY"), "A" * 43 + "="
        )
    )
    done = subprocess.run(
        [sys.executable, "manage.py", "serve", "--port", "0"],
        cwd=ROOT, env={"PATH": "/usr/bin", "GLANE_DATA": "/proc/glane", **given},
        capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 1
    (line,) = done.stderr.strip().splitlines()
    assert "The data folder cannot be written: " in line


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("GLANE_KEK", "", "GLANE_KEK is required in production"),
        ("GLANE_KEK", "short", "GLANE_KEK must be 32 bytes in base64"),
        ("GLANE_KEK_FILE", str(Path(settings.DATA) / "kek"), "lies in the data folder"),
        ("GLANE_KEK_FILE", "/nowhere/kek", "GLANE_KEK_FILE cannot be read"),
    ],
    ids=["absent", "too short", "beside the data", "no such file"],
)
def test_a_site_without_its_key_does_not_start_and_says_which(
    name: str, value: str, said: str
) -> None:
    """Fault F25; that a wrong key is refused is in test_rotation."""
    done = subprocess.run(
        [sys.executable, "manage.py", "serve", "--port", "0"],
        cwd=ROOT,
        env={"PATH": "/usr/bin", "GLANE_DATA": str(settings.DATA), "GLANE_PRODUCTION": "1",
             "GLANE_SECRET_KEY": "A" * 43 + "=", name: value},
        capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 1
    (line,) = done.stderr.strip().splitlines()
    assert said in line


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("GLANE_CONTACT", "contact@exemple.invalid"),
        ("GLANE_CONTACT", ""),
        ("GLANE_CONTROLLER", "instance de démonstration"),
    ],
)
def test_a_site_of_the_public_does_not_start_with_the_name_or_address_of_an_example(
    name: str, value: str
) -> None:
    keys = ("GLANE_SECRET_KEY", "GLANE_KEK", "GLANE_CODE_KEY", "GLANE_SIGNING_KEY")
    done = subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy"],
        cwd=ROOT,
        env={"PATH": "/usr/bin", "GLANE_DATA": str(settings.DATA), "GLANE_PRODUCTION": "1",
             **dict.fromkeys(keys, "A" * 43 + "="), **told_in_production(), name: value},
        capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 1
    (line,) = done.stderr.strip().splitlines()
    assert f"{name} is required in production" in line
