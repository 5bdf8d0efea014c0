"""Taking a donation back: in any stage, at once, with a proof, and nothing is left of it."""

import errno
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from donation import signing
from donation.models import Consent, Donation, Job, Stage
from donation.operation import retention
from donation.stages import withdrawal
from donation.stages.confirmation import NEEDED, confirm
from donation.stages.receipt import receipt
from tests.donation.conftest import Give, files_of
from tests.journeys.archives import whatsapp

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.lifecycle]


@pytest.fixture(params=["queued", "asking", "report", "confirmed"])
def donation(request: pytest.FixtureRequest, give: Give, reported: Give) -> Donation:
    """A donation in each of the stages a donor waits in."""
    stage: str = request.param
    if stage == "queued":
        return give()
    found = reported(whatsapp()) if stage == "asking" else reported()
    if stage == "confirmed":
        confirm(found, NEEDED, "fr")
    assert found.stage == stage
    return found


def test_nothing_is_left_but_a_tombstone(donation: Donation, sealed_folder) -> None:  # type: ignore[no-untyped-def]
    withdrawal.withdraw(donation)
    assert files_of(sealed_folder) == set()
    assert not Consent.objects.exists()
    assert not Job.objects.exists()
    (row,) = Donation.objects.values()
    assert row["stage"] == Stage.WITHDRAWN
    assert row["wrapped_key"] is None
    assert (row["rows"], row["upload_bytes"], row["platforms"]) == (0, 0, [])
    assert set(row["numbers"]) == {"proof"}


def test_the_proof_can_be_checked_and_is_the_same_every_time(donation: Donation) -> None:
    proof = withdrawal.withdraw(donation)
    assert signing.is_genuine(proof)
    assert not signing.is_genuine({**proof, "withdrawn_at": "2020-01-01"})
    assert withdrawal.withdraw(Donation.objects.get(pk=donation.pk)) == proof


def test_the_proof_leads_to_no_donor(donation: Donation) -> None:
    code_digest = bytes(donation.code_digest).hex()
    text = str(withdrawal.withdraw(donation))
    assert str(donation.pk) not in text
    assert code_digest not in text


def test_the_proof_of_a_confirmed_donation_names_what_its_receipt_named(reported: Give) -> None:
    donation = reported()
    confirm(donation, NEEDED, "fr")
    record = receipt(donation)["record_id"]
    proof = withdrawal.withdraw(donation)
    assert proof["record_id"] == record
    assert proof["erased"]["rows"] == 30
    assert len(proof["erased"]["rows_sha256"]) == 64


def test_a_page_that_was_left_open_withdraws_what_was_confirmed_since(reported: Give) -> None:
    left_open = reported()
    confirm(Donation.objects.get(pk=left_open.pk), NEEDED, "fr")
    assert withdrawal.withdraw(left_open)["erased"]["rows"] == 30


def does_not_answer(*_: object, **__: object) -> None:
    raise OSError(errno.EIO, "Input/output error")


def opened(donation: Donation) -> Client:
    browser = Client(raise_request_exception=False)
    session = browser.session
    session["donation"] = str(donation.pk)
    session.save()
    return browser


def test_a_storage_that_fails_once_the_key_is_gone_keeps_no_donor_waiting(
    donation: Donation, sealed_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The withdrawal is done and said to be; housekeeping erases what nobody can open."""
    browser = opened(donation)
    with monkeypatch.context() as failing:
        failing.setattr(default_storage, "delete", does_not_answer)
        assert browser.post(reverse("withdraw"))["Location"] == reverse("proof")
    assert browser.get(reverse("proof")).status_code == 200
    donation.refresh_from_db()
    assert (donation.stage, donation.wrapped_key) == (Stage.WITHDRAWN, None)
    assert files_of(sealed_folder)
    retention.sweep()
    assert files_of(sealed_folder) == set()


@pytest.mark.parametrize(("language", "words"), [("fr", "pas encore retiré"), ("en", "not with")])
def test_a_storage_that_fails_before_the_key_is_gone_leaves_no_doubt(
    reported: Give, monkeypatch: pytest.MonkeyPatch, language: str, words: str
) -> None:
    """Which rows are in releases must be read first: nothing is done, and a second try works."""
    donation = reported()
    confirm(donation, NEEDED, "fr")
    browser = opened(donation)
    with override(language):
        address = reverse("withdraw")
    with monkeypatch.context() as failing:
        failing.setattr(default_storage, "open", does_not_answer)
        refused = browser.post(address)
    assert (refused.status_code, refused["Retry-After"]) == (503, "60")
    assert words in refused.content.decode()
    donation.refresh_from_db()
    assert donation.stage == Stage.CONFIRMED
    assert browser.post(address).status_code == 302
    donation.refresh_from_db()
    assert donation.stage == Stage.WITHDRAWN
