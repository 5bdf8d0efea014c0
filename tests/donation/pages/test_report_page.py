"""The report as it is read: kept or not at once, what should be masked, three questions."""

import json

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from donation import draft
from donation.models import Donation, DriftCount, Stage, StepCount
from donation.stages import confirmation
from donation.stages.report import Report
from donation.typical import FEWEST
from tests.donation.conftest import Give
from tests.journeys.archives import chatgpt

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def donation(reported: Give, client: Client) -> Donation:
    found = reported(chatgpt(30))
    open_in(client, found)
    return found


def open_in(client: Client, donation: Donation) -> None:
    session = client.session
    session["donation"] = str(donation.pk)
    session.save()


def out(donation: Donation) -> list[int]:
    donation.refresh_from_db()
    return [row for row in range(donation.rows) if draft.is_removed(bytes(donation.removed), row)]


def test_ticks_are_saved_together_and_undone_together(donation: Donation, client: Client) -> None:
    shown = [str(row) for row in range(25)]
    client.post("/rapport/changer/", {"act": "save", "shown": shown, "keep": shown[3:]})
    assert out(donation) == [0, 1, 2]
    client.post("/rapport/changer/", {"act": "save", "shown": shown, "keep": shown[1:]})
    assert out(donation) == [0]
    client.post("/rapport/changer/", {"act": "undo"})
    assert out(donation) == [0, 1, 2]


def test_a_tick_that_is_saved_at_once_needs_no_page(donation: Donation, client: Client) -> None:
    answer = client.post(
        "/rapport/changer/", {"act": "save", "shown": "4"}, headers={"x-saved-at-once": "1"}
    )
    assert answer.status_code == 204
    assert out(donation) == [4]


@pytest.mark.parametrize("row", ["-1", "99999", "x", "9" * 40, "", "²", "٣٣٣٣"])
def test_a_row_that_is_not_there_changes_nothing(
    donation: Donation, client: Client, row: str
) -> None:
    for address in ("/rapport/changer/", "/rapport/signaler/"):
        answer = client.post(address, {"act": "save", "shown": row, "unmasked": row})
        assert answer.status_code in (200, 302)
    assert out(donation) == []


def test_a_row_that_shows_too_much_is_out_at_once_and_the_team_gets_a_word(
    donation: Donation, client: Client
) -> None:
    page = client.post("/rapport/signaler/", {"unmasked": "7"}).content.decode()
    assert "La ligne est écartée" in page
    assert out(donation) == [7]
    client.post("/rapport/signaler/", {"platform": "chatgpt", "kind": "PERSON"})
    client.post("/rapport/signaler/", {"platform": "chatgpt", "kind": "Camille Durand"})
    noted = DriftCount.objects.filter(field__startswith="unmasked")
    assert [(row.reader, row.field, row.count) for row in noted] == [
        ("chatgpt", "unmasked PERSON", 1)
    ]


def test_an_answer_is_explained_and_counted_once(donation: Donation, client: Client) -> None:
    for said in ("yes", "no"):
        answer = client.post("/rapport/compris/", {"check": "raw", "said": said})
        assert answer["Location"].endswith("/rapport/#understood")
    assert "Elle a été effacée dès qu’elle a été lue" in client.get("/rapport/").content.decode()
    (row,) = StepCount.objects.filter(step="answer")
    assert (row.detail, row.count) == ("raw wrong", 1)
    assert donation.reference not in str(list(StepCount.objects.values()))


def test_everything_that_would_be_kept_can_be_taken_home_before_deciding(
    donation: Donation, client: Client
) -> None:
    with Report(donation) as report:
        report.remove(rows=[0, 1])
    answer = client.get("/rapport/rapport.json")
    rows = json.loads(b"".join(answer.streaming_content))  # type: ignore[attr-defined]
    assert len(rows) == 28


def test_the_numbers_of_a_page_do_not_cost_more_with_more_rows(
    reported: Give, client: Client
) -> None:
    costs = []
    for size in (3, 60):
        open_in(client, reported(chatgpt(size)))
        for address in ("/rapport/", "/rapport/lignes/", "/rapport/longues/", "/confirmer/"):
            client.get(address)
        with CaptureQueriesContext(connection) as queries:
            for address in ("/rapport/", "/rapport/lignes/", "/rapport/longues/", "/confirmer/"):
                assert client.get(address).status_code == 200
        costs.append(len(queries))
    assert costs[0] == costs[1]


def test_what_would_leave_nothing_is_not_a_donation(reported: Give, client: Client) -> None:
    donation = reported(chatgpt(2))
    open_in(client, donation)
    with Report(donation) as report:
        report.remove(rows=[0, 1])
    with pytest.raises(confirmation.NothingGiven):
        confirmation.confirm(donation, confirmation.NEEDED, "fr")
    needed = {purpose.value: "yes" for purpose in confirmation.NEEDED}
    answer = client.post("/confirmer/", {**needed, "act": "give"})
    assert answer.status_code == 400
    assert "il ne resterait rien à donner" in answer.content.decode()
    donation.refresh_from_db()
    assert donation.stage == "report"


def test_ones_own_numbers_stand_beside_those_of_a_typical_donation(
    donation: Donation, client: Client
) -> None:
    assert "Don typique" not in client.get("/rapport/").content.decode()
    now = timezone.now()
    Donation.objects.bulk_create(
        Donation(
            stage=Stage.CONFIRMED, stage_at=now, created_at=now, confirmed_at=now, rows=12,
            numbers={"removed": [{"rule": "R2", "family": "x", "count": 1500}]}, code_digest=b"",
        )
        for _ in range(FEWEST)
    )  # fmt: skip
    page = client.get("/rapport/").content.decode()
    for typical in ("1\u202f512", "12", "1\u202f500"):
        assert f"Don typique\u202f: {typical}" in page


def test_a_grain_of_the_picture_is_a_share_of_the_archive(
    donation: Donation, client: Client
) -> None:
    with Report(donation) as report:
        report.remove(rows=[0])
        headline = report.headline()
    page = client.get("/rapport/").content.decode()
    assert page.count("<use ") == min(100, headline.found)
    assert page.count('class="gleaned"') == headline.kept
    assert f"{headline.kept} éléments gardés sur {headline.found}" in page


@pytest.mark.parametrize(("read", "words"), [(1, "1 élément et prévenu"), (2, "2 éléments et")])
def test_a_format_that_changed_is_said_with_how_much_was_read(
    donation: Donation, client: Client, read: int, words: str
) -> None:
    unknown = [{"reader": "chatgpt@1", "family": "feedback", "reason": "rating", "count": 3}]
    numbers = {**donation.numbers, "unknown": unknown, "read": {"chatgpt@1": read}}
    Donation.objects.filter(pk=donation.pk).update(numbers=numbers)
    page = client.get("/rapport/").content.decode()
    assert f"ChatGPT a changé son format. Nous avons lu {words}" in page
