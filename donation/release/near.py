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
_MOST_COMPARED = 1_000
"""Earlier rows of the same bands one row is compared with: a million greetings stay a walk."""
_FEW = 8
"""Rows of one band that are all compared with one another at once."""
_ROWS_A_FILE = 2_000_000
_LOW = np.uint64(32)
Words = npt.NDArray[np.uint64]
FAMILIES = tuple(dict.fromkeys(config.removesuffix("_weak") for config in CONFIGS))


def find(staging: Staging, work: Path) -> int:
    """Note the rows that share a band with another; out: how many notes."""
    parts = 1 + staging.signatures.size // BYTES // _ROWS_A_FILE
    files = [work / f"band-{n}" for n in range(BANDS * parts)]
    _scatter(staging, files)
    found = 0
    for band, path in enumerate(files):
        entries = np.sort(np.fromfile(path, dtype=np.uint64))
        path.unlink()
        alike = _alike(entries, staging)
        found += len(alike)
        # A hash of one band is no hash of another.
        hashes = (alike >> _LOW).astype(np.int64) * len(files) + band
        places = (alike & np.uint64(2**32 - 1)).astype(np.int64) * BYTES
        for at in range(0, len(alike), _CHUNK):
            staging.database.executemany(
                "INSERT INTO collision SELECT ?, id FROM row WHERE signed = ?",
                np.column_stack((hashes, places))[at : at + _CHUNK].tolist(),
            )
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


def _scatter(staging: Staging, paths: list[Path]) -> None:
    """Write hash and place of the signature, 32 bits each, into a file a band, or several."""
    parts = len(paths) // BANDS
    files = [path.open("wb") for path in paths]
    try:
        # Signatures lie one after another in the order of their rows.
        rows = staging.database.execute(
            "SELECT config, signed FROM row WHERE signed IS NOT NULL ORDER BY id"
        )
        while chunk := rows.fetchmany(_CHUNK):
            kinds = [FAMILIES.index(config.removesuffix("_weak")) for config, _ in chunk]
            hashes = bands(staging.signatures.read(chunk[0][1], BYTES * len(chunk)), kinds)
            places = np.array([at // BYTES for _, at in chunk], dtype=np.uint64)
            for band in range(BANDS):
                entries = (hashes[:, band] >> _LOW << _LOW) | places
                for part in range(parts):
                    own = entries[hashes[:, band] % np.uint64(parts) == part]
                    own.tofile(files[band * parts + part])
    finally:
        for file in files:
            file.close()


def _alike(entries: Words, staging: Staging) -> Words:
    """The entries of rows that are nearly the same as another of their hash, or one of many."""
    hashes = entries >> _LOW
    same = hashes[1:] == hashes[:-1]
    is_shared = np.zeros(len(entries), dtype=bool)
    is_shared[1:] |= same
    is_shared[:-1] |= same
    entries = entries[is_shared]
    _, which, sizes = np.unique(entries >> _LOW, return_inverse=True, return_counts=True)
    places = (entries & np.uint64(2**32 - 1)).astype(np.int64) * BYTES
    are_few = sizes[which] <= _FEW
    is_alike = ~are_few
    for apart in range(1, _FEW):
        ones = np.flatnonzero(are_few[:-apart] & (which[:-apart] == which[apart:]))
        for at in range(0, len(ones), _CHUNK):
            some = ones[at : at + _CHUNK]
            signed = [
                [staging.signature(place) for place in places[side].tolist()]
                for side in (some, some + apart)
            ]
            found = some[likenesses(*signed) >= NEAR]
            is_alike[found] = is_alike[found + apart] = True
    alike: Words = entries[is_alike]
    return alike
