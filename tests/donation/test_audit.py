"""The audit log says what happened, to nobody's name, and shows when somebody tampered."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from donation import audit
from donation.audit import Event
from donation.models import AuditEntry
from donation.operation import retention
from donation.stages import confirmation, withdrawal
from donation.stages.confirmation import NEEDED
from tests.donation.conftest import Give

pytestmark = pytest.mark.django_db


def three_entries() -> None:
    for number in range(3):
        audit.append(Event.RELEASED, name=f"r{number}", rows=number)


def tamper(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def test_a_chain_holds_and_its_end_can_be_noted() -> None:
    assert audit.verify() is None
    three_entries()
    number, digest = audit.head()
    assert number == 3
    audit.append(Event.KEY_ROTATED, donations=5)
    assert audit.verify(digest) is None
    out = StringIO()
    call_command("audit", "verify", head=digest, stdout=out)
    assert out.getvalue().startswith("4 ")


@pytest.mark.parametrize(
    ("statement", "broken"),
    [
        ("UPDATE donation_auditentry SET event='consent' WHERE number=2", (2, "changed")),
        ("UPDATE donation_auditentry SET at='2020-01-01 00:00:00' WHERE number=1", (1, "changed")),
        ("DELETE FROM donation_auditentry WHERE number=2", (2, "missing")),
        ("DELETE FROM donation_auditentry WHERE number=3", (3, "cut off")),
    ],
)
def test_whoever_tampers_is_noticed(statement: str, broken: tuple[int, str]) -> None:
    three_entries()
    _, noted = audit.head()
    tamper(statement)
    assert audit.verify(noted) == broken
    with pytest.raises(CommandError):
        call_command("audit", "verify", head=noted, stdout=StringIO())


def test_our_own_code_cannot_change_the_log() -> None:
    three_entries()
    entry = AuditEntry.objects.get(number=1)
    with pytest.raises(TypeError):
        entry.save()
    with pytest.raises(TypeError):
        entry.delete()


@pytest.mark.django_db(transaction=True)
def test_the_life_of_a_donation_is_logged_without_its_id_or_words(reported: Give) -> None:
    donation = reported()
    confirmation.confirm(donation, NEEDED, "fr")
    withdrawal.withdraw(donation)
    lines = [json.loads(line) for line in audit.exported()]
    assert {line["subject"] for line in lines} == {audit.subject_of(donation.pk)}
    given = {line["detail"]["purpose"] for line in lines if line["event"] == "consent"}
    assert given == set(NEEDED)
    assert all(len(line["detail"]["notice"]) == 64 for line in lines if line["event"] == "consent")
    assert [line["detail"] for line in lines if line["event"] == "erased"] == [
        {"what": "raw", "stage": "report"},
        {"what": "all", "stage": "withdrawn"},
    ]
    written = json.dumps(lines)
    assert str(donation.pk) not in written
    assert "Camille" not in written


@pytest.mark.django_db(transaction=True)
def test_what_time_erases_is_logged_too(give: Give) -> None:
    donation = give()
    type(donation).objects.update(expires_at="2020-01-01T00:00:00Z")
    retention.purge()
    (line,) = map(json.loads, audit.exported())
    assert line["detail"] == {"what": "all", "stage": "expired"}
