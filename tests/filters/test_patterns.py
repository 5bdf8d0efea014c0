"""Which entries a pattern of a reader's table means, and that no entry is meant by two rows."""

import time
import zipfile
from collections.abc import Iterator

import pytest

from filters.archive.entry import folded
from filters.entry_names import name_matcher
from filters.reader import Purpose
from filters.recognition import READERS
from tests.filters.generators.catalogue import cases
from tests.samples import SAMPLES


@pytest.mark.parametrize(
    ("pattern", "name", "fits"),
    [
        ("likes.json", "likes.json", True),
        ("Likes.json", "any/root/likes.json", True),
        ("likes.json", "dislikes.json", False),
        ("likes.json", "likes.json/x", False),
        ("a/*.json", "a/b.json", True),
        ("a/*.json", "root/a/b.json", True),
        ("a/*.json", "a/b/c.json", False),
        ("a/**.json", "a/b/c.json", True),
        ("a/**", "a/b/c.json", True),
        ("a/**", "a", False),
        ("a*/*b*c.csv", "ab/xbxbxc.csv", True),
        ("a*/*b*c.csv", "a/b/c.csv", False),
        ("*-part*.js", "like-part2.js", True),
        ("n_[0-9]*.csv", "n_12.csv", True),
        ("n_[0-9]*.csv", "n_x.csv", False),
        ("n ([0-9]*).csv", "n (2).csv", True),
        ("kan[aä]l.csv", "kanäl.csv", True),
        ("a?.csv", "ab.csv", False),
        ("a+(b).csv", "a+(b).csv", True),
    ],
)
def test_a_star_stops_at_a_slash_and_two_do_not(pattern: str, name: str, fits: bool) -> None:
    assert (name_matcher([pattern]).fullmatch(name) is not None) is fits


def test_no_name_of_an_entry_makes_matching_slow() -> None:
    every = name_matcher(p for reader in READERS for row in reader.rows for p in row.patterns)
    began = time.process_time()
    for name in ("youtube" * 8_000, "a/" * 30_000, "my acti" + "y" * 60_000, "vidéos" * 9_000):
        assert every.fullmatch(name) is None
    assert time.process_time() - began < 10


def names() -> Iterator[str]:
    """The entries of every generated export and of every sample."""
    for case in cases():
        yield from map(folded, case.export(1, 30).files)
    for path in SAMPLES.rglob("*"):
        if path.is_file():
            yield folded(path.relative_to(SAMPLES).as_posix().partition("/")[2])
            if zipfile.is_zipfile(path):
                with zipfile.ZipFile(path) as archive:
                    yield from map(folded, archive.namelist())


SKIPPED = (Purpose.IGNORED, Purpose.HTML)


def test_no_entry_is_read_in_two_ways_by_one_reader() -> None:
    """Wide rows that skip what is left of a folder come last: there order decides, and rightly.
    Rows with a signature may share a name, for the content decides between them."""
    everything = sorted(set(names()))
    assert len(everything) > 300
    for reader in READERS:
        rows = [(row, name_matcher(row.patterns)) for row in reader.rows if row.patterns]
        for name in everything:
            fitting = [row for row, matcher in rows if matcher.fullmatch(name)]
            reading = [row for row in fitting if row.purpose not in SKIPPED]
            unsigned = [row for row in reading if row.signature is None]
            where = f"{reader.platform}: {name}"
            assert len({(row.decode, row.family, row.whole) for row in unsigned}) <= 1, where
            signed = [row for row in reading if row.signature is not None]
            assert (
                not unsigned or not signed or reading.index(unsigned[0]) > reading.index(signed[-1])
            )
            if reading and fitting[0] not in reading:
                assert fitting[0].family == "account", f"{where} is skipped first"
