"""What was refused is in the log: the kind and the page, and nothing of who asked or for what."""

import json
import logging

import pytest
from django.test import Client
from pytest_django import Settings

from donation.logs import AsJson

pytestmark = pytest.mark.django_db
CANARY = "Quatrebarbes"
FROM = {"User-Agent": CANARY, "X-Forwarded-For": "203.0.113.77", "Referer": f"/{CANARY}"}


def lines(caplog: pytest.LogCaptureFixture) -> list[str]:
    found = [one for one in caplog.records if one.name == "donation.refused"]
    whole = "".join(AsJson().format(one) for one in found)
    assert CANARY not in whole
    assert "203.0.113.77" not in whole
    return [json.loads(AsJson().format(one))["message"] for one in found]


def test_a_wrong_code_a_guesser_a_foreign_form_and_a_method_each_leave_a_line(
    caplog: pytest.LogCaptureFixture, settings: Settings
) -> None:
    settings.ATTEMPTS_PER_HOUR = 1
    browser = Client(headers=FROM, REMOTE_ADDR="203.0.113.77")
    for _ in range(2):
        browser.post("/mon-don/", {"code": CANARY})
    Client(headers=FROM, enforce_csrf_checks=True).post("/mon-don/", {"code": CANARY})
    browser.get("/deposer/commencer/", {"q": CANARY})
    browser.post("/deposer/", {"files": ""})
    assert lines(caplog) == [
        "refused: wrong code on my_donation",
        "refused: too often on my_donation",
        "refused: form without its token on my_donation",
        "refused: method on upload_begin",
        "refused: not accepted on upload",
    ]


def test_what_is_answered_and_what_is_not_there_leave_none(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.INFO)
    for path in ("/", "/mon-don/", f"/{CANARY}/", "/healthz"):
        Client().get(path)
    assert lines(caplog) == []
