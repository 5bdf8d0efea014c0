"""Confirming: what was kept stays, under what was ticked, and a signed receipt says so."""

from typing import Any

import msgspec
import pytest

from donation import draft, lifecycle, signing, vault
from donation.models import Consent, Donation, Stage
from donation.stages import amendment, confirmation
from donation.stages.confirmation import NEEDED, Missing, Purpose, confirm
from donation.stages.receipt import receipt
from donation.stages.report import Report
from filters.interaction import Candidate, Retained
from tests.donation.conftest import Give, files_of

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.lifecycle]


@pytest.fixture
def donation(reported: Give) -> Donation:
    return reported()


@pytest.fixture
def delicate(donation: Donation) -> Donation:
    """A draft of three rows: an ordinary one, one under R6, one from a private conversation."""
    with draft.writing(donation) as rows:
        for uid, rule, kind in (
            ("a", "R1", "ai_answer"),
            ("b", "R6", "post"),
            ("c", "R4", "message"),
        ):
            origin = "donor" if rule == "R4" else "ai"
            rows.add(
                Retained(
                    uid=uid, platform="x", reader="x@1", source="posts", kind="binary",
                    signal="like", polarity=1, evidence="explicit", rule=rule,  # type: ignore[arg-type]
                    candidates=(Candidate("good", "Des mots.", origin, "present"),),  # type: ignore[arg-type]
                    object_type=kind, language="fr",  # type: ignore[arg-type]
                )
            )  # fmt: skip
    return donation


def kept_uids(donation: Donation) -> set[str]:
    return {msgspec.json.decode(line)["uid"] for line in confirmation.kept_lines(donation)}


@pytest.mark.parametrize(
    "given", [[], [Purpose.ALIGNMENT], [Purpose.ADULT_AND_MINE], list(Purpose)[2:]]
)
def test_without_both_needed_consents_nothing_changes(
    given: list[Purpose], donation: Donation
) -> None:
    with pytest.raises(Missing) as missing:
        confirm(donation, frozenset(given), "fr")
    assert missing.value.purposes == NEEDED - set(given)
    donation.refresh_from_db()
    assert donation.stage == Stage.REPORT
    assert not Consent.objects.exists()


def test_only_the_rows_that_were_not_taken_out_are_kept(donation: Donation, sealed_folder) -> None:  # type: ignore[no-untyped-def]
    with Report(donation) as report:
        gone = {row.record.uid for row in report.page(1).rows[:5]}
        report.remove(rows=range(5))
    assert confirm(donation, NEEDED, "fr") == 25
    assert len(kept_uids(donation)) == 25
    assert not kept_uids(donation) & gone
    assert files_of(sealed_folder) == set(draft.kept_roles(0))


@pytest.mark.parametrize(
    ("ticked", "kept"),
    [
        ([], {"a"}),
        ([Purpose.SENSITIVE_TOPICS], {"a", "b"}),
        ([Purpose.PRIVATE_MESSAGES], {"a", "c"}),
        ([Purpose.SENSITIVE_TOPICS, Purpose.PRIVATE_MESSAGES], {"a", "b", "c"}),
        ([Purpose.OPEN_PUBLICATION], {"a"}),
    ],
    ids=["neither", "sensitive", "private", "both", "publication"],
)
def test_sensitive_and_private_rows_are_kept_only_with_their_own_tick(
    ticked: list[Purpose], kept: set[str], delicate: Donation
) -> None:
    confirm(delicate, NEEDED | set(ticked), "fr")
    assert kept_uids(delicate) == kept


def test_every_purpose_is_recorded_as_given_or_refused(donation: Donation) -> None:
    confirm(donation, NEEDED, "en")
    consents = {c.purpose: c.given for c in Consent.objects.all()}
    assert consents == {purpose: purpose in NEEDED for purpose in Purpose}
    assert {c.language for c in Consent.objects.all()} == {"en"}
    assert {c.notice_sha256 for c in Consent.objects.all()} == {confirmation.notice_sha256("en")}


def test_a_second_confirmation_changes_neither_consents_nor_rows(delicate: Donation) -> None:
    again = Donation.objects.get(pk=delicate.pk)
    confirm(delicate, NEEDED, "fr")
    with pytest.raises((lifecycle.NotAllowed, vault.Unopenable)):
        confirm(again, frozenset(Purpose), "fr")
    assert kept_uids(delicate) == {"a"}
    assert not Consent.objects.get(purpose=Purpose.SENSITIVE_TOPICS).given


def test_what_another_tab_took_out_is_not_kept(donation: Donation) -> None:
    stale = Donation.objects.get(pk=donation.pk)
    with Report(donation) as report:
        report.remove(rows=[0])
    assert confirm(stale, NEEDED, "fr") == 29


def test_discarding_erases_everything(donation: Donation, sealed_folder) -> None:  # type: ignore[no-untyped-def]
    confirmation.discard(donation)
    assert donation.wrapped_key is None
    assert files_of(sealed_folder) == set()


def test_the_receipt_says_what_was_agreed_to_and_can_be_checked(donation: Donation) -> None:
    confirm(donation, NEEDED | {Purpose.OPEN_PUBLICATION}, "fr")
    document = receipt(donation)
    given = {p["purpose"] for p in document["purposes"] if p["given"]}
    assert given == NEEDED | {Purpose.OPEN_PUBLICATION}
    assert signing.is_genuine(document)
    assert signing.is_genuine(msgspec.json.decode(msgspec.json.encode(document)))


def test_the_receipt_says_when_each_choice_was_made_and_under_which_notice(
    donation: Donation, settings: Any
) -> None:
    first = settings.NOTICE_VERSION
    confirm(donation, NEEDED | {Purpose.OPEN_PUBLICATION}, "fr")
    settings.NOTICE_VERSION = "later"
    given = receipt(donation)
    assert given["notice"]["version"] == first
    donation.refresh_from_db()
    amendment.amend(donation, frozenset({Purpose.OPEN_PUBLICATION}), "en")
    amended = receipt(donation)
    before, after = (
        {choice["purpose"]: choice for choice in document["purposes"]}
        for document in (given, amended)
    )
    assert amended["notice"] == given["notice"]
    assert before[Purpose.ALIGNMENT] == after[Purpose.ALIGNMENT]
    taken_back = after[Purpose.OPEN_PUBLICATION]
    assert not taken_back["given"]
    assert taken_back["at"] > before[Purpose.OPEN_PUBLICATION]["at"]
    assert (taken_back["notice"]["version"], taken_back["notice"]["language"]) == ("later", "en")


def test_a_changed_receipt_is_not_genuine(donation: Donation) -> None:
    confirm(donation, NEEDED, "fr")
    document = receipt(donation)
    assert not signing.is_genuine({**document, "rows": 1_000_000})
    assert not signing.is_genuine({k: v for k, v in document.items() if k != "signature"})


def test_the_receipt_leads_to_no_donor(donation: Donation) -> None:
    confirm(donation, NEEDED, "fr")
    text = str(receipt(donation))
    assert str(donation.pk) not in text
    assert bytes(donation.code_digest).hex() not in text
