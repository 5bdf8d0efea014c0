"""What is left out of a release and why; and that the gates see it when it was not left out."""

import random
from pathlib import Path
from typing import Any

import pytest

from donation.release import gates, near, signature
from donation.release.batches import batches
from donation.release.contributors import Contributors
from donation.release.facts import Given, staged
from donation.release.keyed import SPLITS
from donation.release.staging import Staging
from donation.release.thinning import thin
from filters.interaction import Candidate, Retained, RetainedTurn

ASKED = "Comment fait-on lever une pâte à pain ?"
GOOD = "Avec de la levure, de la chaleur et de la patience, pendant une heure."
BAD = "Je ne sais pas, mais on doit pouvoir trouver cela dans un livre."


class Rows:
    """A staging to put rows of several donors in."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.staging = Staging(folder / "rows.sqlite3")
        self.uid = 0

    def give(self, *records: Retained, split: str = "train") -> None:
        given = Given(split, "1", ())
        rows = [row for record in records for row in staged(record, given, b"k" * 32)]
        self.staging.add("donor", split, rows)

    def thinned(self) -> Staging:
        self.ready()
        thin(self.staging)
        return self.staging

    def ready(self) -> Staging:
        self.staging.seal()
        near.find(self.staging, self.folder)
        return self.staging

    def record(self, kind: str, *candidates: Candidate, asked: str = ASKED) -> Retained:
        self.uid += 1
        return Retained(
            uid=f"{self.uid:032x}", platform="chatgpt", reader="chatgpt@1", source="feedback",
            kind=kind, signal="thumb_up" if kind == "binary" else "ab_choice",  # type: ignore[arg-type]
            evidence="explicit", polarity=0, context=(RetainedTurn("user", asked),),
            candidates=candidates, object_type="ai_answer", rule="R0", language="fr",
            period="2026-Q1",
        )  # fmt: skip

    def thumb(self, up: bool, said: str = GOOD, **more: Any) -> Retained:
        return self.record(
            "binary", Candidate("good" if up else "bad", said, "ai", "present"), **more
        )

    def pair(self, chosen: str, rejected: str, **more: Any) -> Retained:
        return self.record(
            "pairwise", Candidate("chosen", chosen, "ai", "present"),
            Candidate("rejected", rejected, "ai", "present"), **more,
        )  # fmt: skip


@pytest.fixture
def rows(tmp_path: Path) -> Rows:
    return Rows(tmp_path)


def left(staging: Staging, config: str) -> list[dict[str, Any]]:
    donors = Contributors(staging).of(config)
    return [
        row
        for split, _ in SPLITS
        for batch in batches(staging, config, split, donors)
        for row in batch.columns().to_pylist()
    ]


def failed(staging: Staging) -> set[str]:
    written = gates.Written()
    for config in staging.configs():
        for split, _ in SPLITS:
            for batch in batches(staging, config, split, Contributors(staging).of(config)):
                written.see(batch)
    found = gates.check(staging, written, 1)
    return {gate.id for gate in found if gate.hard and not gate.passed}


def test_of_opposite_thumbs_by_one_donor_the_latest_wins(rows: Rows) -> None:
    rows.give(rows.thumb(True), rows.thumb(False))
    (row,) = left(rows.thinned(), "binary")
    assert row["label"] is False
    assert rows.staging.dropped()["contradiction"] == 1


def test_of_opposite_thumbs_by_two_donors_neither_stays(rows: Rows) -> None:
    rows.give(rows.thumb(True))
    rows.give(rows.thumb(False))
    assert left(rows.thinned(), "binary") == []


def test_reversed_pairs_all_go(rows: Rows) -> None:
    rows.give(rows.pair(GOOD, BAD), rows.pair(BAD, GOOD))
    assert left(rows.thinned(), "pairs") == []


def test_the_same_answer_to_another_question_is_no_contradiction(rows: Rows) -> None:
    rows.give(rows.thumb(True), rows.thumb(False, asked="Quelle heure est-il à Tokyo ce soir ?"))
    assert len(left(rows.thinned(), "binary")) == 2


def test_a_duplicate_across_splits_stays_where_nothing_is_trained(rows: Rows) -> None:
    rows.give(rows.thumb(True))
    rows.give(rows.thumb(True), split="test")
    rows.give(rows.thumb(True, GOOD + " Voilà."))
    staging = rows.thinned()
    assert list(staging.query("SELECT DISTINCT split FROM row WHERE dropped IS NULL")) == [
        ("test",)
    ]
    assert staging.dropped() == {"duplicate": 3, "near_duplicate": 1}


@pytest.mark.parametrize(
    ("asked", "said", "reason"),
    [
        ("Bonjour", GOOD, "prompt_too_short"),
        ("Anticonstitutionnellement", GOOD, "prompt_too_short"),
        (ASKED, "Oui, bien.", "completion_too_short"),
        (ASKED, "<PERSONNE_1> <PERSONNE_2> <EMAIL> <LIEU_1> <LIEU_2> <IBAN_1>", "too_masked"),
    ],
)
def test_what_teaches_nothing_is_left_out_and_the_gate_would_see_it(
    rows: Rows, asked: str, said: str, reason: str
) -> None:
    other = "Et combien de sel faut-il par litre ?"
    rows.give(rows.thumb(True, said, asked=asked), rows.pair(GOOD, BAD, asked=other))
    assert failed(rows.ready()) == {"G3"}
    thin(rows.staging)
    assert reason in rows.staging.dropped()
    assert left(rows.staging, "binary") == []
    assert failed(rows.staging) == set()


def test_the_gates_see_contradictions_and_duplicates_that_were_not_left_out(rows: Rows) -> None:
    rows.give(rows.thumb(True), rows.thumb(False), rows.pair(GOOD, BAD), rows.pair(GOOD, BAD))
    assert failed(rows.ready()) == {"G5", "G6"}


def test_a_pair_whose_sides_differ_by_spaces_only_is_no_pair(rows: Rows) -> None:
    rows.give(rows.pair(GOOD, GOOD.replace(" ", "  ")))
    assert failed(rows.ready()) >= {"G2"}
    thin(rows.staging)
    assert left(rows.staging, "pairs") == []


@pytest.mark.parametrize("changed", [0.0, 0.05, 0.3, 0.6])
def test_signatures_estimate_jaccard_similarity(changed: float) -> None:
    chance = random.Random(7)
    words = [f"mot{chance.randrange(10**6)}" for _ in range(400)]
    other = [f"autre{n}" if chance.random() < changed else w for n, w in enumerate(words)]
    one, two = " ".join(words), " ".join(other)
    shingles = [{text[at : at + 5] for at in range(len(text) - 4)} for text in (one, two)]
    true = len(shingles[0] & shingles[1]) / len(shingles[0] | shingles[1])
    first, second = signature.signature(one), signature.signature(two)
    assert first is not None
    assert second is not None
    assert signature.likeness(first, [second]) == pytest.approx(true, abs=0.17)


def test_texts_that_are_nearly_the_same_share_a_band() -> None:
    chance = random.Random(8)
    found = 0
    for _ in range(200):
        words = [f"{chance.randrange(10**5)}" for _ in range(120)]
        other = [*words]
        other[chance.randrange(120)] = "autre"
        signed = [signature.signature(" ".join(text)) or b"" for text in (words, other)]
        bands = signature.bands(b"".join(signed), [0, 0])
        found += bool((bands[0] == bands[1]).any())
    assert found >= 199
