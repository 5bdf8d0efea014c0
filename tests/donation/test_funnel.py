"""Steps are counted, people are not."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from donation import funnel
from donation.funnel import FEWEST, Step
from donation.models import StepCount

pytestmark = pytest.mark.django_db
PHONE = "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Mobile Safari/537.36"


def times(step: Step) -> int | None:
    return dict(funnel.reached())[step]


def test_a_step_of_few_is_not_shown_and_none_is_none() -> None:
    for _ in range(FEWEST - 1):
        funnel.count(Step.SENT, "chatgpt")
    assert (times(Step.SENT), times(Step.HOME)) == (None, 0)
    funnel.count(Step.SENT, "x")
    assert times(Step.SENT) == FEWEST


def test_what_is_older_than_ninety_days_no_longer_counts() -> None:
    funnel.count(Step.HOME)
    StepCount.objects.update(day=timezone.localdate() - timedelta(days=91), count=1000)
    assert times(Step.HOME) == 0


def test_a_count_holds_the_language_and_the_class_of_device_and_no_more(client: Client) -> None:
    client.get("/en/", headers={"user-agent": PHONE})
    client.get("/en/", headers={"user-agent": PHONE})
    (row,) = StepCount.objects.values("step", "detail", "language", "device", "count")
    assert row == {"step": "home", "detail": "", "language": "en", "device": "phone", "count": 2}
    client.get("/", headers={"user-agent": "Searchbot/1.0"})
    assert StepCount.objects.filter(device="other").count() == 1


def test_the_page_of_impact_says_what_is_counted(client: Client) -> None:
    for _ in range(FEWEST):
        funnel.count(Step.CONFIRMED, "chatgpt")
    page = client.get("/impact/").content.decode()
    assert "Don confirmé" in page
    assert "jamais des personnes" in page
