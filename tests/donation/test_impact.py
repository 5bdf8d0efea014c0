"""The figures of the page of impact: counted, and never of a few people."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from donation.impact import FEWEST, impact
from donation.models import Donation, Stage

pytestmark = pytest.mark.django_db


def donations(count: int, platform: str, stage: Stage = Stage.CONFIRMED) -> None:
    now = timezone.now()
    Donation.objects.bulk_create(
        Donation(
            stage=stage, stage_at=now, created_at=now, rows=3, platforms=[platform], code_digest=b""
        )
        for _ in range(count)
    )


def test_nothing_yet(client: Client) -> None:
    assert impact().donations == 0
    assert client.get("/impact/").status_code == 200


def test_platforms_of_a_few_people_are_not_shown() -> None:
    donations(FEWEST, "chatgpt")
    donations(FEWEST - 1, "mastodon")
    donations(4, "x", Stage.REPORT)
    found = impact()
    assert [group.platform for group in found.platforms] == ["chatgpt"]
    assert (found.hidden, found.donations, found.rows) == (1, 2 * FEWEST - 1, 3 * (2 * FEWEST - 1))


def test_the_page_counts_once_in_five_minutes(client: Client) -> None:
    donations(FEWEST, "chatgpt")
    first = client.get("/impact/").content
    with CaptureQueriesContext(connection) as asked:
        assert client.get("/impact/").content == first
    assert not [query for query in asked if "numbers" in query["sql"]]


def test_the_gauge_never_passes_its_end(settings: Any) -> None:
    settings.GOAL = 5
    donations(12, "chatgpt")
    assert impact().share == 100


def test_kinds_of_rows_of_a_few_people_are_not_shown(client: Client) -> None:
    donations(FEWEST, "chatgpt")
    Donation.objects.update(numbers={"given": {"chatgpt:binary": 7, "chatgpt:pairwise": 2}})
    (one,) = Donation.objects.all()[:1]
    one.numbers = {"given": {"chatgpt:binary": 7}}
    one.save()
    assert [(k.kind, k.rows, k.donations) for k in impact().kinds] == [("binary", 70, FEWEST)]
    page = client.get("/impact/").content.decode()
    assert "Pouces, « J’aime » et votes" in page.replace("\u202f", " ")
    assert "Une réponse préférée" not in page
