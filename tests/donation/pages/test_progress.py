"""Cleaning as a donor sees it: what is done, and about how long it still takes."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from donation.models import Donation, Stage
from donation.stages import intake

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("read", "words"),
    [(25, "Il reste environ 3 minutes."), (90, "Il reste environ 1 minute."), (1, "")],
)
def test_the_time_left_is_told_once_it_can_be(client: Client, read: int, words: str) -> None:
    donation, _ = intake.begin()
    Donation.objects.filter(pk=donation.pk).update(
        stage=Stage.SIEVING, stage_at=timezone.now() - timedelta(minutes=1),
        progress={"read_bytes": read, "total_bytes": 100, "found": 3, "masked": 1},
    )  # fmt: skip
    session = client.session
    session["donation"] = str(donation.pk)
    session.save()
    page = client.get("/suivi/").content.decode()
    assert ("Il reste" in page) == bool(words)
    assert words in page


def test_nothing_is_counted_before_it_is_looked_for(client: Client) -> None:
    donation, _ = intake.begin()
    Donation.objects.filter(pk=donation.pk).update(stage=Stage.QUEUED)
    session = client.session
    session["donation"] = str(donation.pk)
    session.save()
    page = client.get("/suivi/").content.decode()
    assert "Recherche de vos préférences<" in page
    assert "Effacement des noms, adresses, numéros<" in page


def test_the_live_region_speaks_when_the_stage_changes_and_not_at_every_look(
    client: Client,
) -> None:
    donation, _ = intake.begin()
    Donation.objects.filter(pk=donation.pk).update(stage=Stage.SIEVING)
    session = client.session
    session["donation"] = str(donation.pk)
    session.save()
    whole = client.get("/suivi/").content.decode()
    assert whole.count('role="status"') == 1
    assert "Double vérification" in whole
    for at, is_said in (("2", False), ("1", True)):
        part = client.get(f"/suivi/?at={at}", headers={"hx-request": "true"}).content.decode()
        assert ('id="said"' in part) == is_said
    Donation.objects.filter(pk=donation.pk).update(stage=Stage.REPORT)
    ended = client.get("/suivi/?at=2", headers={"hx-request": "true"})
    assert ended["HX-Refresh"] == "true"


def test_a_queue_is_told_with_the_time_it_takes_at_the_pace_of_the_last_hour(
    client: Client,
) -> None:
    now = timezone.now()
    for stage, count in ((Stage.QUEUED, 2), (Stage.REPORT, 6)):
        for _ in range(count):
            one, _code = intake.begin()
            Donation.objects.filter(pk=one.pk).update(stage=stage, stage_at=now)
    donation, _ = intake.begin()
    Donation.objects.filter(pk=donation.pk).update(stage=Stage.QUEUED)
    session = client.session
    session["donation"] = str(donation.pk)
    session.save()
    assert "2 archives avant la vôtre, environ 20 min." in client.get("/suivi/").content.decode()
    Donation.objects.filter(stage=Stage.REPORT).update(stage_at=now - timedelta(hours=2))
    assert "2 archives avant la vôtre." in client.get("/suivi/").content.decode()
