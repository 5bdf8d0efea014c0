"""One message, once; the address is sealed, tied to nothing, and gone with it."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.utils import timezone

from donation import reminder
from donation.models import Donation, Reminder, Stage
from donation.operation import retention
from donation.stages import intake, withdrawal

pytestmark = pytest.mark.django_db(transaction=True)
ASK = "/demander/chatgpt/message/"
ADDRESS = "camille.durand@exemple.fr"


@pytest.fixture
def asked(client: Client) -> Reminder:
    answer = client.post(ASK, {"address": ADDRESS})
    assert answer.status_code == 200
    return Reminder.objects.get()


def make_due(one: Reminder) -> None:
    Reminder.objects.filter(pk=one.pk).update(due_at=timezone.now() - timedelta(minutes=1))


def test_the_address_is_not_stored_in_clear(asked: Reminder) -> None:
    assert "camille" not in str(list(Reminder.objects.values())).lower()
    assert ADDRESS.encode() not in bytes(asked.address)


def test_a_form_that_is_sent_twice_makes_one_message(asked: Reminder, client: Client) -> None:
    assert "un seul message" in client.post(ASK, {"address": ADDRESS}).content.decode()
    assert Reminder.objects.count() == 1
    client.post(ASK, {"address": "autre@exemple.fr"})
    assert Reminder.objects.count() == 2


def test_the_session_that_asked_and_then_gave_holds_nothing_of_it(
    asked: Reminder, client: Client
) -> None:
    donation, code = intake.begin()
    assert client.post("/mon-don/", {"code": code}).status_code == 302
    session = client.session
    assert session["donation"] == str(donation.pk)
    held = str(dict(session)).replace(str(donation.pk), "")
    assert not re.search(r"[0-9a-f]{16}|remind|camille", held)


def test_nothing_is_sent_before_its_day(asked: Reminder) -> None:
    retention.purge()
    assert mail.outbox == []
    assert Reminder.objects.count() == 1


def test_one_message_is_sent_and_the_address_is_erased(asked: Reminder) -> None:
    make_due(asked)
    retention.purge()
    retention.purge()
    (message,) = mail.outbox
    assert message.to == [ADDRESS]
    assert "ChatGPT" in message.subject
    (link,) = re.findall(r"http://testserver(/l/[^/]+/)\n", message.body)
    assert Client().get(link).status_code == 200
    assert Client().post(link)["Location"] == "/deposer/"
    assert not Reminder.objects.exists()
    assert not Donation.objects.exists()


def test_a_mail_server_that_is_away_costs_nothing(asked: Reminder, monkeypatch: Any) -> None:
    make_due(asked)

    def away(*_: object) -> None:
        raise ConnectionRefusedError

    monkeypatch.setattr("django.core.mail.EmailMessage.send", away)
    retention.purge()
    assert Reminder.objects.count() == 1
    monkeypatch.undo()
    retention.purge()
    assert len(mail.outbox) == 1


def test_two_housekeepers_send_it_once_and_none_holds_the_database_meanwhile(
    asked: Reminder, monkeypatch: Any
) -> None:
    make_due(asked)
    send = mail.EmailMessage.send

    def send_while_another_comes_by(message: mail.EmailMessage) -> None:
        assert not connection.in_atomic_block
        assert reminder.send_due() == 0
        send(message)

    monkeypatch.setattr("django.core.mail.EmailMessage.send", send_while_another_comes_by)
    assert reminder.send_due() == 1
    assert len(mail.outbox) == 1
    assert not Reminder.objects.exists()


def test_an_english_reader_is_written_to_in_english(client: Client) -> None:
    client.post("/en/request/chatgpt/message/", {"address": ADDRESS})
    make_due(Reminder.objects.get())
    reminder.send_due()
    assert mail.outbox[0].subject == "Your ChatGPT archive may be ready"
    assert "/en/l/" in mail.outbox[0].body


def test_opening_the_link_changes_nothing_and_its_button_erases(
    asked: Reminder, client: Client
) -> None:
    address = f"/l/{reminder.token(asked)}/ne-plus-ecrire/"
    assert client.get(address).status_code == 200
    assert Reminder.objects.count() == 1
    assert "est effacée" in client.post(address).content.decode()
    assert not Reminder.objects.exists()
    assert client.post("/l/forged/ne-plus-ecrire/").status_code == 404


def test_what_is_no_address_is_said(client: Client) -> None:
    answer = client.post(ASK, {"address": "camille"})
    assert answer.status_code == 400
    assert "nom@exemple.fr" in answer.content.decode()
    assert not Reminder.objects.exists()


def test_the_link_back_names_a_platform_and_nothing_else() -> None:
    token = reminder.platform_token("chatgpt")
    assert reminder.platform_of(token) == "chatgpt"
    assert reminder.platform_of(token[:-1]) is None
    assert reminder.platform_of(reminder.token(Reminder())) is None


def test_the_message_comes_the_evening_after_the_typical_wait(client: Client) -> None:
    client.post("/demander/reddit/message/", {"address": ADDRESS})
    due = timezone.localtime(Reminder.objects.get().due_at)
    assert (due.hour, due.date()) == (18, timezone.localdate() + timedelta(days=7))


@pytest.fixture
def awaited(client: Client) -> Donation:
    """A donation whose donor wants to be told when its report is there."""
    donation, _ = intake.begin()
    Donation.objects.filter(pk=donation.pk).update(stage=Stage.SIEVING)
    session = client.session
    session["donation"] = str(donation.pk)
    session.save()
    answer = client.post("/suivi/message/", {"address": ADDRESS}, follow=True)
    assert "un seul message" in answer.content.decode()
    donation.refresh_from_db()
    return donation


def test_who_waits_for_their_report_is_told_once_it_is_there(awaited: Donation) -> None:
    retention.purge()
    assert mail.outbox == []
    Donation.objects.filter(pk=awaited.pk).update(stage=Stage.REPORT)
    retention.purge()
    (message,) = mail.outbox
    assert "/mon-don/" in message.body
    assert awaited.reference not in message.body
    assert not Reminder.objects.exists()


def test_who_withdraws_is_not_written_to(awaited: Donation) -> None:
    withdrawal.withdraw(awaited)
    assert not Reminder.objects.exists()


def test_a_calendar_file_for_the_report_holds_no_code_and_no_name(
    awaited: Donation, client: Client
) -> None:
    text = client.get("/suivi/rappel.ics").content.decode()
    assert "SUMMARY:Mon rapport est prêt" in text
    assert awaited.reference not in text
