"""Nothing is kept longer than promised, with the clock moved on."""

import errno
import os
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone

from donation import draft, lifecycle, reminder, vault
from donation.models import Donation, Stage
from donation.operation import retention
from donation.release import tombstones
from donation.stages import intake, withdrawal
from donation.stages.confirmation import NEEDED, confirm
from tests.donation.conftest import Give, files_of
from tests.journeys.archives import whatsapp

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.lifecycle]


def later(**time: float) -> None:
    """Let time pass, by moving every date of the donations back."""
    for donation in Donation.objects.all():
        donation.created_at -= timedelta(**time)
        if donation.expires_at:
            donation.expires_at -= timedelta(**time)
        donation.save(update_fields=["created_at", "expires_at"])


def test_an_upload_that_broke_off_is_erased_after_a_day(sealed_folder: Path) -> None:
    donation, _code = intake.begin()
    with vault.sealing(donation, "upload-000") as sealed:
        sealed.write(b"half an archive")
    later(hours=23)
    assert retention.purge() == 0
    later(hours=2)
    assert retention.purge() == 1
    donation.refresh_from_db()
    assert donation.stage == Stage.EXPIRED
    assert files_of(sealed_folder) == set()


def test_a_raw_archive_waits_no_longer_than_a_day_for_an_answer(
    reported: Give, sealed_folder: Path
) -> None:
    donation = reported(whatsapp())
    later(hours=25)
    retention.purge()
    donation.refresh_from_db()
    assert donation.stage == Stage.EXPIRED
    assert files_of(sealed_folder) == set()


def test_a_report_nobody_confirmed_is_erased_after_fourteen_days(
    reported: Give, sealed_folder: Path
) -> None:
    donation = reported()
    later(days=13)
    assert retention.purge() == 0
    later(days=2)
    assert retention.purge() == 1
    donation.refresh_from_db()
    assert (donation.stage, donation.wrapped_key) == (Stage.EXPIRED, None)
    assert files_of(sealed_folder) == set()


def test_a_confirmed_donation_stays_until_it_is_withdrawn(
    reported: Give, sealed_folder: Path
) -> None:
    donation = reported()
    confirm(donation, NEEDED, "fr")
    later(days=10_000)
    assert retention.purge() == 0
    assert files_of(sealed_folder) == set(draft.kept_roles(0))


def test_a_proof_can_be_fetched_for_thirty_days() -> None:
    donation, _code = intake.begin()
    withdrawal.withdraw(donation)
    retention.purge()
    donation.refresh_from_db()
    assert withdrawal.proof(donation)
    Donation.objects.update(withdrawn_at=timezone.now() - timedelta(days=31))
    retention.purge()
    donation.refresh_from_db()
    assert withdrawal.proof(donation) == {}


def test_files_a_crash_left_after_a_step_are_swept(reported: Give, sealed_folder: Path) -> None:
    donation = reported()
    for role in ("upload-000", "names", "answers"):
        with vault.sealing(donation, role) as sealed:
            sealed.write(b"left over")
    retention.sweep()
    assert files_of(sealed_folder) == {draft.ROWS, draft.INDEX, draft.TITLES, draft.EXAMPLES}
    confirm(donation, NEEDED, "fr")
    with draft.writing(donation):
        pass
    retention.sweep()
    assert files_of(sealed_folder) == set(draft.kept_roles(0))


def test_unfinished_files_of_what_stays_are_swept(reported: Give, sealed_folder: Path) -> None:
    """A worker, a web process that was killed while it wrote."""
    donation = reported()
    own = sealed_folder / str(donation.pk)

    def leave(name: str) -> None:
        (own / name).write_bytes(b"unfinished")
        os.utime(own / name, (0, 0))

    leave("draft.ab12cd34.part")
    (own / "draft.00000000.part").write_bytes(b"somebody may be writing")
    retention.sweep()
    assert files_of(sealed_folder) == {
        draft.ROWS, draft.INDEX, draft.TITLES, draft.EXAMPLES, "draft.00000000.part"
    }  # fmt: skip
    confirm(donation, NEEDED, "fr")
    leave("kept-index.ab12cd34.part")
    retention.sweep()
    assert files_of(sealed_folder) == set(draft.kept_roles(0))


def test_one_errand_that_fails_keeps_no_other_from_being_done(
    reported: Give, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def full_disk(*_: object) -> None:
        raise OSError(errno.ENOSPC, "Camille")

    first, second = reported(), reported()
    later(days=15)
    Session.objects.create(session_key="old", session_data="", expire_date=timezone.now())
    moved, move = [], lifecycle.move

    def fail_once(donation: Donation, *arguments: Any, **fields: Any) -> None:
        moved.append(donation.pk)
        if len(moved) == 1:
            full_disk()
        move(donation, *arguments, **fields)

    monkeypatch.setattr(lifecycle, "move", fail_once)
    monkeypatch.setattr(tombstones, "publish", full_disk)
    monkeypatch.setattr(reminder, "send_due", full_disk)
    assert retention.purge() == 1
    assert set(moved) == {first.pk, second.pk}
    assert not Session.objects.exists()
    assert [one.name for one in caplog.records].count("donation.retention") == 3


def test_files_of_no_donation_are_swept_and_strange_folders_left_alone(
    sealed_folder: Path,
) -> None:
    (sealed_folder / str(uuid4())).mkdir(parents=True)
    (sealed_folder / "lost+found").mkdir()
    retention.sweep()
    assert [path.name for path in sealed_folder.iterdir()] == ["lost+found"]


def test_an_upload_under_way_is_not_swept(sealed_folder: Path) -> None:
    donation, _code = intake.begin()
    with vault.sealing(donation, "upload-000") as sealed:
        sealed.write(b"the first part")
        retention.sweep()
        sealed.write(b", and the rest")
    with vault.opened(donation, "upload-000") as file:
        assert file.read() == b"the first part, and the rest"
