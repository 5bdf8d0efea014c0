"""Pictures of every screen for docs/screens.md, and pages to look at: `python -m benchmarks.screens`.

Runs the site in an empty folder, walks the journey with the invented archive of the try-out and one
donation of invented people, and takes each screen on a phone and on a laptop, light and dark.
"""

import argparse
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.journeys import archives
from tests.journeys.conftest import CHROMIUM
from tests.journeys.journey import await_link, choose, give, tick

ROOT = Path(__file__).resolve().parents[1]
PHONE, LAPTOP = {"width": 390, "height": 844}, {"width": 1280, "height": 800}


@contextmanager
def site(folder: Path) -> Iterator[str]:
    """A site in an empty folder; out: its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    ours = {k: v for k, v in os.environ.items() if k not in ("DATABASE_URL", "REDIS_URL")}
    ours |= {"GLANE_DATA": str(folder), "GLANE_BEGUN_PER_HOUR": "1000"}
    with (folder / "log").open("wb") as log:
        serve = subprocess.Popen(
            [sys.executable, "manage.py", "serve", "--port", str(port)],
            cwd=ROOT, env=ours, stdout=log, stderr=log,
        )  # fmt: skip
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(300):
            try:
                with urllib.request.urlopen(f"{address}/healthz", timeout=2):
                    break
            except OSError:
                time.sleep(0.2)
        yield address
    finally:
        serve.send_signal(signal.SIGTERM)
        serve.wait(timeout=20)


def screens(page: Page, english: bool) -> Iterator[str]:
    """Every screen in the order of the journey; out: its name, while the page shows it."""
    fr = lambda french, other: other if english else french  # noqa: E731
    at = lambda french, other: page.goto(fr(french, "/en" + other))  # noqa: E731
    at("/", "/")
    yield "home"
    at("/demander/", "/request/")
    yield "choose"
    at("/demander/chatgpt/", "/request/chatgpt/")
    yield "platform"
    at("/deposer/", "/upload/")
    yield "upload"
    choose(page, archives.chatgpt(40), archives.whatsapp())
    page.locator("#plan").wait_for()
    yield "upload-plan"
    give(page, archives.chatgpt(40), archives.whatsapp())
    page.locator("#sent a").wait_for()
    yield "upload-code"
    page.locator("#sent a").click()
    yield "progress"
    await_link(page, "/question/")
    yield "question"
    page.get_by_role("radio", name="Sacha Petit").check()
    page.locator("input[name=chat]").check()
    page.locator("main form button").click()
    await_link(page, fr("/rapport/", "/report/"))
    yield "report"
    at("/rapport/lignes/", "/report/lines/")
    page.locator("input[name=keep]").nth(1).uncheck()
    page.locator("li.out").wait_for()
    yield "rows"
    page.locator("button[name=unmasked]").first.click()
    yield "unmasked"
    at("/rapport/longues/", "/report/longest/")
    yield "longest"
    at("/rapport/avant-apres/", "/report/before-after/")
    yield "examples"
    at("/confirmer/", "/confirm/")
    yield "confirm"
    page.locator("button[value=give]").click()
    yield "confirm-missing"
    tick(page, "adult_and_mine", "alignment", "private_messages")
    page.locator("button[value=give]").click()
    page.locator(".qr").wait_for()
    yield "receipt"
    at("/mon-don/", "/my-donation/")
    yield "my-donation"
    at("/mon-don/changer/", "/my-donation/change/")
    yield "amend"
    at("/mon-don/retirer/", "/my-donation/withdraw/")
    yield "withdraw"
    page.locator("main form button").click()
    yield "proof"
    page.context.clear_cookies()
    at("/mon-don/", "/my-donation/")
    yield "code"
    page.locator("#id_code").fill("7K3MQ-9TX4B-2HZC8-RW5NE-6VJ0D-A1")
    page.locator("main form button").click()
    yield "code-wrong"
    at("/essayer/", "/try/")
    yield "sample"
    page.locator("main form button").click()
    await_link(page, "/question/")
    page.locator("main form button").click()
    await_link(page, fr("/rapport/", "/report/"))
    yield "sample-report"
    at("/rapport/comparer/", "/report/compare/")
    yield "cards"
    at("/essayer/fin/", "/try/end/")
    yield "sample-over"
    at("/impact/", "/impact/")
    yield "impact"
    at("/deux-reponses/", "/two-answers/")
    yield "duels"
    page.locator("#agree").check()
    page.locator("main form button").click()
    yield "duel"
    page.locator("button[value=first]").click()
    yield "duel-thanks"
    at("/questions/", "/questions/")
    yield "questions"
    at("/verifier/", "/verify/")
    yield "verify"
    at("/publications/", "/publications/")
    yield "publications"
    at("/mentions/", "/legal/")
    yield "privacy"
    at("/accessibilite/", "/accessibility/")
    yield "accessibility"
    at("/nulle-part/", "/nowhere/")
    yield "error"


Look = tuple[str, dict[str, int], str]


def walk(browser: Browser, address: str, *, english: bool, take: Callable[[Page, str], None]) -> None:
    """Walk the journey once, and hand every screen to `take`."""
    context = browser.new_context(base_url=address, locale="en-GB" if english else "fr-FR")
    context.set_default_timeout(60_000)
    page = context.new_page()
    for name in screens(page, english):
        take(page, name)
    context.close()


def main() -> None:
    """Take them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--all", type=Path, help="folder for every screen in every look")
    parser.add_argument("--only", default="", help="with --all: names of screens, a pattern")
    wanted = parser.parse_args()
    with (
        tempfile.TemporaryDirectory(prefix="glane-screens-") as folder,
        site(Path(folder)) as address,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=CHROMIUM)
        for english in (False, True):
            walk(browser, address, english=english, take=_every(wanted.all, wanted.only, english))
        browser.close()


def _every(folder: Path, only: str, english: bool) -> Callable[[Page, str], None]:
    folder.mkdir(parents=True, exist_ok=True)

    def take(page: Page, name: str) -> None:
        if not re.search(only, name):
            return
        language = "en" if english else "fr"
        for width, size in (("phone", PHONE), ("laptop", LAPTOP)):
            for scheme in ("light", "dark"):
                page.set_viewport_size(size)
                page.emulate_media(color_scheme=scheme)
                page.screenshot(
                    path=folder / f"{name}-{width}-{scheme}-{language}.png", full_page=True
                )
        page.set_viewport_size(LAPTOP)

    return take


if __name__ == "__main__":
    main()
