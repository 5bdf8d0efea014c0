"""Two at once: two tabs, two clicks, two workers, a withdrawal beside a finish. One of them counts."""

import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, connections
from django.db.models import QuerySet
from django.test import Client
from django.urls import reverse

from donation import audit, codes, examples, jobs, lifecycle
from donation.models import AuditEntry, Consent, Donation, Stage, Upload
from donation.release import build
from donation.release.sources import invented
from donation.stages import confirmation, resumable, sieving, submission, withdrawal
from tests.donation.conftest import Give, files_of
from tests.donation.pages.test_tus import Tus
from tests.donation.release.confirmed import confirmed

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.lifecycle]
needs_a_server = pytest.mark.skipif(
    "connection.vendor == 'sqlite'", reason="SQLite lets one write at a time: run on PostgreSQL"
)


def opened(donation: Donation) -> Client:
    """A browser that has opened a donation."""
    browser = Client()
    session = browser.session
    session["donation"] = str(donation.pk)
    session.save()
    return browser


def test_two_tabs_that_send_the_same_piece_make_it_once(sealed_folder: Path) -> None:
    """Fault F17: the second tab sends while the first is in the middle of its piece."""
    tus = Tus()
    upload = Upload.objects.get(pk=tus.create(10).rsplit("/", 1)[-1])
    before = files_of(sealed_folder)

    def slow() -> Iterator[bytes]:
        yield b"12345"
        other = Upload.objects.get(pk=upload.pk)
        assert resumable.append(other, 0, [b"1234567890"]) == 10
        yield b"67890"

    with pytest.raises(resumable.Elsewhere):
        resumable.append(upload, 0, slow())
    upload.refresh_from_db()
    assert (upload.offset, len(upload.pieces)) == (10, 1)
    assert files_of(sealed_folder) == before | set(upload.pieces)


def test_a_form_sent_twice_is_taken_once(reported: Give) -> None:
    """Fault F21: a double click, a refresh, the back button."""
    donation = reported()
    browser = opened(donation)
    given = dict.fromkeys(map(str, confirmation.NEEDED), "yes")
    first = browser.post(reverse("confirm"), given)
    logged = AuditEntry.objects.count()
    again = browser.post(reverse("confirm"), given)
    assert (first.status_code, again.status_code) == (302, 302)
    donation.refresh_from_db()
    assert donation.stage == Stage.CONFIRMED
    assert Consent.objects.filter(donation=donation, given=True).count() == len(confirmation.NEEDED)
    assert AuditEntry.objects.count() == logged


class Form:
    """The form without scripts, as a browser shows it: what it holds is sent each time."""

    def __init__(self, browser: Client) -> None:
        self.browser = browser
        self.token = browser.get(reverse("upload")).context["submission"]

    def send(self, content: bytes, browser: Client | None = None) -> Any:
        file = SimpleUploadedFile("export.zip", content)
        given = {"files": file, "submission": self.token}
        return (browser or self.browser).post(reverse("upload"), given)


def living() -> QuerySet[Donation]:
    return Donation.objects.exclude(stage=Stage.DISCARDED)


def test_an_archive_sent_twice_by_one_form_is_one_donation(sealed_folder: Path) -> None:
    """Fault F21: the browser shows the second answer, and it must hold the code of the first."""
    form = Form(Client())
    first = form.send(b"the same")
    # The second click was made before the first answer came: no cookie of it.
    again = form.send(b"the same", Client())
    assert (first.status_code, again.status_code) == (200, 200)
    assert again.context["code"] == first.context["code"]
    donation = living().get()
    assert donation.code_digest == codes.digest(first.context["code"])
    refreshed = form.send(b"the same")
    assert refreshed.context["code"] == first.context["code"]
    assert living().get() == donation
    sealed = {path.parent.name for path in sealed_folder.rglob("*") if path.is_file()}
    assert sealed == {str(donation.pk)}


def test_another_archive_from_the_same_form_is_another_donation(sealed_folder: Path) -> None:
    form = Form(Client())
    first = form.send(b"one")
    second = form.send(b"two")
    assert (first.status_code, second.status_code) == (200, 200)
    assert "code" not in second.context, "it is under the code the donor has"
    assert len(living()) == 2
    assert len({bytes(one.code_digest) for one in living()}) == 1


def test_the_same_archive_from_a_form_of_its_own_is_another_donation(sealed_folder: Path) -> None:
    browser = Client()
    for _ in range(2):
        assert Form(browser).send(b"the same").status_code == 200
    assert len(living()) == 2


def test_a_second_archive_sent_twice_by_one_form_stays_under_the_code_the_donor_has(
    sealed_folder: Path,
) -> None:
    browser = Client()
    code = Form(browser).send(b"one").context["code"]
    form, before = Form(browser), browser.cookies["session"].value
    first = form.send(b"two")
    late = Client()
    late.cookies["session"] = before
    again = form.send(b"two", late)
    assert "code" not in first.context
    assert "code" not in again.context
    assert [bytes(one.code_digest) for one in living()] == [codes.digest(code)] * 2


def test_after_the_first_was_withdrawn_the_same_form_gives_anew(sealed_folder: Path) -> None:
    form = Form(Client())
    form.send(b"the same")
    withdrawal.withdraw(living().get())
    assert form.send(b"the same", Client()).status_code == 200
    assert living().exclude(stage=Stage.WITHDRAWN).get().stage == Stage.QUEUED


@needs_a_server
def test_of_two_forms_sent_at_the_same_moment_one_counts_and_both_show_its_code(
    sealed_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fault F21 with two connections: both archives have arrived before either is handed on.
    On SQLite: `test_busy_site`."""
    form, both_are_here, answers = Form(Client()), threading.Barrier(2), []
    take = submission.take

    def take_together(*arguments: Any) -> Any:
        both_are_here.wait(20)
        return take(*arguments)

    monkeypatch.setattr(submission, "take", take_together)
    threads = [beside(lambda: answers.append(form.send(b"the same", Client()))) for _ in range(2)]
    for thread in threads:
        thread.join(40)
    one, other = answers
    assert (one.status_code, other.status_code) == (200, 200)
    assert one.context["code"] == other.context["code"]
    assert living().get().code_digest == codes.digest(one.context["code"])


def test_an_upload_that_is_ended_twice_is_one_donation(sealed_folder: Path) -> None:
    tus = Tus()
    tus.patch(tus.create(3), 0, b"two")
    assert tus.browser.post(reverse("upload_finish")).status_code == 204
    assert tus.browser.post(reverse("upload_finish"))["Location"] == reverse("progress")
    assert Donation.objects.count() == 1


def test_a_withdrawal_just_before_the_worker_finishes_wins(
    give: Give, sealed_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fault F22: everything is read and cleaned; only the last transaction is missing."""
    donation = give()
    seal = examples.seal

    def withdraw_first(*arguments: Any) -> None:
        seal(*arguments)
        withdrawal.withdraw(Donation.objects.get(pk=donation.pk))

    monkeypatch.setattr(examples, "seal", withdraw_first)
    sieving.sift_donation(str(donation.pk))
    donation.refresh_from_db()
    assert (donation.stage, donation.wrapped_key, donation.rows) == (Stage.WITHDRAWN, None, 0)
    assert files_of(sealed_folder) == set()


def test_a_withdrawal_right_after_the_worker_finished_leaves_nothing(
    give: Give, sealed_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    donation = give()
    move = lifecycle.move

    def then_withdraw(moved: Donation, to: Stage, **fields: Any) -> None:
        move(moved, to, **fields)
        if to == Stage.REPORT:
            # Between this commit and the erasure that follows it.
            connection.on_commit(lambda: withdrawal.withdraw(Donation.objects.get(pk=moved.pk)))

    monkeypatch.setattr(lifecycle, "move", then_withdraw)
    sieving.sift_donation(str(donation.pk))
    donation.refresh_from_db()
    assert donation.stage == Stage.WITHDRAWN
    assert files_of(sealed_folder) == set()


def beside(work: Callable[[], None]) -> threading.Thread:
    """Something done on a connection of its own."""

    def run() -> None:
        try:
            work()
        finally:
            connections.close_all()

    thread = threading.Thread(target=run)
    thread.start()
    return thread


@needs_a_server
def test_a_withdrawal_during_the_last_transaction_of_a_worker_waits_and_then_wins(
    give: Give, sealed_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fault F22 with two connections: the worker holds its rows when the donor withdraws."""
    donation = give()
    finish, withdrawing = jobs.finish, []

    def finish_while_withdrawn(*arguments: Any) -> None:
        finish(*arguments)
        withdrawing.append(
            beside(lambda: withdrawal.withdraw(Donation.objects.get(pk=donation.pk)) and None)
        )
        # Long enough for the other to come to the row; the order of locks makes it wait there.
        withdrawing[0].join(0.5)

    monkeypatch.setattr(jobs, "finish", finish_while_withdrawn)
    sieving.sift_donation(str(donation.pk))
    withdrawing[0].join(20)
    assert not withdrawing[0].is_alive(), "they wait for each other"
    donation.refresh_from_db()
    assert donation.stage == Stage.WITHDRAWN
    assert files_of(sealed_folder) == set()


@needs_a_server
def test_a_withdrawal_while_a_release_is_published_waits_and_then_buries_its_rows(
    sealed_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.rmtree(Path(settings.DATA) / "releases", ignore_errors=True)
    donors = [confirmed(invented(number), number) for number in range(20)]
    append, withdrawing = audit.append, []

    def append_while_withdrawn(event: audit.Event, *arguments: Any, **facts: Any) -> None:
        if event == audit.Event.RELEASED:
            # The donors' rows are locked, and the release is not committed yet.
            withdrawing.append(beside(lambda: withdrawal.withdraw(donors[3]) and None))
            withdrawing[0].join(0.5)
        append(event, *arguments, **facts)

    monkeypatch.setattr(audit, "append", append_while_withdrawn)
    release = build.build("2027.01", inline=True)
    withdrawing[0].join(20)
    assert not withdrawing[0].is_alive(), "they wait for each other"
    donors[3].refresh_from_db()
    assert withdrawal.proof(donors[3])["releases"] == ["2027.01"]
    assert release.tombstones.exists()


@needs_a_server
def test_of_eight_workers_that_claim_at_once_one_gets_the_job(give: Give) -> None:
    donation = give()
    start, tokens = threading.Barrier(8), []

    def claim() -> None:
        start.wait(20)
        tokens.append(jobs.claim(donation.pk))

    for thread in [beside(claim) for _ in range(8)]:
        thread.join(20)
    assert len(tokens) == 8
    assert sum(token is not None for token in tokens) == 1
