"""The files of a release: Parquet for `datasets`, JSON lines for NeMo-RL, samples to look at."""

import json
import math
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from donation.release import columns
from donation.release.gates import staged_rows
from donation.release.keyed import SPLITS
from donation.release.shapes import PREFERENCES
from donation.release.staging import Staging

SMALLEST_BUCKET = 20
_BATCH = 1000
_SHARD_BYTES = 400_000_000
_SAMPLE = 100


def write(staging: Staging, folder: Path) -> dict[str, dict[str, int]]:
    """Write every config. Out: rows by config and split."""
    counts: dict[str, dict[str, int]] = {}
    buckets = max(1, staging.donors // SMALLEST_BUCKET)
    for config in staging.configs():
        rows_a_donor = dict(staging.query(
            "SELECT donor, count(*) FROM row WHERE dropped IS NULL AND config=? GROUP BY donor",
            (config,),
        ))  # fmt: skip
        counts[config] = {}
        for split, _ in SPLITS:
            rows = _weighted(staged_rows(staging, config, split), rows_a_donor, buckets)
            counts[config][split] = _write_split(folder, config, split, rows)
    _write_nemo(staging, folder)
    return counts


def _weighted(
    rows: Iterator[dict[str, Any]], rows_a_donor: dict[int, int], buckets: int
) -> Iterator[dict[str, Any]]:
    """Rows with their weight (a donor's rows share the donor's root) and bucket."""
    for row in rows:
        donor = row.pop("_donor")
        weight = 1 / math.sqrt(rows_a_donor[donor])
        yield {**row, "weight": weight, "contributor_bucket": donor % buckets}


def _write_split(folder: Path, config: str, split: str, rows: Iterator[dict[str, Any]]) -> int:
    schema = columns.schema(config)
    target = folder / "data" / config
    count = shard = 0
    parts: list[Path] = []
    writer: pq.ParquetWriter | None = None
    sample = folder / "samples" / f"{config}.{_SAMPLE}.jsonl"
    batch: list[dict[str, Any]] = []

    def flush() -> None:
        nonlocal writer, shard
        if not batch:
            return
        if writer is None:
            target.mkdir(parents=True, exist_ok=True)
            parts.append(target / f"{split}-{shard:05d}.part")
            writer = pq.ParquetWriter(parts[-1], schema, compression="zstd")
        writer.write_table(pa.Table.from_pylist(batch, schema=schema))
        batch.clear()
        if parts[-1].stat().st_size > _SHARD_BYTES:
            writer.close()
            writer, shard = None, shard + 1

    for row in rows:
        if split == "train" and count < _SAMPLE:
            sample.parent.mkdir(parents=True, exist_ok=True)
            with sample.open("a", encoding="utf-8") as file:
                file.write(json.dumps(row, ensure_ascii=False) + "\n")
        batch.append(row)
        count += 1
        if len(batch) == _BATCH:
            flush()
    flush()
    if writer is not None:
        writer.close()
    for number, part in enumerate(parts):
        part.rename(target / f"{split}-{number:05d}-of-{len(parts):05d}.parquet")
    return count


def _write_nemo(staging: Staging, folder: Path) -> None:
    """NeMo-RL's preference lines: `context` and ranked `completions` (0 is the best)."""
    for split, _ in SPLITS:
        rows = staged_rows(staging, PREFERENCES[0], split)
        first = next(rows, None)
        if first is None:
            continue
        (folder / "nemo").mkdir(exist_ok=True)
        with (folder / "nemo" / f"{split}.jsonl").open("w", encoding="utf-8") as file:
            for row in chain([first], rows):
                completions = [
                    {"rank": 0, "completion": row["chosen"]},
                    {"rank": 1, "completion": row["rejected"]},
                ]
                line = {"context": row["prompt"], "completions": completions}
                file.write(json.dumps(line, ensure_ascii=False) + "\n")
