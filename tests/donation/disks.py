"""A disk of a few megabytes, to fill up: memory mounted as a folder, which only root may do."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


class Disk:
    """A mounted folder. `fill` leaves no room, `free` gives it back."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._ballast = folder / "ballast"

    def fill(self) -> None:
        """Until nothing more goes in."""
        with self._ballast.open("wb", buffering=0) as file:
            try:
                while True:
                    file.write(bytes(65_536))
            except OSError:
                return

    def free(self) -> None:
        """Room again."""
        self._ballast.unlink()


@contextmanager
def small(folder: Path, kilobytes: int) -> Iterator[Disk]:
    """A disk of that size at a folder. Skips the test, and says so, where none can be mounted."""
    folder.mkdir(parents=True, exist_ok=True)
    mounted = os.getuid() == 0 and subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(folder)],
        capture_output=True,
    )
    if not mounted or mounted.returncode != 0:
        pytest.skip("NOT TESTED: a full disk. It takes root, and the right to mount.")
    try:
        yield Disk(folder)
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)
