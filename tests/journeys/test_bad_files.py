"""A file that cannot be used ends in a sentence and a next step, and leaves nothing behind."""

import pytest
from playwright.sync_api import expect

from tests.journeys import archives
from tests.journeys.conftest import Visit
from tests.journeys.journey import choose, give

READ_AND_REFUSED = {
    "pdf": (archives.PDF, "Ce fichier n’est pas une archive", "This file is not an archive"),
    "html": (archives.html_export(), "au format HTML", "This archive is in HTML"),
    "holiday photos": (
        archives.zipped("photos.zip", {"plage.jpg": b"\xff\xd8\xff\xe0 sable"}),
        "Nous ne reconnaissons pas cette archive",
        "We do not recognise this archive",
    ),
    "cut short": (
        archives.chatgpt(5)._replace(buffer=archives.chatgpt(5).buffer[:-200]),
        "L’archive est incomplète",
        "The archive is incomplete",
    ),
}


@pytest.mark.parametrize("case", READ_AND_REFUSED)
def test_an_archive_that_cannot_be_read_says_why_and_what_to_do(visit: Visit, case: str) -> None:
    file, french, english = READ_AND_REFUSED[case]
    page = visit("/deposer/")
    give(page, file)
    page.get_by_role("link", name="J’ai noté mon code").click()
    page.wait_for_url("**/mon-don/", timeout=60_000)
    expect(page.locator(".error")).to_contain_text(french)
    expect(page.locator(".error")).to_contain_text("rien n’a été gardé")
    expect(page.get_by_role("link", name="Déposer une autre archive")).to_be_visible()
    page.goto("/en/my-donation/")
    expect(page.locator(".error")).to_contain_text(english)


def test_a_password_is_seen_on_the_device_and_nothing_is_sent(visit: Visit) -> None:
    page = visit("/deposer/")
    choose(page, archives.locked())
    expect(page.locator("#plan")).to_contain_text("protégée par un mot de passe")
    expect(page.locator("#upload button[type=submit]")).to_be_disabled()
    page.goto("/suivi/")
    expect(page.locator("#id_code")).to_be_visible()


def test_an_archive_in_an_archive_is_seen_on_the_device_and_nothing_is_sent(visit: Visit) -> None:
    page = visit("/deposer/")
    choose(page, archives.in_another())
    expect(page.locator("#plan")).to_contain_text("Décompressez-la sur votre appareil")
    expect(page.locator("#upload button[type=submit]")).to_be_disabled()


def test_when_sorting_fails_the_page_says_that_the_whole_would_go(visit: Visit) -> None:
    page = visit("/deposer/")
    page.route("**/lecteurs.json", lambda route: route.fulfill(body="no tables"))
    choose(page, archives.chatgpt(3))
    expect(page.locator("#plan")).to_contain_text("Votre archive entière")
    expect(page.locator("#plan")).not_to_contain_text("Nous ne reconnaissons pas")
    expect(page.locator("#upload button[type=submit]")).to_contain_text("Continuer ainsi")


@pytest.mark.parametrize("scripts", [True, False], ids=["js", "no js"])
def test_an_empty_file_is_not_a_donation(visit: Visit, *, scripts: bool) -> None:
    page = visit("/deposer/", java_script_enabled=scripts)
    choose(page, archives.EMPTY)
    page.locator("#upload button[type=submit]").click()
    expect(page.locator(".error")).to_contain_text("Choisissez un fichier d’abord")
    page.goto("/suivi/")
    expect(page.locator("#id_code")).to_be_visible()


def test_sending_without_a_file_asks_for_one(visit: Visit) -> None:
    page = visit("/deposer/")
    page.locator("#upload button[type=submit]").click()
    expect(page.locator(".error")).to_contain_text("Choisissez un fichier d’abord")


MISSING_PAGES = {
    "/nulle-part/": "Cette page n’existe pas",
    "/en/nowhere/": "This page does not exist",
}


@pytest.mark.parametrize(("path", "words"), MISSING_PAGES.items())
def test_a_page_that_does_not_exist_says_so(visit: Visit, path: str, words: str) -> None:
    expect(visit(path).locator("main")).to_contain_text(words)
