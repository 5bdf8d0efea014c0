"""Building and verifying a large release of generated donations: seconds by the clock, seconds of
processor, and peak memory of each process.

`python -m benchmarks.releases [--interactions 100000] [--donations 200] [--workers 2] [--also N]`.
A site of its own runs with workers; `--also` measures a second size, for the slope. Donations are
sealed as confirmed ones are; every row is another text, so that little is thinned.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from tests.donation.serving import ROOT, Site

_FILL = "benchmarks.filling"
_LOOK_SECONDS = 0.2


class Peaks(threading.Thread):
    """The largest resident size of each process of a site."""

    def __init__(self, running: Site) -> None:
        super().__init__(daemon=True)
        self._site, self._over = running, threading.Event()
        self.most: dict[str, int] = {}
        self._spent: dict[int, float] = {}

    def run(self) -> None:
        while not self._over.wait(_LOOK_SECONDS):
            for pid, command in self._site.processes():
                name = f"{_name(command)} {pid}"
                self.most[name] = max(self.most.get(name, 0), _resident(pid))
                if not name.startswith("other"):
                    self._spent[pid] = _processor_seconds(pid) or self._spent.get(pid, 0)

    @property
    def spent(self) -> float:
        """Seconds of processor of all who work on the release, since they began."""
        return sum(self._spent.values())

    def stop(self) -> int:
        """Out: megabytes of the largest process that worked on the release."""
        self._over.set()
        self.join()
        return max(size for name, size in self.most.items() if not name.startswith("other"))


def _name(command: str) -> str:
    for word, name in (("celery", "worker"), ("release build", "command"), ("verify", "verify")):
        if word in command:
            return name
    return "other"


def _resident(pid: int) -> int:
    """Megabytes; 0 for a process that is gone."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0
    found = [line.split()[1] for line in status.splitlines() if line.startswith("VmRSS")]
    return int(found[0]) // 1024 if found else 0


def _processor_seconds(pid: int) -> float:
    """User and system time (proc(5): fields 14 and 15 of stat); 0 for a process that is gone."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def measure(interactions: int, donations: int, workers: int) -> None:
    with tempfile.TemporaryDirectory(prefix="glane-") as folder:
        data = Path(folder) / "data"
        running = Site(data, "--workers", str(workers))
        try:
            _run(running, [sys.executable, "-m", _FILL, str(donations), str(interactions)])
            peaks = Peaks(running)
            peaks.start()
            begun = time.monotonic()
            _run(running, [sys.executable, "manage.py", "release", "build", "large"])
            built, spent = time.monotonic() - begun, peaks.spent
            begun = time.monotonic()
            _run(
                running,
                [sys.executable, "manage.py", "release", "verify", str(data / "releases/large")],
            )
            verified = time.monotonic() - begun
            print(
                f"{interactions} interactions of {donations} donations: built in {built:.0f} s "
                f"({spent:.0f} s of processor), "
                f"verified in {verified:.0f} s, largest process {peaks.stop()} MB"
            )
            print({name: size for name, size in sorted(peaks.most.items()) if "other" not in name})
        finally:
            running.stop()


def _run(running: Site, command: list[str]) -> None:
    environment = {**running.environment, "PYTHONPATH": str(ROOT)}
    subprocess.run(command, cwd=ROOT, env=environment, check=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--interactions", type=int, default=100_000)
    parser.add_argument("--donations", type=int, default=200)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--also", type=int, default=0, help="another number of interactions")
    asked = parser.parse_args()
    measure(asked.interactions, asked.donations, asked.workers)
    if asked.also:
        share = asked.also / asked.interactions
        measure(asked.also, round(asked.donations * share), asked.workers)


if __name__ == "__main__":
    main()
