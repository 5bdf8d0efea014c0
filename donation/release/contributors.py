"""What a row says of its donor: a bucket it shares with many, and a weight that is the bucket's.

Donors in a line by how many rows they have are cut into groups of at least twenty, two, four, eight
... of them; each config takes the finest cut of which every group has as many donors in it. So
buckets of two configs lie within one another, and neither the bucket nor the weight, which follows
from it, tells fewer than twenty donors apart.
"""

import math
from collections import Counter, defaultdict
from typing import NamedTuple

from donation.release.staging import Staging

SMALLEST = 20
"""Donors of a bucket (records, section 6)."""


class Shown(NamedTuple):
    """What the rows of one config show of their donors."""

    bucket_of: dict[int, int]
    weights: list[float]
    """By bucket."""


class Contributors:
    """The donors of a build, once it is known which of their rows are left."""

    def __init__(self, staging: Staging) -> None:
        self._rows: defaultdict[str, dict[int, int]] = defaultdict(dict)
        total: Counter[int] = Counter()
        for config, donor, count in staging.query(
            "SELECT config, donor, count(*) FROM row WHERE dropped IS NULL GROUP BY config, donor"
        ):
            self._rows[config][donor] = count
            total[donor] += count
        line = sorted(total, key=lambda donor: (total[donor], donor))
        self._leaves = 1
        while 2 * self._leaves * SMALLEST <= len(line):
            self._leaves *= 2
        self._leaf = {donor: at * self._leaves // len(line) for at, donor in enumerate(line)}

    def of(self, config: str) -> Shown:
        """The buckets of one config; a config of fewer than twenty donors is one bucket."""
        rows = self._rows[config]
        buckets = self._leaves
        while buckets > 1 and self._smallest(config, buckets) < SMALLEST:
            buckets //= 2
        bucket_of = {donor: self._leaf[donor] * buckets // self._leaves for donor in rows}
        given: Counter[int] = Counter()
        for donor, count in rows.items():
            given[bucket_of[donor]] += count
        sizes = self._sizes(config, buckets)
        # A donor's rows share about the root of their number.
        weights = [math.sqrt(sizes[b] / given[b]) if given[b] else 1.0 for b in range(buckets)]
        return Shown(bucket_of, weights)

    def _smallest(self, config: str, buckets: int) -> int:
        return min(self._sizes(config, buckets).values(), default=SMALLEST)

    def _sizes(self, config: str, buckets: int) -> Counter[int]:
        """How many donors of a config each bucket has that has any."""
        return Counter(self._leaf[donor] * buckets // self._leaves for donor in self._rows[config])
