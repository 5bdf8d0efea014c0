"""Yesterday's back-up brings back nothing that was withdrawn since; nobody is served before."""

from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.test import Client

from donation import access, amendment, backup, confirmation, intake, ledger, vault, withdrawal
from donation.models import Donation, Stage
from donation.report import Report
from tests.donation.conftest import Give
from tests.journeys.archives import chatgpt

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _own_ledger(tmp_path: Path, settings: Any) -> None:
    settings.LEDGER = tmp_path / "elsewhere" / "ended.jsonl"
    settings.RESTORING = tmp_path / "restoring"


@pytest.fixture
def confirmed(reported: Give) -> Donation:
    donation = reported(chatgpt(10))
    confirmation.confirm(donation, confirmation.NEEDED, "fr")
    return donation


def test_what_was_withdrawn_since_ends_again_and_the_rest_is_back(
    confirmed: Donation, tmp_path: Path
) -> None:
    other, code = intake.begin()
    call_command("backup", "make", str(tmp_path / "yesterday"))
    withdrawal.withdraw(confirmed)
    Donation.objects.filter(pk=other.pk).delete()
    backup.restore(tmp_path / "yesterday")
    assert Client().get("/").status_code == 503
    assert Client().get("/healthz").status_code == 200
    brought_back = Donation.objects.get(pk=confirmed.pk)
    assert confirmation.kept_lines(brought_back), "the back-up holds what was withdrawn"
    assert backup.replay() == 1
    brought_back.refresh_from_db()
    assert brought_back.stage == Stage.WITHDRAWN
    with pytest.raises(vault.Unopenable):
        confirmation.kept_lines(brought_back)
    assert access.donation_for(code, "192.0.2.1") == other
    assert Client().get("/").status_code == 200


def test_rows_taken_out_since_go_again(confirmed: Donation, tmp_path: Path) -> None:
    backup.back_up(tmp_path / "yesterday")
    confirmed.refresh_from_db()
    with Report(confirmed) as report:
        report.remove(rows=[0, 1])
    confirmed.refresh_from_db()
    amendment.amend(confirmed, frozenset(), "fr")
    left = confirmation.kept_lines(confirmed)
    backup.restore(tmp_path / "yesterday")
    assert len(confirmation.kept_lines(Donation.objects.get())) == len(left) + 2
    assert backup.replay() == 1
    assert confirmation.kept_lines(Donation.objects.get()) == left
    assert backup.replay() == 0


def test_a_line_a_crash_cut_short_hides_no_other(confirmed: Donation) -> None:
    withdrawal.withdraw(confirmed)
    with settings.LEDGER.open("ab") as file:
        file.write(b'{"donation":"0000')
    assert [one.donation for one in ledger.lines()] == [confirmed.pk]


def test_the_ledger_holds_random_ids_only(confirmed: Donation) -> None:
    withdrawal.withdraw(confirmed)
    assert settings.LEDGER.read_text() == f'{{"donation":"{confirmed.pk}"}}\n'


@pytest.mark.parametrize(
    "arguments", [["restore", "/nowhere"], ["make"]], ids=["nothing", "no name"]
)
def test_what_cannot_be_done_is_said(arguments: list[str]) -> None:
    with pytest.raises(CommandError):
        call_command("backup", *arguments)
    assert not settings.RESTORING.exists()
