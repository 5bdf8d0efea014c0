"""Invented pairs through the real site into a release: what it teaches, and what it gives away."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from benchmarks import attacks, usefulness
from benchmarks.invented_pairs import pairs as invented
from benchmarks.pair_archives import Identity
from benchmarks.pair_rows import Pair
from benchmarks.probe import Probe, by_length
from donation.release import verify
from tests.donation.serving import Site, site

DONORS = 24


class Given(NamedTuple):
    running: Site
    folder: Path
    planted: list[Pair]
    held_out: list[Pair]
    identities: list[Identity]


@pytest.fixture(scope="module")
def given() -> Iterator[Given]:
    """The pairs of two dozen donors, uploaded, cleaned by the worker, confirmed and released."""
    held_out, planted = usefulness.parted(list(usefulness.usable(invented(480))))
    # Not pytest's folder: the path of the queue's socket must be short.
    with tempfile.TemporaryDirectory(prefix="glane-") as folder, site(Path(folder) / "data") as on:
        identities = usefulness.give(on, usefulness.archives(planted, DONORS))
        yield Given(on, usefulness.release(on), planted, held_out, identities)


def test_what_was_planted_is_released_and_teaches_as_much_as_the_originals(given: Given) -> None:
    assert verify.problems(given.folder) == []
    found = usefulness.measured(given.folder, given.planted, given.held_out, given.identities)
    assert usefulness.failures(found) == []
    assert found["probe on release"] > 0.8
    assert found["probe on release"] > found["length only"] + 0.2


def test_it_withstands_the_attacks_that_have_a_threshold(given: Given) -> None:
    found = attacks.attacked(given.running, given.folder, given.planted, given.identities)
    assert attacks.failures(found) == []
    # The attacks work: a manner of asking tells something, and a word nobody knows stays.
    assert found["linkage, area under the curve"] > 0.5
    assert found["planted rare words still there"] > 0


def test_a_name_that_slipped_through_would_be_found(given: Given, tmp_path: Path) -> None:
    copy = shutil.copytree(given.folder, tmp_path / "copy")
    there = given.planted[0].chosen.split()[3]
    assert usefulness.leaks(copy, [given.identities[0]._replace(name=there)]) == 1


def test_the_thresholds_can_be_missed() -> None:
    good = {
        "recall of planted pairs": 1.0, "label fidelity": 1.0, "probe on originals": 0.9,
        "probe on release": 0.9, "probe on shuffled labels": 0.5, "identities found in it": 0.0,
    }  # fmt: skip
    assert usefulness.failures(good) == []
    for figure, missed in (
        ("recall of planted pairs", 0.98), ("label fidelity", 0.99), ("probe on release", 0.87),
        ("probe on shuffled labels", 0.6), ("identities found in it", 1.0),
    ):  # fmt: skip
        assert len(usefulness.failures({**good, figure: missed})) == 1


def test_the_probe_learns_the_words_and_nothing_from_their_length() -> None:
    pairs = [(row["chosen"], row["rejected"]) for row in invented(900)]
    assert Probe(pairs[:700]).accuracy(pairs[700:]) > 0.85
    turned = [pair[::-1] for pair in pairs[:700]]
    assert Probe(turned).accuracy(pairs[700:]) < 0.15
    assert 0.4 < by_length(pairs[:700], pairs[700:]) < 0.6
