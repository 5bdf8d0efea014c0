"""One message, once; the address is sealed, tied to nothing, and gone with it."""

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from donation import reminder, retention
from donation.models import Donation, Reminder

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
    assert "http://testserver/deposer/" in message.body
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


def test_an_english_reader_is_written_to_in_english(client: Client) -> None:
    client.post("/en/request/chatgpt/message/", {"address": ADDRESS})
    make_due(Reminder.objects.get())
    reminder.send_due()
    assert mail.outbox[0].subject == "Your ChatGPT archive may be ready"
    assert "/en/upload/" in mail.outbox[0].body


def test_opening_the_link_changes_nothing_and_its_button_erases(
    asked: Reminder, client: Client
) -> None:
    address = f"/l/{reminder.token(asked)}/"
    assert client.get(address).status_code == 200
    assert Reminder.objects.count() == 1
    assert "est effacée" in client.post(address).content.decode()
    assert not Reminder.objects.exists()
    assert client.post("/l/forged/").status_code == 404


def test_what_is_no_address_is_said(client: Client) -> None:
    answer = client.post(ASK, {"address": "camille"})
    assert answer.status_code == 400
    assert "nom@exemple.fr" in answer.content.decode()
    assert not Reminder.objects.exists()
