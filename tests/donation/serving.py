"""The whole site, as `manage.py serve` runs it, on a free port and in a folder of its own."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_START_SECONDS = 60


class Site:
    """A running site."""

    def __init__(self, data: Path, *arguments: str, **environment: str) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = int(probe.getsockname()[1])
        self.address = f"http://127.0.0.1:{self.port}"
        self.data = data
        self.environment = {**os.environ, "GLANE_DATA": str(data), **environment}
        self.environment.pop("REDIS_URL", None)
        self.environment.pop("DATABASE_URL", None)
        self.log = data.parent / f"{data.name}.log"
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, "manage.py", "serve", "--port", str(self.port), *arguments],
                cwd=ROOT,
                env=self.environment,
                stdout=log,
                stderr=log,
            )
        give_up_at = time.monotonic() + _START_SECONDS
        while "Glane: http" not in self.log.read_text(errors="replace"):
            assert self.process.poll() is None, self.log.read_text()
            assert time.monotonic() < give_up_at, self.log.read_text()
            time.sleep(0.1)

    def processes(self) -> list[tuple[int, str]]:
        """Every process that works on this site's folder: id and command."""
        found = []
        for entry in Path("/proc").iterdir():
            if entry.name.isdigit():
                try:
                    environment = (entry / "environ").read_bytes()
                    command = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode()
                except OSError:
                    continue
                if f"GLANE_DATA={self.data}\0".encode() in environment and command:
                    found.append((int(entry.name), command))
        return found

    def stop(self) -> float:
        """Stop as Ctrl-C does; out: seconds it took."""
        began = time.monotonic()
        self.process.send_signal(signal.SIGINT)
        self.process.wait(30)
        return time.monotonic() - began


@contextmanager
def site(data: Path, **environment: str) -> Iterator[Site]:
    """A site that is stopped at the end."""
    running = Site(data, **environment)
    try:
        yield running
    finally:
        if running.process.poll() is None:
            running.stop()
