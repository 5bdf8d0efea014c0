"""Opening a donation with its code, and only with its code."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from donation import access, codes, intake, retention, withdrawal
from donation.models import Attempt, Donation, Stage

pytestmark = [pytest.mark.django_db, pytest.mark.lifecycle]


def test_the_code_opens_its_own_donation_and_no_other() -> None:
    (one, code), (other, code_of_other) = intake.begin(), intake.begin()
    assert access.donation_for(code, "192.0.2.1") == one
    assert access.donation_for(code_of_other.lower(), "192.0.2.1") == other


@pytest.mark.parametrize(
    "typed", ["", "nonsense", codes.new()], ids=["empty", "nonsense", "unknown"]
)
def test_a_wrong_code_opens_nothing(typed: str) -> None:
    intake.begin()
    assert access.donation_for(typed, "192.0.2.1") is None


def test_a_client_that_guesses_must_wait_even_with_the_right_code(settings: Any) -> None:
    settings.ATTEMPTS_PER_HOUR = 3
    donation, code = intake.begin()
    for _ in range(3):
        assert access.donation_for(codes.new(), "192.0.2.1") is None
    with pytest.raises(access.TooManyAttempts):
        access.donation_for(code, "192.0.2.1")
    assert access.donation_for(code, "192.0.2.2") == donation


def test_the_right_code_costs_no_attempt(settings: Any) -> None:
    settings.ATTEMPTS_PER_HOUR = 1
    donation, code = intake.begin()
    for _ in range(5):
        assert access.donation_for(code, "192.0.2.1") == donation


def test_no_address_is_stored_and_attempts_are_forgotten_after_a_day() -> None:
    access.donation_for("wrong", "192.0.2.77")
    assert "192.0.2.77" not in str(list(Attempt.objects.values()))
    Attempt.objects.update(hour=timezone.now() - timedelta(hours=26))
    retention.purge()
    assert not Attempt.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_withdrawn_donation_opens_for_its_proof_then_answers_like_a_wrong_code() -> None:
    donation, code = intake.begin()
    withdrawal.withdraw(donation)
    assert access.donation_for(code, "192.0.2.1") == donation
    Donation.objects.update(withdrawn_at=timezone.now() - timedelta(days=31))
    retention.purge()
    assert access.donation_for(code, "192.0.2.1") is None
    assert Attempt.objects.get().count == 1


@pytest.mark.django_db(transaction=True)
def test_donations_brought_one_after_the_other_share_a_code_and_are_withdrawn_apart(
    client: Client,
) -> None:
    first, code = intake.begin()
    second = intake.begin_beside(first)
    assert access.donation_for(code, "192.0.2.1") == second
    assert access.others(second) == [first]
    client.post(reverse("my_donation"), {"code": code})
    page = client.get(reverse("my_donation")).content.decode()
    assert first.reference in page
    client.post(reverse("switch"), {"reference": first.reference})
    client.post(reverse("withdraw"))
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.stage, second.stage) == (Stage.WITHDRAWN, Stage.RECEIVING)
    assert access.donation_for(code, "192.0.2.1") == second


@pytest.mark.django_db(transaction=True)
def test_nobody_switches_to_a_donation_of_another_code(client: Client) -> None:
    mine, code = intake.begin()
    theirs, _ = intake.begin()
    client.post(reverse("my_donation"), {"code": code})
    client.post(reverse("switch"), {"reference": theirs.reference})
    assert client.session["donation"] == str(mine.pk)
