"""The files of a release: Parquet for `datasets`, JSON lines for NeMo-RL, samples to look at."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq

from donation.release import columns
from donation.release.batches import Batch, batches
from donation.release.contributors import Contributors
from donation.release.gates import Written
from donation.release.keyed import SPLITS
from donation.release.shapes import PREFERENCES
from donation.release.staging import Staging

_SHARD_BYTES = 400_000_000
_SAMPLE = 100


def write(staging: Staging, folder: Path, seen: Written) -> dict[str, dict[str, int]]:
    """Write every config that has rows, each batch as it was `seen`. Out: rows by config and split.

    No file is without rows: `datasets` cannot load an empty split.
    """
    counts: dict[str, dict[str, int]] = {}
    contributors = Contributors(staging)
    for config in staging.configs():
        donors = contributors.of(config)
        counts[config] = {}
        for split, _ in SPLITS:
            found: Iterable[Batch] = batches(staging, config, split, donors)
            if config == PREFERENCES[0]:
                found = _with_nemo(found, folder / "nemo" / f"{split}.jsonl")
            rows = (shown for batch in found if (shown := seen.see(batch)) is not None)
            counts[config][split] = _write_split(folder, config, split, rows)
    return counts


def _write_split(
    folder: Path, config: str, split: str, batches_: Iterator[pa.RecordBatch]
) -> int:  # fmt: skip
    schema, count = columns.schema(config), 0
    target = folder / "data" / config
    sample = folder / "samples" / f"{config}.{_SAMPLE}.jsonl"
    parts: list[Path] = []
    writer: pq.ParquetWriter | None = None
    try:
        for rows in batches_:
            if writer is None or parts[-1].stat().st_size > _SHARD_BYTES:
                if writer is not None:
                    writer.close()
                target.mkdir(parents=True, exist_ok=True)
                parts.append(target / f"{split}-{len(parts):05d}.part")
                writer = pq.ParquetWriter(parts[-1], schema, compression="zstd")
            writer.write_batch(rows)
            # Splits come in the order of their size: only where nobody trains are others shown.
            if not sample.exists():
                _write_sample(sample, rows)
            count += len(rows)
    finally:
        if writer is not None:
            writer.close()
    for number, part in enumerate(parts):
        part.rename(target / f"{split}-{number:05d}-of-{len(parts):05d}.parquet")
    return count


def _write_sample(path: Path, rows: pa.RecordBatch) -> None:
    path.parent.mkdir(exist_ok=True)
    with path.open("w", encoding="utf-8") as file:
        for row in rows.slice(0, _SAMPLE).to_pylist():
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


class _Pair(msgspec.Struct, frozen=True):
    """The turns of a pair, as they lie."""

    prompt: msgspec.Raw
    chosen: msgspec.Raw
    rejected: msgspec.Raw


_pairs = msgspec.json.Decoder(_Pair)


def _with_nemo(found: Iterable[Batch], path: Path) -> Iterator[Batch]:
    """The same batches, written on the way as NeMo-RL's preference lines: `context` and ranked
    `completions`, of which 0 is the best."""
    for batch in found:
        path.parent.mkdir(exist_ok=True)
        with path.open("ab") as file:
            for body in batch.bodies:
                pair = _pairs.decode(body)
                file.write(
                    b'{"context":%b,"completions":[{"rank":0,"completion":%b},'
                    b'{"rank":1,"completion":%b}]}\n'
                    % (bytes(pair.prompt), bytes(pair.chosen), bytes(pair.rejected))
                )
        yield batch
