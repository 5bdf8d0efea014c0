"""Sealed files on S3-compatible storage: the same vault, another place."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.deployment import buckets
from tests.deployment.composition import ROOT

LIFE_OF_A_SEALED_FILE = """
import os, uuid
from types import SimpleNamespace
os.environ["DJANGO_SETTINGS_MODULE"] = "donation.settings"
import django; django.setup()
from django.core.files.storage import default_storage
from donation import vault

pk = uuid.uuid4()
donation = SimpleNamespace(id=pk, wrapped_key=vault.new_wrapped_key(pk))
clear = os.urandom(3 * vault.CHUNK_BYTES + 5)
with vault.sealing(donation, "upload-000") as sealed:
    sealed.write(clear)
stored = default_storage.open(f"{pk}/upload-000").read()
assert clear[:64] not in stored and len(stored) > len(clear)
with vault.opened(donation, "upload-000") as opened:
    opened.seek(2 * vault.CHUNK_BYTES - 3)
    assert opened.read(10) == clear[2 * vault.CHUNK_BYTES - 3 :][:10]
    opened.seek(0)
    assert opened.read() == clear
with vault.sealing(donation, "upload-000") as sealed:
    sealed.write(b"written again")
with vault.opened(donation, "upload-000") as opened:
    assert opened.read() == b"written again"
save = default_storage.save
def unanswered(*_):
    raise TimeoutError
default_storage.save = unanswered
try:
    with vault.sealing(donation, "upload-000") as sealed:
        sealed.write(b"a third time")
    raise AssertionError("it was not said that nothing was stored")
except TimeoutError:
    default_storage.save = save
with vault.opened(donation, "upload-000") as opened:
    assert opened.read() == b"written again", "what was there is lost"
try:
    with vault.sealing(donation, "draft") as sealed:
        sealed.write(clear)
        raise KeyError
except KeyError:
    pass
assert default_storage.listdir(str(pk))[1] == ["upload-000"]
asked = []
default_storage.bucket.meta.client.meta.events.register(
    "provide-client-params.s3.GetObject", lambda params, **_: asked.append(params.get("Range"))
)
large = os.urandom(40 * vault.CHUNK_BYTES)
with vault.sealing(donation, "draft") as sealed:
    sealed.write(large)
with vault.opened(donation, "draft") as opened:
    opened.seek(-10, os.SEEK_END)
    assert opened.read() == large[-10:]
assert len(asked) == 1 and asked[0], "a page of a report does not need the whole draft"
with vault.opened(donation, "draft") as opened:
    assert opened.read() == large
assert len(asked) < 10, "the whole does not need a request for every chunk"
with vault.fetched(donation, "upload-000", "draft") as here:
    vault.shred(pk, "draft")
    assert here.read() == b"written again" + large
try:
    vault.fetched(donation, "upload-000", "draft")
    raise AssertionError("a file that is gone was found")
except vault.Unopenable:
    pass
vault.shred(pk)
assert default_storage.listdir(str(pk)) == ([], [])
"""

WHILE_IT_IS_AWAY = """
import os, sys
os.environ["DJANGO_SETTINGS_MODULE"] = "donation.settings"
import django; django.setup()
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client
from donation.models import Donation, Stage
from donation.stages import intake, sieving
from tests.filters.reading import AsIs
from tests.journeys.archives import chatgpt

call_command("migrate", verbosity=0)
sieving._redactor = AsIs

def donor():
    browser = Client(raise_request_exception=False)
    given = {"files": SimpleUploadedFile("export.zip", chatgpt(3).buffer)}
    assert browser.post("/deposer/", given).status_code == 200
    donation = Donation.objects.latest("created_at")
    sieving.sift_donation(str(donation.pk))
    assert browser.get("/rapport/").status_code == 200
    return browser, donation

(reader, read), (leaver, left) = donor(), donor()
print("stop", flush=True)
sys.stdin.readline()
consent = {"adult_and_mine": "yes", "alignment": "yes"}
for answer in (
    reader.get("/rapport/lignes/"),
    reader.post("/confirmer/", consent),
    Client(raise_request_exception=False).post(
        "/deposer/", {"files": SimpleUploadedFile("export.zip", chatgpt(3).buffer)}
    ),
):
    assert (answer.status_code, answer.get("Retry-After")) == (503, "60"), answer
    assert "pas nos fichiers" in answer.content.decode()
assert leaver.post("/mon-don/retirer/")["Location"] == "/mon-don/preuve/"
read.refresh_from_db(); left.refresh_from_db()
assert (read.stage, left.stage, left.wrapped_key) == (Stage.REPORT, Stage.WITHDRAWN, None)
"""


def test_while_the_storage_is_away_donors_are_told_so_and_a_withdrawal_is_done(
    tmp_path: Path,
) -> None:
    with buckets.bucket() as settings:
        running = subprocess.Popen(
            [sys.executable, "-c", WHILE_IT_IS_AWAY],
            env={
                **os.environ, **settings, "GLANE_DATA": str(tmp_path), "PYTHONPATH": str(ROOT),
                "GLANE_HOSTS": "testserver",
            },
            cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            text=True,
        )  # fmt: skip
        assert running.stdout is not None
        said = running.stdout.readline()
    _, errors = running.communicate("\n")
    assert (said, running.returncode) == ("stop\n", 0), errors


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, str]]:
    """A storage on this machine with one bucket; out: the settings that point to it."""
    for name, value in buckets.ACCESS.items():
        monkeypatch.setenv(name, value)
    with buckets.bucket() as settings:
        yield settings


def test_a_file_is_sealed_read_at_random_replaced_and_shredded(
    bucket: dict[str, str], tmp_path: Path
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LIFE_OF_A_SEALED_FILE],
        env={**os.environ, **bucket, "GLANE_DATA": str(tmp_path)},
        cwd=ROOT, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
