"""A real site and a real browser: `manage.py serve` in an empty folder, and headless Chromium.

One of each a module: while Playwright is open, its event loop forbids the ORM to other tests.
"""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site's folder."""
    return tmp_path_factory.mktemp("site")


@pytest.fixture(scope="module")
def address(data: Path) -> Iterator[str]:
    """Where the site answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    ours = {k: v for k, v in os.environ.items() if k not in ("DATABASE_URL", "REDIS_URL")}
    ours |= {"GLANE_DATA": str(data), "GLANE_ATTEMPTS_PER_HOUR": "1000"}
    ours["GLANE_BEGUN_PER_HOUR"] = "1000"
    with (data / "log").open("wb") as log:
        serve = subprocess.Popen(
            [sys.executable, "manage.py", "serve", "--port", str(port)],
            cwd=ROOT, env=ours, stdout=log, stderr=log,
        )  # fmt: skip
    address = f"http://127.0.0.1:{port}"
    try:
        _await(f"{address}/healthz", serve)
        yield address
    finally:
        serve.send_signal(signal.SIGTERM)
        serve.wait(timeout=15)


def _await(address: str, serve: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        assert serve.poll() is None, "the site did not start"
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except OSError:
            time.sleep(0.2)
    pytest.fail("the site did not answer within a minute")


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium, which `make test` installs."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=CHROMIUM)
        yield browser
        browser.close()


Visit = Callable[..., Page]


@pytest.fixture
def visit(chromium: Browser, address: str) -> Iterator[Visit]:
    """Opens a fresh browser session on the site; at the end nothing may have gone astray.

    A console message, an exception in a script or a request to another host fails the test.
    """
    contexts: list[BrowserContext] = []
    astray: list[str] = []

    def open_page(path: str = "/", **options: object) -> Page:
        context = chromium.new_context(base_url=address, locale="fr-FR", **options)  # type: ignore[arg-type]
        contexts.append(context)
        context.set_default_timeout(10_000)
        page = context.new_page()
        page.on("console", lambda message: astray.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: astray.append(f"script: {error}"))
        page.on(
            "request",
            lambda request: (
                request.url.startswith((address, "blob:", "data:"))
                or astray.append(f"request: {request.url}")
            ),
        )
        page.goto(path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    # Chromium itself says this of an answer that refuses a form, which is what was asked for.
    astray = [said for said in astray if "status of 4" not in said]
    # And this of an answer that there is no room, which only a test gives here.
    astray = [said for said in astray if "status of 507" not in said]
    # And this of a connection that a test cut.
    astray = [said for said in astray if "ERR_CONNECTION_RESET" not in said]
    assert astray == []
