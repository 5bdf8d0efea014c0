"""One command runs the site, and nothing of it is lost when its parts are killed."""

import base64
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

from tests.deployment.composition import told_in_production
from tests.donation.serving import ROOT, Site, site
from tests.people import CANARY, POEM, chatgpt_zip

TOKEN = re.compile(r'csrfmiddlewaretoken" value="([^"]+)')


def token(page: requests.Response) -> str:
    found = TOKEN.search(page.text)
    assert found is not None
    return found[1]


def give(running: Site, content: bytes) -> tuple[requests.Session, str]:
    """Upload as a browser does; out: its session and the code it was shown."""
    browser = requests.Session()
    form = token(browser.get(f"{running.address}/deposer/"))
    answer = browser.post(
        f"{running.address}/deposer/",
        data={"csrfmiddlewaretoken": form},
        files=[("files", ("archive.zip", content))],
        headers={"Referer": running.address},
    )
    code = re.search(r'id="code"[^>]*>([^<]+)', answer.text)
    assert code is not None, answer.text[-800:]
    return browser, code[1]


def await_report(running: Site, browser: requests.Session, seconds: float) -> None:
    give_up_at = time.monotonic() + seconds
    while "rapport" not in browser.get(f"{running.address}/rapport/").url:
        assert time.monotonic() < give_up_at, running.log.read_text()[-2000:]
        time.sleep(0.3)


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """One site for all that does not stop it."""
    with site(tmp_path_factory.mktemp("serve") / "data", GLANE_LEASE_SECONDS="3") as found:
        yield found


def test_a_second_serve_on_the_same_folder_refuses_with_one_line(tmp_path: Path) -> None:
    with site(tmp_path / "data") as running:
        second = subprocess.run(
            [sys.executable, "manage.py", "serve", "--port", "0"],
            cwd=ROOT, env=running.environment, capture_output=True, text=True,
        )  # fmt: skip
        assert second.returncode != 0
        assert second.stderr.strip().splitlines()[-1] == (
            "CommandError: Another serve is already running on this data folder."
        )
        assert running.stop() < 10
        assert running.processes() == []


def test_the_operator_reads_the_address_and_no_advice_of_the_queue(running: Site) -> None:
    said = running.log.read_text().splitlines()
    assert [line for line in said if line.startswith("Glane: http://")]
    assert not [line for line in said if "overcommit" in line or "WARNING Memory" in line]
    assert (running.data / "queue" / "valkey.log").exists()


def test_a_donation_survives_kill_9_and_leaves_nothing_in_clear(running: Site) -> None:
    browser, code = give(running, chatgpt_zip(40))
    deadline = time.monotonic() + 20
    while not (workers := [pid for pid, c in running.processes() if "celery" in c]):
        assert time.monotonic() < deadline
    for pid in workers:
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            continue
    await_report(running, browser, 90)
    page = browser.get(f"{running.address}/rapport/lignes/")
    assert page.text.count('name="unmasked"') == 25
    for path in running.data.rglob("*"):
        if path.is_file() and not path.is_socket():
            content = path.read_bytes()
            assert CANARY.split()[1].encode() not in content, path
            assert POEM.encode() not in content, path
            assert code.replace("-", "").encode() not in content, path
    log = running.log.read_text()
    assert CANARY not in log
    assert code not in log


def test_it_serves_in_production_too(tmp_path: Path) -> None:
    names = ("GLANE_SECRET_KEY", "GLANE_KEK", "GLANE_CODE_KEY", "GLANE_SIGNING_KEY")
    keys = {name: base64.b64encode(os.urandom(32)).decode() for name in names}
    with site(tmp_path / "data", GLANE_PRODUCTION="1", **told_in_production(), **keys) as running:
        # As the proxy in front asks.
        page = requests.get(running.address, headers={"X-Forwarded-Proto": "https"})
        assert page.status_code == 200
        (style,) = re.findall(r'href="(/static/glane\.[0-9a-f]+\.css)"', page.text)
        found = requests.get(running.address + style, headers={"X-Forwarded-Proto": "https"})
        assert found.status_code == 200


def test_a_form_without_its_token_leaves_nothing(running: Site) -> None:
    answer = requests.post(
        f"{running.address}/deposer/", files=[("files", ("a.zip", chatgpt_zip()))]
    )
    assert answer.status_code == 403
    assert not list((running.data / "sealed").rglob("upload-*"))


def test_every_page_is_private_and_self_contained(running: Site) -> None:
    for path in (
        "/",
        "/en/",
        "/demander/",
        "/demander/x/",
        "/deposer/",
        "/mon-don/",
        "/questions/",
        "/nulle-part/",
    ):
        answer = requests.get(running.address + path)
        assert answer.headers["Cache-Control"] == "no-store"
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin"
        assert "style=" not in answer.text
        assert not re.search(r'(?:src|href|action)="(?:https?:)?//', answer.text)
