"""Where sealed bytes lie: a folder of this host, or S3-compatible storage that hosts share.

Nothing here knows a key: what it is given is sealed already.
"""

import errno
import os
from collections.abc import Sequence
from datetime import datetime
from tempfile import TemporaryFile
from typing import Any, NamedTuple

from django.core.files.base import File
from django.core.files.storage import default_storage

_LEAST_BYTES, _MOST_BYTES = 512 * 1024, 8 * 1024 * 1024
"""How much of a file elsewhere is read at once: more, the longer it is read on."""
_AWAY = frozenset(
    {
        errno.EIO, errno.ESTALE, errno.ETIMEDOUT, errno.EROFS, errno.ENODEV, errno.ENXIO,
        errno.EREMOTEIO, errno.EHOSTDOWN, errno.EHOSTUNREACH, errno.ENOTCONN,
    }
)  # fmt: skip


class Stored(NamedTuple):
    """A file: where in an open one it begins, and how long it is."""

    file: Any
    start: int
    bytes: int


def is_away(error: BaseException) -> bool:
    """Whether that means: the storage does not answer at the moment, and another try is worth it.

    A disk or network file system that fails; of an object storage, whatever its client raises.
    """
    if isinstance(error, OSError) and error.errno in _AWAY:
        return True
    return any(kind.__module__ == "botocore.exceptions" for kind in type(error).__mro__)


def is_local() -> bool:
    """Whether files lie in a folder of this host."""
    return hasattr(default_storage, "base_location")


def stored(name: str) -> Stored:
    """A file to read at random. Raises FileNotFoundError, and what the storage raises that does not
    answer."""
    file = default_storage.open(name, "rb")
    return Stored(file if is_local() else _Ranges(file), 0, file.size)


def names(folder: str) -> list[str]:
    """The files of a folder; none of a folder that is not there."""
    try:
        return list(default_storage.listdir(folder)[1])
    except FileNotFoundError:
        return []


def is_older(name: str, than: datetime) -> bool:
    """Whether a file was last written to before then; False for one that is gone."""
    try:
        return default_storage.get_modified_time(name) < than
    except FileNotFoundError:
        return False


def erase(name: str) -> None:
    """Erase a file, if it is there."""
    default_storage.delete(name)


def erase_folder(folder: str) -> None:
    """Erase an empty folder, where there are folders."""
    if is_local():
        default_storage.delete(folder)


class Unfinished:
    """A file that is written. In a folder it is renamed at the end; elsewhere it is sent."""

    def __init__(self, name: str) -> None:
        self._is_local = is_local()
        if self._is_local:
            self._path = default_storage.path(name)
            os.makedirs(os.path.dirname(self._path), mode=0o700, exist_ok=True)  # noqa: PTH103, PTH120
            descriptor = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            self.file: Any = os.fdopen(descriptor, "wb")
        else:
            self.file = TemporaryFile()  # noqa: SIM115 - closed by finish and discard

    def finish(self, name: str) -> None:
        """Give it its name. One that is there is replaced at once, or not at all."""
        if self._is_local:
            self.file.flush()
            os.fsync(self.file.fileno())
            self.file.close()
            os.replace(self._path, default_storage.path(name))  # noqa: PTH105
        else:
            self.file.seek(0)
            default_storage.save(name, File(self.file))
            self.file.close()

    def discard(self) -> None:
        """Leave no trace of it."""
        self.file.close()
        if self._is_local and os.path.exists(self._path):  # noqa: PTH110
            os.unlink(self._path)  # noqa: PTH108


class Fetched:
    """Files brought here from elsewhere, one after the other in a file without a name.

    Raises FileNotFoundError.
    """

    def __init__(self, wanted: Sequence[str]) -> None:
        self._file = TemporaryFile(buffering=0)  # noqa: SIM115 - open as long as somebody reads
        self._places: dict[str, tuple[int, int]] = {}
        for name in wanted:
            start = self._file.tell()
            with default_storage.open(name, "rb") as file:
                for piece in file.chunks():
                    self._file.write(piece)
            self._places[name] = start, self._file.tell() - start

    def stored(self, name: str) -> Stored:
        """One of them."""
        # Without a buffer: the place to read from is one for all who hold the file.
        again = os.fdopen(os.dup(self._file.fileno()), "rb", buffering=0)
        return Stored(again, *self._places[name])


class _Ranges:
    """A file elsewhere, read by ranges: a page of a report needs a few, and not the whole draft."""

    def __init__(self, file: Any) -> None:
        self._object = file.obj
        self._size = file.size
        self._at = self._start = 0
        self._held = b""
        self._ahead = _LEAST_BYTES

    def seek(self, offset: int) -> None:
        self._at = offset

    def read(self, size: int) -> bytes:
        end = min(self._at + size, self._size)
        if end <= self._at:
            return b""
        held_to = self._start + len(self._held)
        if self._at < self._start or end > held_to:
            reads_on = self._start < self._at <= held_to
            self._ahead = min(2 * self._ahead, _MOST_BYTES) if reads_on else _LEAST_BYTES
            last = min(self._at + max(size, self._ahead), self._size) - 1
            # Never two files in one: one that was written anew meanwhile is refused.
            answer = self._object.get(Range=f"bytes={self._at}-{last}", IfMatch=self._object.e_tag)
            self._start, self._held = self._at, answer["Body"].read()
        piece = self._held[self._at - self._start : end - self._start]
        self._at = end
        return piece

    def close(self) -> None:
        self._held = b""
