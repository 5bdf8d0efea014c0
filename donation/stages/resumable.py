"""Uploads that survive a dropped connection: sealed in pieces, taken up again where they end.

An upload belongs to a donation that is still being received. What arrives is sealed in pieces of
eight megabytes; a piece counts from the moment the database knows it, so that whatever is cut short
or killed, at most one piece is sent again. The protocol in front of it is tus 1.0 (`pages.tus`).
"""

import hashlib
import secrets
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from uuid import UUID

import msgspec
from django.conf import settings
from django.db import DatabaseError, transaction
from django.db.models import Sum

from donation import lifecycle, vault
from donation.models import Donation, Stage, Upload
from donation.stages import intake

PIECE_BYTES = 8 * 1024**2
_MOST_PIECES = 4_096
"""Of one upload: a client that sends crumbs is refused before they are too many to open."""


class TooLarge(Exception):
    """More than was announced, or than a donation may hold."""


class Elsewhere(Exception):
    """The upload does not end where the client thinks: it must ask, and go on from there."""


class Changed(Exception):
    """What arrived is not what was sent, by the client's checksum. Nothing of it was kept."""


class Unfinished(Exception):
    """An upload is not complete, or there is none."""


class Label(msgspec.Struct, frozen=True):
    """What a client says of a file. Sealed: it may name people."""

    name: str
    metadata: str = ""
    """As the client sent it, for the client."""
    fingerprint: str = ""
    """What tells the file from others when it is chosen again."""


def create(donation: Donation, length: int, label: Label) -> Upload:
    """A new upload of `length` bytes. Raises TooLarge, lifecycle.NotAllowed, vault.Unopenable."""
    with transaction.atomic():
        locked = Donation.objects.select_for_update().get(pk=donation.pk)
        if locked.stage != Stage.RECEIVING:
            raise lifecycle.NotAllowed
        others = Upload.objects.filter(donation=donation)
        announced = others.aggregate(bytes=Sum("length"))["bytes"] or 0
        if announced + length > settings.UPLOAD_BYTES or others.count() >= settings.UPLOAD_FILES:
            raise TooLarge
        upload = Upload.objects.create(donation=donation, length=length)
    with vault.sealing(donation, _label_role(upload)) as sealed:
        sealed.write(msgspec.json.encode(label))
    return upload


def label(upload: Upload) -> Label:
    """What the client said of the file. Raises vault.Unopenable."""
    with vault.opened(upload.donation, _label_role(upload)) as sealed:
        return msgspec.json.decode(sealed.read(), type=Label)


def append(
    upload: Upload, offset: int, chunks: Iterable[bytes], digest: tuple[str, bytes] | None = None
) -> int:
    """Take in the bytes that follow `offset`. Out: where the upload ends now.

    `chunks` may end early, or raise OSError, when the connection breaks off: what had come stays.
    With `digest` (an algorithm of hashlib, and the hash of all the bytes) nothing stays that does
    not fit it. Raises Elsewhere, TooLarge, Changed, vault.Unopenable.
    """
    if offset != upload.offset:
        raise Elsewhere
    hashed = hashlib.new(digest[0], usedforsecurity=False) if digest else None
    piece: _Piece | None = None
    try:
        for chunk in _until_cut(chunks):
            piece = piece or _Piece(upload)
            piece.write(chunk)
            if hashed is not None:
                hashed.update(chunk)
            elif piece.size >= PIECE_BYTES:
                piece.count_in()
                piece = None
        _refuse_changed(hashed, digest)
        if piece is not None:
            piece.count_in()
    except BaseException:
        if piece is not None:
            piece.abandon()
        raise
    return upload.offset


def remove(upload: Upload) -> None:
    """Forget an upload, and erase what has arrived of it."""
    upload.refresh_from_db()
    Upload.objects.filter(pk=upload.pk).delete()
    vault.shred(upload.donation_id, _label_role(upload), *upload.pieces)


def finish(
    donation: Donation, meant: Collection[UUID] = (), unknown: Mapping[str, int] | None = None
) -> None:
    """Everything is there: hand the donation to the workers.

    In: which uploads are meant, when not all are: what a tab that was closed had begun of another
    file is then erased. `unknown` counts, by kind, the entries nobody knows that stayed on the
    donor's device. Raises Unfinished, lifecycle.NotAllowed, vault.Unopenable.
    """
    with transaction.atomic():
        if Donation.objects.select_for_update().get(pk=donation.pk).stage != Stage.RECEIVING:
            raise lifecycle.NotAllowed
        found = list(Upload.objects.select_for_update().filter(donation=donation, length__gt=0))
        uploads = [upload for upload in found if not meant or upload.pk in meant]
        if not uploads or any(upload.offset < upload.length for upload in uploads):
            raise Unfinished
        files = [intake.Given(label(upload).name, tuple(upload.pieces)) for upload in uploads]
        numbers = {intake.AT_HOME: dict(unknown)} if unknown else {}
        intake.complete(donation, files, sum(upload.length for upload in uploads), numbers=numbers)
        Upload.objects.filter(donation=donation).delete()
    left = [role for one in found if one not in uploads for role in one.pieces]
    if left:
        vault.shred(donation.pk, *left)


class _Piece:
    """A stretch of an upload on its way into a sealed file of its own."""

    def __init__(self, upload: Upload) -> None:
        self._upload = upload
        self._role = f"piece-{secrets.token_hex(8)}"
        self._sealed = vault.SealedWriter(upload.donation, self._role)

    @property
    def size(self) -> int:
        return self._sealed.size

    def write(self, chunk: bytes) -> None:
        ends = self._upload.offset + self.size + len(chunk)
        if ends > self._upload.length or len(self._upload.pieces) >= _MOST_PIECES:
            raise TooLarge
        self._sealed.write(chunk)

    def count_in(self) -> None:
        """Seal the piece and let the database know it. Whoever comes second gives way."""
        upload, size = self._upload, self.size
        try:
            self._sealed.close()
        except FileNotFoundError:
            # Withdrawn meanwhile: the folder is gone.
            raise Elsewhere from None
        pieces = [*upload.pieces, self._role]
        try:
            counted = Upload.objects.filter(
                pk=upload.pk, offset=upload.offset, donation__stage=Stage.RECEIVING
            ).update(offset=upload.offset + size, pieces=pieces)
        except DatabaseError:
            vault.shred(upload.donation_id, self._role)
            raise
        if counted != 1:
            vault.shred(upload.donation_id, self._role)
            raise Elsewhere
        upload.offset, upload.pieces = upload.offset + size, pieces

    def abandon(self) -> None:
        if not self._sealed.closed:
            self._sealed.abandon()


def _refuse_changed(hashed: "hashlib._Hash | None", digest: tuple[str, bytes] | None) -> None:
    if hashed is not None and digest is not None and hashed.digest() != digest[1]:
        raise Changed


def _until_cut(chunks: Iterable[bytes]) -> Iterator[bytes]:
    with suppress(OSError):
        yield from chunks


def _label_role(upload: Upload) -> str:
    return f"label-{upload.pk.hex[:16]}"
