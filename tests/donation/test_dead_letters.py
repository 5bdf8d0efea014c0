"""What could not be read for reasons of ours: nothing is lost, operators know, one button retries."""

import errno
import os
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.test import Client

from donation import jobs, vault
from donation.models import AuditEntry, Donation, Job, JobState, Stage
from donation.operation import dead_letters, retention
from donation.stages import sieving
from filters import sieve
from filters.confined import Killed
from tests.donation.conftest import Give, files_of

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.lifecycle]
CANARY = "/tmp/Camille Durand"


@pytest.fixture
def letter(give: Give) -> Donation:
    """A donation whose work was tried too often."""
    donation = give()
    Job.objects.update(attempts=jobs.MOST_ATTEMPTS, error="OSError at vault.py:7")
    retention.reap()
    return donation


def full_disk(*_: object, **__: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device", CANARY)


def test_a_disk_that_is_full_costs_an_attempt_and_leaves_its_code(
    give: Give, monkeypatch: pytest.MonkeyPatch
) -> None:
    donation = give()
    with monkeypatch.context() as full:
        full.setattr(sieving.draft, "writing", full_disk)
        with pytest.raises(OSError, match="space"):
            sieving.sift_donation(str(donation.pk))
    job = Job.objects.get()
    assert job.error.startswith("OSError at test_dead_letters.py:")
    assert CANARY not in str(Job.objects.values())
    assert jobs.waiting() == []
    Job.objects.update(sent_at=donation.created_at, lease_until=donation.created_at)
    assert jobs.waiting() == [donation.pk]
    sieving.sift_donation(str(donation.pk))
    donation.refresh_from_db()
    assert (donation.stage, donation.rows) == (Stage.REPORT, 30)


def test_a_worker_whose_models_do_not_load_is_counted_and_set_aside(
    give: Give, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_models() -> None:
        raise MemoryError(CANARY)

    donation = give()
    monkeypatch.setattr(sieving, "_redactor", no_models)
    for _ in range(jobs.MOST_ATTEMPTS):
        with pytest.raises(MemoryError):
            sieving.sift_donation(str(donation.pk))
        Job.objects.update(lease_until=donation.created_at)
    assert dead_letters.park() == 1
    assert Job.objects.get().error.startswith("MemoryError at test_dead_letters.py:")


def test_a_child_that_was_killed_keeps_the_archive_for_another_try(
    give: Give, sealed_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    donation = give()
    with monkeypatch.context() as short_of_memory:
        short_of_memory.setattr(sieve, "sift", lambda *_, **__: os.kill(os.getpid(), 9))
        with pytest.raises(Killed):
            sieving.sift_donation(str(donation.pk))
    assert "upload-000" in files_of(sealed_folder)
    assert Job.objects.get().error.startswith("Killed at confined.py:")


def test_a_defect_of_a_reader_is_in_the_log_and_quotes_nobody(
    give: Give, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(sieve, "sift", full_disk)
    donation = give()
    sieving.sift_donation(str(donation.pk))
    donation.refresh_from_db()
    assert (donation.stage, donation.problem) == (Stage.FAILED, "unreadable")
    (line,) = [one.getMessage() for one in caplog.records if one.name == "donation.sieving"]
    assert line.startswith("a reader has a defect: OSError at test_dead_letters.py:")
    assert CANARY not in caplog.text


def test_operators_are_told_once_without_anything_of_the_donor(give: Give, settings: Any) -> None:
    settings.OPERATORS = ["garde@exemple.fr"]
    donation = give()
    Job.objects.update(attempts=jobs.MOST_ATTEMPTS)
    assert dead_letters.park() == 1
    assert dead_letters.park() == 0
    (message,) = mail.outbox
    assert message.to == ["garde@exemple.fr"]
    assert f"{donation.reference}  worker lost" in message.body
    assert str(donation.pk) not in message.body


def test_a_mail_server_that_is_away_keeps_the_letter(
    give: Give, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.OPERATORS = ["garde@exemple.fr"]
    monkeypatch.setattr(dead_letters.EmailMessage, "send", full_disk)
    give()
    Job.objects.update(attempts=jobs.MOST_ATTEMPTS)
    assert dead_letters.park() == 1
    assert dead_letters.waiting().count() == 1


def test_sent_again_it_becomes_a_report_and_the_log_says_who_did_it(letter: Donation) -> None:
    assert dead_letters.retry(letter.pk, staff=7)
    assert not dead_letters.retry(letter.pk)
    sieving.sift_donation(str(letter.pk))
    letter.refresh_from_db()
    assert letter.stage == Stage.REPORT
    entry = AuditEntry.objects.get(event="retried")
    assert entry.detail == {"staff": 7}


def test_a_terminal_lists_and_retries_by_reference(letter: Donation) -> None:
    listed = StringIO()
    call_command("retry", stdout=listed)
    assert listed.getvalue() == f"{letter.reference}  OSError at vault.py:7\n"
    with pytest.raises(CommandError, match="NOBODY"):
        call_command("retry", "NOBODY")
    call_command("retry", letter.reference, stdout=StringIO())
    assert Job.objects.get().state == JobState.QUEUED
    sent = StringIO()
    call_command("reap", stdout=sent)
    assert sent.getvalue() == "0 sent\n"


def test_the_donor_reads_that_it_waits_and_can_still_take_it_back(
    letter: Donation, client: Client, sealed_folder: Any
) -> None:
    session = client.session
    session["donation"] = str(letter.pk)
    session.save()
    page = client.get("/suivi/").content.decode()
    assert "pas encore réussi à lire" in page
    client.post("/mon-don/retirer/")
    assert files_of(sealed_folder) == set()
    assert not dead_letters.waiting().exists()
    assert not dead_letters.retry(letter.pk)


def test_a_lost_storage_is_no_fault_of_the_archive(
    give: Give, monkeypatch: pytest.MonkeyPatch
) -> None:
    donation = give()
    monkeypatch.setattr(vault, "SealedWriter", full_disk)
    with pytest.raises(OSError, match="space"):
        sieving.sift_donation(str(donation.pk))
    donation.refresh_from_db()
    assert donation.stage == Stage.SIEVING
    assert donation.problem == ""
