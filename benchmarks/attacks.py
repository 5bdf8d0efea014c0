"""A release as somebody who wants to know who is in it looks at it; every figure is printed.

`python -m benchmarks.attacks [--donors 60] [--most 3000]`. Donors are invented: each has
a name, an address, a number, a manner of asking and a word of their own. Ends with status 1 when
what redaction must find is in the release, or when ids of two releases can be joined. Linkage and
rare words have no threshold: they are the risk that remains, to be read.
"""

import argparse
import random
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

import pyarrow.parquet as pq

from benchmarks import found_pairs
from benchmarks.found_pairs import Found
from benchmarks.invented_pairs import pairs as invented
from benchmarks.pair_archives import Identity
from benchmarks.pair_rows import Pair
from benchmarks.usefulness import NAME, archives, give, leaks, release, show, usable
from donation.release.facts import found_by, messages
from tests.donation.serving import ROOT, Site, site

_WORD = re.compile(r"[^\W\d_]{5,}")
_FEW = 10
_COMPARED = 4_000
"""Pairs of rows of each sort that the linkage attack compares."""


def rows(folder: Path) -> Iterator[dict[str, object]]:
    """Every row of a release."""
    for path in sorted((folder / "data").glob("*/*.parquet")):
        yield from pq.read_table(path).to_pylist()


def second_pass(folder: Path) -> int:
    """Rows in which a pattern recognizer finds anything, looked at once more from the files."""
    return sum(any(found_by(text) for text in messages(row)) for row in rows(folder))


def linkage(found: Sequence[Found], donors: int) -> dict[str, float]:
    """Given two rows of one bucket, are they one donor's? By the words of their prompts.

    Out: the area under the curve (a half is guessing), and of the pairs an attacker is surest of,
    one in a hundred, how many are right; beside it, how many would be by guessing.
    """
    known = [one for one in found if one.planted is not None]
    chance = random.Random(3)
    by_bucket: dict[int, list[Found]] = {}
    for one in known:
        by_bucket.setdefault(one.bucket, []).append(one)
    same, other = [], []
    while min(len(same), len(other)) < _COMPARED:
        first, second = chance.sample(chance.choice(list(by_bucket.values())), 2)
        is_same = (first.planted or 0) % donors == (second.planted or 0) % donors
        (same if is_same else other).append(_alike(first.prompt, second.prompt))
    same, other = same[:_COMPARED], other[:_COMPARED]
    ranks = [(score, True) for score in same] + [(score, False) for score in other]
    surest = sorted(ranks, key=lambda scored: (-scored[0], chance.random()))[: len(ranks) // 100]
    return {
        "linkage, area under the curve": _area(same, other),
        "linkage, precision of the surest 1 %": sum(hit for _, hit in surest) / len(surest),
        "linkage, precision of guessing": 0.5,
    }


def rare_words(folder: Path, identities: Sequence[Identity]) -> dict[str, float]:
    """Words that stand in a few rows only, and how many of the planted ones are still there."""
    seen: Counter[str] = Counter()
    count = 0
    for row in rows(folder):
        count += 1
        text = " ".join(messages(row)).casefold()
        seen.update(set(_WORD.findall(text)))
    few = sum(1 for times in seen.values() if times < _FEW)
    left = sum(who.rare in seen for who in identities)
    return {
        f"words of fewer than {_FEW} rows, per 1,000": 1000 * few / count,
        "planted rare words": len(identities),
        "planted rare words still there": left,
    }


def joined(first: Path, second: Path) -> int:
    """Ids that two releases of the same donations have in common."""
    ids = [{row["record_id"] for row in rows(folder)} for folder in (first, second)]
    return len(ids[0] & ids[1])


def attacked(
    running: Site, folder: Path, planted: Sequence[Pair], identities: Sequence[Identity]
) -> dict[str, float]:
    """Every figure."""
    subprocess.run(
        [sys.executable, "manage.py", "release", "build", f"{NAME}-again"],
        cwd=ROOT, env=running.environment, check=True,
    )  # fmt: skip
    found = found_pairs.find(folder, planted)
    return {
        "identities planted": sum(len(who.secrets) for who in identities),
        "identities found": leaks(folder, identities),
        "rows a second look finds": second_pass(folder),
        "ids common to two releases": joined(folder, folder.with_name(f"{NAME}-again")),
        **linkage(found, len(identities)),
        **rare_words(folder, identities),
    }


def failures(found: dict[str, float]) -> list[str]:
    """What must be zero and is not."""
    zero = ("identities found", "rows a second look finds", "ids common to two releases")
    return [what for what in zero if found[what]]


def _alike(one: str, other: str) -> float:
    """Shared words of two prompts, rare ones counting like others."""
    first, second = (set(text.casefold().split()) for text in (one, other))
    return len(first & second) / (len(first | second) or 1)


def _area(same: list[float], other: list[float]) -> float:
    """The chance that a pair of one donor's rows is scored higher than a pair of two donors'."""
    merged = sorted([(score, 1) for score in same] + [(score, 0) for score in other])
    total = 0.0
    at = 0
    while at < len(merged):
        end = at
        while end < len(merged) and merged[end][0] == merged[at][0]:
            end += 1
        rank = (at + end + 1) / 2
        total += rank * sum(hit for _, hit in merged[at:end])
        at = end
    return (total - len(same) * (len(same) + 1) / 2) / (len(same) * len(other))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--donors", type=int, default=60)
    parser.add_argument("--most", type=int, default=3000, help="pairs planted")
    asked = parser.parse_args()
    planted = list(islice(usable(invented(asked.most)), asked.most))
    with tempfile.TemporaryDirectory(prefix="glane-") as folder, site(Path(folder) / "data") as on:
        identities = give(on, archives(planted, asked.donors))
        found = attacked(on, release(on), planted, identities)
    show(found)
    failed = failures(found)
    print(*failed, sep="\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
