"""From the archive to the receipt, and back: what a donor sees and can do at each step."""

import json
import re
from urllib.parse import parse_qs

import pytest
from playwright.sync_api import Page, expect

from tests.journeys import archives
from tests.journeys.conftest import Visit
from tests.journeys.journey import await_link, choose, give, numbers, tick

WITH_AND_WITHOUT_SCRIPTS = pytest.mark.parametrize("scripts", [True, False], ids=["js", "no js"])
CODE = re.compile(r"(?:[0-9A-HJKMNP-TV-Z]{5}-){5}[0-9A-HJKMNP-TV-Z]{2}")


@WITH_AND_WITHOUT_SCRIPTS
def test_camille_gives_a_chatgpt_archive_and_takes_it_back(visit: Visit, *, scripts: bool) -> None:
    page = visit("/deposer/", java_script_enabled=scripts, viewport={"width": 390, "height": 800})
    code = give(page, archives.chatgpt(30))
    assert CODE.fullmatch(code)
    page.get_by_role("link", name="J’ai noté mon code").click()
    await_link(page, "/rapport/", scripts=scripts)

    found, kept, removed = numbers(page)
    assert (kept, found) == (30, kept + removed)
    expect(page.locator("main")).to_contain_text("Vous avez mis un pouce vers le bas")
    assert "Durand" not in page.content()

    page.get_by_role("link", name="Voir toutes les lignes").click()
    _take_two_rows_out_and_one_change_back(page)
    page.goto("/rapport/")
    assert numbers(page)[1] == 30

    page.goto("/confirmer/")
    assert page.locator("main input:checked").count() == 0
    page.get_by_role("button", name="Je donne").click()
    expect(page.locator(".error")).to_contain_text("Rien n’est perdu")
    tick(page, "adult_and_mine", "alignment")
    page.get_by_role("button", name="Je donne").click()
    expect(page.locator("h1")).to_have_text("Merci. Votre don est enregistré.")
    with page.expect_download() as receipt:
        page.get_by_role("link", name="Télécharger le reçu").click()
    assert code not in receipt.value.path().read_text()

    again = visit("/mon-don/", java_script_enabled=scripts)
    again.locator("#id_code").fill(code.lower().replace("-", " "))
    again.get_by_role("button", name="Ouvrir mon don").click()
    with again.expect_download() as donated:
        again.get_by_role("link", name="Télécharger ce que vous avez gardé").click()
    assert len(json.loads(donated.value.path().read_text())) == 30
    again.get_by_role("main").get_by_role("link", name="Retirer mon don").click()
    again.get_by_role("button", name="Retirer maintenant").click()
    expect(again.locator("h1")).to_have_text("C’est fait")
    with again.expect_download() as proof:
        again.get_by_role("link", name="Télécharger la preuve").click()
    assert json.loads(proof.value.path().read_text())

    page.goto("/recu/")
    expect(page.locator("main")).to_contain_text("Ce don a été retiré")


def _take_two_rows_out_and_one_change_back(page: Page) -> None:
    page.locator("#search").fill("Brest")
    page.get_by_role("button", name="Chercher").click()
    assert "Brest" not in page.url
    total = page.locator("main p.count").inner_text()
    assert total.startswith("8 ligne")
    boxes = page.locator("main input[name=keep]")
    boxes.nth(0).uncheck()
    boxes.nth(1).uncheck()
    save = page.get_by_role("button", name="Enregistrer mes choix").first
    if save.is_visible():
        save.click()
    expect(page.locator(".rows .out")).to_have_count(2)
    page.goto("/rapport/")
    assert numbers(page)[1] == 28
    page.get_by_role("button", name="Annuler le dernier changement").click()
    # With scripts each tick was a change of its own: the other row comes back with its kind.
    page.get_by_role("link", name="Voir toutes les lignes").click()
    page.locator("#search").fill("Brest")
    page.get_by_role("button", name="Chercher").click()
    page.get_by_role("button", name="Garder les 8 lignes").click()


@WITH_AND_WITHOUT_SCRIPTS
def test_sacha_says_who_they_are_and_ticks_a_conversation(visit: Visit, *, scripts: bool) -> None:
    page = visit("/deposer/", java_script_enabled=scripts)
    give(page, archives.whatsapp())
    page.get_by_role("link", name="J’ai noté mon code").click()
    await_link(page, "/question/", scripts=scripts)
    assert page.locator("main input:checked").count() == 0
    page.get_by_role("radio", name="Sacha Petit").check()
    page.locator("input[name=chat]").check()
    page.get_by_role("button", name="Continuer").click()
    await_link(page, "/rapport/", scripts=scripts)
    found, kept, removed = numbers(page)
    assert (kept, found) == (3, kept + removed)
    expect(page.locator("main")).to_contain_text("salade de tomates")
    assert "gâteau" not in page.content()
    page.goto("/confirmer/")
    expect(page.locator("#private_messages")).to_be_visible()


def test_a_private_conversation_stays_on_the_device_unless_it_is_ticked(visit: Visit) -> None:
    page = visit("/deposer/")
    unknown = archives.File("camille durand.xyz", "", b"\0" * 100)
    choose(page, archives.chatgpt(3), archives.whatsapp(), unknown)
    page.locator("#plan").wait_for()
    section = page.locator("[data-slot=private]")
    expect(section).to_contain_text("rien n’est envoyé, sauf celles que vous cochez")
    assert section.locator("input:checked").count() == 0
    expect(page.locator("[data-slot=stays]")).to_contain_text("2 fichiers restent chez vous")
    expect(page.locator("[data-slot=counts]")).to_contain_text("jamais leurs noms")
    with page.expect_request("**/deposer/terminer/") as finishing:
        page.locator("#upload button[type=submit]").click()
    assert parse_qs(finishing.value.post_data)["unknown"] == ['{"other":1}']
    page.get_by_role("link", name="J’ai noté mon code").click()
    await_link(page, "/rapport/")
    assert numbers(page)[1] == 3
    expect(page.locator("main")).not_to_contain_text("WhatsApp")


def test_of_a_conversation_alone_nothing_goes_until_it_is_ticked(visit: Visit) -> None:
    page = visit("/en/upload/")
    choose(page, archives.whatsapp())
    page.locator("#plan").wait_for()
    expect(page.locator("#upload button[type=submit]")).to_be_disabled()
    expect(page.locator("[data-slot=none]")).to_contain_text("Nothing goes yet")
    page.locator("[data-slot=chats] input").check()
    expect(page.locator("#upload button[type=submit]")).to_be_enabled()
    expect(page.locator("[data-slot=goes]")).to_contain_text("1 file goes")


def test_noor_gives_nothing_and_everything_is_erased(visit: Visit) -> None:
    page = visit("/deposer/")
    give(page, archives.chatgpt(3))
    page.get_by_role("link", name="J’ai noté mon code").click()
    await_link(page, "/rapport/")
    page.goto("/confirmer/")
    page.get_by_role("button", name="Je ne donne rien, effacez tout").click()
    expect(page.locator("main")).to_contain_text("Rien n’est donné, tout est effacé")


def test_a_whole_kind_of_rows_can_be_set_aside_and_taken_back(visit: Visit) -> None:
    page = visit("/deposer/")
    give(page, archives.chatgpt(9))
    page.get_by_role("link", name="J’ai noté mon code").click()
    await_link(page, "/rapport/")
    page.get_by_role(
        "button", name="Tout écarter : ChatGPT · Vous avez mis un pouce vers le b"
    ).click()
    assert numbers(page)[1] == 6
    page.get_by_role(
        "button", name="Tout garder : ChatGPT · Vous avez mis un pouce vers le b"
    ).click()
    assert numbers(page)[1] == 9


@WITH_AND_WITHOUT_SCRIPTS
def test_a_conversation_is_found_by_its_title_read_and_set_aside(
    visit: Visit, *, scripts: bool
) -> None:
    page = visit("/deposer/", java_script_enabled=scripts)
    give(page, archives.claude())
    page.get_by_role("link", name="J’ai noté mon code").click()
    await_link(page, "/rapport/", scripts=scripts)
    found, kept, _ = numbers(page)
    by_chat = page.get_by_role("article", name="Par conversation")
    by_chat.get_by_label("Chercher une conversation par son titre").fill("ete a brest")
    by_chat.get_by_role("button", name="Chercher").press("Enter")
    page.get_by_role("link", name="Voir les lignes : Un été à Brest").press("Enter")
    assert re.search(r"/rapport/lignes/\?chat=\d+$", page.url)
    expect(page.get_by_role("heading", level=1)).to_have_text("Un été à Brest")
    expect(page.locator(".rows > li")).to_have_count(2)
    page.get_by_role("link", name="Toutes les conversations").press("Enter")
    page.get_by_role("button", name="Tout écarter : Un été à Brest").press("Enter")
    expect(page.locator(".talks .out")).to_contain_text("tout écarté par vous")
    page.goto("/rapport/")
    assert numbers(page) == (found, kept - 2, found - kept + 2)
    page.get_by_role("button", name="Annuler le dernier changement").press("Enter")
    assert numbers(page)[1] == kept


def test_mallory_learns_nothing_from_a_wrong_code(visit: Visit) -> None:
    page = visit("/mon-don/")
    for wrong in ("7K3MQ-9TX4B-2HZC8-RW5NE-6VJ0D-A1", "bonjour", "0" * 27):
        page.locator("#id_code").fill(wrong)
        page.get_by_role("button", name="Ouvrir mon don").click()
        expect(page.locator(".error")).to_contain_text("Ce code n’ouvre aucun don")
        assert wrong not in page.url


@pytest.mark.parametrize("path", ["/rapport/", "/confirmer/", "/recu/", "/suivi/", "/question/"])
def test_a_page_of_a_donation_asks_for_the_code_first(visit: Visit, path: str) -> None:
    expect(visit(path).locator("#id_code")).to_be_visible()


def test_only_the_session_and_form_cookies_are_set(visit: Visit) -> None:
    page = visit("/deposer/")
    give(page, archives.chatgpt(1))
    assert {cookie["name"] for cookie in page.context.cookies()} <= {"session", "csrftoken"}
