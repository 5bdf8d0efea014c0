"""Thinning goes by facts of words, the gates by columns: where they disagreed, a donor could write a
text that stops every build. They do not."""

import random
import sys
from pathlib import Path

import pyarrow as pa

from donation.release import conformity, thinning
from donation.release.batches import batches
from donation.release.contributors import Contributors
from donation.release.facts import Given, staged
from donation.release.staging import Staging
from filters.interaction import Candidate, Retained, RetainedTurn

SPACES = [chr(code) for code in range(0x10000) if chr(code).isspace()]
PIECES = [
    *SPACES, "\x01", "\u200b", "\ufeff", "e\u0301", "ß", "İ", "😀", "\U000e0001", "a", "mot", "Qui ?",
    "<PERSONNE_1>", "<EMAIL>", "<LIEN exemple.fr>", "<LIEN éxemple.fr>", "<AB>", "<PERSONNE_12345>",
    "<A", '"', "\\", "\r\n", "<DATE " + "x" * 253 + ">", "<DATE " + "x" * 254 + ">",
]  # fmt: skip


def test_white_space_is_that_of_python() -> None:
    known = [*range(0xD800), *range(0xE000, 0x10000), *range(0x10000, sys.maxunicode, 977)]
    texts = pa.array([f"a{chr(code)}b" for code in known])
    found = conformity.folded(texts).to_pylist()
    assert found == [" ".join(f"a{chr(code)}b".split()) for code in known]


def test_gates_find_short_and_masked_just_what_thinning_would_leave_out(tmp_path: Path) -> None:
    chance = random.Random(3)
    staging = Staging(tmp_path / "rows.sqlite3")
    records = [_thumb(number, _text(chance), _text(chance)) for number in range(700)]
    rows = [row for one in records for row in staged(one, Given("train", "1", ()), b"k" * 32)]
    staging.add("donor", "train", rows)
    expected = {
        row.record_id
        for row in rows
        if (row.prompt_chars or 0) < thinning.SHORTEST_PROMPT_CHARS
        or (row.prompt_words or 0) < thinning.SHORTEST_PROMPT_WORDS
        or (row.said_chars is not None and row.said_chars < thinning.SHORTEST_COMPLETION_CHARS)
        or row.masked > thinning.MOST_MASKED
    }
    found = set()
    for config in staging.configs():
        for batch in batches(staging, config, "train", Contributors(staging).of(config)):
            columns = batch.columns()
            spoilt = conformity.is_short(config, columns) | conformity.is_masked(config, columns)
            found.update(columns.column("record_id").filter(pa.array(spoilt)).to_pylist())
            long = columns.filter(pa.array(~spoilt))
            assert conformity.is_trainable(config, long).all()
    staging.close()
    assert found == expected
    assert 100 < len(expected) < len(rows) - 100


def _text(chance: random.Random) -> str:
    return "".join(chance.choice(PIECES) for _ in range(chance.choice((1, 3, 8, 20))))


def _thumb(number: int, asked: str, said: str) -> Retained:
    return Retained(
        uid=f"{number:032x}", platform="chatgpt", reader="chatgpt@1", source="feedback",
        kind="binary", signal="thumb_up", evidence="explicit", polarity=1,
        context=(RetainedTurn("user", asked),), candidates=(Candidate("good", said, "ai", "present"),),
        object_type="ai_answer", rule="R1", language="fr",
    )  # fmt: skip
