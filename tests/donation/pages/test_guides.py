"""How to ask: every platform, in the words of its own menus, and three ways to be reminded."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from donation.funnel import Step
from donation.guides import GROUPS, GUIDES, Guide
from donation.models import StepCount
from donation.wording import PLATFORMS

pytestmark = pytest.mark.django_db


def test_assistants_come_first_since_they_give_most(client: Client) -> None:
    page = client.get("/demander/").content.decode()
    places = [page.index(f"/demander/{guide.platform}/") for guide in GUIDES]
    assert places == sorted(places)
    assert GUIDES[0].group == next(iter(GROUPS)) == "assistants"


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.platform)
def test_a_guide_says_where_to_press_how_long_and_what_is_left(
    client: Client, guide: Guide
) -> None:
    assert guide.platform in PLATFORMS
    assert guide.paths, "no menu words in any language"
    for address in (f"/demander/{guide.platform}/", f"/en/request/{guide.platform}/"):
        page = client.get(address).content.decode()
        for _, path in guide.paths:
            for entry in path:
                assert entry.replace("&", "&amp;") in page
        assert str(guide.typical or "") in page or address.startswith("/en/")
    assert bool(guide.remind_days) == bool(guide.typical)


def test_whatever_is_read_is_named_where_one_chooses(client: Client) -> None:
    page = client.get("/demander/").content.decode()
    shown = {name for guide in GUIDES for name in (guide.platform, *guide.also)}
    assert shown <= set(PLATFORMS)
    for name in set(PLATFORMS) - shown:
        assert PLATFORMS[name] in page


def test_a_guide_says_what_to_open_before_the_first_menu(client: Client) -> None:
    assert "Ouvrez ChatGPT, dans l’application" in client.get("/demander/chatgpt/").content.decode()
    assert "Ouvrez WhatsApp sur votre" in client.get("/demander/whatsapp/").content.decode()
    assert "puis :" not in client.get("/demander/gemini/").content.decode()


def test_two_platforms_of_one_archive_are_named_in_the_page_s_language(client: Client) -> None:
    assert "Facebook and Messenger" in client.get("/en/request/facebook/").content.decode()
    assert "Facebook et Messenger" in client.get("/demander/facebook/").content.decode()


def test_a_date_is_told_only_when_somebody_has_checked(client: Client) -> None:
    page = client.get("/demander/chatgpt/").content.decode()
    assert ("Vérifié le" in page) == bool(GUIDES[0].checked)
    assert ("pas encore vérifiés" in page) != bool(GUIDES[0].checked)


def test_what_is_there_at_once_needs_no_reminder(client: Client) -> None:
    page = client.get("/demander/whatsapp/").content.decode()
    assert "sans attente" in page
    assert "Ajouter à mon agenda" not in page


def test_three_choices_of_a_reminder_and_one_of_them_is_none(client: Client) -> None:
    page = client.get("/demander/chatgpt/").content.decode()
    for words in ("Ajouter à mon agenda", "M’écrire une fois, le", "Je m’en souviendrai"):
        assert words in page
    assert "Entendu" in client.get("/demander/chatgpt/sans-rappel/").content.decode()
    assert StepCount.objects.filter(step=Step.NO_REMINDER, detail="chatgpt").exists()


def test_the_calendar_file_follows_the_rules_of_its_format(client: Client) -> None:
    answer = client.get("/demander/facebook/rappel.ics")
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    raw = answer.content
    assert raw.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in raw.replace(b"\r\n", b"")
    assert max(len(line) for line in raw.split(b"\r\n")) <= 75
    text = raw.decode().replace("\r\n ", "")
    day = timezone.localdate() + timedelta(days=2)
    assert f"DTSTART:{day:%Y%m%d}T180000" in text
    assert re.search(r"SUMMARY:Mon archive Facebook et Messenger est-elle prête", text)
    assert "http://testserver/deposer/\\nLe lien de Facebook et Messenger" in text
    assert "BEGIN:VALARM" in text
    assert "sessionid" not in text


def test_without_a_mail_server_the_public_is_offered_no_message(settings: Any) -> None:
    settings.OFFERS_MAIL = False
    assert "M’écrire une fois" not in Client().get("/demander/chatgpt/").content.decode()
    posted = Client().post("/demander/chatgpt/message/", {"address": "camille@exemple.fr"})
    assert posted.status_code == 404
