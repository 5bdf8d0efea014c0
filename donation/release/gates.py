"""What must hold before anything is published; each gate says what it found and what to do.

Source: records, section 6. A hard gate that fails stops the build: nothing is put in place. The
rows are read once for all gates that need their words, and measured anew: not by the facts that
thinning went by.
"""

from collections.abc import Iterator
from itertools import islice
from typing import Any

import msgspec
import pyarrow as pa

from donation.release import columns, near, privacy
from donation.release.facts import masked
from donation.release.gate import Gate, hard, told
from donation.release.shapes import PREFERENCES, UNPAIRED
from donation.release.staging import Staging
from donation.release.thinning import (
    MOST_MASKED,
    SHORTEST_COMPLETION_CHARS,
    SHORTEST_PROMPT_CHARS,
    SHORTEST_PROMPT_WORDS,
    TORN,
)

_SHOWN = 20
_BATCH = 1000
_DEFECT = "drop these rows and report a defect"


def check(staging: Staging, k: int) -> list[Gate]:
    """Every gate but the drill, which needs a second build. Raises nothing: see `Failed`."""
    schemas, trainable, short, bias = _words(staging)
    return [
        schemas,
        trainable,
        short,
        _languages(staging),
        _duplicates(staging),
        _contradictions(staging),
        bias,
        _k_alike(staging, k),
        _second_look(staging),
    ]


def _words(staging: Staging) -> tuple[Gate, Gate, Gate, Gate]:
    """G1, G2, G3 and G7, in one walk over the rows."""
    misfits: list[str] = []
    untrainable: list[str] = []
    short: list[str] = []
    leaning = _Leaning()
    for config in staging.configs():
        schema = columns.schema(config)
        rows = staged_rows(staging, config)
        while batch := list(islice(rows, _BATCH)):
            misfits += _misfits(batch, schema)
            for row in batch:
                if not _is_trainable(config, row):
                    untrainable.append(row["record_id"])
                if _is_short_or_masked(row):
                    short.append(row["record_id"])
                if config in PREFERENCES:
                    leaning.add(row)
    return (
        hard("G1", ok=not misfits, found=_some(misfits), advice=_DEFECT),
        hard("G2", ok=not untrainable, found=_some(untrainable), advice=_DEFECT),
        hard("G3", ok=not short, found=_some(short), advice=_DEFECT),
        told("G7", {**leaning.found(), **_concentration(staging)}),
    )


def _misfits(batch: list[dict[str, Any]], schema: pa.Schema) -> list[str]:
    """The rows that do not fit the schema, or hold a value outside its closed list."""
    bad = [
        row["record_id"]
        for row in batch
        if any(row[name] not in allowed for name, allowed in columns.CLOSED.items())
        or (
            not isinstance(row.get("label", True), bool)
            and row["label"] not in columns.CLOSED_LABELS
        )
    ]
    if _fits(batch, schema):
        return bad
    return bad + [row["record_id"] for row in batch if not _fits([row], schema)]


def _fits(rows: list[dict[str, Any]], schema: pa.Schema) -> bool:
    try:
        pa.Table.from_pylist(rows, schema=schema)
    except (pa.ArrowInvalid, pa.ArrowTypeError):
        return False
    return True


def _is_trainable(config: str, row: dict[str, Any]) -> bool:
    if config not in PREFERENCES + UNPAIRED:
        return True
    said = _said(row)
    return (
        row["prompt"][-1]["role"] == "user"
        and all(len(c) == 1 and c[0]["role"] == "assistant" and c[0]["content"] for c in said)
        and len({" ".join(c[0]["content"].split()) for c in said}) == len(said)
    )


def _is_short_or_masked(row: dict[str, Any]) -> bool:
    words = [message["content"] for message in row.get("prompt", ())]
    if words:
        asked = " ".join(words[-1].split())
        if len(asked) < SHORTEST_PROMPT_CHARS or len(asked.split()) < SHORTEST_PROMPT_WORDS:
            return True
    said = [completion[0]["content"] for completion in _said(row)]
    if any(len(text) < SHORTEST_COMPLETION_CHARS for text in said):
        return True
    return masked("\n".join([*words, *said, row.get("text") or ""])) > MOST_MASKED


def _said(row: dict[str, Any]) -> list[Any]:
    return [row[key] for key in ("chosen", "rejected", "completion") if key in row]


def _languages(staging: Staging) -> Gate:
    counts = dict(staging.query(
        "SELECT language, count(*) FROM row WHERE dropped IS NULL GROUP BY language"
    ))  # fmt: skip
    french = counts.get("fr", 0) / max(sum(counts.values()), 1)
    return told("G4", {"languages": counts, "french_share": round(french, 4)})


def _duplicates(staging: Staging) -> Gate:
    ((exact,),) = staging.query(
        "SELECT count(*) FROM (SELECT 1 FROM row WHERE dropped IS NULL AND digest IS NOT NULL "
        "GROUP BY digest HAVING count(*) > 1)"
    )
    alike = sum(1 for _ in near.later(staging))
    found = {
        "left_exact": exact, "left_near": alike, "near_from": near.NEAR,
        "dropped": staging.dropped(),
    }  # fmt: skip
    return hard(
        "G5", ok=exact == alike == 0, found=found, advice="build again: duplicates were left"
    )


def _contradictions(staging: Staging) -> Gate:
    torn = [i for (i,) in staging.query(
        f"SELECT record_id FROM row WHERE dropped IS NULL AND verdict IN ({TORN}) LIMIT ?",  # noqa: S608 - ours
        (_SHOWN,),
    )]  # fmt: skip
    return hard("G6", ok=not torn, found=_some(torn), advice=_DEFECT)


class _Leaning:
    """What a reward model could learn besides quality."""

    def __init__(self) -> None:
        self._pairs = self._longer = self._refusals = 0

    def add(self, row: dict[str, Any]) -> None:
        chosen, rejected = row["chosen"][0]["content"], row["rejected"][0]["content"]
        self._pairs += 1
        self._longer += len(chosen) > len(rejected)
        self._refusals += _refuses(rejected)

    def found(self) -> dict[str, Any]:
        pairs = self._pairs
        return {
            "pairs": pairs,
            "chosen_longer_share": round(self._longer / pairs, 4) if pairs else None,
            "rejected_is_refusal_share": round(self._refusals / pairs, 4) if pairs else None,
        }


def _concentration(staging: Staging) -> dict[str, Any]:
    platforms = dict(staging.query(
        "SELECT platform, count(*) FROM row WHERE dropped IS NULL GROUP BY platform"
    ))  # fmt: skip
    ((largest,),) = staging.query(
        "SELECT coalesce(max(n), 0) FROM (SELECT count(*) AS n FROM row WHERE dropped IS NULL "
        "GROUP BY donor)"
    )
    return {"rows_by_platform": platforms, "most_rows_of_a_donor": largest}


def _k_alike(staging: Staging, k: int) -> Gate:
    smallest = privacy.smallest_group(staging)
    passed = smallest >= k or not staging.count()
    return hard(
        "G8a", ok=passed, found={"k": k, "smallest_group": smallest}, advice="suppress rare groups"
    )


def _second_look(staging: Staging) -> Gate:
    """What the pattern recognizers, once more and on their own, found in rows that are left."""
    hits = list(staging.query("SELECT record_id FROM row WHERE dropped IS NULL AND hit != ''"))
    found = {"hits": len(hits), "rows": [i for (i,) in hits[:_SHOWN]]}
    return hard(
        "G8b", ok=not hits, found=found, advice="these rows hold identifiers: exclude and report"
    )


def staged_rows(
    staging: Staging, config: str, split: str | None = None
) -> Iterator[dict[str, Any]]:
    """The rows of one config as they are written, less weight and bucket, in an order of chance."""
    condition = "" if split is None else "AND split = ?"
    values = (config,) if split is None else (config, split)
    for donor, platform, period, language, kind, object_type, held in staging.query(
        "SELECT donor, platform, period, language, kind, object_type, columns FROM row "  # noqa: S608
        "JOIN body ON body.id = row.id "
        f"WHERE dropped IS NULL AND config = ? {condition} ORDER BY split, record_id",
        values,
    ):
        yield {
            **msgspec.json.decode(held), "platform": platform, "period": period or None,
            "language": language, "kind": kind, "object_type": object_type, "_donor": donor,
        }  # fmt: skip


def _some(rows: list[str]) -> dict[str, Any]:
    return {"count": len(rows), "rows": rows[:_SHOWN]}


def _refuses(text: str) -> bool:
    opening = text[:120].casefold()
    return any(sign in opening for sign in _REFUSALS)


_REFUSALS = ("je ne peux pas", "désolé", "je ne suis pas en mesure", "i can't", "i cannot", "sorry")
