"""Fault F22 on a running site: when a donor is told that it is done, it is, in every stage.

Searched: every file of the data folder (database, its journal, sealed files, the queue's own file,
mail), the site's temporary folder and its log.
"""

import io
import os
import re
import signal
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

from tests.donation.site import Site
from tests.journeys.archives import File, chatgpt, whatsapp, zipped

CANARY = "Quatrebarbes"
_TOKEN = re.compile(r'csrfmiddlewaretoken" value="([^"]+)')


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("erasure")
    (folder / "tmp").mkdir()
    with Site(folder / "site", TMPDIR=str(folder / "tmp"), GLANE_LEASE_SECONDS="5") as site:
        yield site


def with_canary(file: File) -> File:
    """The same archive, with a name nobody else has in an entry of its own."""
    if not file.name.endswith(".zip"):
        return file._replace(
            buffer=file.buffer.replace("Inès Moreau".encode(), f"Inès {CANARY}".encode())
        )
    with zipfile.ZipFile(io.BytesIO(file.buffer)) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    entries["conversations.json"] = entries["conversations.json"].replace(
        b"Durand", CANARY.encode()
    )
    return zipped(file.name, entries)


def traces(site: Site, *wanted: bytes) -> list[str]:
    """Files in which any of the wanted bytes stand in clear."""
    places = [site.data, site.data.parent / "tmp", site.log]
    files = [f for place in places for f in (place.rglob("*") if place.is_dir() else [place])]
    return [str(file) for file in files if any(one in _content(file) for one in wanted)]


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes() if file.is_file() else b""
    except OSError:
        return b""


def opened(site: Site, code: str) -> tuple[requests.Session, str]:
    """A browser in which a code was typed to withdraw. Out: with the address it was led to."""
    browser, address = requests.Session(), f"http://127.0.0.1:{site.port}/mon-don/"
    answer = press(browser, address, code=code, next="withdraw")
    return browser, answer.url


def press(browser: requests.Session, address: str, **fields: str) -> requests.Response:
    """Open a page, and send its form."""
    token = _TOKEN.findall(browser.get(address).text)[0]
    form = {"csrfmiddlewaretoken": token, **fields}
    return browser.post(address, form, headers={"Referer": address})


def withdraw(site: Site, code: str) -> dict[str, object]:
    """As a donor does, with the code alone. Out: the proof that is handed out when it is done."""
    browser, page = opened(site, code)
    assert page.endswith("/mon-don/retirer/")
    assert press(browser, page).url.endswith("/mon-don/preuve/")
    return proof_of(browser, site)


def proof_of(browser: requests.Session, site: Site) -> dict[str, object]:
    proof: dict[str, object] = browser.get(
        f"http://127.0.0.1:{site.port}/mon-don/preuve.json"
    ).json()
    assert "withdrawn_at" in proof
    return proof


def is_held(site: Site, *, held: bool) -> None:
    """Stop the workers, or let them go on: what is queued stays queued meanwhile."""
    for process in site.processes("celery"):
        os.kill(process, signal.SIGSTOP if held else signal.SIGCONT)


STAGES = {
    "receiving": chatgpt(30),
    "queued": chatgpt(30),
    "sieving": chatgpt(2000),
    "asking": whatsapp(),
    "report": chatgpt(30),
    "confirmed": chatgpt(30),
}


@pytest.mark.parametrize("stage", STAGES)
def test_nothing_is_left_when_the_donor_is_told_so(site: Site, stage: str, tmp_path: Path) -> None:
    archive = with_canary(STAGES[stage])
    assert CANARY.encode() in archive.buffer or archive.name.endswith(".zip")
    (tmp_path / archive.name).write_bytes(archive.buffer)
    if stage == "queued":
        is_held(site, held=True)
    try:
        do = "send half" if stage == "receiving" else "give"
        given = site.errand(do, path=str(tmp_path / archive.name), name=f"{CANARY}.zip")
        before = site.reaches(given["id"], "report" if stage == "confirmed" else stage)
        if stage == "confirmed":
            before = site.errand("confirm", id=given["id"])
        key = bytes.fromhex(before["key"])
        assert len(key) > 32
        assert traces(site, key), "the search does not find what is there"
        withdraw(site, given["code"])
        assert traces(site, key, CANARY.encode()) == []
        if stage != "sieving":
            # A worker may still be about to notice, and erases what it had just written.
            assert not (site.data / "sealed" / given["id"]).exists()
    finally:
        if stage == "queued":
            is_held(site, held=False)
    site.wait(lambda: not (site.data / "sealed" / given["id"]).exists(), "files came back")
    assert site.errand("look", id=given["id"])["stage"] == "withdrawn"


def test_a_second_withdrawal_gives_the_same_proof(site: Site, tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(chatgpt(5).buffer)
    given = site.errand("give", path=str(tmp_path / "a.zip"), name="a.zip")
    first = withdraw(site, given["code"])
    browser, page = opened(site, given["code"])
    assert page.endswith("/mon-don/")
    assert proof_of(browser, site) == first
