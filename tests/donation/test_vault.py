"""Sealed files: nobody reads them without the key, and no change to one goes unnoticed."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.storage import default_storage
from hypothesis import HealthCheck
from hypothesis import given as for_all
from hypothesis import settings as hypothesis
from hypothesis import strategies as st

from donation import lifecycle, vault
from donation.models import Donation, Stage
from donation.stages import intake

pytestmark = pytest.mark.django_db
CHUNK = vault.CHUNK_BYTES + 28


@pytest.fixture
def donation() -> Donation:
    return intake.begin()[0]


def seal(donation: Donation, content: bytes, role: str = "role") -> Path:
    with vault.sealing(donation, role) as file:
        file.write(content)
    return Path(settings.DATA) / "sealed" / str(donation.pk) / role


@pytest.mark.parametrize(
    "size",
    [0, 1, vault.CHUNK_BYTES - 1, vault.CHUNK_BYTES, vault.CHUNK_BYTES + 1, 3 * vault.CHUNK_BYTES],
)
def test_what_was_sealed_is_read_again(donation: Donation, size: int) -> None:
    content = os.urandom(size)
    path = seal(donation, content)
    assert content[:32] not in path.read_bytes() or size < 32
    with vault.opened(donation, "role") as file:
        assert file.read() == content


@hypothesis(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@for_all(st.integers(0, 700_000), st.integers(0, 300_000))
def test_any_part_can_be_read_alone(donation: Donation, at: int, size: int) -> None:
    content = bytes(range(256)) * 2500
    seal(donation, content)
    with vault.opened(donation, "role") as file:
        file.seek(at)
        assert file.read(size) == content[at : at + size]


CHANGES: dict[str, Callable[[bytes], bytes]] = {
    "cut in a chunk": lambda sealed: sealed[:-1],
    "cut between chunks": lambda sealed: sealed[: 2 * CHUNK],
    "chunks exchanged": lambda sealed: (
        sealed[CHUNK : 2 * CHUNK] + sealed[:CHUNK] + sealed[2 * CHUNK :]
    ),
    "a chunk twice": lambda sealed: sealed[:CHUNK] + sealed[:CHUNK] + sealed[2 * CHUNK :],
    "one bit": lambda sealed: sealed[:100] + bytes([sealed[100] ^ 1]) + sealed[101:],
    "cut to a few bytes of the last chunk": lambda sealed: sealed[: 2 * CHUNK + 7],
    "cut to an empty last chunk": lambda sealed: sealed[: 2 * CHUNK + 28],
    "nothing left": lambda _: b"",
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_changed_file_does_not_open(donation: Donation, change: str) -> None:
    path = seal(donation, os.urandom(2 * vault.CHUNK_BYTES + 50))
    path.write_bytes(CHANGES[change](path.read_bytes()))
    with pytest.raises(vault.Unopenable):
        vault.opened(donation, "role").read()


def test_a_file_does_not_open_under_another_role_or_donation(donation: Donation) -> None:
    path = seal(donation, b"secret")
    path.rename(path.with_name("other"))
    with pytest.raises(vault.Unopenable):
        vault.opened(donation, "other").read()
    someone_else = intake.begin()[0]
    theirs = seal(someone_else, b"other")
    theirs.write_bytes(path.with_name("other").read_bytes())
    with pytest.raises(vault.Unopenable):
        vault.opened(someone_else, "role").read()


def test_a_write_that_fails_leaves_no_file(donation: Donation) -> None:
    def write() -> None:
        with vault.sealing(donation, "role") as file:
            file.write(b"half")
            raise KeyError

    with pytest.raises(KeyError):
        write()
    assert list((Path(settings.DATA) / "sealed" / str(donation.pk)).iterdir()) == []


def test_a_writer_that_was_forgotten_leaves_no_file(donation: Donation) -> None:
    writer = vault.SealedWriter(donation, "role")
    writer.write(b"half")
    del writer
    assert list((Path(settings.DATA) / "sealed" / str(donation.pk)).iterdir()) == []


def test_a_storage_that_does_not_answer_is_no_missing_file(
    donation: Donation, monkeypatch: pytest.MonkeyPatch
) -> None:
    seal(donation, b"secret")

    def too_many_open_files(*_: object) -> None:
        raise OSError(errno.EMFILE, "")

    monkeypatch.setattr(default_storage, "open", too_many_open_files)
    with pytest.raises(OSError, match=str(errno.EMFILE)):
        vault.opened(donation, "role")


def test_two_writers_of_one_file_do_not_mix(donation: Donation) -> None:
    first, second = vault.SealedWriter(donation, "role"), vault.SealedWriter(donation, "role")
    for writer, letter in ((first, b"a"), (second, b"b")):
        writer.write(letter * (vault.CHUNK_BYTES + 1))
    second.close()
    first.close()
    with vault.opened(donation, "role") as file:
        assert file.read() == b"a" * (vault.CHUNK_BYTES + 1)


def test_only_this_user_may_read_sealed_files(donation: Donation) -> None:
    path = seal(donation, b"secret")
    assert path.stat().st_mode & 0o077 == 0
    assert path.parent.stat().st_mode & 0o077 == 0


@pytest.mark.django_db(transaction=True)
def test_a_donation_that_ended_has_neither_key_nor_files(donation: Donation) -> None:
    path = seal(donation, b"secret")
    lifecycle.move(donation, Stage.DISCARDED)
    assert donation.wrapped_key is None
    assert not path.parent.exists()
