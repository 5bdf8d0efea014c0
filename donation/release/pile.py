"""Byte strings in one file of a build: written one after another, read from anywhere.

The file lies in the build's temporary folder, which only this user can open. One thread adds; once
it is done, several may read.
"""

import os
from pathlib import Path


class Pile:
    """Strings are known by where they begin, and by their length, which the caller keeps."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file = path.open("w+b", buffering=1 << 20)
        self.size = 0
        self._is_written = True

    def add(self, held: bytes) -> int:
        """Out: where it begins."""
        at = self.size
        self._file.write(held)
        self.size += len(held)
        self._is_written = False
        return at

    def cut(self, at: int) -> None:
        """Forget all that was added from there on."""
        self._file.flush()
        self._file.seek(at)
        self._file.truncate()
        self.size = at

    def read(self, at: int, size: int) -> bytes:
        """What begins there."""
        if not self._is_written:
            self._file.flush()
            self._is_written = True
        return os.pread(self._file.fileno(), size, at)

    def close(self) -> None:
        """No more of it."""
        self._file.close()
