"""Opening a donation with its code, and only with its code."""

import hmac
import re
from datetime import timedelta
from typing import Any
from unittest import mock

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from donation import access, codes
from donation.models import Attempt, Donation, Stage
from donation.operation import retention
from donation.pages.opened import client_address
from donation.stages import intake, withdrawal

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


@pytest.mark.django_db(transaction=True)
def test_wrong_unknown_and_forgotten_codes_get_the_same_answer_for_the_same_work() -> None:
    """Fault F23. Work is counted, not timed: the same statements, the same hashes, the same page."""
    forgotten, code = intake.begin()
    withdrawal.withdraw(forgotten)
    Donation.objects.update(withdrawn_at=timezone.now() - timedelta(days=31))
    retention.purge()
    seen = []
    for typed in ("nonsense", codes.new(), code, codes.new()[:-1] + "!"):
        browser = Client(REMOTE_ADDR="192.0.2.9")
        with (
            CaptureQueriesContext(connection) as asked,
            mock.patch.object(hmac, "new", wraps=hmac.new) as hashed,
        ):
            answer = browser.post("/mon-don/", {"code": typed})
        statements = tuple(re.sub(r"X?'[^']*'|\d+|%s", "?", q["sql"]) for q in asked)
        page = re.sub(r'csrfmiddlewaretoken" value="\w+"', "", answer.content.decode())
        seen.append((answer.status_code, statements, hashed.call_count, page.replace(typed, "")))
    # The first failure of an hour makes a row, those after it count it up.
    assert len({(status, hashes, page) for status, _, hashes, page in seen}) == 1
    assert len({statements for _, statements, _, _ in seen[1:]}) == 1


def test_a_guesser_waits_and_everybody_else_is_served(client: Client) -> None:
    """Fault F28: two hundred guesses in a minute."""
    donation, code = intake.begin()
    before = Client(REMOTE_ADDR="192.0.2.1")
    assert before.post("/mon-don/", {"code": code}).status_code == 302
    guesser = Client(REMOTE_ADDR="192.0.2.1")
    answers = [guesser.post("/mon-don/", {"code": codes.new()}).status_code for _ in range(200)]
    assert answers == [400] * settings.ATTEMPTS_PER_HOUR + [429] * (
        200 - settings.ATTEMPTS_PER_HOUR
    )
    assert Attempt.objects.get().count == settings.ATTEMPTS_PER_HOUR
    # Who has opened a donation goes on with it, from the same address too; others come in.
    assert before.get("/suivi/").status_code == 200
    assert Client(REMOTE_ADDR="192.0.2.2").post("/mon-don/", {"code": code}).status_code == 302
    donation.refresh_from_db()
    assert donation.stage == Stage.RECEIVING


@pytest.mark.parametrize(
    ("production", "forwarded", "counted"),
    [
        (True, "203.0.113.5", "203.0.113.5"),
        (True, "10.0.0.1, 203.0.113.5", "203.0.113.5"),
        (False, "203.0.113.5", "192.0.2.1"),
    ],
)
def test_behind_the_proxy_a_guesser_is_who_the_proxy_saw_whatever_the_guesser_says(
    settings: Any, production: bool, forwarded: str, counted: str
) -> None:
    settings.PRODUCTION = production
    request = RequestFactory().get("/", REMOTE_ADDR="192.0.2.1", HTTP_X_FORWARDED_FOR=forwarded)
    assert client_address(request) == counted
