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
