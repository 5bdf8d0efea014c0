"""Which planted pair a released row is, by the words they share; and whether it is turned round."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import pyarrow.parquet as pq

from benchmarks.pair_rows import Pair

_WORDS = 3
_LEAST_SHARED = 0.5
"""A released row is a planted pair when half of its runs of three words are that pair's."""
_COMPARED = 20
"""Planted pairs, of those that share most runs, that are compared in full."""


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
    """Every pair of a release with the planted one it is.

    Sets hold answers that are nearly alike: of those that share most words, the one that is most
    like it, question included, is meant.
    """
    index: dict[str, set[int]] = defaultdict(set)
    sides = [[_runs(text) for text in _texts(pair)] for pair in planted]
    for number, (_, chosen, rejected) in enumerate(sides):
        for run in chosen | rejected:
            index[run].add(number)
    found = []
    for chosen, rejected, prompt, bucket in released(folder):
        own = [_runs(text) for text in (prompt, chosen, rejected)]
        runs = own[1] | own[2]
        votes = Counter(number for run in runs for number in index.get(run, ()))
        likely = [one for one, shared in votes.most_common(_COMPARED) if _share(shared, runs)]
        scored = [(_straight(own, sides[one]), _turned(own, sides[one]), one) for one in likely]
        if scored:
            straight, turned, best = max(scored, key=lambda score: max(score[:2]))
            found.append(Found(chosen, rejected, prompt, bucket, best, turned > straight))
        else:
            found.append(Found(chosen, rejected, prompt, bucket, None))
    return found


def _texts(pair: Pair) -> tuple[str, str, str]:
    return pair.prompt[-1][1], pair.chosen, pair.rejected


def _share(shared: int, runs: set[str]) -> bool:
    return shared >= _LEAST_SHARED * len(runs)


def _straight(own: list[set[str]], other: list[set[str]]) -> float:
    return sum(map(_like, own, other))


def _turned(own: list[set[str]], other: list[set[str]]) -> float:
    asked, chosen, rejected = other
    return _straight(own, [asked, rejected, chosen])


def _like(one: set[str], other: set[str]) -> float:
    return len(one & other) / (len(one | other) or 1)


def _runs(text: str) -> set[str]:
    words = text.casefold().split()
    if len(words) < _WORDS:
        return {" ".join(words)}
    return {" ".join(words[at : at + _WORDS]) for at in range(len(words) - _WORDS + 1)}
