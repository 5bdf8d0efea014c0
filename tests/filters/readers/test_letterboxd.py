"""Letterboxd: what the generated archives cannot say."""

import pytest

from tests.filters.generators.words import table
from tests.filters.reading import read, zipped

FILM = ("Date", "Name", "Year", "Letterboxd URI")
STARS = table((*FILM, "Rating"), ("2024-01-02", "Le Train", 1990, "https://boxd.it/1", 4))
WORDS = table((*FILM, "Review"), ("2024-01-02", "Le Train", 1990, "https://boxd.it/1", "Très beau"))


def test_what_the_donor_deleted_is_not_kept() -> None:
    files = {"ratings.csv": STARS, "deleted/ratings.csv": STARS, "deleted/reviews.csv": WORDS}
    kept, outcome = read(zipped(files))
    assert [record.signal for record in kept] == ["star"]
    assert not outcome.tally.unknown


@pytest.mark.parametrize(("content", "signal"), [(STARS, "star"), (WORDS, "reply")])
def test_a_renamed_file_is_known_by_its_heading(content: bytes, signal: str) -> None:
    assert [r.signal for r in read(zipped({"mes films.csv": content}))[0]] == [signal]


def test_stars_in_a_diary_of_fewer_columns_are_not_taken_for_ratings() -> None:
    kept, outcome = read(zipped({"ratings.csv": STARS, "diary.csv": STARS}))
    assert len(kept) == 1
    assert outcome.tally.removed["R8", "history"] == 1
