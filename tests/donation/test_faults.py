"""Workers killed, queues killed: no donation is lost, none is done twice. A real site is harmed."""

import contextlib
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.donation.site import Site
from tests.journeys.archives import chatgpt

EXPORT = chatgpt(600)


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    with Site(tmp_path / "site", GLANE_LEASE_SECONDS="3") as running:
        yield running


def kill(site: Site, word: str) -> None:
    """As the kernel does when memory is short: at once, whole groups, nobody asked."""
    for process in site.processes(word):
        with contextlib.suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)


def test_a_worker_killed_in_the_middle_loses_nothing(site: Site, tmp_path: Path) -> None:
    (tmp_path / "export.zip").write_bytes(EXPORT.buffer)
    given = site.errand("give", path=str(tmp_path / "export.zip"), name="export.zip")
    for _ in range(2):
        site.reaches(given["id"], "sieving")
        kill(site, "celery")
    done = site.reaches(given["id"], "report", "failed")
    assert (done["stage"], done["rows"]) == ("report", 600)
    assert done["attempts"] >= 2
    confirmed = site.errand("confirm", id=given["id"])
    assert (confirmed["rows"], confirmed["kept"]) == (600, 600)


def test_a_queue_killed_and_emptied_loses_nothing(site: Site, tmp_path: Path) -> None:
    (tmp_path / "export.zip").write_bytes(EXPORT.buffer)
    kill(site, "celery")
    kill(site, "valkey")
    given = site.errand("give", path=str(tmp_path / "export.zip"), name="export.zip")
    for file in (site.data / "queue").rglob("*.aof"):
        file.write_bytes(b"")
    done = site.reaches(given["id"], "report", "failed")
    assert (done["stage"], done["rows"]) == ("report", 600)


def test_a_withdrawal_in_the_middle_stops_the_worker(site: Site, tmp_path: Path) -> None:
    (tmp_path / "export.zip").write_bytes(EXPORT.buffer)
    given = site.errand("give", path=str(tmp_path / "export.zip"), name="export.zip")
    site.reaches(given["id"], "sieving")
    assert site.errand("withdraw", id=given["id"])["stage"] == "withdrawn"
    folder = site.data / "sealed" / given["id"]
    site.wait(lambda: not folder.exists(), "files were left")
    site.wait(lambda: len(site.processes("celery")) >= 2, "the worker died of it")
