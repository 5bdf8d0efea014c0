"""A file that cannot be used ends in a sentence and a next step, and leaves nothing behind."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys import archives
from tests.journeys.archives import File
from tests.journeys.conftest import Visit
from tests.journeys.journey import choose, give

HOLIDAY_PHOTOS = archives.zipped("photos.zip", {"plage.jpg": b"\xff\xd8\xff\xe0 sable"})
READ_AND_REFUSED = {
    "html": (archives.html_export(), "au format HTML", "This archive is in HTML"),
    "holiday photos": (
        HOLIDAY_PHOTOS,
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


@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        (archives.PDF, "Ce fichier n’est pas une archive"),
        (File("plage.mp4", "video/mp4", b"\0\0\0 ftypmp42 sable"), "n’est pas une archive"),
        (File("tout.rar", "application/vnd.rar", b"Rar!\x1a\x07\x01\0"), "pas ce type d’archive"),
    ],
    ids=["pdf", "film", "rar"],
)
def test_a_file_that_is_no_archive_we_read_is_seen_on_the_device_and_nothing_is_sent(
    visit: Visit, file: File, sentence: str
) -> None:
    page = visit("/deposer/")
    choose(page, file)
    expect(page.locator("#plan")).to_contain_text(sentence)
    expect(page.locator("#plan")).to_contain_text("Rien n’a été envoyé.")
    expect(page.locator("#upload button[type=submit]")).to_be_disabled()


def test_what_nobody_knows_goes_whole_only_by_a_press_that_is_not_the_main_one(
    visit: Visit,
) -> None:
    page = visit("/deposer/")
    choose(page, HOLIDAY_PHOTOS)
    plan, button = page.locator("#plan"), page.locator("#upload button[type=submit]")
    expect(plan).to_contain_text("Nous ne reconnaissons pas cette archive : rien n’a été envoyé.")
    expect(plan).to_contain_text("Elle vient bien d’une plateforme ?")
    expect(plan).not_to_contain_text("le tri n’est pas possible")
    expect(button).to_have_class(re.compile(r"\bquiet\b"))
    choose(page, archives.chatgpt(3))
    expect(button).not_to_have_class(re.compile(r"\bquiet\b"))


def test_an_archive_of_a_platform_with_nothing_to_keep_says_so_before_anything_goes(
    visit: Visit,
) -> None:
    page = visit("/deposer/")
    choose(page, archives.zipped("n.zip", {"MESSAGES/MessagesSentByNetflix.csv": b"a,b\n1,2\n"}))
    plan = page.locator("#plan")
    expect(plan).to_contain_text("Archive Netflix reconnue")
    expect(plan).to_contain_text("Nous n’y voyons aucune préférence : rien n’a été envoyé.")
    expect(plan).not_to_contain_text("le tri n’est pas possible")


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
