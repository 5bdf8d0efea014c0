"""A worker's run on a sealed archive: a report, a question, or a reason; the archive is erased."""

from pathlib import Path

import pytest
from django.test import Client

from donation import draft, jobs, lifecycle, vault
from donation.models import Donation, Stage
from donation.stages import confirmation, sieving, withdrawal
from filters import Progress
from tests.donation.conftest import Give, files_of
from tests.journeys.archives import EMPTY, PDF, html_export, locked, whatsapp

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.lifecycle]


def rows_of(donation: Donation) -> list[bytes]:
    with draft.Draft(donation) as rows:
        return [rows.line(place) for place in rows.places]


def test_an_export_becomes_a_report_and_the_archive_is_erased(
    reported: Give, sealed_folder: Path
) -> None:
    donation = reported()
    assert donation.stage == Stage.REPORT
    assert donation.platforms == ["chatgpt"]
    assert donation.rows == 30
    assert donation.raw_erased_at is not None
    assert files_of(sealed_folder) == {draft.ROWS, draft.INDEX, draft.TITLES, draft.EXAMPLES}


def test_at_the_end_the_page_of_progress_has_the_last_numbers(
    reported: Give, client: Client
) -> None:
    session = client.session
    session["donation"] = str(reported().pk)
    session.save()
    assert "30 trouvées" in client.get("/suivi/").content.decode()


def test_what_is_retained_is_cleaned(reported: Give) -> None:
    assert b"Camille" not in b"".join(rows_of(reported()))


def test_what_only_the_donor_knows_is_asked_once_with_the_archive_still_sealed(
    reported: Give, sealed_folder: Path
) -> None:
    donation = reported(whatsapp())
    assert donation.stage == Stage.ASKING
    (question,) = sieving.asked(donation).questions
    assert set(question.options) == {"Sacha Petit", "Inès Moreau"}
    assert "upload-000" in files_of(sealed_folder)
    assert "Sacha" not in str(Donation.objects.values())


def test_answers_lead_to_a_report_of_the_ticked_conversation_only(reported: Give) -> None:
    donation = reported(whatsapp())
    chats = [chat.key for chat in sieving.asked(donation).private_chats]
    sieving.answer(donation, ["Sacha Petit", "not an option"], chats)
    sieving.sift_donation(str(donation.pk))
    donation.refresh_from_db()
    assert donation.stage == Stage.REPORT
    with draft.Draft(donation) as rows:
        assert all(place.is_private for place in rows.places)


def test_without_a_ticked_conversation_there_is_nothing_to_keep(
    reported: Give, sealed_folder: Path
) -> None:
    donation = reported(whatsapp())
    sieving.answer(donation, ["Sacha Petit"], [])
    sieving.sift_donation(str(donation.pk))
    donation.refresh_from_db()
    assert (donation.stage, donation.problem) == (Stage.FAILED, sieving.NOTHING_TO_KEEP)
    assert files_of(sealed_folder) == set()


@pytest.mark.parametrize(
    "file", [EMPTY, PDF, html_export(), locked()], ids=["empty", "pdf", "html", "locked"]
)
def test_a_file_that_is_no_export_never_counts_as_a_donation(
    file: object, reported: Give, sealed_folder: Path
) -> None:
    donation = reported(file)
    assert donation.stage == Stage.FAILED
    assert donation.problem
    assert donation.wrapped_key is None
    assert files_of(sealed_folder) == set()


def test_a_sealed_archive_that_was_changed_ends_as_unreadable(
    give: Give, sealed_folder: Path
) -> None:
    donation = give()
    path = sealed_folder / str(donation.pk) / "upload-000"
    sealed = path.read_bytes()
    path.write_bytes(sealed[:-1] + bytes([sealed[-1] ^ 1]))
    sieving.sift_donation(str(donation.pk))
    donation.refresh_from_db()
    assert (donation.stage, donation.problem) == (Stage.FAILED, "unreadable")


def test_a_withdrawal_while_a_worker_runs_stops_it_and_leaves_nothing(
    give: Give, sealed_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    donation = give()
    monkeypatch.setattr(sieving, "_SHOWN_SECONDS", -1)

    def withdraw_first(watch: sieving._Watch, progress: Progress) -> None:
        if Donation.objects.get(pk=donation.pk).stage == Stage.SIEVING:
            withdrawal.withdraw(donation)
        look(watch, progress)

    look = sieving._Watch.__call__
    monkeypatch.setattr(sieving._Watch, "__call__", withdraw_first)
    sieving.sift_donation(str(donation.pk))
    donation.refresh_from_db()
    assert donation.stage == Stage.WITHDRAWN
    assert files_of(sealed_folder) == set()


def test_a_frozen_worker_that_wakes_up_late_replaces_nothing(
    give: Give, sealed_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    donation = give()
    renew = jobs.renew

    def another_worker_was_faster(pk: object, token: object) -> None:
        monkeypatch.setattr(jobs, "renew", renew)
        jobs.Job.objects.update(lease_until=donation.created_at)
        sieving.sift_donation(str(donation.pk))
        mine = Donation.objects.get(pk=donation.pk)
        everything = frozenset(confirmation.Purpose)
        confirmation.confirm(mine, everything, "fr")
        renew(donation.pk, token)  # type: ignore[arg-type]

    monkeypatch.setattr(jobs, "renew", another_worker_was_faster)
    sieving.sift_donation(str(donation.pk))
    donation.refresh_from_db()
    assert donation.stage == Stage.CONFIRMED
    assert files_of(sealed_folder) == set(draft.kept_roles(0))


def test_a_donation_that_ended_cannot_be_answered(reported: Give) -> None:
    donation = reported(whatsapp())
    withdrawal.withdraw(donation)
    with pytest.raises((vault.Unopenable, lifecycle.NotAllowed)):
        sieving.answer(donation, [], [])
