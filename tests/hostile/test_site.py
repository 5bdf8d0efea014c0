"""The same hostile inputs through a running site: every one ends in a page that says what to do."""

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

from tests.donation.site import Site
from tests.hostile.corpus import CANARY, CORPUS

SECONDS = 60
"""The threat model's; all inputs are given before the first is waited for, so that they queue."""
_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with Site(
        tmp_path_factory.mktemp("hostile") / "site",
        GLANE_ATTEMPTS_PER_HOUR="1000",
        GLANE_BEGUN_PER_HOUR="1000",
    ) as site:
        yield site


class Donor:
    """Somebody with a browser and a hostile archive."""

    def __init__(self, address: str, case: str) -> None:
        self.browser = requests.Session()
        self.address = address
        self.case = case
        form = self.browser.get(f"{address}/deposer/", timeout=SECONDS).text
        token = _TOKEN.search(form)
        assert token is not None
        files = [("files", (name, content)) for name, content in CORPUS[case].files()]
        self.sent = self.browser.post(
            f"{address}/deposer/", {"csrfmiddlewaretoken": token[1]}, files=files, timeout=SECONDS
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
