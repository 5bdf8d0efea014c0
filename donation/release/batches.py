"""The rows of a build as columns, in an order of chance: what the gates see and what is written.

Rows lie as JSON; Arrow reads a batch of them at once against the schema of their config, so that
none becomes a Python object.
"""

import io
from collections.abc import Iterator
from typing import NamedTuple

import pyarrow as pa
import pyarrow.json as pj

from donation.release import columns
from donation.release.contributors import Shown
from donation.release.staging import Staging

_ROWS, _BYTES = 20_000, 16_000_000
"""The most of one batch."""
_FACTS = ("record_id", "platform", "period", "language", "kind", "object_type", "object_ref")


class Misfits(Exception):
    """Rows that do not fit the schema of their config (G1), by their ids."""

    def __init__(self, ids: list[str]) -> None:
        super().__init__(ids)
        self.ids = ids


class Batch(NamedTuple):
    """Rows of one config and split, not read yet."""

    config: str
    bodies: list[bytes]
    """The config's own columns as JSON, and what all rows of a record share."""
    facts: dict[str, pa.Array]
    """The other columns."""

    def columns(self) -> pa.RecordBatch:
        """The rows as they are released. Raises Misfits."""
        try:
            read = _read(self.config, self.bodies)
        except pa.ArrowInvalid:
            ids = self.facts["record_id"].to_pylist()
            misfits = [
                i for i, body in zip(ids, self.bodies, strict=True) if not _fits(self.config, body)
            ]
            raise Misfits(misfits) from None
        schema = columns.schema(self.config)
        return pa.RecordBatch.from_arrays(
            [self.facts.get(name, read.column(name)) for name in schema.names], schema=schema
        )


def batches(staging: Staging, config: str, split: str, donors: Shown) -> Iterator[Batch]:
    """The rows that are left of one config and split."""
    found = staging.query(
        f"SELECT at, size, donor, {', '.join(_FACTS)} FROM row "  # noqa: S608 - ours
        "WHERE dropped IS NULL AND config = ? AND split = ? ORDER BY record_id",
        (config, split),
    )
    bodies: list[bytes] = []
    rows: list[tuple[object, ...]] = []
    held = 0
    for at, size, *facts in found:
        bodies.append(staging.words.read(at, size))
        rows.append(tuple(facts))
        held += size
        if held >= _BYTES or len(rows) == _ROWS:
            yield _batch(config, split, bodies, rows, donors)
            bodies, rows, held = [], [], 0
    if rows:
        yield _batch(config, split, bodies, rows, donors)


def _batch(
    config: str, split: str, bodies: list[bytes], rows: list[tuple[object, ...]], donors: Shown
) -> Batch:
    givers, *facts = zip(*rows, strict=True)
    values = {
        name: pa.array((value or None for value in column), pa.string())
        for name, column in zip(_FACTS, facts, strict=True)
    }
    buckets = [donors.bucket_of[giver] for giver in givers]
    values["contributor_bucket"] = pa.array(buckets, pa.int32())
    values["weight"] = pa.array((donors.weights[bucket] for bucket in buckets), pa.float32())
    values["split"] = pa.repeat(split, len(rows))
    return Batch(config, bodies, values)


def _read(config: str, bodies: list[bytes]) -> pa.RecordBatch:
    held = b"\n".join(bodies)
    stated = pj.ParseOptions(
        explicit_schema=columns.schema(config), unexpected_field_behavior="error"
    )
    # One block, of whatever length: a row is never cut.
    whole = pj.ReadOptions(use_threads=False, block_size=len(held) + 1)
    (read,) = pj.read_json(io.BytesIO(held), whole, stated).to_batches()
    return read


def _fits(config: str, body: bytes) -> bool:
    try:
        _read(config, [body])
    except pa.ArrowInvalid:
        return False
    return True
