"""The same hostile inputs through a running site: every one ends in a page that says what to do."""

import base64
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import requests

from tests.donation.errands import ROOT
from tests.donation.site import Site
from tests.hostile.canaries import Canaries
from tests.hostile.corpus import CANARY, CORPUS
from tests.journeys.archives import File

SECONDS = 60
"""The threat model's; all inputs are given before the first is waited for, so that they queue."""
_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with Site(
        tmp_path_factory.mktemp("hostile") / "site",
        GLANE_ATTEMPTS_PER_HOUR="1000",
        GLANE_BEGUN_PER_HOUR="1000",
        GLANE_JSON_LOGS="1",
        GLANE_OPERATORS="operator@glane.example",
    ) as site:
        yield site


class Donor:
    """Somebody with a browser and a hostile archive."""

    def __init__(self, address: str, case: str, *given: File) -> None:
        self.browser = requests.Session()
        self.address = address
        self.case = case
        named = [(f.name, f.buffer) for f in given] or CORPUS[case].files()
        self.sent = self.post("/deposer/", files=[("files", file) for file in named])

    def post(self, path: str, **sent: Any) -> requests.Response:
        """Send a form of the page of that address, or of `page`."""
        page = f"{self.address}{sent.pop('page', path)}"
        token = _TOKEN.search(self.browser.get(page, timeout=SECONDS).text)
        assert token is not None, path
        fields = {"csrfmiddlewaretoken": token[1], **sent.pop("fields", {})}
        return self.browser.post(
            f"{self.address}{path}", fields, headers={"Referer": page}, timeout=SECONDS, **sent
        )

    def end(self) -> str:
        """The page of the donation once its archive was read: with a report or a reason."""
        until = time.monotonic() + SECONDS
        while time.monotonic() < until:
            page = self.browser.get(f"{self.address}/mon-don/", timeout=SECONDS)
            assert page.status_code == 200, self.case
            if 'class="error"' in page.text or "/rapport/" in page.text:
                return page.text
            time.sleep(0.2)
        pytest.fail(f"{self.case} did not end")


def test_every_hostile_input_ends_in_a_page_that_says_what_to_do(site: Site) -> None:
    address = f"http://127.0.0.1:{site.port}"
    donors = [Donor(address, case) for case in CORPUS]
    for donor in donors:
        if donor.sent.status_code == 400:
            # An empty file is refused at once, and nothing of it is kept.
            assert donor.case == "H01"
            continue
        assert donor.sent.status_code == 200, donor.case
        page = donor.end()
        kept = CORPUS[donor.case].kept
        assert ("/rapport/" in page) == bool(kept), donor.case
        assert CANARY not in page
    _nothing_is_left_behind(site)


def _nothing_is_left_behind(site: Site) -> None:
    raw = [path for path in (site.data / "sealed").rglob("*") if path.name.startswith("upload-")]
    assert raw == []
    assert site.processes("celery")
    log = site.log.read_text(errors="replace")
    assert CANARY not in log
    assert "Traceback" not in log
    for path in site.data.rglob("*"):
        if path.is_file() and "keys" not in path.parts:
            assert CANARY.encode() not in _content(path), path


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def test_a_thousand_canaries_are_seen_by_nobody_but_their_donor(site: Site) -> None:
    """In an archive, a name of a file, forms, headers, addresses; by a donor and by strangers.

    Searched: every answer that is not the donor's own, the log, the queue's file with its messages
    and their arguments, mail, temporary and sealed files, figures, the exported audit log.
    """
    canaries = Canaries()
    assert len(set(canaries.all)) == 1000
    assert len(canaries.found_in("\n".join(canaries.all).encode())) == 1000
    donor = Donor(f"http://127.0.0.1:{site.port}", "canaries", canaries.archive())
    assert "/rapport/" in donor.end()
    answers = [*_strangers(donor, canaries), _figures(site), _audit_export(site)]
    for answer in answers:
        assert canaries.found_in(answer) == []
    queue = b"".join(_content(file) for file in (site.data / "queue").rglob("*"))
    assert b"donation.sift" in queue, "the search does not see the messages"
    files = [site.log, *(f for f in site.data.rglob("*") if "keys" not in f.parts)]
    leaks = {str(file): canaries.found_in(_content(file)) for file in files if file.is_file()}
    assert {file: found for file, found in leaks.items() if found} == {}
    assert "Traceback" not in site.log.read_text(errors="replace")


def _strangers(donor: Donor, canaries: Canaries) -> Iterator[bytes]:
    """Answers to requests that say canaries wherever a request can: heads and bodies."""
    name, mail, phone = canaries.names[2], canaries.mails[2], canaries.phones[2]
    home = donor.address
    said = {
        "User-Agent": mail, "X-Forwarded-For": mail, "Accept-Language": mail,
        "Authorization": f"Bearer {mail}", "Cookie": f"session={canaries.codes[0]}; x={phone}",
        "Referer": f"{home}/{mail}",
    }  # fmt: skip

    def ask(method: str, path: str, **sent: Any) -> bytes:
        headers = {**said, **sent.pop("headers", {})}
        answer = requests.request(
            method, f"{home}{path}", headers=headers, timeout=SECONDS, allow_redirects=False, **sent
        )
        assert answer.status_code < 500, (path, answer.status_code)
        return answer.content + repr(dict(answer.headers)).encode()

    yield ask("GET", f"/{name}/{canaries.files[0]}", params={"q": mail, "code": canaries.codes[1]})
    yield ask("GET", f"/publications/{canaries.files[0]}/{name}")
    yield ask("POST", "/mon-don/", data={"code": canaries.codes[2], name: mail})
    yield ask("POST", "/deposer/", files={"files": (canaries.files[1], b"x")})
    yield ask("POST", "/envois/", data=mail, headers=_label(canaries.files[2]))
    yield ask("GET", f"/l/{canaries.codes[3]}/")
    yield ask("GET", "/", headers={"Host": f"{mail.rpartition('@')[2]}"})
    # A form shows again, to who typed it, what was typed: answers of these are not looked at.
    ask("POST", "/gestion/login/", data={"username": mail, "password": phone})
    donor.post("/verifier/", fields={"document": " ".join(canaries.all)})
    stranger = Donor(home, "canaries", File(canaries.files[3], "text/plain", mail.encode()))
    assert stranger.sent.status_code == 200
    assert 'class="error"' in stranger.end()
    stranger.post("/mon-don/fermer/", page="/mon-don/")
    for code in canaries.codes[:10]:
        assert stranger.post("/mon-don/", fields={"code": code}).status_code == 400


def _label(name: str) -> dict[str, str]:
    label = base64.b64encode(name.encode()).decode()
    return {
        "Tus-Resumable": "1.0.0", "Upload-Length": "5", "Upload-Metadata": f"filename {label}",
    }  # fmt: skip


def _figures(site: Site) -> bytes:
    figures = requests.get(f"http://127.0.0.1:{site.port}/metrics", timeout=SECONDS).content
    assert b"glane_donations" in figures
    return figures


def _audit_export(site: Site) -> bytes:
    done = subprocess.run(
        [sys.executable, "manage.py", "audit", "export"],
        cwd=ROOT, env=site.environment, capture_output=True, check=True,
    )  # fmt: skip
    assert b"erased" in done.stdout
    return done.stdout + done.stderr
