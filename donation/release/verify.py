"""Checking a release from its files alone: hashes, schemas, shapes, splits, ids.

Columns are checked as columns: no row becomes a Python object, so that a million take seconds.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from donation.release import columns, manifest
from donation.release.shapes import PREFERENCES, UNPAIRED

_SHOWN = 20
_BATCH = 20_000
Marks = npt.NDArray[np.bool_]


def problems(folder: Path) -> list[str]:
    """What is wrong with a release folder; empty when nothing is."""
    try:
        stated = manifest.read(folder)
    except (OSError, ValueError):
        return ["MANIFEST.json is missing or cannot be read"]
    found = [
        f"{name}: {'missing' if not (folder / name).is_file() else 'changed'}"
        for name, facts in stated["files"].items()
        if not (folder / name).is_file() or manifest.sha256(folder / name) != facts["sha256"]
    ]
    ids: list[npt.NDArray[np.bytes_]] = []
    for path in sorted((folder / "data").glob("*/*.parquet")):
        config, split = path.parent.name, path.name.split("-")[0]
        file = pq.ParquetFile(path)
        if not file.schema_arrow.equals(columns.schema(config)):
            found.append(f"{config}/{path.name}: columns differ")
            continue
        for batch in file.iter_batches(batch_size=_BATCH):
            fits = _fits(config, batch)
            misfits = batch.column("record_id").filter(pa.array(~fits)).to_pylist()
            found += [f"{config}/{split}: row {i} does not fit" for i in misfits[:_SHOWN]]
            ids.append(np.array(batch.column("record_id").to_pylist(), dtype="S32"))
    return found + list(_repeated(ids))


def _repeated(ids: list[npt.NDArray[np.bytes_]]) -> Iterator[str]:
    if ids:
        names, times = np.unique(np.concatenate(ids), return_counts=True)
        for name in names[times > 1][:_SHOWN]:
            yield f"record {name.decode()} is there more than once"


def _fits(config: str, batch: pa.RecordBatch) -> Marks:
    """For each row whether its values are in their closed lists, and its turns as trainers want."""
    fits = np.ones(len(batch), dtype=bool)
    for name, allowed in columns.CLOSED.items():
        known = pc.is_in(batch.column(name), value_set=pa.array(allowed, pa.string()))
        fits &= known.to_numpy(zero_copy_only=False)
    if config in (*PREFERENCES, *UNPAIRED, "prompts"):
        fits &= _last_role_is(batch.column("prompt"), "user")
    keys = {"pairs": ("chosen", "rejected"), "binary": ("completion",)}.get(
        config.removesuffix("_weak"), ()
    )
    for key in keys:
        said = batch.column(key)
        fits &= _lengths(said) == 1
        fits &= _last_role_is(said, "assistant")
    if len(keys) == 2 and fits.all():
        # Each side is one message: their texts stand in line.
        sides = [pc.struct_field(batch.column(key).flatten(), "content") for key in keys]
        fits &= pc.not_equal(*sides).fill_null(fill_value=False).to_numpy(zero_copy_only=False)
    return fits


def _lengths(turns: pa.ListArray) -> npt.NDArray[Any]:
    return np.asarray(
        pc.fill_null(pc.list_value_length(turns), 0).to_numpy(zero_copy_only=False), dtype=np.int64
    )


def _last_role_is(turns: pa.ListArray, role: str) -> Marks:
    """Whether each list has turns, and its last one is of that role."""
    lengths = _lengths(turns)
    is_role = pc.equal(pc.struct_field(turns.flatten(), "role"), role).fill_null(fill_value=False)
    marks = np.append(is_role.to_numpy(zero_copy_only=False), [False])
    last = np.where(lengths > 0, np.cumsum(lengths) - 1, len(marks) - 1)
    found: Marks = marks[last]
    return found
