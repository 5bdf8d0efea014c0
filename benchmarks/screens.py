"""Pictures of the screens for docs/screens.md: `python -m benchmarks.screens`.

Runs the site in an empty folder, walks the journey with archives of invented people, and takes each
screen on a phone and on a laptop. With `--all FOLDER`: every screen in both languages, light and
dark, whole, to be looked at; `--only PATTERN` takes some of them.
"""

import argparse
import base64
import re
import struct
import tempfile
import zlib
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from tests.donation.serving import site
from tests.journeys import archives
from tests.journeys.conftest import CHROMIUM
from tests.journeys.journey import await_link, choose, give, tick

DOCS = Path(__file__).resolve().parents[1] / "docs"
SIZES: dict[str, ViewportSize] = {
    "phone": {"width": 390, "height": 844},
    "laptop": {"width": 1280, "height": 860},
}
README_SIZE: ViewportSize = {"width": 1100, "height": 1180}
SHOWN_WIDTH = {"phone": 390, "laptop": 800}
CHOSEN = (
    ("home", "phone", "light", "fr"), ("home", "laptop", "light", "fr"),
    ("choose", "phone", "light", "fr"), ("platform", "laptop", "light", "fr"),
    ("platform", "phone", "dark", "fr"), ("upload-plan", "phone", "light", "fr"),
    ("upload-plan", "laptop", "dark", "en"), ("upload-code", "phone", "light", "fr"),
    ("question", "phone", "light", "fr"), ("report", "phone", "light", "fr"),
    ("report", "laptop", "light", "fr"), ("report", "laptop", "dark", "en"),
    ("rows", "phone", "light", "fr"), ("conversations", "phone", "light", "fr"),
    ("cards", "laptop", "light", "fr"), ("confirm", "laptop", "light", "fr"),
    ("confirm-missing", "phone", "light", "fr"),
    ("receipt", "phone", "light", "fr"), ("my-donation", "laptop", "light", "en"),
    ("withdraw", "phone", "dark", "fr"), ("proof", "laptop", "light", "fr"),
    ("impact", "laptop", "light", "fr"), ("duel", "phone", "light", "fr"),
    ("error", "phone", "light", "en"),
)  # fmt: skip
"""What the page in docs/ shows: screen, size, scheme, language."""
COLOURS = 64
QUANTISE = """async ([data, width, most]) => {
  const image = await createImageBitmap(await (await fetch(data)).blob());
  const height = Math.round(image.height * width / image.width);
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d");
  context.imageSmoothingQuality = "high";
  context.drawImage(image, 0, 0, width, height);
  const { data: rgba } = context.getImageData(0, 0, width, height);
  const [seen, place] = [new Map(), new Map()];
  const key = (at) => (rgba[at] << 16) | (rgba[at + 1] << 8) | rgba[at + 2];
  for (let at = 0; at < rgba.length; at += 4) seen.set(key(at), (seen.get(key(at)) ?? 0) + 1);
  const parts = (colour) => [colour >> 16, (colour >> 8) & 255, colour & 255];
  const apart = (a, b) => parts(a).reduce((sum, value, i) => sum + (value - parts(b)[i]) ** 2, 0);
  const palette = [];
  for (const [colour] of [...seen].sort((a, b) => b[1] - a[1])) {
    const isNew = palette.length < most && palette.every((one) => apart(one, colour) > 250);
    if (isNew) palette.push(colour);
  }
  for (const colour of seen.keys()) {
    let best = 0;
    palette.forEach((one, i) => {
      if (apart(one, colour) < apart(palette[best], colour)) best = i;
    });
    place.set(colour, best);
  }
  const pixels = new Uint8Array(width * height);
  for (let i = 0; i < pixels.length; i += 1) pixels[i] = place.get(key(4 * i));
  let text = "";
  for (let at = 0; at < pixels.length; at += 8192) {
    text += String.fromCharCode(...pixels.subarray(at, at + 8192));
  }
  return { width, height, palette: palette.flatMap(parts), pixels: btoa(text) };
}"""


class Walk(NamedTuple):
    """One browser on its way through the site, in one language."""

    page: Page
    language: str

    def path(self, french: str, english: str) -> str:
        """The address in the walk's language."""
        return french if self.language == "fr" else f"/en{english}"

    def go(self, french: str, english: str) -> None:
        """Open it."""
        self.page.goto(self.path(french, english))


def _open_pages(walk: Walk) -> Iterator[str]:
    """Before there is a donation."""
    walk.go("/", "/")
    yield "home"
    walk.go("/demander/", "/request/")
    yield "choose"
    walk.go("/demander/chatgpt/", "/request/chatgpt/")
    yield "platform"
    walk.go("/deposer/", "/upload/")
    yield "upload"


def _giving(walk: Walk) -> Iterator[str]:
    """From the files to the report."""
    given = (archives.chatgpt(40), archives.claude(), archives.whatsapp())
    choose(walk.page, *given)
    walk.page.locator("#plan").wait_for()
    yield "upload-plan"
    give(walk.page, *given)
    walk.page.locator("#sent a").wait_for()
    yield "upload-code"
    walk.page.locator("#sent a").click()
    yield "progress"
    await_link(walk.page, "/question/")
    yield "question"
    walk.page.get_by_role("radio", name="Sacha Petit").check()
    walk.page.locator("input[name=chat]").check()
    walk.page.locator("main form button").click()
    await_link(walk.page, walk.path("/rapport/", "/report/"))
    yield "report"
    walk.go("/rapport/lignes/", "/report/lines/")
    walk.page.locator("input[name=keep]").nth(1).uncheck()
    walk.page.locator("li.out").wait_for()
    yield "rows"
    walk.page.locator("button[name=unmasked]").first.click()
    yield "unmasked"
    walk.go("/rapport/conversations/", "/report/conversations/")
    walk.page.locator("button[name=remove_chat]").nth(1).click()
    walk.page.locator(".talks .out").first.wait_for()
    yield "conversations"
    walk.page.locator(".talks a").first.click()
    yield "conversation"
    walk.go("/rapport/longues/", "/report/longest/")
    yield "longest"
    walk.go("/rapport/avant-apres/", "/report/before-after/")
    yield "examples"
    walk.go("/confirmer/", "/confirm/")
    yield "confirm"


def _given(walk: Walk) -> Iterator[str]:
    """From the consents to the proof."""
    walk.page.locator("button[value=give]").click()
    yield "confirm-missing"
    tick(walk.page, "adult_and_mine", "alignment", "private_messages")
    walk.page.locator("button[value=give]").click()
    walk.page.locator(".qr").wait_for()
    yield "receipt"
    walk.go("/mon-don/", "/my-donation/")
    yield "my-donation"
    walk.go("/mon-don/changer/", "/my-donation/change/")
    yield "amend"
    walk.go("/mon-don/retirer/", "/my-donation/withdraw/")
    yield "withdraw"
    walk.page.locator("main form button").click()
    yield "proof"


def _coming_back(walk: Walk) -> Iterator[str]:
    """With a code, and with a wrong one."""
    walk.page.context.clear_cookies()
    walk.go("/mon-don/", "/my-donation/")
    yield "code"
    walk.page.locator("#id_code").fill("7K3MQ-9TX4B-2HZC8-RW5NE-6VJ0D-A1")
    walk.page.locator("main form button").click()
    yield "code-wrong"


def _trying(walk: Walk) -> Iterator[str]:
    """The invented archive."""
    walk.go("/essayer/", "/try/")
    yield "sample"
    walk.page.locator("main form button").click()
    await_link(walk.page, "/question/")
    walk.page.locator("main form button").click()
    await_link(walk.page, walk.path("/rapport/", "/report/"))
    yield "sample-report"
    walk.go("/rapport/comparer/", "/report/compare/")
    yield "cards"
    walk.go("/essayer/fin/", "/try/end/")
    yield "sample-over"


def _around(walk: Walk) -> Iterator[str]:
    """The pages beside the journey."""
    walk.go("/impact/", "/impact/")
    yield "impact"
    walk.go("/deux-reponses/", "/two-answers/")
    yield "duels"
    walk.page.locator("#agree").check()
    walk.page.locator("main form button").click()
    yield "duel"
    walk.page.locator("button[value=first]").click()
    yield "duel-thanks"
    walk.go("/questions/", "/questions/")
    yield "questions"
    walk.go("/verifier/", "/verify/")
    yield "verify"
    walk.go("/publications/", "/publications/")
    yield "publications"
    walk.go("/mentions/", "/legal/")
    yield "privacy"
    walk.go("/accessibilite/", "/accessibility/")
    yield "accessibility"
    walk.go("/nulle-part/", "/nowhere/")
    yield "error"


def take_all(
    browser: Browser, address: str, language: str, take: Callable[[Page, str], None]
) -> None:
    """Walk through the site once, and hand every screen to `take`."""
    locale = {"fr": "fr-FR", "en": "en-GB"}[language]
    context = browser.new_context(base_url=address, locale=locale, viewport=SIZES["laptop"])
    context.set_default_timeout(60_000)
    walk = Walk(context.new_page(), language)
    parts = (_open_pages, _giving, _given, _coming_back, _trying, _around)
    for name in chain.from_iterable(part(walk) for part in parts):
        take(walk.page, name)
    context.close()


def for_looking(folder: Path, only: str, language: str) -> Callable[[Page, str], None]:
    """Takes a screen whole, in both sizes and schemes."""
    folder.mkdir(parents=True, exist_ok=True)

    def take(page: Page, name: str) -> None:
        if re.search(only, name):
            for size, scheme in ((s, c) for s in SIZES for c in ("light", "dark")):
                _set(page, size, scheme)
                path = folder / f"{name}-{size}-{scheme}-{language}.png"
                page.screenshot(path=path, full_page=True)
            _set(page, "laptop", "light")

    return take


def for_docs(blank: Page, language: str) -> Callable[[Page, str], None]:
    """Takes what docs/screens.md and the README show, small."""

    def save(page: Page, path: Path, width: int) -> None:
        page.evaluate("scrollTo(0, 0)")
        data = base64.b64encode(page.screenshot()).decode()
        url = f"data:image/png;base64,{data}"
        path.write_bytes(png(blank.evaluate(QUANTISE, [url, width, COLOURS])))

    def take(page: Page, name: str) -> None:
        for screen, size, scheme, spoken in CHOSEN:
            if (screen, spoken) == (name, language):
                _set(page, size, scheme)
                path = DOCS / "screens" / f"{name}-{size}-{scheme}-{language}.png"
                save(page, path, SHOWN_WIDTH[size])
        if (name, language) == ("report", "fr"):
            page.set_viewport_size(README_SIZE)
            save(page, DOCS / "report.png", README_SIZE["width"])
        _set(page, "laptop", "light")

    return take


def png(picture: dict[str, Any]) -> bytes:
    """A PNG with a palette (PNG specification, third edition, section 11)."""
    width, height = picture["width"], picture["height"]
    pixels = base64.b64decode(picture["pixels"])
    rows = b"".join(b"\0" + pixels[y * width : (y + 1) * width] for y in range(height))

    def chunk(kind: bytes, content: bytes) -> bytes:
        checked = kind + content
        return struct.pack(">I", len(content)) + checked + struct.pack(">I", zlib.crc32(checked))

    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">2I5B", width, height, 8, 3, 0, 0, 0))
        + chunk(b"PLTE", bytes(picture["palette"]))
        + chunk(b"IDAT", zlib.compress(rows, 9))
        + chunk(b"IEND", b"")
    )


def _set(page: Page, size: str, scheme: str) -> None:
    page.set_viewport_size(SIZES[size])
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")


def main() -> None:
    """Take them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--all", type=Path, help="a folder for every screen in every look")
    parser.add_argument("--only", default="", help="with --all: which screens, a pattern")
    wanted = parser.parse_args()
    with (
        tempfile.TemporaryDirectory(prefix="glane-screens-") as folder,
        site(Path(folder) / "site", GLANE_BEGUN_PER_HOUR="1000") as running,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=CHROMIUM)
        blank = browser.new_page()
        (DOCS / "screens").mkdir(exist_ok=True)
        for language in ("fr", "en"):
            take = (
                for_looking(wanted.all, wanted.only, language)
                if wanted.all
                else for_docs(blank, language)
            )
            take_all(browser, running.address, language, take)
        browser.close()


if __name__ == "__main__":
    main()
