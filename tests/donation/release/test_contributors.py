"""What a row says of its donor tells no fewer than twenty donors apart."""

import random
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from donation.release.contributors import SMALLEST, Contributors
from donation.release.staging import Staging


@pytest.fixture
def staging(tmp_path: Path) -> Iterator[Staging]:
    """Two hundred donors: all gave pairs, one in four thumbs, one in nine a rating."""
    staging = Staging(tmp_path / "rows.sqlite3")
    chance = random.Random(5)
    rows = [
        (donor, config)
        for donor in range(1, 201)
        for config, one_in in (("pairs", 1), ("binary", 4), ("ratings", 9))
        if donor % one_in == 0
        for _ in range(chance.randint(1, 150))
    ]
    staging.database.executemany("INSERT INTO row (donor, config) VALUES (?, ?)", rows)
    yield staging
    staging.close()


def test_every_bucket_of_every_config_holds_twenty_donors_or_all(staging: Staging) -> None:
    contributors = Contributors(staging)
    numbers = {}
    for config in ("pairs", "binary", "ratings", "signals"):
        donors = defaultdict(set)
        for donor, bucket in contributors.of(config).bucket_of.items():
            donors[bucket].add(donor)
        assert len(donors) <= 1 or min(map(len, donors.values())) >= SMALLEST
        numbers[config] = len(donors)
    assert numbers["pairs"] == 8
    assert numbers["ratings"] == 1
    assert numbers["signals"] == 0


def test_buckets_of_two_configs_lie_within_one_another(staging: Staging) -> None:
    contributors = Contributors(staging)
    fine, coarse = contributors.of("pairs").bucket_of, contributors.of("binary").bucket_of
    above = defaultdict(set)
    for donor in coarse:
        above[fine[donor]].add(coarse[donor])
    assert all(len(buckets) == 1 for buckets in above.values())


def test_the_weight_is_the_buckets_and_smaller_where_more_was_given(staging: Staging) -> None:
    shown = Contributors(staging).of("pairs")
    assert len(shown.weights) == len(set(shown.bucket_of.values()))
    assert 1 >= shown.weights[0] > shown.weights[-1] > 0
