"""The steps of a donor, as they are taken with the hands: pick, press, read."""

import re

from playwright.sync_api import FilePayload, Page, expect

from tests.journeys.archives import File


def give(page: Page, *files: File) -> str:
    """Send files from the upload page. Out: the code that is shown."""
    choose(page, *files)
    if page.locator(".scripted").first.is_visible():
        page.locator("#plan").wait_for()
        tick_conversations(page)
    page.locator("#upload button[type=submit]").click()
    shown = page.locator("#code")
    expect(shown).to_be_visible()
    return shown.inner_text().strip()


def choose(page: Page, *files: File) -> None:
    """Pick files in the dialogue of the upload page."""
    payloads: list[FilePayload] = [
        {"name": file.name, "mimeType": file.mime_type, "buffer": file.buffer} for file in files
    ]
    page.locator("#files").set_input_files(payloads)


def tick_conversations(page: Page) -> None:
    """Let every private conversation go too: none does by itself."""
    section = page.locator("[data-slot=private]")
    if section.is_visible():
        if section.get_attribute("open") is None:
            section.locator("summary").click()
        section.locator("button").click()


def await_link(page: Page, path: str, *, scripts: bool = True) -> None:
    """Wait on the progress page until the next step is offered, then take it.

    Without scripts the donor presses the button that reloads.
    """
    link = page.locator(f'main a.button[href$="{path}"]')
    for _ in range(120):
        if link.count():
            break
        if scripts:
            page.wait_for_timeout(500)
        else:
            page.wait_for_timeout(400)
            # The page that comes may offer the next step: the one being left is not asked again.
            with page.expect_navigation():
                page.get_by_role("link", name=re.compile("^(Actualiser|Refresh)$")).click()
    link.click()
    page.wait_for_url(re.compile(re.escape(path) + "$"))


def tick(page: Page, *purposes: str) -> None:
    """Tick consents on the confirm page."""
    for purpose in purposes:
        page.locator(f"#{purpose}").check()


def numbers(page: Page) -> tuple[int, int, int]:
    """The three numbers at the head of the report: found, kept, set aside."""
    found, kept, removed = (
        int(re.sub(r"\D", "", text)) for text in page.locator(".numbers dd").all_inner_texts()
    )
    return found, kept, removed
