"""From upload to withdrawal, by the functions the pages and workers call."""

import io
import json
import os
import zipfile
from datetime import timedelta
from itertools import product
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.utils import timezone

from donation import access, codes, jobs, lifecycle, vault
from donation.models import Consent, Donation, Job, Stage
from donation.operation import retention
from donation.signing import is_genuine
from donation.stages import confirmation, intake, sieving, withdrawal
from donation.stages.confirmation import Purpose
from donation.stages.receipt import receipt
from donation.stages.report import Report, Wanted
from tests.people import CANARY, CHAT, NEEDED, a_donation, chatgpt_zip, give

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.lifecycle]
REACHED = (Stage.RECEIVING, Stage.QUEUED, Stage.ASKING, Stage.REPORT, Stage.CONFIRMED, Stage.FAILED)


def sealed_files(donation: Donation) -> set[str]:
    folder = Path(settings.DATA) / "sealed" / str(donation.pk)
    return {path.name for path in folder.iterdir()} if folder.exists() else set()


def test_only_the_steps_of_the_table_are_taken() -> None:
    donation = intake.begin()[0]
    for source, to in product(Stage, Stage):
        Donation.objects.filter(pk=donation.pk).update(stage=source)
        if to in lifecycle.TRANSITIONS[source]:
            lifecycle.move(donation, to)
            assert donation.stage == to
        else:
            with pytest.raises(lifecycle.NotAllowed):
                lifecycle.move(donation, to)


def test_the_report_counts_everything_once_whatever_the_donor_takes_out() -> None:
    donation = a_donation(Stage.REPORT)
    with Report(donation) as report:
        before = report.headline()
        assert (before.found, before.kept) == (before.kept + before.removed, 3)
        assert report.remove(rows=[0, 2, 99]) == 2
        after = report.headline()
        assert (after.found, after.kept, after.by_donor) == (before.found, 1, 2)
        assert report.undo()
        assert report.headline() == before
        assert report.remove(Wanted(family="chatgpt:binary:thumb_down")) == 2
        assert report.restore(Wanted(search="NUMÉRO 2")) == 1
        assert report.page(1, Wanted(search="numéro 2")).total == 1


def test_names_in_the_archive_are_masked_in_the_draft() -> None:
    donation = a_donation(Stage.REPORT)
    with Report(donation) as report:
        texts = " ".join(
            c.content or "" for row in report.page(1).rows for c in row.record.candidates
        )
    assert "<PERSONNE_1>" in texts
    assert "Quatrebarbes" not in texts


def test_the_raw_archive_is_gone_once_it_is_read() -> None:
    donation = a_donation(Stage.REPORT)
    assert sealed_files(donation) == {"draft", "draft-index", "examples"}
    assert donation.raw_erased_at is not None


def test_confirming_keeps_what_was_kept_and_nothing_else() -> None:
    donation = a_donation(Stage.REPORT)
    with Report(donation) as report:
        report.remove(rows=[1])
    assert confirmation.confirm(donation, NEEDED, "fr") == 2
    assert sealed_files(donation) == {"kept", "kept-index"}
    assert len(confirmation.kept_lines(donation)) == 2
    given = {c.purpose: c.given for c in Consent.objects.filter(donation=donation)}
    assert given == {purpose.value: purpose in NEEDED for purpose in Purpose}
    document = receipt(donation)
    assert is_genuine(document)
    assert not is_genuine({**document, "rows": 1})
    assert str(donation.pk) not in json.dumps(document)


@pytest.mark.parametrize("left_out", sorted(NEEDED))
def test_without_a_needed_consent_nothing_changes(left_out: Purpose) -> None:
    donation = a_donation(Stage.REPORT)
    with pytest.raises(confirmation.Missing):
        confirmation.confirm(donation, NEEDED - {left_out}, "fr")
    donation.refresh_from_db()
    assert donation.stage == Stage.REPORT
    assert sealed_files(donation) == {"draft", "draft-index", "examples"}


def test_a_question_waits_sealed_and_the_answer_goes_on() -> None:
    donation = a_donation(Stage.ASKING)
    asked = sieving.asked(donation)
    assert set(asked.questions[0].options) == {"Camille Dupont", CANARY}
    sieving.answer(donation, ["Camille Dupont"], [chat.key for chat in asked.private_chats])
    sieving.sift_donation(str(donation.pk))
    donation.refresh_from_db()
    with Report(donation) as report:
        kept = [row.record.candidates[0].content for row in report.page(1).rows]
        assert report.private_count() == 2
    assert kept[0] == "Bonjour, je préfère la tarte aux pommes du marché."
    assert len(kept) == 2
    with pytest.raises(confirmation.NothingGiven):
        confirmation.confirm(donation, NEEDED, "fr")
    donation.refresh_from_db()
    assert donation.stage == Stage.REPORT


def test_private_messages_are_given_only_with_their_own_tick() -> None:
    donation, _ = give(CHAT.encode(), "chat.txt")
    sieving.sift_donation(str(donation.pk))
    donation.refresh_from_db()
    chats = [chat.key for chat in sieving.asked(donation).private_chats]
    sieving.answer(donation, ["Camille Dupont"], chats)
    sieving.sift_donation(str(donation.pk))
    donation.refresh_from_db()
    assert confirmation.confirm(donation, NEEDED | {Purpose.PRIVATE_MESSAGES}, "fr") == 2


def test_a_chat_without_an_answer_keeps_nothing() -> None:
    donation = a_donation(Stage.ASKING)
    sieving.answer(donation, [], [])
    sieving.sift_donation(str(donation.pk))
    donation.refresh_from_db()
    assert (donation.stage, donation.problem) == (Stage.FAILED, "nothing_to_keep")
    assert sealed_files(donation) == set()


@pytest.mark.parametrize("stage", REACHED[:-1])
def test_withdrawal_at_any_stage_leaves_nothing_behind(stage: Stage) -> None:
    donation = a_donation(stage)
    proof = withdrawal.withdraw(donation)
    donation.refresh_from_db()
    assert donation.stage == Stage.WITHDRAWN
    assert is_genuine(proof)
    assert sealed_files(donation) == set()
    assert donation.wrapped_key is None
    assert not Consent.objects.filter(donation=donation).exists()
    assert not Job.objects.filter(donation=donation).exists()
    assert withdrawal.withdraw(donation) == proof
    assert not traces(CANARY)


def test_no_personal_data_is_in_clear_at_any_stage() -> None:
    for stage in REACHED:
        a_donation(stage)
        assert not traces(CANARY), stage


def traces(words: str) -> list[str]:
    """Files of the data folder, and rows of the database, that hold a word in clear."""
    wanted = [word.encode() for word in words.split()]
    found = [
        str(path)
        for path in Path(settings.DATA).rglob("*")
        if path.is_file() and any(word in path.read_bytes() for word in wanted)
    ]
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f'SELECT * FROM "{table}"')
            rows = repr(cursor.fetchall())
            found += [table for word in words.split() if word in rows]
    return found


def test_a_withdrawal_while_a_worker_reads_wins() -> None:
    donation = a_donation(Stage.QUEUED)
    token = jobs.claim(donation.pk)
    assert token is not None
    lifecycle.move(donation, Stage.SIEVING)
    withdrawal.withdraw(Donation.objects.get(pk=donation.pk))
    with pytest.raises(jobs.LeaseLost):
        jobs.renew(donation.pk, token)
    sieving.sift_donation(str(donation.pk))
    donation.refresh_from_db()
    assert donation.stage == Stage.WITHDRAWN
    assert sealed_files(donation) == set()


def test_a_job_is_claimed_once_and_again_only_when_its_lease_is_over() -> None:
    donation = a_donation(Stage.QUEUED)
    assert jobs.claim(donation.pk) is not None
    assert jobs.claim(donation.pk) is None
    assert donation.pk not in jobs.waiting()
    ago = timezone.now() - timedelta(hours=1)
    Job.objects.filter(donation=donation).update(sent_at=ago, lease_until=ago)
    assert donation.pk in jobs.waiting()
    assert jobs.claim(donation.pk) is not None


def test_a_worker_that_lost_its_lease_writes_nothing() -> None:
    donation = a_donation(Stage.QUEUED)
    first = jobs.claim(donation.pk)
    assert first is not None
    Job.objects.filter(donation=donation).update(lease_until=timezone.now() - timedelta(hours=1))
    second = jobs.claim(donation.pk)
    with pytest.raises(jobs.LeaseLost):
        jobs.finish(donation.pk, first)
    assert second is not None
    jobs.finish(donation.pk, second)


def test_ten_deliveries_give_one_result() -> None:
    donation = a_donation(Stage.QUEUED)
    for _ in range(10):
        sieving.sift_donation(str(donation.pk))
    donation.refresh_from_db()
    assert (donation.stage, donation.rows) == (Stage.REPORT, 3)


def test_a_job_that_lost_ten_workers_waits_sealed_and_says_so_when_its_time_is_over() -> None:
    donation = a_donation(Stage.QUEUED)
    Job.objects.filter(donation=donation).update(attempts=jobs.MOST_ATTEMPTS)
    retention.reap()
    assert sealed_files(donation) == {"given", "upload-000"}
    Donation.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    retention.purge()
    donation.refresh_from_db()
    assert (donation.stage, donation.problem) == (Stage.FAILED, "lost")
    assert sealed_files(donation) == set()


def test_what_expired_is_erased_and_what_is_confirmed_stays() -> None:
    draft, given = a_donation(Stage.REPORT), a_donation(Stage.CONFIRMED)
    Donation.objects.update(expires_at=timezone.now() - timedelta(days=1))
    Donation.objects.filter(pk=given.pk).update(expires_at=None)
    retention.purge()
    draft.refresh_from_db()
    given.refresh_from_db()
    assert (draft.stage, sealed_files(draft)) == (Stage.EXPIRED, set())
    assert (given.stage, sealed_files(given)) == (Stage.CONFIRMED, {"kept", "kept-index"})


def test_files_a_crash_left_are_swept() -> None:
    donation = a_donation(Stage.REPORT)
    Donation.objects.filter(pk=donation.pk).update(stage=Stage.WITHDRAWN)
    retention.sweep()
    assert sealed_files(donation) == set()


def zipped(**files: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(f"{name}.json", text)
    return buffer.getvalue()


TALK = {"mapping": {"a": {"id": "a", "parent": None, "children": [], "message": None}}}
TALKS = json.dumps([{"id": str(number), **TALK} for number in range(40)])
ACCOUNT = json.dumps({"id": "u", "email": "c@exemple.fr", "chatgpt_plus_user": False})


@pytest.mark.parametrize(
    ("files", "problem"),
    [
        ({"conversations": TALKS[:2000]}, "incomplete"),
        ({"conversations-000": TALKS[:900], "conversations-001": TALKS[:2000]}, "incomplete"),
        ({"conversations-000": TALKS, "conversations-001": TALKS[:2000]}, "nothing_to_keep"),
        ({"conversations": TALKS}, "nothing_to_keep"),
    ],
)
def test_where_all_that_could_hold_a_preference_is_cut_short_the_archive_is_incomplete(
    files: dict[str, str], problem: str
) -> None:
    donation, _ = give(zipped(user=ACCOUNT, **files))
    sieving.sift_donation(str(donation.pk))
    donation.refresh_from_db()
    assert (donation.stage, donation.problem) == (Stage.FAILED, problem)
    assert donation.platforms == ["chatgpt"]
    assert sealed_files(donation) == set()


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"%PDF-1.4", "not_an_archive"),
        (b"bonjour", "unknown_platform"),
        (chatgpt_zip()[:-30], "incomplete"),
        (os.urandom(500), "not_an_archive"),
    ],
)
def test_a_bad_archive_ends_with_its_reason_and_harms_no_other(
    content: bytes, problem: str
) -> None:
    earlier = a_donation(Stage.CONFIRMED)
    donation, _ = give(content)
    sieving.sift_donation(str(donation.pk))
    donation.refresh_from_db()
    assert (donation.stage, donation.problem) == (Stage.FAILED, problem)
    assert sealed_files(donation) == set()
    assert len(confirmation.kept_lines(earlier)) == 3


def test_a_code_opens_its_donation_and_guesses_are_limited() -> None:
    donation, code = give(chatgpt_zip())
    assert access.donation_for(code.lower(), "192.0.2.1") == donation
    for _ in range(settings.ATTEMPTS_PER_HOUR):
        assert access.donation_for(codes.new(), "192.0.2.1") is None
    with pytest.raises(access.TooManyAttempts):
        access.donation_for(code, "192.0.2.1")
    assert access.donation_for(code, "192.0.2.2") == donation


def test_an_unfinished_file_that_is_opened_is_refused() -> None:
    donation = intake.begin()[0]
    with pytest.raises(vault.Unopenable):
        intake.sources(donation)
