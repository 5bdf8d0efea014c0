"""The report: three numbers that add up, pages of rows, and taking rows out and back in."""

from collections.abc import Iterator

import msgspec
import pytest

from donation import draft, lifecycle, wording
from donation.draft import is_removed
from donation.models import Donation, Stage
from donation.stages import intake
from donation.stages.report import EXAMPLES, PAGE_ROWS, Report, Wanted, finder
from filters.interaction import Candidate, Retained
from filters.rules import RECEIVED
from tests.donation.conftest import Give
from tests.journeys.archives import chatgpt

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.lifecycle]


@pytest.fixture
def donation(reported: Give) -> Donation:
    return reported()


@pytest.fixture
def report(donation: Donation) -> Iterator[Report]:
    with Report(donation) as opened:
        yield opened


def adds_up(report: Report) -> bool:
    head = report.headline()
    return head.found == head.kept + head.removed


def test_found_is_always_kept_and_removed_together(report: Report) -> None:
    assert report.headline().kept == 30
    assert adds_up(report)
    report.remove(rows=[0, 3, 7])
    assert (report.headline().kept, report.headline().by_donor) == (27, 3)
    assert adds_up(report)
    report.undo()
    assert report.headline().kept == 30
    assert adds_up(report)


def test_families_hold_every_row_once_with_a_few_examples(report: Report) -> None:
    families = report.families()
    assert sum(family.count for family in families) == 30
    assert all(len(family.examples) == min(EXAMPLES, family.count) for family in families)
    assert all(row.family == family.id for family in families for row in family.examples)


def test_examples_are_drawn_from_anywhere_and_stay_the_same_whatever_is_taken_out(
    reported: Give,
) -> None:
    drawn = set()
    for _ in range(4):
        with Report(reported(chatgpt(30))) as report:
            shown = [[row.number for row in family.examples] for family in report.families()]
            report.remove(rows=shown[0])
            again = [[row.number for row in family.examples] for family in report.families()]
        assert shown == again
        drawn.add(str(shown))
    assert len(drawn) > 1


def test_pages_show_every_row_once(report: Report) -> None:
    shown = [row.number for number in (1, 2) for row in report.page(number).rows]
    assert shown == list(range(30))
    assert len(report.page(1).rows) == PAGE_ROWS
    assert report.page(99).number == 2
    assert report.page(-1).number == 1


def test_a_search_finds_rows_by_their_words_whatever_the_case(report: Report) -> None:
    found = report.page(1, Wanted(search="POÈME"))
    assert found.total > 0
    assert all("poème" in str(row.record).casefold() for row in found.rows)
    assert report.page(1, Wanted(search="zzzz")).total == 0


def test_rows_are_taken_out_one_by_one_by_family_or_by_search(report: Report) -> None:
    assert report.remove(rows=[4]) == 1
    assert report.remove(rows=[4]) == 0
    family = report.families()[-1]
    assert report.remove(Wanted(family=family.id)) == family.count - family.removed
    assert report.remove(Wanted(search="vélo")) > 0
    assert adds_up(report)


def test_a_row_that_does_not_exist_changes_nothing(report: Report) -> None:
    assert report.remove(rows=[-1, 30, 10**9]) == 0
    assert report.headline().kept == 30


def test_rows_taken_out_come_back(report: Report) -> None:
    report.remove(rows=[1, 2])
    assert report.restore(rows=[2]) == 1
    assert [row.number for row in report.page(1).rows if row.is_removed] == [1]


def test_only_the_last_change_can_be_undone(report: Report) -> None:
    assert not report.undo()
    report.remove(rows=[1])
    report.remove(rows=[2])
    assert report.undo()
    assert not report.undo()
    assert [row.number for row in report.page(1).rows if row.is_removed] == [1]


def test_two_tabs_lose_nothing_of_one_another(donation: Donation) -> None:
    with Report(donation) as one, Report(Donation.objects.get(pk=donation.pk)) as other:
        assert one.remove(rows=[1]) == 1
        assert other.remove(rows=[2]) == 1
    donation.refresh_from_db()
    assert [row for row in range(30) if is_removed(bytes(donation.removed), row)] == [1, 2]


def test_nothing_can_be_taken_out_once_the_donation_has_ended(donation: Donation) -> None:
    with Report(Donation.objects.get(pk=donation.pk)) as report:
        lifecycle.move(donation, Stage.DISCARDED)
        assert report.remove(rows=[1]) == 0
    donation.refresh_from_db()
    assert bytes(donation.removed) == b""


def test_a_page_far_down_holds_the_rows_of_its_place() -> None:
    """How long it takes is measured in `benchmarks.pages`."""
    donation, _code = intake.begin()
    with draft.writing(donation) as rows:
        for number in range(20_000):
            rows.add(row(number))
    numbers = {"removed": [{"rule": "R1", "family": "posts", "count": 5}]}
    Donation.objects.filter(pk=donation.pk).update(
        stage=Stage.REPORT, rows=20_000, removed=bytes(2_500), numbers=numbers
    )
    donation.refresh_from_db()
    with Report(donation) as report:
        assert [one.number for one in report.page(700).rows] == list(range(17_475, 17_500))


def test_what_others_did_is_a_family_of_its_own_and_no_like_of_the_donor() -> None:
    given = msgspec.structs.replace(row(1), kind="reaction", signal="like", platform="x")
    received = msgspec.structs.replace(given, flags=(RECEIVED,))
    assert draft.family_of(given) != draft.family_of(received)
    assert "Vous avez" in wording.family(draft.family_of(given))
    assert "D’autres" in wording.family(draft.family_of(received))


def row(number: int) -> Retained:
    """A thumb on an answer of invented words."""
    return Retained(
        uid=f"{number:032x}", platform="chatgpt", reader="chatgpt@1", source="feedback",
        kind="binary", signal="thumb_up", polarity=1, evidence="explicit", rule="R1",
        candidates=(Candidate("good", f"Réponse {number}. " * 10, "ai", "present"),),
        object_type="ai_answer", language="fr",
    )  # fmt: skip


@pytest.mark.parametrize("typed", ["ÉTÉ", "été", "Été à la mer", 'dit "oui"', "l'ÉTÉ"])
def test_a_search_minds_neither_capitals_nor_accents_in_them(typed: str) -> None:
    line = '{"content":"On a dit \\"oui\\" à l\'été, Été à la Mer"}'.encode()
    assert finder(typed)(line)
    assert not finder(typed + " rien de tel")(line)
