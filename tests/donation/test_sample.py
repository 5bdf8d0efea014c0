"""Trying with the invented archive: the true pipeline, a true report, and nothing left."""

from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from donation import sample
from donation.models import Consent, Donation, Stage
from donation.stages import sieving
from donation.stages.report import Report
from tests.donation.conftest import files_of

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def tried(client: Client, sealed_folder: Path) -> Donation:
    """A try-out whose report is ready, opened in the browser."""
    assert client.post(reverse("sample")).status_code == 302
    donation = Donation.objects.get()
    sieving.sift_donation(str(donation.pk))
    donation.refresh_from_db()
    if donation.stage == Stage.ASKING:
        client.post(reverse("question"))
        sieving.sift_donation(str(donation.pk))
        donation.refresh_from_db()
    assert donation.stage == Stage.REPORT
    return donation


def test_the_report_has_something_of_everything(tried: Donation, client: Client) -> None:
    with Report(tried) as report:
        families = {family.id for family in report.families()}
        rules = {one.rule for one in report.removed_by_rule()}
        assert report.headline().kept >= 6
    assert {"chatgpt:binary:thumb_up", "chatgpt:pairwise:branch_kept"} <= families
    assert any(family.startswith("facebook:") for family in families)
    assert {"R3", "R6", "R8"} <= rules
    assert {"PERSON", "PHONE"} <= set(tried.numbers["redacted"])
    page = client.get(reverse("report")).content.decode()
    assert "la personne est inventée" in page
    assert "Vannier" not in page


def test_nothing_is_left_when_it_ends(tried: Donation, client: Client, sealed_folder: Path) -> None:
    given = {"adult_and_mine": "yes", "alignment": "yes"}
    answer = client.post(reverse("confirm"), given, follow=True)
    assert "rien n’a été donné" in answer.content.decode()
    tried.refresh_from_db()
    assert tried.stage == Stage.DISCARDED
    assert not Consent.objects.exists()
    assert files_of(sealed_folder) == set()


def test_a_try_out_lives_an_hour_at_most(tried: Donation) -> None:
    assert tried.expires_at is not None
    assert (tried.expires_at - tried.created_at).total_seconds() == 3600


def test_the_archive_is_the_same_each_time() -> None:
    assert len(sample.archive()) == len(sample.archive())
