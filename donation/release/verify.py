"""Checking a release from its files alone: signature, hashes, schemas, shapes, lengths, counts.

Columns are checked as columns, by what also checks them when they are written (`conformity`).
"""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import msgspec
import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.parquet as pq

from donation.release import columns, conformity, manifest
from donation.release.manifest import Manifest
from donation.release.shapes import CONFIGS

_SHOWN = 20
_BATCH = 20_000


def problems(folder: Path) -> list[str]:
    """What is wrong with a release folder; empty when nothing is."""
    try:
        stated = manifest.read(folder)
        is_signed = manifest.is_signed(folder)
    except (OSError, ValueError, msgspec.MsgspecError):
        return ["MANIFEST.json is missing or cannot be read"]
    found = [] if is_signed else ["MANIFEST.json: its signature does not hold"]
    return [*found, *_files(folder, stated), *_gates(folder), *_rows(folder, stated)]


def _files(folder: Path, stated: Manifest) -> Iterator[str]:
    there = manifest.names(folder)
    for name, facts in stated.files.items():
        if name not in there:
            yield f"{name}: missing"
        elif manifest.sha256(folder / name) != facts.sha256:
            yield f"{name}: changed"
    yield from (f"{name}: not in the manifest" for name in there if name not in stated.files)


def _gates(folder: Path) -> Iterator[str]:
    try:
        told = json.loads((folder / "GATES.json").read_bytes())
        failed = [gate["id"] for gate in told if gate["hard"] and not gate["passed"]]
    except (OSError, ValueError, KeyError, TypeError):
        yield "GATES.json cannot be read"
        return
    yield from (f"GATES.json: gate {name} failed" for name in failed)


def _rows(folder: Path, stated: Manifest) -> Iterator[str]:
    ids: list[npt.NDArray[np.bytes_]] = []
    counted: Counter[tuple[str, str]] = Counter()
    for path in sorted((folder / "data").glob("*/*.parquet")):
        config, split = path.parent.name, path.name.split("-")[0]
        if config not in CONFIGS:
            yield f"{config}: no such config"
            continue
        try:
            file = pq.ParquetFile(path)
            if not file.schema_arrow.equals(columns.schema(config)):
                yield f"{config}/{path.name}: columns differ"
                continue
            for batch in file.iter_batches(batch_size=_BATCH):
                counted[config, split] += len(batch)
                yield from _misfits(config, split, batch)
                ids.append(np.array(batch.column("record_id").to_pylist(), dtype="S32"))
        except (pa.ArrowException, OSError):
            yield f"{config}/{path.name}: cannot be read"
    yield from _repeated(ids)
    for config, splits in stated.rows.items():
        if stated.schemas.get(config) != manifest.schema_hash(config):
            yield f"{config}: the manifest states another schema"
        for split, count in splits.items():
            if counted[config, split] != count:
                yield f"{config}/{split}: {counted[config, split]} rows, {count} stated"


def _misfits(config: str, split: str, batch: pa.RecordBatch) -> Iterator[str]:
    fits = (
        conformity.is_closed(batch)
        & conformity.is_trainable(config, batch)
        & ~conformity.is_short(config, batch)
        & ~conformity.is_masked(config, batch)
    )
    ids = batch.column("record_id").filter(pa.array(~fits)).to_pylist()
    yield from (f"{config}/{split}: row {i} does not fit" for i in ids[:_SHOWN])


def _repeated(ids: list[npt.NDArray[np.bytes_]]) -> Iterator[str]:
    if ids:
        names, times = np.unique(np.concatenate(ids), return_counts=True)
        for name in names[times > 1][:_SHOWN]:
            yield f"record {name.decode()} is there more than once"
