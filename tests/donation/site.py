"""The whole site as `manage.py serve` runs it, in a folder of its own, to do harm to."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.donation.errands import ROOT, Errands, wait


class Site:
    """A running site. Use it in a `with` block; at its end nothing of it may run any more."""

    def __init__(self, data: Path, **environment: str) -> None:
        self.data = data
        ours = {k: v for k, v in os.environ.items() if k not in ("DATABASE_URL", "REDIS_URL")}
        self.environment = {**ours, "GLANE_DATA": str(data), **environment}
        self.log = data.with_suffix(".log")
        self._errands = Errands(self.environment)

    def __enter__(self) -> "Site":
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.begun_at = time.monotonic()
        said_before = self.log.stat().st_size if self.log.exists() else 0
        with self.log.open("ab") as log:
            self.serve = subprocess.Popen(
                [sys.executable, "manage.py", "serve", "--port", str(self.port)],
                cwd=ROOT, env=self.environment, stdout=log, stderr=log,
            )  # fmt: skip
        self.wait(
            lambda: b"http://" in self.log.read_bytes()[said_before:], "the site did not start"
        )
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def stop(self) -> float:
        """Stop it as Ctrl-C does. Out: the seconds that took."""
        self._errands.end()
        begun = time.monotonic()
        if self.serve.poll() is None:
            self.serve.send_signal(signal.SIGINT)
            self.serve.wait(timeout=20)
        return time.monotonic() - begun

    def errand(self, do: str, **details: Any) -> dict[str, Any]:
        """A step of a donor's, taken beside the site."""
        return self._errands.run(do, **details)

    def reaches(self, donation: str, *stages: str, seconds: float = 120) -> dict[str, Any]:
        """Wait until a donation is in one of the stages; out: the donation."""
        return self._errands.reaches(donation, *stages, seconds=seconds)

    def processes(self, word: str = "") -> list[int]:
        """Ids of this site's processes with `word` in their command."""
        mark = f"GLANE_DATA={self.data}".encode()
        found = []
        for folder in Path("/proc").iterdir():
            try:
                is_ours = mark in (folder / "environ").read_bytes().split(b"\0")
                command = (folder / "cmdline").read_bytes()
            except (OSError, ValueError):
                continue
            if is_ours and word.encode() in command and command:
                found.append(int(folder.name))
        return found

    @staticmethod
    def wait(until: Callable[[], bool], otherwise: str, seconds: float = 30) -> None:
        """See `errands.wait`."""
        wait(until, otherwise, seconds)
