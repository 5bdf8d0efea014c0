"""What must hold before anything is published; each gate says what it found and what to do.

Source: records, section 6. A hard gate that fails stops the build: nothing is put in place.
"""

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

import pyarrow as pa

from donation.release import columns, privacy
from donation.release.shapes import PREFERENCES, UNPAIRED
from donation.release.staging import Staging
from donation.release.thinning import NEAR
from filters.redaction.outcome import PLACEHOLDER

_SHOWN = 20
_PLAIN = "\ufffc"


class Gate(NamedTuple):
    """The result of one gate."""

    id: str
    hard: bool
    passed: bool
    found: dict[str, Any]
    advice: str = ""


class Failed(Exception):
    """A hard gate failed: nothing was published."""

    def __init__(self, gates: list[Gate]) -> None:
        super().__init__("; ".join(f"{g.id}: {g.advice} {json.dumps(g.found)}" for g in gates))
        self.gates = gates


def _hard(name: str, *, ok: bool, found: dict[str, Any], advice: str) -> Gate:
    return Gate(name, hard=True, passed=ok, found=found, advice=advice)


def _told(name: str, found: dict[str, Any]) -> Gate:
    return Gate(name, hard=False, passed=True, found=found)


def check(staging: Staging, k: int) -> list[Gate]:
    """Every gate but the drill, which needs a second build. Raises nothing: see `Failed`."""
    return [
        _schemas(staging),
        _trainable(staging),
        _languages(staging),
        _duplicates(staging),
        _bias(staging),
        _k_alike(staging, k),
        _second_look(staging),
    ]


def _schemas(staging: Staging) -> Gate:
    bad: list[str] = []
    for config in staging.configs():
        schema = columns.schema(config)
        for row in staged_rows(staging, config):
            try:
                pa.Table.from_pylist([row], schema=schema)
            except (pa.ArrowInvalid, pa.ArrowTypeError):
                bad.append(row["record_id"])
            if any(row[name] not in allowed for name, allowed in columns.CLOSED.items()):
                bad.append(row["record_id"])
    return _hard(
        "G1", ok=not bad, found={"rows": bad[:_SHOWN]}, advice="drop these rows and report a defect"
    )


def _trainable(staging: Staging) -> Gate:
    bad = []
    for config in staging.configs():
        if config not in PREFERENCES + UNPAIRED:
            continue
        keys = ("chosen", "rejected") if config in PREFERENCES else ("completion",)
        for row in staged_rows(staging, config):
            completions = [row[key] for key in keys]
            fits = row["prompt"][-1]["role"] == "user" and all(
                len(c) == 1 and c[0]["role"] == "assistant" and c[0]["content"] for c in completions
            )
            if not fits or (len(completions) == 2 and completions[0] == completions[1]):
                bad.append(row["record_id"])
    return _hard(
        "G2", ok=not bad, found={"rows": bad[:_SHOWN]}, advice="drop these rows and report a defect"
    )


def _languages(staging: Staging) -> Gate:
    counts = dict(staging.query(
        "SELECT language, count(*) FROM row WHERE dropped IS NULL GROUP BY language"
    ))  # fmt: skip
    french = counts.get("fr", 0) / max(sum(counts.values()), 1)
    return _told("G4", {"languages": counts, "french_share": round(french, 4)})


def _duplicates(staging: Staging) -> Gate:
    ((exact,),) = staging.query(
        "SELECT count(*) FROM (SELECT 1 FROM row WHERE dropped IS NULL AND digest IS NOT NULL "
        "GROUP BY digest HAVING count(*) > 1)"
    )
    found = {"left_exact": exact, "near_from": NEAR, "dropped": staging.dropped()}
    return _hard("G5", ok=exact == 0, found=found, advice="build again: duplicates were left")


def _bias(staging: Staging) -> Gate:
    longer = refusals = pairs = 0
    for config in ("pairs", "pairs_weak"):
        for row in staged_rows(staging, config):
            chosen, rejected = row["chosen"][0]["content"], row["rejected"][0]["content"]
            pairs += 1
            longer += len(chosen) > len(rejected)
            refusals += _refuses(rejected)
    platforms = dict(staging.query(
        "SELECT platform, count(*) FROM row WHERE dropped IS NULL GROUP BY platform"
    ))  # fmt: skip
    ((largest,),) = staging.query(
        "SELECT coalesce(max(n), 0) FROM (SELECT count(*) AS n FROM row WHERE dropped IS NULL "
        "GROUP BY donor)"
    )
    found = {
        "pairs": pairs,
        "chosen_longer_share": round(longer / pairs, 4) if pairs else None,
        "rejected_is_refusal_share": round(refusals / pairs, 4) if pairs else None,
        "rows_by_platform": platforms,
        "most_rows_of_a_donor": largest,
    }
    return _told("G7", found)


def _k_alike(staging: Staging, k: int) -> Gate:
    smallest = privacy.smallest_group(staging)
    passed = smallest >= k or not staging.count()
    return _hard(
        "G8a", ok=passed, found={"k": k, "smallest_group": smallest}, advice="suppress rare groups"
    )


def _second_look(staging: Staging) -> Gate:
    """The pattern recognizers once more over all released text, on their own."""
    from filters.redaction.engine import PATTERNS  # noqa: PLC0415 - loads the language models

    hits = [
        record_id
        for record_id, text in staging.query(
            "SELECT record_id, text FROM row WHERE dropped IS NULL AND text != ''"
        )
        if any(p.analyze(PLACEHOLDER.sub(_PLAIN, text)) for p in PATTERNS)
    ]
    found = {"hits": len(hits), "rows": hits[:_SHOWN]}
    return _hard(
        "G8b", ok=not hits, found=found, advice="these rows hold identifiers: exclude and report"
    )


def staged_rows(
    staging: Staging, config: str, split: str | None = None
) -> Iterator[dict[str, Any]]:
    """The rows of one config as they are written, less weight and bucket, in an order of chance."""
    condition = "" if split is None else "AND split = ?"
    values = (config,) if split is None else (config, split)
    for i, donor, platform, period, language, kind, object_type, held in staging.query(
        "SELECT id, donor, platform, period, language, kind, object_type, columns FROM row "  # noqa: S608
        f"WHERE dropped IS NULL AND config = ? {condition} ORDER BY record_id",
        values,
    ):
        yield {
            **json.loads(held), "platform": platform, "period": period or None,
            "language": language, "kind": kind, "object_type": object_type, "_donor": donor,
            "_id": i,
        }  # fmt: skip


def _refuses(text: str) -> bool:
    opening = text[:120].casefold()
    return any(sign in opening for sign in _REFUSALS)


_REFUSALS = ("je ne peux pas", "désolé", "je ne suis pas en mesure", "i can't", "i cannot", "sorry")
