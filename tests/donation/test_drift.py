"""An operator sees within a day that a platform changed its export."""

from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from donation import drift
from donation.models import Donation, DriftCount, Stage
from donation.stages import intake, sieving
from filters.tally import Tally
from tests.donation.conftest import Give
from tests.donation.pages.test_tus import Tus
from tests.journeys.archives import File, chatgpt

pytestmark = pytest.mark.django_db


@pytest.fixture
def tus(transactional_db: None, sealed_folder: Path) -> Tus:
    return Tus()


def a_day(unknown: int, read: int, *, days_ago: int = 0) -> None:
    tally = Tally()
    tally.meet_unknown("x@1", "note_ratings", "helpfulnessLevel", unknown)
    tally.read["x@1"] += read
    drift.note(tally)
    day = timezone.localdate() - timedelta(days=days_ago)
    DriftCount.objects.filter(day=timezone.localdate()).update(day=day)


def test_a_share_that_rises_is_listed_and_the_command_says_so_to_a_script() -> None:
    a_day(1, 1000, days_ago=1)
    a_day(300, 1000)
    (rise,) = drift.rises()
    assert (rise.reader, rise.family, rise.field) == ("x@1", "note_ratings", "helpfulnessLevel")
    assert (rise.share, rise.before) == (0.3, 0.001)
    out = StringIO()
    with pytest.raises(SystemExit):
        call_command("drift", stdout=out)
    assert "30.0% (before 0.1%)" in out.getvalue()


def test_the_usual_share_is_no_rise_however_many_donations_come() -> None:
    a_day(10, 1000, days_ago=1)
    a_day(200, 20_000)
    assert drift.rises() == []
    call_command("drift", stdout=StringIO())


def test_one_odd_archive_is_no_rise() -> None:
    a_day(4, 10)
    assert drift.rises() == []


def test_counts_of_a_day_add_up_over_donations() -> None:
    for _ in range(3):
        tally = Tally()
        tally.meet_unknown("x@1", "entry", "json", 2)
        drift.note(tally)
    assert DriftCount.objects.get(reader="x@1").count == 6


@pytest.mark.django_db(transaction=True)
def test_every_archive_read_is_counted(reported: Give) -> None:
    reported()
    assert DriftCount.objects.get(reader="chatgpt@1", field=drift.READ).count > 0


@pytest.mark.django_db(transaction=True)
def test_unknown_entries_that_stayed_on_the_device_count_as_if_they_had_been_given(
    tus: Tus,
) -> None:
    archive = chatgpt().buffer
    address = tus.create(len(archive))
    tus.patch(address, 0, archive)
    said = {"upload": address, "unknown": '{"json": 6, "other": 1}'}
    assert tus.browser.post(reverse("upload_finish"), said).status_code == 204
    sieving.sift_donation(str(tus.donation.pk))
    assert tus.donation.stage == Stage.REPORT
    assert intake.AT_HOME not in tus.donation.numbers
    noted = DriftCount.objects.filter(family="entry").values_list("reader", "field", "count")
    assert set(noted) == {("chatgpt@1", "json", 6), ("chatgpt@1", "other", 1)}
    assert [rise.field for rise in drift.rises()] == ["json"]


@pytest.mark.parametrize(
    "said",
    ["", "{", "[]", "3", "null", '{"json": "6"}', '{"json": 0}', '{"json": -1}', '{"json": 1.5}',
     '{"json": 1e400}', '{"json": 500000, "csv": 1}', '{"json": 1, "Camille Durand": 1}',
     '{"media": 1}', '{"json": {"json": 1}}', "[" * 900, '{"json": 1}' + " " * 1000, "\ud800",
     '{"json": ' + "9" * 900 + "}"],
)  # fmt: skip
def test_what_a_page_says_of_unknown_entries_is_ours_or_nothing(said: str) -> None:
    assert drift.unknown_at_home(said) == {}


def test_counts_of_our_own_kinds_are_taken() -> None:
    assert drift.unknown_at_home('{"json": 3, "other": 499997}') == {"json": 3, "other": 499_997}


@pytest.mark.django_db(transaction=True)
def test_the_layout_of_an_unknown_archive_waits_for_its_donor_to_send_it(give: Give) -> None:
    donation = give(File("a.json", "application/json", b'{"Camille": ["Durand", 1, 2, 3]}' * 4))
    sieving.sift_donation(str(donation.pk))
    donation = Donation.objects.get(pk=donation.pk)
    assert donation.problem == "unknown_platform"
    assert not DriftCount.objects.exists()
    drift.note_layout(donation)
    drift.note_layout(Donation.objects.get(pk=donation.pk))
    assert "Camille" not in str(list(DriftCount.objects.values()))
    assert DriftCount.objects.filter(reader=drift.NOBODY, family="layout").exists()
