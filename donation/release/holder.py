"""Apply tombstones to a copy of a release: `python apply_tombstones.py RELEASE_DIR TOMBSTONES`.

Needs Python 3.11 and pyarrow, nothing of Glane. TOMBSTONES is a text file, one record id a line,
or the JSON of the feed. Files are rewritten one by one, each replaced at once: Parquet, samples and
NeMo-RL's lines. Running it again changes nothing. Exit status: 0 when no listed row is left, 1 when
the copy could not be cleaned.
"""

import json
import sys
from collections.abc import Iterable, Iterator
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
        for path in (release / "samples").glob("*.jsonl"):
            _rewrite(
                path, (line for line in _lines(path) if json.loads(line)["record_id"] not in ids)
            )
        for path in (release / "nemo").glob("*.jsonl"):
            _rewrite(path, _pairs(release, path.stem))
    return taken


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def _pairs(release: Path, split: str) -> Iterator[str]:
    """The lines for NeMo-RL, which bear no ids, made anew from the pairs of a split."""
    for path in sorted((release / "data/pairs").glob(f"{split}-*.parquet")):
        for batch in pq.ParquetFile(path).iter_batches(columns=["prompt", "chosen", "rejected"]):
            for row in batch.to_pylist():
                sides = enumerate((row["chosen"], row["rejected"]))
                ranked = [{"rank": rank, "completion": said} for rank, said in sides]
                yield json.dumps(
                    {"context": row["prompt"], "completions": ranked}, ensure_ascii=False
                )


def _rewrite(path: Path, lines: Iterable[str]) -> None:
    partial = path.with_suffix(".partial")
    with partial.open("w", encoding="utf-8") as file:
        file.writelines(f"{line}\n" for line in lines)
    partial.replace(path)


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
