"""Yesterday's back-up brings back nothing that was withdrawn since; nobody is served before."""

import shutil
import sqlite3
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.test import Client

from donation import access, audit, ledger, vault
from donation.models import AuditEntry, Donation, Stage
from donation.operation import backup
from donation.release import build, tombstones
from donation.release.sources import invented
from donation.stages import amendment, confirmation, intake, withdrawal
from donation.stages.report import Report
from tests.donation.conftest import Give
from tests.donation.release.confirmed import confirmed as given
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
    (logged,) = AuditEntry.objects.filter(event="restored")
    assert logged.detail == {"ended_again": 1}
    assert audit.verify() is None
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


def test_what_is_erased_or_written_anew_during_the_copy_spoils_nothing(
    confirmed: Donation, reported: Give, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    leaving, ended, copy = reported(chatgpt(10)), [], shutil.copy2
    before = confirmation.kept_lines(confirmed)

    def copy_and_meanwhile(source: Path, target: Path) -> None:
        if not ended:
            ended.append(withdrawal.withdraw(leaving))
        copy(source, target)

    def database_and_meanwhile(*arguments: Any) -> Any:
        with Report(Donation.objects.get(pk=confirmed.pk)) as report:
            report.remove(rows=[0, 1])
        amendment.amend(confirmed, frozenset(), "fr")
        return sqlite3.connect(*arguments)

    monkeypatch.setattr(backup.shutil, "copy2", copy_and_meanwhile)
    monkeypatch.setattr(backup, "sqlite3", SimpleNamespace(connect=database_and_meanwhile))
    backup.back_up(tmp_path / "yesterday")
    monkeypatch.undo()
    backup.restore(tmp_path / "yesterday")
    backup.replay()
    assert confirmation.kept_lines(Donation.objects.get(pk=confirmed.pk)) == before[2:]
    assert Donation.objects.get(pk=leaving.pk).stage == Stage.WITHDRAWN


def test_who_leaves_while_a_releases_files_are_lost_is_buried_in_it_when_they_come_back(
    confirmed: Donation, sealed_folder: Path, tmp_path: Path
) -> None:
    shutil.rmtree(tombstones.folder_of_all(), ignore_errors=True)
    donors = [given(invented(number), number) for number in range(20)]
    release = build.build("2027.01", inline=True)
    backup.back_up(tmp_path / "yesterday")
    withdrawal.withdraw(donors[0])
    buried = set(release.tombstones.values_list("record_id", flat=True))
    shutil.rmtree(tombstones.folder_of_all())
    withdrawal.withdraw(donors[1])
    with_every_id = set(release.tombstones.values_list("record_id", flat=True))
    backup.restore(tmp_path / "yesterday")
    assert backup.replay() == 2
    in_it = set(tombstones.record_ids(tombstones.folder_of(release)))
    again = set(release.tombstones.values_list("record_id", flat=True))
    assert set() < buried < again == with_every_id & in_it


def test_a_restored_donation_that_lacks_its_files_stops_nobody(
    sealed_folder: Path, tmp_path: Path
) -> None:
    donor = given(invented(1), 1)
    backup.back_up(tmp_path / "yesterday")
    ledger.note(donor.pk, ["0" * 32])
    shutil.rmtree(tmp_path / "yesterday/sealed")
    (tmp_path / "yesterday/sealed").mkdir()
    backup.restore(tmp_path / "yesterday")
    assert backup.replay() == 1
    assert Client().get("/").status_code == 200


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
