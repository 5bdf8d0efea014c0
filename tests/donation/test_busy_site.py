"""Faults F11, F26, F27: a locked database, a stop in the middle, fifty slow uploads at once."""

import hashlib
import os
import random
import re
import socket
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
import requests

from tests.donation.errands import ROOT
from tests.donation.site import Site
from tests.journeys.archives import chatgpt

MEGABYTE = 1024 * 1024
SLOW_UPLOADS = 50
_HIDDEN = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]+)"')
_CODE = re.compile(r'id="code"[^>]*>([0-9A-Z-]+)<')
_TOKEN = re.compile(r'csrfmiddlewaretoken" value="([^"]+)')


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with Site(tmp_path_factory.mktemp("busy") / "site", GLANE_LEASE_SECONDS="3") as site:
        yield site


class Sender:
    """A donor's browser that speaks tus by hand, to a site that may be started again meanwhile."""

    def __init__(self, site: Site, content: bytes) -> None:
        self._site, self._content, self._session = site, content, requests.Session()
        # The server ends a connection that rests, at any moment: none is used twice.
        self._session.headers["Connection"] = "close"
        (token,) = _TOKEN.findall(self._session.get(self._at("/deposer/")).text)[:1]
        self._csrf = {"X-CSRFToken": token, "Referer": self._at("/deposer/")}
        begun = self._session.post(self._at("/deposer/commencer/"), headers=self._csrf)
        assert begun.status_code == 201
        made = self._tus("POST", "/envois/", {"Upload-Length": str(len(content))})
        self.path = made.headers["Location"].partition(f":{site.port}")[2]

    def send(self, upto: int) -> int:
        """The bytes up to there. Out: the status."""
        offset = self.offset()
        headers = {"Upload-Offset": str(offset), "Content-Type": "application/offset+octet-stream"}
        return self._tus("PATCH", self.path, headers, self._content[offset:upto]).status_code

    def offset(self) -> int:
        """Where the site says that it ends."""
        return int(self._tus("HEAD", self.path, {}).headers["Upload-Offset"])

    def finish(self) -> int:
        """All is there. Out: the status."""
        return self._session.post(self._at("/deposer/terminer/"), headers=self._csrf).status_code

    @contextmanager
    def held(self) -> Iterator[socket.socket]:
        """A PATCH of everything that has sent half its body, and keeps the site waiting."""
        cookies = "; ".join(f"{c.name}={c.value}" for c in self._session.cookies)
        head = (
            f"PATCH {self.path} HTTP/1.1\r\nHost: 127.0.0.1:{self._site.port}\r\n"
            f"Cookie: {cookies}\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\n"
            "Content-Type: application/offset+octet-stream\r\n"
            f"Content-Length: {len(self._content)}\r\nConnection: close\r\n\r\n"
        )
        with socket.create_connection(("127.0.0.1", self._site.port)) as line:
            line.settimeout(60)
            line.sendall(head.encode() + self._content[: len(self._content) // 2])
            yield line

    def end(self, line: socket.socket) -> bytes:
        """The other half. Out: the status line of the answer."""
        line.sendall(self._content[len(self._content) // 2 :])
        return line.makefile("rb").readline()

    def _at(self, path: str) -> str:
        return f"http://127.0.0.1:{self._site.port}{path}"

    def _tus(
        self, method: str, path: str, headers: dict[str, str], body: bytes = b""
    ) -> requests.Response:
        sent = {"Tus-Resumable": "1.0.0", **headers}
        return self._session.request(method, self._at(path), data=body, headers=sent)


@contextmanager
def locked(site: Site) -> Iterator[None]:
    """The database, written to by somebody else who does not end."""
    with closing(sqlite3.connect(site.data / "glane.sqlite3", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        try:
            yield
        finally:
            other.execute("ROLLBACK")


def test_while_the_database_is_locked_pages_are_read_and_writers_wait_their_turn(
    site: Site, tmp_path: Path
) -> None:
    (tmp_path / "export.zip").write_bytes(chatgpt(60).buffer)
    sender = Sender(site, random.Random(1).randbytes(MEGABYTE))
    given = site.errand("give", path=str(tmp_path / "export.zip"), name="export.zip")
    statuses: list[int] = []
    with locked(site):
        sending = threading.Thread(target=lambda: statuses.append(sender.send(MEGABYTE)))
        sending.start()
        for path in ("/", "/questions/", "/deposer/", "/healthz"):
            assert requests.get(f"http://127.0.0.1:{site.port}{path}").status_code == 200
        sending.join(1)
        assert statuses == []
    sending.join(60)
    assert statuses == [204]
    assert sender.offset() == MEGABYTE
    done = site.reaches(given["id"], "report", "failed")
    assert (done["stage"], done["rows"]) == ("report", 60)


LOCKED_FOR_LONGER = """
import os
os.environ["DJANGO_SETTINGS_MODULE"] = "donation.settings"
import django; django.setup()
from django.test import Client
from donation.models import Donation
before = Donation.objects.count()
answer = Client(raise_request_exception=False).post("/deposer/commencer/")
print(answer.status_code, answer["Retry-After"], Donation.objects.count() - before)
"""


def test_a_lock_that_outlasts_patience_is_said_to_pass_and_leaves_nothing(site: Site) -> None:
    impatient = {
        **site.environment, "GLANE_HOSTS": "testserver",
        "DATABASE_URL": f"sqlite:///{site.data}/glane.sqlite3?timeout=1",
    }  # fmt: skip
    with locked(site):
        done = subprocess.run(
            [sys.executable, "-c", LOCKED_FOR_LONGER],
            cwd=ROOT, env=impatient, capture_output=True, text=True,
        )  # fmt: skip
    assert done.stdout == "503 60 0\n", done.stderr


def test_fifty_slow_uploads_leave_the_pages_to_everybody_else(site: Site) -> None:
    """Not a clock but an order: every page is answered while all fifty are still under way."""
    senders = [Sender(site, os.urandom(20_000)) for _ in range(SLOW_UPLOADS)]
    lines: list[socket.socket] = []
    holding = [sender.held() for sender in senders]
    try:
        lines += [one.__enter__() for one in holding]
        for path in ("/", "/demander/", "/deposer/", "/mon-don/", "/en/", "/questions/") * 3:
            answer = requests.get(f"http://127.0.0.1:{site.port}{path}", timeout=60)
            assert answer.status_code == 200
        assert [sender.offset() for sender in senders[:3]] == [0, 0, 0]
        ended = {sender.end(line).split()[1] for sender, line in zip(senders, lines, strict=True)}
        assert ended == {b"204"}
    finally:
        for one in holding[: len(lines)]:
            one.__exit__(None, None, None)
    assert {sender.offset() for sender in senders} == {20_000}


def test_a_form_sent_twice_at_once_is_one_donation_and_both_answers_show_its_code(
    site: Site, tmp_path: Path
) -> None:
    """Fault F21 on SQLite, as it is served. On PostgreSQL: `test_concurrency`."""
    page, session = f"http://127.0.0.1:{site.port}/deposer/", requests.Session()
    form = dict(_HIDDEN.findall(session.get(page).text))
    assert {"csrfmiddlewaretoken", "submission"} <= form.keys()
    cookies, answers = dict(session.cookies), []
    before = set(site.errand("list")["ids"])

    def send() -> None:
        answers.append(
            requests.post(
                page, form, files={"files": ("export.zip", chatgpt(3).buffer)},
                cookies=cookies, headers={"Referer": page},
            )
        )  # fmt: skip

    threads = [threading.Thread(target=send) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert [answer.status_code for answer in answers] == [200, 200]
    codes = {code for answer in answers for code in _CODE.findall(answer.text)}
    assert len(codes) == 1
    made = set(site.errand("list")["ids"]) - before
    stages = [site.errand("look", id=donation)["stage"] for donation in made]
    assert len(stages) - stages.count("discarded") == 1


def test_a_site_that_is_stopped_in_the_middle_goes_on_where_it_was(
    site: Site, tmp_path: Path
) -> None:
    """An upload and a reading under way, SIGINT, and the same folder started again."""
    export = chatgpt(500).buffer
    (tmp_path / "export.zip").write_bytes(export)
    content = random.Random(26).randbytes(3 * MEGABYTE)
    sender = Sender(site, content)
    assert sender.send(MEGABYTE) == 204
    given = site.errand("give", path=str(tmp_path / "export.zip"), name="export.zip")
    site.reaches(given["id"], "sieving")
    with sender.held():
        site.stop()
    assert site.processes() == []
    site.__enter__()
    assert sender.offset() >= MEGABYTE
    assert sender.send(len(content)) == 204
    assert sender.finish() == 204
    ids = set(site.errand("list")["ids"]) - {given["id"]}
    sealed = {site.errand("hash given", id=one)["sha256"] for one in ids}
    assert hashlib.sha256(content).hexdigest() in sealed
    done = site.reaches(given["id"], "report", "failed")
    assert (done["stage"], done["rows"]) == ("report", 500)
