"""Near duplicates: rows whose signatures share a band are compared, and the later one is left out.

Which rows may be alike is found once for all rows, before anything is left out: sorted in pieces on
disk, so that memory does not grow with the rows. The few that share a band are compared then; only
of many together, of which most are going to be left out, that waits. Leaving out is then a walk
over those that have somebody like them.
"""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt

from donation.release.shapes import CONFIGS
from donation.release.signature import BANDS, BYTES, bands, likeness, likenesses
from donation.release.staging import Staging

NEAR = 0.85
"""Jaccard similarity from which two texts are the same text."""
_CHUNK = 10_000
_PIECE_ENTRIES = 1_000_000
_MOST_COMPARED = 1_000
"""Earlier rows of the same bands one row is compared with: a million greetings stay a walk."""
_FEW = 8
"""Rows of one band that are all compared with one another at once."""
_ENTRY = np.dtype([("hash", "<i8"), ("id", "<i4"), ("signed", "<i4")])
Entries = npt.NDArray[np.void]
FAMILIES = tuple(dict.fromkeys(config.removesuffix("_weak") for config in CONFIGS))


def find(staging: Staging, work: Path) -> int:
    """Note the rows that share a band with another; out: how many notes."""
    signed = staging.signatures.size // BYTES
    pieces = [work / f"bands-{n}" for n in range(1 + signed * BANDS // _PIECE_ENTRIES)]
    _scatter(staging, pieces)
    found = 0
    for piece in pieces:
        alike = _alike(_shared(np.fromfile(piece, dtype=_ENTRY)), staging)
        piece.unlink()
        found += len(alike)
        for at in range(0, len(alike), _CHUNK):
            chunk = alike[["hash", "id"]][at : at + _CHUNK].tolist()
            staging.database.executemany("INSERT INTO collision VALUES (?, ?)", chunk)
    return found


def later(staging: Staging) -> Iterator[int]:
    """Rows that are nearly the same as an earlier one that stays. Rows of small splits come first,
    so that no test row is trained on; then those of trusted configs."""
    kept = staging.database
    kept.execute("CREATE TEMP TABLE kept (hash INTEGER, signed INTEGER)")
    kept.execute("CREATE INDEX temp.by_hash ON kept (hash)")
    members = staging.query(
        "SELECT id, signed FROM row WHERE dropped IS NULL AND id IN (SELECT id FROM collision) "
        "ORDER BY (split = 'train'), (config LIKE '%weak'), id"
    )
    for row, signed in members:
        others = kept.execute(
            "SELECT DISTINCT kept.signed FROM collision JOIN kept ON kept.hash = collision.hash "
            "WHERE collision.id = ? LIMIT ?",
            (row, _MOST_COMPARED),
        )
        alike = [staging.signature(at) for (at,) in others]
        if likeness(staging.signature(signed), alike) >= NEAR:
            yield row
        else:
            kept.execute(
                "INSERT INTO kept SELECT hash, ? FROM collision WHERE id = ?", (signed, row)
            )
    kept.execute("DROP TABLE kept")


def _scatter(staging: Staging, pieces: list[Path]) -> None:
    """Write (band hash, row) into pieces by hash: rows of one band meet in one piece."""
    files = [piece.open("wb") for piece in pieces]
    try:
        # Signatures lie one after another in the order of their rows.
        rows = staging.database.execute(
            "SELECT id, config, signed FROM row WHERE signed IS NOT NULL ORDER BY id"
        )
        while chunk := rows.fetchmany(_CHUNK):
            kinds = [FAMILIES.index(config.removesuffix("_weak")) for _, config, _ in chunk]
            signed = staging.signatures.read(chunk[0][2], BYTES * len(chunk))
            hashes = bands(signed, kinds)
            entries = np.empty(hashes.size, dtype=_ENTRY)
            entries["hash"] = hashes.view(np.int64).ravel()
            entries["id"] = np.repeat([i for i, _, _ in chunk], BANDS)
            entries["signed"] = np.repeat([at // BYTES for _, _, at in chunk], BANDS)
            where = hashes.ravel() % np.uint64(len(files))
            for number, file in enumerate(files):
                entries[where == number].tofile(file)
    finally:
        for file in files:
            file.close()


def _shared(entries: Entries) -> Entries:
    """The entries whose hash another row has too, those of one hash together."""
    entries = entries[np.argsort(entries["hash"], kind="stable")]
    same = entries["hash"][1:] == entries["hash"][:-1]
    is_shared = np.zeros(len(entries), dtype=bool)
    is_shared[1:] |= same
    is_shared[:-1] |= same
    return entries[is_shared]


def _alike(entries: Entries, staging: Staging) -> Entries:
    """The entries of rows that are nearly the same as another of their hash, or one of many."""
    _, which, sizes = np.unique(entries["hash"], return_inverse=True, return_counts=True)
    are_few = sizes[which] <= _FEW
    is_alike = ~are_few
    for apart in range(1, _FEW):
        ones = np.flatnonzero(are_few[:-apart] & (which[:-apart] == which[apart:]))
        for at in range(0, len(ones), _CHUNK):
            some = ones[at : at + _CHUNK]
            signed = [
                [staging.signature(BYTES * place) for place in entries["signed"][side].tolist()]
                for side in (some, some + apart)
            ]
            found = some[likenesses(*signed) >= NEAR]
            is_alike[found] = is_alike[found + apart] = True
    return entries[is_alike]
