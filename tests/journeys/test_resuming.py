"""An upload survives a cut connection, a closed tab and a killed server: nothing is lost or doubled.

The client of the first test is nobody's here: tuspy. The second is the site's own page.
"""

import hashlib
import os
import random
import re
import signal
import time
from pathlib import Path

import pytest
import requests
from playwright.sync_api import Route, expect
from tusclient.client import TusClient
from tusclient.exceptions import TusCommunicationError

from tests.donation.site import Site
from tests.journeys import archives
from tests.journeys.conftest import Visit
from tests.journeys.cutting import CuttingProxy
from tests.journeys.journey import await_link, choose

MEGABYTE = 1024 * 1024


def begun(address: str) -> tuple[str, str]:
    """A donation begun on the site: the session's cookie, and the token for its forms."""
    session = requests.Session()
    page = session.get(f"{address}/deposer/").text
    (token,) = re.findall(r'csrfmiddlewaretoken" value="([^"]+)', page)
    answer = session.post(f"{address}/deposer/commencer/", headers={"X-CSRFToken": token})
    assert answer.status_code == 201
    return "; ".join(f"{cookie.name}={cookie.value}" for cookie in session.cookies), token


@pytest.mark.parametrize("with_checksum", [True, False], ids=["checksum", "plain"])
def test_a_client_nobody_here_wrote_finishes_over_a_connection_that_breaks(
    tmp_path: Path, *, with_checksum: bool
) -> None:
    content = random.Random(8).randbytes(20 * MEGABYTE)
    (tmp_path / "archive.zip").write_bytes(content)
    with Site(tmp_path / "site") as site:
        cookie, _ = begun(f"http://127.0.0.1:{site.port}")
        with CuttingProxy(site.port, cuts=6, least=1_000, most=6 * MEGABYTE, seed=3) as proxy:
            client = TusClient(f"http://127.0.0.1:{proxy.port}/envois/", {"Cookie": cookie})
            address = ""
            for attempt in range(40):
                try:
                    uploader = client.uploader(
                        str(tmp_path / "archive.zip"), chunk_size=5 * MEGABYTE, url=address or None,
                        metadata={"filename": "archive.zip"}, upload_checksum=with_checksum,
                    )  # fmt: skip
                    if not address:
                        uploader.set_url(uploader.create_url())
                        address = str(uploader.url)
                    uploader.upload()
                    break
                except (requests.RequestException, TusCommunicationError, OSError):
                    if attempt == 1:
                        for process in site.processes("gunicorn"):
                            os.kill(process, signal.SIGKILL)
                    time.sleep(0.3)
            assert proxy.cuts <= 4, "hardly a connection was cut: the test proves nothing"
        (donation,) = site.errand("list")["ids"]
        sealed = site.errand("hash upload", id=donation)["sha256"]
    assert sealed == hashlib.sha256(content).hexdigest()


def test_a_site_without_room_says_so_and_the_upload_goes_on_when_there_is_some(
    visit: Visit,
) -> None:
    """That a full disk answers so: `tests/donation/test_full_disk.py`."""
    page = visit("/deposer/")
    answers = [507, 507]

    def without_room(route: Route) -> None:
        if route.request.method == "PATCH" and answers:
            expect(status).not_to_contain_text("Connexion coupée")
            route.fulfill(status=answers.pop(), headers={"Retry-After": "60"})
        else:
            if route.request.method == "PATCH":
                expect(status).to_contain_text("Il n’y a plus de place chez nous")
            route.continue_()

    status = page.locator("#sending [role=status]")
    page.route("**/envois/**", without_room)
    choose(page, archives.chatgpt(3))
    page.locator("#upload button[type=submit]").click()
    expect(status).to_contain_text("Tout est arrivé", timeout=30_000)
    assert not answers


def test_the_page_finishes_what_a_closed_tab_began(visit: Visit) -> None:
    file = archives.with_padding(archives.chatgpt(20), 9 * MEGABYTE)
    page = visit("/deposer/")
    pieces: list[int] = []
    is_cut = True

    def cut(route: Route) -> None:
        pieces.append(int(route.request.headers.get("upload-offset", -1)))
        if route.request.method == "PATCH" and (len(pieces) % 3 == 0 or (is_cut and pieces[-1])):
            route.abort("connectionreset")
        else:
            route.continue_()

    page.route("**/envois/**", cut)
    choose(page, file)
    page.locator("#plan").wait_for()
    page.locator("#upload button[type=submit]").click()
    expect(page.locator("#sending [role=status]")).to_contain_text("Connexion coupée")
    code = page.locator("#code").inner_text()
    page.reload()
    is_cut = False
    pieces.clear()
    expect(page.locator("main")).to_contain_text("Un envoi est resté en route")
    choose(page, file)
    page.locator("#plan").wait_for()
    page.locator("#upload button[type=submit]").click()
    page.get_by_role("link", name="J’ai noté mon code").click(timeout=60_000)
    assert min(offset for offset in pieces if offset >= 0) > 0, "it began again from the start"
    await_link(page, "/rapport/")
    page.context.clear_cookies()
    page.goto("/mon-don/")
    page.locator("#id_code").fill(code)
    page.get_by_role("button", name="Ouvrir mon don").click()
    expect(page.locator("main")).to_contain_text("rapport")


def test_a_code_that_did_not_arrive_is_given_when_the_button_is_pressed_again(visit: Visit) -> None:
    page = visit("/deposer/")
    lost: list[str] = []

    def lose_the_first(route: Route) -> None:
        if lost:
            route.continue_()
        else:
            lost.append(route.fetch().text())
            route.abort("connectionreset")

    page.route("**/deposer/commencer/", lose_the_first)
    choose(page, archives.chatgpt(3))
    page.locator("#plan").wait_for()
    page.locator("#upload button[type=submit]").click()
    page.locator("#upload button[type=submit]").click()
    expect(page.locator("#code")).to_be_visible()
    assert page.locator("#code").inner_text() not in lost[0]
    page.get_by_role("link", name="J’ai noté mon code").click(timeout=60_000)
    await_link(page, "/rapport/")
