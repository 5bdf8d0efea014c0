"""Taking in an archive: sealed as it arrives, before the first byte reaches the disk."""

import hashlib
from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any

import msgspec
from django.conf import settings
from django.core.files.uploadhandler import FileUploadHandler, SkipFile, StopUpload
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone

from donation import codes, examples, jobs, lifecycle, vault
from donation.models import Donation, Stage, new_reference
from filters.archive.archive import Source

GIVEN = "given"
"""The sealed list of what was given: names, and the sealed files that hold each."""


AT_HOME = "at_home"
"""Among a donation's numbers until its archive was read: entries nobody knows that stayed on the
donor's device, by kind."""


class Given(msgspec.Struct, frozen=True):
    """One file the donor gave: its name, and the sealed pieces it arrived in, in order."""

    name: str
    pieces: tuple[str, ...]


def begin(*, is_sample: bool = False) -> tuple[Donation, str]:
    """A new donation that can receive files, and its code, which is stored nowhere."""
    code = codes.new()
    donation = _new(codes.digest(code), is_sample=is_sample)
    if not is_sample:
        donation.examples_key = examples.public_key(donation, code)
    donation.save(force_insert=True)
    return donation, code


def begin_beside(other: Donation) -> Donation:
    """A new donation that answers to the code of one the donor has opened."""
    donation = _new(bytes(other.code_digest), is_sample=False)
    donation.save(force_insert=True)
    return donation


def _new(code_digest: bytes, *, is_sample: bool) -> Donation:
    now = timezone.now()
    donation = Donation(stage=Stage.RECEIVING, stage_at=now, created_at=now, is_sample=is_sample)
    donation.reference = new_reference()
    donation.expires_at = now + timedelta(hours=settings.RAW_HOURS)
    donation.code_digest = code_digest
    donation.wrapped_key = vault.new_wrapped_key(donation.pk)
    return donation


def complete(donation: Donation, files: Sequence[Given], size_bytes: int, **fields: object) -> None:
    """All files are there: hand the donation to the workers, and set `fields` of its row with it.

    Raises NotAllowed; IntegrityError when a field is another donation's alone.
    """
    with vault.sealing(donation, GIVEN) as sealed:
        sealed.write(msgspec.json.encode(list(files)))
    with transaction.atomic():
        lifecycle.move(
            donation, Stage.QUEUED, upload_bytes=size_bytes, upload_files=len(files), **fields
        )
        jobs.enqueue(donation)


def sources(donation: Donation, meanwhile: Callable[[], None] = lambda: None) -> list[Source]:
    """The files as they were given, opened for the sieve, which has no network: they are here.

    `meanwhile` is called every second while they come. Raises Unopenable.
    """
    with vault.opened(donation, GIVEN) as sealed:
        files = msgspec.json.decode(sealed.read(), type=list[Given])
    return [
        Source(vault.fetched(donation, *file.pieces, meanwhile=meanwhile), file.name)
        for file in files
    ]


class SealingHandler(FileUploadHandler):
    """Seals the files of one form as they arrive. Nothing exists until a first byte does.

    After parsing: `donation` (None when no file had content), `code` (None beside another, which
    has it), `files`, `size_bytes`, `sha256` of all of it, and `is_too_big` when the limit was
    passed: then what had arrived has been erased. `closed_well` is set by the caller that hands
    the donation on.
    """

    def __init__(self, request: HttpRequest | None = None, beside: Donation | None = None) -> None:
        super().__init__(request)
        self._beside = beside
        self.donation: Donation | None = None
        self.code: str | None = None
        self.files: list[Given] = []
        self.size_bytes = 0
        self._hash = hashlib.sha256()
        self.is_too_big = False
        self.had_empty = False
        self.closed_well = False
        self._writer: vault.SealedWriter | None = None

    @property
    def sha256(self) -> bytes:
        """Of what was given: every file's bytes and where each ends."""
        return self._hash.digest()

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """A file begins; it is sealed from its first byte on."""
        super().new_file(*args, **kwargs)
        self._writer = None

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:  # noqa: ARG002 - Django's
        """Bytes of the current file, in order."""
        self.size_bytes += len(raw_data)
        if self.size_bytes > settings.UPLOAD_BYTES or len(self.files) >= settings.UPLOAD_FILES:
            self.is_too_big = True
            self.give_up()
            raise StopUpload(connection_reset=True)
        if self.donation is None:
            if self._beside is None:
                self.donation, self.code = begin()
            else:
                self.donation = begin_beside(self._beside)
        if self._writer is None:
            self._writer = vault.SealedWriter(self.donation, _role(len(self.files)))
        self._writer.write(raw_data)
        self._hash.update(raw_data)

    def file_complete(self, file_size: int) -> None:
        """The current file ended. Nothing is handed on: there is no file in clear."""
        if self._writer is not None:
            self._writer.close()
            self._hash.update(f" {file_size} ".encode())
            self.files.append(Given(str(self.file_name or ""), (_role(len(self.files)),)))
            self._writer = None
        else:
            self.had_empty = True

    def upload_interrupted(self) -> None:
        """The connection broke off: what had arrived is erased."""
        self.give_up()

    def give_up(self) -> None:
        """Erase what has arrived."""
        if self._writer is not None:
            self._writer.abandon()
            self._writer = None
        if self.donation is not None:
            lifecycle.move(self.donation, Stage.DISCARDED)
            self.donation = None


class RefusingHandler(FileUploadHandler):
    """The default for every form but the upload: files are not taken, and never touch the disk."""

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:  # noqa: ARG002 - Django's
        """Pass over the file."""
        raise SkipFile

    def file_complete(self, file_size: int) -> None:
        """Hand nothing on."""


def _role(number: int) -> str:
    return f"upload-{number:03d}"
