"""The pages of conversations: found by title, set aside in whole, nothing personal in an address."""

import logging
import re

import pytest
from django.test import Client
from django.utils.html import escape

from donation import draft
from donation.models import Donation
from donation.stages.report import PAGE_ROWS, Report, Wanted
from tests.donation.conftest import Give
from tests.journeys.archives import chatgpt

pytestmark = pytest.mark.django_db(transaction=True)
GIVE = {"adult_and_mine": "yes", "alignment": "yes", "act": "give"}


@pytest.fixture
def donation(reported: Give, client: Client) -> Donation:
    found = reported(chatgpt(30))
    titles = [f"Demande à Solène, {n}" for n in range(1, 30)] + ["<b>L'été</b> & la mer"]
    draft.seal_titles(found, titles)
    session = client.session
    session["donation"] = str(found.pk)
    session.save()
    return found


def out(donation: Donation) -> list[int]:
    donation.refresh_from_db()
    return [row for row in range(donation.rows) if draft.is_removed(bytes(donation.removed), row)]


def test_the_report_shows_a_few_conversations_and_leads_to_all(
    donation: Donation, client: Client
) -> None:
    page = client.get("/rapport/").content.decode()
    assert "Par conversation" in page
    assert page.count('name="remove_chat"') == 5
    assert "Voir les 30 conversations" in page
    listed = client.get("/rapport/conversations/").content.decode()
    assert listed.count('name="remove_chat"') == PAGE_ROWS
    last = client.post("/rapport/conversations/", {"page": "2"}).content.decode()
    assert last.count('name="remove_chat"') == 5


def test_a_report_without_conversations_does_not_speak_of_them(
    donation: Donation, client: Client
) -> None:
    with Report(donation) as report:
        rows = [one.record for number in (1, 2) for one in report.page(number).rows]
    with draft.writing(donation) as writer:
        for record in rows:
            writer.add(record)
    assert "Par conversation" not in client.get("/rapport/").content.decode()
    assert "Toutes les conversations" not in client.get("/rapport/lignes/").content.decode()


def test_a_conversation_is_set_aside_from_the_report_and_taken_back(
    donation: Donation, client: Client
) -> None:
    answer = client.post("/rapport/changer/", {"remove_chat": "3", "back": "by-chat"})
    assert answer["Location"] == "/rapport/#by-chat"
    assert out(donation) == [2]
    client.post("/rapport/changer/", {"restore_chat": "3", "back": "by-chat"})
    assert out(donation) == []
    client.post("/rapport/changer/", {"act": "undo"})
    assert out(donation) == [2]


def test_a_change_in_a_list_that_was_searched_shows_the_same_list_again(
    donation: Donation, client: Client
) -> None:
    page = client.post("/rapport/conversations/", {"title": "ete"}).content.decode()
    assert escape("<b>L'été</b> & la mer") in page
    assert page.count('name="remove_chat"') == 1
    posted = {"remove_chat": "30", "back": "conversations", "title": "ete", "page": "1"}
    page = client.post("/rapport/changer/", posted).content.decode()
    assert "tout écarté par vous" in page
    assert page.count('name="restore_chat"') == 1
    assert out(donation) == [29]


def test_the_rows_of_a_conversation_are_read_searched_and_set_aside_together(
    donation: Donation, client: Client
) -> None:
    page = client.get("/rapport/lignes/?chat=30").content.decode()
    assert "<h1><bdi>" + escape("<b>L'été</b> & la mer") in page
    assert page.count('name="shown"') == 1
    assert 'name="chat" value="30"' in page
    posted = {"chat": "30", "search": "zzzz"}
    assert "Aucune ligne ne contient" in (
        client.post("/rapport/lignes/chercher/", posted).content.decode()
    )
    client.post("/rapport/changer/", {"act": "remove_all", "chat": "30", "back": "rows"})
    assert out(donation) == [29]


@pytest.mark.parametrize("chat", ["-1", "0", "31", "99999999999", "x", "²", ""])
def test_a_conversation_that_is_not_there_changes_nothing(
    donation: Donation, client: Client, chat: str
) -> None:
    assert client.get(f"/rapport/lignes/?chat={chat}").status_code == 200
    client.post("/rapport/changer/", {"remove_chat": chat, "back": "conversations"})
    client.post("/rapport/changer/", {"act": "remove_all", "chat": chat})
    assert out(donation) == []


def test_no_title_is_in_an_address_or_a_log(
    donation: Donation, client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    pages = [
        client.get("/rapport/"),
        client.get("/rapport/conversations/?title=Solène"),
        client.post("/rapport/conversations/", {"title": "Solène"}),
        client.get("/rapport/lignes/?chat=3"),
        client.post("/rapport/changer/", {"remove_chat": "3", "back": "conversations"}),
    ]
    for page in pages:
        for address in re.findall(r'(?:href|action|src)="([^"]*)"', page.content.decode()):
            assert "Sol" not in address
    # A title in an address is not taken for one that was posted.
    assert 'value="Solène"' not in pages[1].content.decode()
    own = [record for record in caplog.records if record.name.startswith("donation")]
    assert "Solène" not in str([record.getMessage() for record in own])


def test_once_confirmed_conversations_have_numbers_and_no_titles(
    donation: Donation, client: Client
) -> None:
    client.post("/confirmer/", GIVE)
    page = client.get("/rapport/conversations/").content.decode()
    assert "Solène" not in page
    assert "Conversation 3<" in page
    assert "Les titres ont été effacés" in page
    assert "Conversation 7<" in client.get("/rapport/lignes/?chat=7").content.decode()
    client.post("/rapport/changer/", {"remove_chat": "7", "back": "conversations"})
    assert out(donation) == [6]
    client.post("/mon-don/changer/", {"act": "change"})
    donation.refresh_from_db()
    assert donation.rows == 29
    with Report(donation) as report:
        assert report.page(1, Wanted(chat=7)).total == 0


def test_in_english_too(donation: Donation, client: Client) -> None:
    page = client.get("/en/report/conversations/").content.decode()
    assert "Find a conversation by its title" in page
    assert "See the lines" in page
