"""Apply tombstones to a copy of a release: `python apply_tombstones.py RELEASE_DIR TOMBSTONES`.

Needs Python 3.11 and pyarrow, nothing of Glane. TOMBSTONES is a text file, one record id a line,
or the JSON of the feed. Files are rewritten one by one, each replaced at once. Running it again
changes nothing. Exit status: 0 when no listed row is left, 1 when the copy could not be cleaned.
"""

import json
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq


def listed(path: Path) -> set[str]:
    """The record ids of a tombstone file."""
    text = path.read_text(encoding="utf-8")
    if text.lstrip().startswith("{"):
        return set(json.loads(text)["record_ids"])
    return {line.strip() for line in text.splitlines() if line.strip()}


def clean(release: Path, ids: set[str]) -> int:
    """Take the rows out of every file; out: how many were taken out."""
    taken = 0
    unwanted = pa.array(sorted(ids), pa.string())
    for path in sorted((release / "data").glob("*/*.parquet")):
        table = pq.read_table(path)
        kept = table.filter(pc.invert(pc.is_in(table["record_id"], value_set=unwanted)))
        if kept.num_rows < table.num_rows:
            taken += table.num_rows - kept.num_rows
            partial = path.with_suffix(".partial")
            pq.write_table(kept, partial, compression="zstd")
            partial.replace(path)
    if taken:
        # Lines for trainers and samples bear no ids, or repeat rows: they are made again or go.
        for folder in ("nemo", "samples"):
            for path in (release / folder).glob("*.jsonl"):
                path.unlink()
    return taken


def left(release: Path, ids: set[str]) -> int:
    """Listed rows that are still there."""
    return sum(
        record in ids
        for path in (release / "data").glob("*/*.parquet")
        for record in pq.read_table(path, columns=["record_id"])["record_id"].to_pylist()
    )


def main(arguments: list[str]) -> int:
    """Clean and check; out: the exit status."""
    if len(arguments) != 2 or not (Path(arguments[0]) / "data").is_dir():
        print(__doc__, file=sys.stderr)  # noqa: T201
        return 2
    release, ids = Path(arguments[0]), listed(Path(arguments[1]))
    taken = clean(release, ids)
    remaining = left(release, ids)
    print(f"{taken} rows taken out, {remaining} left")  # noqa: T201
    return 0 if not remaining else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
