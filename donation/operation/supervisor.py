"""Several processes kept alive under one, and stopped in order."""

import ctypes
import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

_PR_SET_PDEATHSIG = 1
_LONGEST_WAIT_SECONDS = 30.0


@dataclass
class Child:
    """A process to keep alive. `grace_seconds` is how long it may take to stop."""

    name: str
    command: Sequence[str]
    grace_seconds: float
    process: "subprocess.Popen[bytes] | None" = None
    started_at: float = 0.0
    wait_seconds: float = 1.0
    start_again_at: float = 0.0


@dataclass
class Supervisor:
    """Starts children in order, restarts one that exits, stops all in the reverse order."""

    environment: Mapping[str, str]
    children: list[Child] = field(default_factory=list)
    is_stopping: bool = False

    def start(self, child: Child) -> None:
        """Start a child in a process group of its own, which dies with this process."""
        child.process = subprocess.Popen(  # noqa: S603 - commands are ours
            child.command,
            env=dict(self.environment),
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            preexec_fn=_die_with_parent,  # noqa: PLW1509 - this process has one thread
        )
        child.started_at = time.monotonic()
        if child not in self.children:
            self.children.append(child)

    def watch(self, each_second: Callable[[], None] = lambda: None) -> None:
        """Until `is_stopping`: restart what exits, waiting longer each time it does so soon."""
        while not self.is_stopping:
            now = time.monotonic()
            for child in self.children:
                if child.process is None:
                    if now >= child.start_again_at:
                        self.start(child)
                elif child.process.poll() is not None:
                    was_soon = now - child.started_at < _LONGEST_WAIT_SECONDS
                    child.wait_seconds = (
                        min(2 * child.wait_seconds, _LONGEST_WAIT_SECONDS) if was_soon else 1.0
                    )
                    child.process = None
                    child.start_again_at = now + child.wait_seconds
            each_second()
            time.sleep(0.2)

    def restart(self, name: str) -> None:
        """Kill a child and all it started; `watch` starts it again."""
        for child in self.children:
            if child.name == name and child.process is not None:
                _kill_group(child.process.pid)

    def stop(self) -> None:
        """Stop every child, the last started first; kill the whole group of one that lingers."""
        for child in reversed(self.children):
            if child.process is None:
                continue
            child.process.terminate()
            with suppress(subprocess.TimeoutExpired):
                child.process.wait(child.grace_seconds)
            _kill_group(child.process.pid)
            child.process.wait()


def _kill_group(leader: int) -> None:
    try:
        os.killpg(leader, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        return


def _die_with_parent() -> None:
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
