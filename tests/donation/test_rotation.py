"""The key-encryption key: changed without sealing again; a wrong one serves nothing."""

import os
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from pytest_django import Settings

from donation import audit, draft, reminder, vault
from donation.models import Donation
from tests.donation.conftest import Give

pytestmark = pytest.mark.django_db(transaction=True)
NEW = os.urandom(32)


def readable(donation: Donation) -> bool:
    donation.refresh_from_db()
    try:
        with draft.Draft(donation) as rows:
            return bool(rows.places)
    except vault.Unopenable:
        return False


def test_rotation_opens_everything_with_the_new_key_alone_and_writes_no_file_again(
    reported: Give, sealed_folder: Path, settings: Settings
) -> None:
    donation = reported()
    old = settings.KEK
    before = {path: path.read_bytes() for path in sealed_folder.rglob("*") if path.is_file()}
    settings.KEK, settings.KEK_PREVIOUS = NEW, [old]
    assert readable(donation)
    call_command("keys", "rotate", stdout=StringIO())
    settings.KEK_PREVIOUS = []
    assert readable(donation)
    settings.KEK = old
    assert not readable(donation)
    assert before == {p: p.read_bytes() for p in sealed_folder.rglob("*") if p.is_file()}
    assert [e["event"] for e in map(_parsed, audit.exported())][-1] == "key_rotated"


def test_a_reminder_outlives_the_key_it_was_sealed_with(settings: Settings) -> None:
    asked = reminder.ask("camille@exemple.fr", "x", "X", "fr", "https://glane.example", days=1)
    settings.KEK, settings.KEK_PREVIOUS = NEW, [settings.KEK]
    call_command("keys", "rotate", stdout=StringIO())
    settings.KEK_PREVIOUS = []
    asked.refresh_from_db()
    asked.due_at -= timedelta(days=2)
    asked.save()
    assert reminder.send_due() == 1
    assert mail.outbox[0].to == ["camille@exemple.fr"]


def test_a_wrong_key_is_refused_at_the_start_and_by_a_rotation(
    reported: Give, settings: Settings
) -> None:
    donation = reported()
    wrapped = bytes(donation.wrapped_key or b"")
    settings.KEK = NEW
    for action in ("check", "rotate"):
        with pytest.raises(CommandError, match="GLANE_KEK"):
            call_command("keys", action)
    donation.refresh_from_db()
    assert bytes(donation.wrapped_key or b"") == wrapped


def test_an_empty_site_takes_any_key() -> None:
    call_command("keys", "check")


def _parsed(line: str) -> dict[str, object]:
    import json

    parsed: dict[str, object] = json.loads(line)
    return parsed
