"""Sealed files: one random key per donation, wrapped by a key the database never holds.

Files are sealed in chunks with AES-256-GCM. What each chunk is bound to (donation, role of the
file, number of the chunk, whether it is the last) is authenticated with it, so that a file cannot
be cut, reordered, mixed with another or replayed. Destroying the wrapped key makes every copy
unreadable.
"""

import io
import os
import secrets
import struct
from bisect import bisect_right
from collections.abc import Callable, Container, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import contextmanager, suppress
from datetime import datetime
from itertools import accumulate
from typing import Any, BinaryIO, Protocol, cast
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

from donation import storage

CHUNK_BYTES = 256 * 1024
_NONCE_BYTES = 12
_TAG_BYTES = 16
_SEALED_BYTES = _NONCE_BYTES + CHUNK_BYTES + _TAG_BYTES
_BINDING = struct.Struct(">16s24sQ?")


class Unopenable(Exception):
    """A sealed file that is missing, was changed, or whose key is gone."""


class Keyed(Protocol):
    """What the vault needs of a donation."""

    id: UUID
    wrapped_key: Any


def new_wrapped_key(donation: UUID) -> bytes:
    """A random 256-bit key, wrapped by the key-encryption key and bound to the donation."""
    return _wrapped(os.urandom(32), donation)


def own_key(keyed: Keyed) -> bytes:
    """The key itself, for what is sealed or keyed elsewhere. Raises Unopenable."""
    return _unwrapped(keyed)


def rewrapped(donation: Keyed) -> bytes:
    """The donation's own key, wrapped by the current key-encryption key. Raises Unopenable."""
    return _wrapped(_unwrapped(donation), donation.id)


@contextmanager
def sealing(donation: Keyed, role: str) -> Iterator["SealedWriter"]:
    """A file to write to; it exists under its name only when the block ends well."""
    writer = SealedWriter(donation, role)
    try:
        yield writer
        writer.close()
    except BaseException:
        writer.abandon()
        raise


def opened(donation: Keyed, *roles: str) -> BinaryIO:
    """A sealed file, or several in a row as one; seekable. Raises Unopenable."""
    if len(roles) == 1:
        raw: io.RawIOBase = _SealedReader(donation, roles[0])
    else:
        raw = _Joined(donation, roles)
    return cast("BinaryIO", io.BufferedReader(raw, CHUNK_BYTES))


def fetched(donation: Keyed, *roles: str, meanwhile: Callable[[], None] = lambda: None) -> BinaryIO:
    """As `opened`, for a process without network: what lies elsewhere is brought here first,
    sealed as it is, into a file without a name. `meanwhile` is called every second. Raises
    Unopenable, and what the storage and `meanwhile` raise."""
    if storage.is_local():
        return opened(donation, *roles)
    with ThreadPoolExecutor(1) as fetching:
        work = fetching.submit(storage.Fetched, [_name(donation, role) for role in roles])
        while not wait([work], timeout=1).done:
            meanwhile()
    try:
        here = work.result()
    except FileNotFoundError as error:
        raise Unopenable from error
    raw = _Joined(donation, roles, here.stored)
    return cast("BinaryIO", io.BufferedReader(raw, CHUNK_BYTES))


def size(donation: Keyed, role: str) -> int:
    """Bytes of clear text in a sealed file. Raises Unopenable."""
    return _size(donation, role, storage.stored)


def shred(donation: UUID, *roles: str) -> None:
    """Erase sealed files: those of the given roles, or all of the donation's."""
    folder = str(donation)
    for name in storage.names(folder):
        if not roles or _role_of(name) in roles:
            storage.erase(f"{folder}/{name}")
    if not roles:
        storage.erase_folder(folder)


def shred_all_but(
    donation: UUID, roles: Container[str], *, idle_since: datetime | None = None
) -> None:
    """Erase sealed files of every role but those; of these what is unfinished, and was last written
    to before `idle_since`."""
    for name in names(donation):
        path = f"{donation}/{name}"
        is_left = (
            idle_since is not None and name != _role_of(name) and storage.is_older(path, idle_since)
        )
        if is_left or _role_of(name) not in roles:
            storage.erase(path)


def names(donation: UUID) -> list[str]:
    """The sealed files of a donation: a role each, and unfinished ones."""
    return storage.names(str(donation))


class SealedWriter(io.RawIOBase):
    """Seals what is written, chunk by chunk; nothing in clear ever reaches the disk."""

    def __init__(self, donation: Keyed, role: str) -> None:
        super().__init__()
        self._cipher = AESGCM(_unwrapped(donation))
        self._bind = _binder(donation.id, role)
        self._pending = bytearray()
        self._number = 0
        self._name = _name(donation, role)
        # A name of its own: a worker that lost its lease may still write beside the new one.
        self._part = storage.Unfinished(f"{self._name}.{secrets.token_hex(4)}.part")
        self.size = 0

    def writable(self) -> bool:
        """Yes."""
        return True

    def write(self, data: Any) -> int:
        """Take in bytes of any length."""
        self._pending += data
        while len(self._pending) > CHUNK_BYTES:
            self._seal(bytes(self._pending[:CHUNK_BYTES]), is_last=False)
            del self._pending[:CHUNK_BYTES]
        self.size += len(data)
        return len(data)

    def close(self) -> None:
        """Seal the last chunk and give the file its name."""
        if not self.closed:
            self._seal(bytes(self._pending), is_last=True)
            self._pending.clear()
            self._part.finish(self._name)
        super().close()

    def __del__(self) -> None:
        # What nobody closed is unfinished; Python's own destructor would close, and keep, it.
        if hasattr(self, "_part") and not self.closed:
            self.abandon()

    def abandon(self) -> None:
        """Leave no trace of what was written."""
        self._pending.clear()
        self._part.discard()
        io.RawIOBase.close(self)

    def _seal(self, chunk: bytes, *, is_last: bool) -> None:
        nonce = os.urandom(_NONCE_BYTES)
        bound = self._bind(self._number, is_last)
        self._part.file.write(nonce + self._cipher.encrypt(nonce, chunk, bound))
        self._number += 1


class _SealedReader(io.RawIOBase):
    """Opens chunks as they are asked for: a page of a report need not open the whole."""

    def __init__(
        self, donation: Keyed, role: str, find: Callable[[str], storage.Stored] = storage.stored
    ) -> None:
        super().__init__()
        self._cipher = AESGCM(_unwrapped(donation))
        self._bind = _binder(donation.id, role)
        try:
            self._file, self._start, self._length = find(_name(donation, role))
        except FileNotFoundError as error:
            # Nothing else: a storage that does not answer is worth another try.
            raise Unopenable from error
        whole, rest = divmod(self._length, _SEALED_BYTES)
        self._last = whole if rest else whole - 1
        self._size = self._length - (self._last + 1) * (_NONCE_BYTES + _TAG_BYTES)
        # Only an empty file ends in an empty chunk: a tail that short would never be looked at.
        shortest = _NONCE_BYTES + _TAG_BYTES + (1 if whole else 0)
        if self._last < 0 or 0 < rest < shortest:
            self._file.close()
            raise Unopenable
        self._at = 0
        self._cached: tuple[int, bytes] = (-1, b"")

    def readable(self) -> bool:
        """Yes."""
        return True

    def seekable(self) -> bool:
        """Yes."""
        return True

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Move in the clear text."""
        self._at = max(0, offset + (0, self._at, self._size)[whence])
        return self._at

    def tell(self) -> int:
        """Place in the clear text."""
        return self._at

    def readinto(self, buffer: Any) -> int:
        """Read on from the current place; raises Unopenable when the chunk was changed."""
        number, inside = divmod(self._at, CHUNK_BYTES)
        if number > self._last or self._at >= self._size:
            if self._size == 0:
                self._chunk(0)
            return 0
        piece = self._chunk(number)[inside : inside + len(buffer)]
        buffer[: len(piece)] = piece
        self._at += len(piece)
        return len(piece)

    def close(self) -> None:
        """Close the sealed file."""
        if not self.closed and hasattr(self, "_file"):
            self._file.close()
        super().close()

    def _chunk(self, number: int) -> bytes:
        if self._cached[0] != number:
            at = number * _SEALED_BYTES
            self._file.seek(self._start + at)
            sealed = self._file.read(min(_SEALED_BYTES, self._length - at))
            bound = self._bind(number, number == self._last)
            try:
                clear = self._cipher.decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], bound)
            except (InvalidTag, ValueError) as error:
                raise Unopenable from error
            self._cached = number, clear
        return self._cached[1]


class _Joined(io.RawIOBase):
    """Sealed files that follow one another; one of them is open at a time."""

    def __init__(
        self,
        donation: Keyed,
        roles: Sequence[str],
        find: Callable[[str], storage.Stored] = storage.stored,
    ) -> None:
        super().__init__()
        self._donation, self._roles, self._find = donation, roles, find
        self._ends = list(accumulate(_size(donation, role, find) for role in roles))
        self._at = 0
        self._open: tuple[int, _SealedReader] | None = None

    def readable(self) -> bool:
        """Yes."""
        return True

    def seekable(self) -> bool:
        """Yes."""
        return True

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Move in the clear text."""
        whole = self._ends[-1] if self._ends else 0
        self._at = max(0, offset + (0, self._at, whole)[whence])
        return self._at

    def tell(self) -> int:
        """Place in the clear text."""
        return self._at

    def readinto(self, buffer: Any) -> int:
        """Read on from the current place, at most to the end of one sealed file."""
        number = bisect_right(self._ends, self._at)
        if number == len(self._ends):
            return 0
        piece = self._piece(number)
        piece.seek(self._at - (self._ends[number - 1] if number else 0))
        read = piece.readinto(buffer)
        self._at += read
        return read

    def close(self) -> None:
        """Close what is open."""
        if self._open is not None:
            self._open[1].close()
        super().close()

    def _piece(self, number: int) -> _SealedReader:
        if self._open is None or self._open[0] != number:
            if self._open is not None:
                self._open[1].close()
            self._open = number, _SealedReader(self._donation, self._roles[number], self._find)
        return self._open[1]


def _size(donation: Keyed, role: str, find: Callable[[str], storage.Stored]) -> int:
    with _SealedReader(donation, role, find) as sealed:
        return sealed.seek(0, os.SEEK_END)


def _name(donation: Keyed, role: str) -> str:
    return f"{donation.id}/{role}"


def _role_of(name: str) -> str:
    return name.partition(".")[0]


def _wrapped(key: bytes, donation: UUID) -> bytes:
    nonce = os.urandom(_NONCE_BYTES)
    return nonce + AESGCM(settings.KEK).encrypt(nonce, key, donation.bytes)


def _unwrapped(donation: Keyed) -> bytes:
    if not donation.wrapped_key:
        raise Unopenable
    wrapped = bytes(donation.wrapped_key)
    for key in (settings.KEK, *settings.KEK_PREVIOUS):
        with suppress(InvalidTag):
            return AESGCM(key).decrypt(
                wrapped[:_NONCE_BYTES], wrapped[_NONCE_BYTES:], donation.id.bytes
            )
    raise Unopenable


def _binder(donation: UUID, role: str) -> Any:
    def bind(number: int, is_last: bool) -> bytes:  # noqa: FBT001 - two fields of one structure
        return _BINDING.pack(donation.bytes, role.encode(), number, is_last)

    return bind
