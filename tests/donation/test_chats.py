"""Rows by conversation: what the index knows of them, what is erased when, what a release never has."""

import struct
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest

from donation import draft, vault
from donation.models import Donation, Stage
from donation.stages import amendment, confirmation, intake
from donation.stages.confirmation import NEEDED
from donation.stages.report import Chat, Report, Wanted
from filters.interaction import Candidate, Retained
from tests.donation.conftest import Give, files_of

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.lifecycle]
TITLES = ("Rupture avec Solène", "Été à Brest", "Recettes")
CHATS = (1, 2, 1, 0, 3, 1, 2)
"""The conversation each row is from."""
PERIODS = ("2025-Q4", "2026-Q1", "2026-Q2", None, "2026-Q1", None, "2026-Q1")


def row(number: int, period: str | None) -> Retained:
    """A thumb on an answer; every other one is down."""
    return Retained(
        uid=f"{number:032x}", platform="claude", reader="claude@1", source="feedback",
        kind="binary", signal="thumb_down" if number % 2 else "thumb_up", polarity=1,
        evidence="explicit", rule="R1", object_type="ai_answer", language="fr", period=period,
        candidates=(Candidate("good", f"Réponse numéro {number}.", "ai", "present"),),
    )  # fmt: skip


Make = Callable[..., Donation]


@pytest.fixture
def make(sealed_folder: Path) -> Make:
    """A donation in stage report."""

    def write(titles: tuple[str, ...] = TITLES) -> Donation:
        donation, _code = intake.begin()
        with draft.writing(donation) as rows:
            for number, (chat, period) in enumerate(zip(CHATS, PERIODS, strict=True)):
                rows.add(row(number, period), chat)
        draft.seal_titles(donation, titles)
        Donation.objects.filter(pk=donation.pk).update(
            stage=Stage.REPORT, rows=len(CHATS), removed=draft.no_bits(len(CHATS)),
            numbers={"removed": [], "redacted": {}},
        )  # fmt: skip
        donation.refresh_from_db()
        return donation

    return write


@pytest.fixture
def donation(make: Make) -> Donation:
    return make()


@pytest.fixture
def report(donation: Donation) -> Iterator[Report]:
    with Report(donation) as opened:
        yield opened


def out(report: Report) -> list[int]:
    return [one.number for one in report.page(1).rows if one.is_removed]


def test_conversations_stand_largest_first_with_their_title_and_time(report: Report) -> None:
    assert report.chats().chats == [
        Chat(1, "Rupture avec Solène", "claude", 3, 0, "2025-Q4", "2026-Q2"),
        Chat(2, "Été à Brest", "claude", 2, 0, "2026-Q1", "2026-Q1"),
        Chat(3, "Recettes", "claude", 1, 0, "2026-Q1", "2026-Q1"),
    ]


@pytest.mark.parametrize("typed", ["été", "ETE", "  brest ", "Été à b"])
def test_a_conversation_is_found_by_its_title_whatever_the_accents(
    report: Report, typed: str
) -> None:
    assert [chat.number for chat in report.chats(search=typed).chats] == [2]
    assert report.chats(search=typed + "zzz").chats == []


def test_one_without_a_title_is_found_by_its_number(make: Make) -> None:
    with Report(make(("", "Deux"))) as report:
        assert [chat.number for chat in report.chats(search="3").chats] == [3]
        assert [(chat.number, chat.title) for chat in report.chats().chats] == [
            (1, ""), (2, "Deux"), (3, ""),
        ]  # fmt: skip


def test_a_whole_conversation_is_taken_out_and_taken_back_and_undone(report: Report) -> None:
    assert report.remove(Wanted(chat=1)) == 3
    assert out(report) == [0, 2, 5]
    assert [(chat.number, chat.removed) for chat in report.chats().chats] == [
        (1, 3),
        (2, 0),
        (3, 0),
    ]
    assert report.restore(Wanted(chat=1)) == 3
    assert report.undo()
    assert out(report) == [0, 2, 5]
    head = report.headline()
    assert (head.found, head.kept, head.by_donor) == (7, 4, 3)


def test_a_conversation_a_kind_and_a_search_narrow_one_another(report: Report) -> None:
    down = "claude:binary:thumb_down"
    assert [one.number for one in report.page(1, Wanted(chat=2)).rows] == [1, 6]
    assert [one.number for one in report.page(1, Wanted(down, 2)).rows] == [1]
    assert [one.number for one in report.page(1, Wanted("", 2, "NUMÉRO 6")).rows] == [6]
    assert report.page(1, Wanted(down, 2, "numéro 6")).total == 0
    assert report.remove(Wanted(down, 1)) == 1
    assert out(report) == [5]


def test_a_conversation_that_is_not_there_changes_nothing(report: Report) -> None:
    assert report.remove(Wanted(chat=99)) == 0
    assert out(report) == []


def test_titles_end_when_the_donor_confirms_and_numbers_stay_for_later_changes(
    donation: Donation, sealed_folder: Path
) -> None:
    assert draft.TITLES in files_of(sealed_folder)
    with Report(donation) as report:
        report.remove(Wanted(chat=2))
    donation.refresh_from_db()
    confirmation.confirm(donation, NEEDED, "fr")
    donation.refresh_from_db()
    assert files_of(sealed_folder) == set(draft.kept_roles(0))
    with Report(donation) as report:
        assert [(chat.number, chat.title, chat.count) for chat in report.chats().chats] == [
            (1, "", 3), (3, "", 1),
        ]  # fmt: skip
        report.remove(Wanted(chat=1))
    donation.refresh_from_db()
    assert amendment.amend(donation, frozenset(), "fr") == 2
    with Report(donation) as report:
        assert [(chat.number, chat.first) for chat in report.chats().chats] == [(3, "2026-Q1")]


def test_giving_nothing_erases_the_titles_too(donation: Donation, sealed_folder: Path) -> None:
    confirmation.discard(donation)
    assert files_of(sealed_folder) == set()


def test_neither_title_nor_number_is_in_what_is_kept(donation: Donation) -> None:
    confirmation.confirm(donation, NEEDED, "fr")
    donation.refresh_from_db()
    lines = confirmation.kept_lines(donation)
    assert len(lines) == len(CHATS)
    assert not [title for title in TITLES if title.encode() in b"".join(lines)]
    assert {frozenset(msgspec.json.decode(line)) for line in lines} <= {
        frozenset(msgspec.json.decode(msgspec.json.encode(row(0, period)))) for period in PERIODS
    }


def test_titles_are_sealed(donation: Donation, sealed_folder: Path) -> None:
    for file in sealed_folder.rglob("*"):
        assert not file.is_file() or b"Sol" not in file.read_bytes()


def written_before(donation: Donation, rows_role: str, index_role: str, rows: int) -> None:
    """Rows and an index as they were before conversations were told apart."""
    entries = b""
    with vault.sealing(donation, rows_role) as sealed:
        for number in range(rows):
            line = msgspec.json.encode(row(number, "2026-Q1"))
            entries += struct.pack("<QIHB", sealed.size, len(line), number % 2, 2 * (number == 2))
            sealed.write(line + b"\n")
    names = msgspec.json.encode(["claude:binary:thumb_up", "claude:binary:thumb_down"])
    with vault.sealing(donation, index_role) as sealed:
        sealed.write(struct.pack("<I", len(names)) + names + entries)


def test_a_draft_written_before_conversations_were_told_apart_still_opens(make: Make) -> None:
    donation = make(())
    written_before(donation, draft.ROWS, draft.INDEX, len(CHATS))
    with Report(donation) as report:
        assert report.page(1).total == 6  # One is about a special category, and waits for a tick.
        assert report.page(1, Wanted(family="claude:binary:thumb_down")).total == 3
        assert report.page(1).rows[1].record == row(1, "2026-Q1")
        assert report.chats().chats == []
        assert not report.has_chats()
    assert confirmation.confirm(donation, NEEDED, "fr") == 6


def test_what_was_kept_before_is_changed_as_what_is_kept_now(make: Make) -> None:
    donation = make()
    confirmation.confirm(donation, NEEDED, "fr")
    donation.refresh_from_db()
    written_before(donation, *draft.kept_roles(0), len(CHATS))
    with Report(donation) as report:
        assert report.chats().chats == []
        report.remove(rows=[0])
    donation.refresh_from_db()
    assert amendment.amend(donation, frozenset(), "fr") == 6
    with Report(donation) as report:
        assert [one.record.uid for one in report.page(1).rows] == [
            row(number, None).uid for number in range(1, 7)
        ]


def test_a_worker_seals_what_conversations_are_called(reported: Give) -> None:
    with Report(reported()) as report:
        assert "Un poème sur la pluie à brest, version 1" in {c.title for c in report.chats().chats}
        assert report.chats().total == 30
