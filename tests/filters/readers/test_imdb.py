"""IMDb: what the generated lists cannot say."""

import pytest

from tests.filters.generators.words import table
from tests.filters.reading import read, zipped

OLD = (
    "position", "const", "created", "modified", "description", "Title", "Title type", "Directors",
    "You rated", "IMDb Rating", "Runtime (mins)", "Year", "Genres", "Num. Votes",
    "Release Date (month/day/year)", "URL",
)  # fmt: skip


@pytest.mark.parametrize("name", ["ratings.csv", "mes films.csv"])
def test_the_list_as_it_was_until_2017_is_read(name: str) -> None:
    film = ("1", "tt0211915", "Tue Mar  4 00:00:00 2014", "", "à Camille", "Le Voyage", "Feature Film",
            "A B", "9", "8.3", "122", "2001", "comedy", "600000", "2001-04-25", "http://x/")  # fmt: skip
    kept, outcome = read(zipped({name: table(OLD, film)}))
    (record,) = kept
    assert (record.signal, record.scale, record.period) == ("star", "1-10", "2014-Q1")
    assert record.value == pytest.approx((9 - 5.5) / 4.5)
    assert record.object_ref == "imdb:title:tt0211915"
    assert [c.content for c in record.candidates] == ["Le Voyage"]
    assert "Camille" not in repr(kept)
    assert not outcome.tally.unknown
