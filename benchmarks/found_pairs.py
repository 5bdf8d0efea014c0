"""Which planted pair a released row is, by the words they share; and whether it is turned round."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import pyarrow.parquet as pq

from benchmarks.pair_archives import Pair

_WORDS = 3
_LEAST_SHARED = 0.5
"""A released row is a planted pair when half of its runs of three words are that pair's."""


class Found(NamedTuple):
    """A released pair, and the number of the planted one; None when it is none of them."""

    chosen: str
    rejected: str
    prompt: str
    bucket: int
    planted: int | None
    is_turned: bool = False


def released(folder: Path) -> Iterator[tuple[str, str, str, int]]:
    """Chosen, rejected, prompt and contributor bucket of every pair of a release."""
    for path in sorted((folder / "data").glob("pairs*/*.parquet")):
        names = ["chosen", "rejected", "prompt", "contributor_bucket"]
        for row in pq.read_table(path, columns=names).to_pylist():
            said = [row[side][0]["content"] for side in ("chosen", "rejected")]
            yield said[0], said[1], row["prompt"][-1]["content"], row["contributor_bucket"]


def find(folder: Path, planted: Sequence[Pair]) -> list[Found]:
    """Every pair of a release with the planted one it is."""
    index: dict[str, set[int]] = defaultdict(set)
    for number, pair in enumerate(planted):
        for run in _runs(pair.chosen) | _runs(pair.rejected):
            index[run].add(number)
    found = []
    for chosen, rejected, prompt, bucket in released(folder):
        runs = _runs(chosen) | _runs(rejected)
        votes = Counter(number for run in runs for number in index.get(run, ()))
        best, shared = max(votes.items(), key=lambda vote: vote[1], default=(None, 0))
        if best is None or shared < _LEAST_SHARED * len(runs):
            found.append(Found(chosen, rejected, prompt, bucket, None))
            continue
        first, second = _runs(planted[best].chosen), _runs(planted[best].rejected)
        straight = _like(_runs(chosen), first) + _like(_runs(rejected), second)
        turned = _like(_runs(chosen), second) + _like(_runs(rejected), first)
        found.append(Found(chosen, rejected, prompt, bucket, best, turned > straight))
    return found


def _like(one: set[str], other: set[str]) -> float:
    return len(one & other) / (len(one | other) or 1)


def _runs(text: str) -> set[str]:
    words = text.casefold().split()
    if len(words) < _WORDS:
        return {" ".join(words)}
    return {" ".join(words[at : at + _WORDS]) for at in range(len(words) - _WORDS + 1)}
