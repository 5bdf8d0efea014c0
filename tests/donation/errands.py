"""A donor's steps, taken beside a running site by a process of its own (`errand.py`)."""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


class Errands:
    """Starts the process when it is first asked, and keeps it."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._environment = {**environment, "PYTHONPATH": str(ROOT)}
        self._process: subprocess.Popen[str] | None = None

    def run(self, do: str, **details: Any) -> dict[str, Any]:
        """One step. Out: the donation."""
        if self._process is None or self._process.poll() is not None:
            self._process = subprocess.Popen(
                [sys.executable, str(Path(__file__).with_name("errand.py"))],
                cwd=ROOT, env=self._environment,
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
            )  # fmt: skip
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps({"do": do, **details}) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        assert line, f"{do}: the errand failed"
        answer: dict[str, Any] = json.loads(line)
        return answer

    def reaches(self, donation: str, *stages: str, seconds: float = 120) -> dict[str, Any]:
        """Wait until a donation is in one of the stages; out: the donation."""
        found: dict[str, Any] = {}

        def is_there() -> bool:
            found.update(self.run("look", id=donation))
            return found["stage"] in stages

        wait(is_there, f"never in {stages}", seconds)
        return found

    def end(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.communicate()
            self._process = None


def wait(until: Callable[[], bool], otherwise: str, seconds: float = 30) -> None:
    """Until it is so; an assertion with those words when it never is."""
    give_up_at = time.monotonic() + seconds
    while not until():
        assert time.monotonic() < give_up_at, otherwise
        time.sleep(0.1)
