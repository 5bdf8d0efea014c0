"""What must hold before anything is published; each gate says what it found and what to do.

Source: records, section 6. A hard gate that fails stops the build: nothing is put in place. What
needs the rows' words is measured on the very columns that are written, and not by the facts that
thinning went by.
"""

from collections import Counter, defaultdict
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from donation.release import conformity, near, privacy
from donation.release.batches import Batch, Misfits
from donation.release.gate import Gate, hard, told
from donation.release.shapes import PREFERENCES
from donation.release.staging import Staging
from donation.release.thinning import TORN
from filters.interaction import NEWEST_CHOSEN, OLDER_CHOSEN

_SHOWN = 20
_DEFECT = "drop these rows and report a defect"


def check(staging: Staging, written: "Written", k: int) -> list[Gate]:
    """Every gate but the drill, which needs a second build. Raises nothing: see `Failed`."""
    return [
        *written.gates(),
        _languages(staging),
        _duplicates(staging),
        _contradictions(staging),
        told("G7", {**written.leanings(), **_concentration(staging)}),
        _k_alike(staging, k),
        _second_look(staging),
    ]


class Written:
    """G1, G2, G3 and the leanings of G7, on each batch of rows before it is written."""

    def __init__(self) -> None:
        self._leaning: defaultdict[str, _Leaning] = defaultdict(_Leaning)
        self._misfits: list[str] = []
        self._untrainable: list[str] = []
        self._short: list[str] = []

    def see(self, batch: Batch) -> pa.RecordBatch | None:
        """Look at a batch; out: its columns, or None when a row does not fit them."""
        try:
            rows = batch.columns()
        except Misfits as misfits:
            self._misfits += misfits.ids
            return None
        config, ids = batch.config, rows.column("record_id")
        self._misfits += _ids(ids, ~conformity.is_closed(rows))
        self._untrainable += _ids(ids, ~conformity.is_trainable(config, rows))
        spoilt = conformity.is_short(config, rows) | conformity.is_masked(config, rows)
        self._short += _ids(ids, spoilt)
        if config in PREFERENCES:
            for platform in pc.unique(rows.column("platform")).to_pylist():
                own = rows.filter(pc.equal(rows.column("platform"), platform))
                self._leaning[platform].add(own)
        return rows

    def leanings(self) -> dict[str, Any]:
        """What G7 tells of pairs: of all of them, and by platform."""
        whole = _Leaning()
        for one in self._leaning.values():
            whole.join(one)
        by_platform = {name: one.found() for name, one in sorted(self._leaning.items())}
        return {**whole.found(), "by_platform": by_platform}

    def gates(self) -> list[Gate]:
        """G1 to G3."""
        return [
            hard(name, ok=not rows, found=_some(rows), advice=_DEFECT)
            for name, rows in (
                ("G1", self._misfits), ("G2", self._untrainable), ("G3", self._short),
            )
        ]  # fmt: skip


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
        self.counts: Counter[str] = Counter()

    def add(self, rows: pa.RecordBatch) -> None:
        """Count the pairs of a batch."""
        chosen, rejected = (
            conformity.last_content(rows.column(side)) for side in ("chosen", "rejected")
        )
        opening = pc.utf8_lower(pc.utf8_slice_codeunits(rejected, 0, 120))
        flags = rows.column("flags").flatten()
        self.counts.update(
            pairs=len(rows),
            longer=_sum(pc.greater(pc.utf8_length(chosen), pc.utf8_length(rejected))),
            refusals=_sum(pc.match_substring_regex(opening, _REFUSES)),
            newest=_sum(pc.equal(flags, NEWEST_CHOSEN)),
            older=_sum(pc.equal(flags, OLDER_CHOSEN)),
        )

    def join(self, other: "_Leaning") -> None:
        """Count the pairs of another too."""
        self.counts.update(other.counts)

    def found(self) -> dict[str, Any]:
        """The shares; None where nothing tells."""
        counts = self.counts
        pairs, dated = counts["pairs"], counts["newest"] + counts["older"]
        return {
            "pairs": pairs,
            "chosen_longer_share": _share(counts["longer"], pairs),
            "rejected_is_refusal_share": _share(counts["refusals"], pairs),
            "pairs_of_known_order": dated,
            "newest_wins_share": _share(counts["newest"], dated),
        }


def _concentration(staging: Staging) -> dict[str, Any]:
    platforms = dict(staging.query(
        "SELECT platform, count(*) FROM row WHERE dropped IS NULL GROUP BY platform"
    ))  # fmt: skip
    ((largest,),) = staging.query(
        "SELECT coalesce(max(n), 0) FROM (SELECT count(*) AS n FROM row WHERE dropped IS NULL "
        "GROUP BY donor)"
    )
    return {
        "rows_by_platform": platforms,
        "most_rows_of_a_donor": largest,
        "largest_share_of_a_donor": _share(largest, sum(platforms.values())),
    }


def _k_alike(staging: Staging, k: int) -> Gate:
    smallest, shared = privacy.smallest_group(staging), privacy.least_shared_object(staging)
    passed = (smallest >= k or not staging.count()) and (shared is None or shared >= k)
    found = {"k": k, "smallest_group": smallest, "least_shared_object": shared}
    return hard("G8a", ok=passed, found=found, advice="suppress rare groups")


def _second_look(staging: Staging) -> Gate:
    """What the pattern recognizers, once more and on their own, found in rows that are left."""
    hits = list(staging.query("SELECT record_id FROM row WHERE dropped IS NULL AND hit != ''"))
    found = {"hits": len(hits), "rows": [i for (i,) in hits[:_SHOWN]]}
    return hard(
        "G8b", ok=not hits, found=found, advice="these rows hold identifiers: exclude and report"
    )


def _some(rows: list[str]) -> dict[str, Any]:
    return {"count": len(rows), "rows": rows[:_SHOWN]}


def _ids(ids: pa.Array, marks: conformity.Marks) -> list[str]:
    found: list[str] = ids.filter(pa.array(marks)).to_pylist() if np.any(marks) else []
    return found


def _sum(marks: Any) -> int:
    return pc.sum(marks).as_py() or 0


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None


_REFUSES = "|".join((
    "je ne peux pas", "désolé", "je ne suis pas en mesure", "i can't", "i cannot", "sorry",
))  # fmt: skip
