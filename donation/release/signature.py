"""MinHash signatures of texts: two texts are as alike as their signatures agree.

Broder, "On the resemblance and containment of documents" (1997), over shingles of five characters;
the permutations are linear, of mixed words of 32 bits (Broder and others, "Min-wise independent
permutations", 2000, section 4), which processors multiply eight at a time.
Bands of `ROWS` hashes find candidates: of texts whose signatures agree in 0.85 or more, 999 of
1,000 share one; of texts of similarity 0.5, 3 of 1,000. A hash is in five bands or six.
"""

import numpy as np
import numpy.typing as npt

PERMUTATIONS, BANDS, ROWS = 128, 48, 14
BYTES = 4 * PERMUTATIONS
"""Length of a signature."""
SHORTEST = 41
"""Characters below which only equal texts are the same text."""
_SHINGLE = 5
_AT_ONCE = 1024
"""Shingles whose products stay in a processor's cache."""
_CHANCE = np.random.Generator(np.random.PCG64(20261124))
"""Seeded: signatures made by two workers are compared."""
_FACTORS, _ADDED, _LETTERS = (
    _CHANCE.integers(1, 2**31, size=size, dtype=np.uint32) * np.uint32(2) + np.uint32(1)
    for size in (PERMUTATIONS, PERMUTATIONS, _SHINGLE)
)
_PLACES = np.concatenate([_CHANCE.permutation(PERMUTATIONS) for _ in range(6)])
_PLACES = _PLACES[: BANDS * ROWS].reshape(BANDS, ROWS)
_BANDED = _CHANCE.integers(1, 2**63, size=ROWS, dtype=np.uint64) * np.uint64(2) + np.uint64(1)
_MIXED = np.uint64(0x9E3779B97F4A7C15)
Words = npt.NDArray[np.uint64]


def signature(text: str) -> bytes | None:
    """128 hashes of 32 bits for a folded text; None for one too short to be compared."""
    if len(text) < SHORTEST:
        return None
    points = np.frombuffer(text.encode("utf-32-le", "replace"), dtype="<u4")
    many = len(points) - _SHINGLE + 1
    shingles = np.zeros(many, dtype=np.uint32)
    for at, factor in enumerate(_LETTERS):
        shingles += points[at : at + many] * factor
    shingles = _scattered(shingles)
    lowest = np.full(PERMUTATIONS, 2**32 - 1, dtype=np.uint32)
    for start in range(0, many, _AT_ONCE):
        piece = shingles[start : start + _AT_ONCE, None] * _FACTORS
        piece += _ADDED
        np.minimum(lowest, piece.min(axis=0), out=lowest)
    return lowest.astype("<u4").tobytes()


def bands(signatures: bytes, kinds: list[int]) -> Words:
    """The band hashes of signatures that follow one another, one row each; texts of two kinds
    share none."""
    mixed = _mixed(_opened(signatures).astype(np.uint64))
    banded = np.zeros((len(mixed), BANDS), dtype=np.uint64)
    for at in range(ROWS):
        banded += mixed[:, _PLACES[:, at]] * _BANDED[at]
    places = np.arange(BANDS, dtype=np.uint64) * _MIXED
    return _mixed(banded + places + np.array(kinds, dtype=np.uint64)[:, None])


def likeness(one: bytes, others: list[bytes]) -> float:
    """The largest estimated Jaccard similarity of one text to several; 0 when there are none."""
    if not others:
        return 0.0
    return float((_opened(b"".join(others)) == _opened(one)).mean(axis=1).max())


def likenesses(ones: list[bytes], others: list[bytes]) -> npt.NDArray[np.float64]:
    """The estimated Jaccard similarity of each text to the other at its place."""
    equal = _opened(b"".join(ones)) == _opened(b"".join(others))
    found: npt.NDArray[np.float64] = equal.mean(axis=1)
    return found


def _opened(signatures: bytes) -> npt.NDArray[np.uint32]:
    return np.frombuffer(signatures, dtype="<u4").reshape(-1, PERMUTATIONS)


def _scattered(words: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint32]:
    """Each bit of the result depends on all bits (the finalizer of MurmurHash3, 32 bits)."""
    words = words ^ (words >> np.uint32(16))
    words = words * np.uint32(0x85EBCA6B)
    words = words ^ (words >> np.uint32(13))
    words = words * np.uint32(0xC2B2AE35)
    return words ^ (words >> np.uint32(16))


def _mixed(words: Words) -> Words:
    """Each bit of the result depends on all bits (the same, 64 bits)."""
    words = words ^ (words >> np.uint64(33))
    words = words * np.uint64(0xFF51AFD7ED558CCD)
    words = words ^ (words >> np.uint64(33))
    words = words * np.uint64(0xC4CEB9FE1A85EC53)
    return words ^ (words >> np.uint64(33))
