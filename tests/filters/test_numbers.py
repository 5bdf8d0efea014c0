"""Numbers as people's spreadsheets write them, alone and in the exports that hold stars."""

import csv
import io
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.formats.numbers import decimal
from tests.filters.reading import read, zipped


@given(st.integers(0, 10**6), st.integers(0, 99), st.sampled_from(".,"))
def test_a_number_is_the_same_with_a_point_or_a_comma(whole: int, parts: int, mark: str) -> None:
    assert decimal(f" {whole}{mark}{parts:02} ") == float(f"{whole}.{parts:02}")
    assert decimal(str(whole)) == whole


@pytest.mark.parametrize("text", ["", "bien", "nan", "inf", "1e2", "1,2,3", "1.000,5", "4/5", ",5"])
def test_what_is_no_plain_number_is_none(text: str) -> None:
    with pytest.raises(ValueError, match="number"):
        decimal(text)


class Rated(NamedTuple):
    """A table of stars: its heading, a row with a place for the stars, and the scale."""

    heading: tuple[str, ...]
    row: tuple[str, ...]
    least: float
    most: float


TABLES = {
    "netflix": Rated(
        ("Profile Name", "Title Name", "Rating Type", "Star Value", "Thumbs Value", "Event Utc Ts"),
        ("Camille", "Le Lac", "star", "{}", "0", "2016-02-01 10:00:00"),
        1, 5,
    ),
    "imdb": Rated(
        ("Const", "Your Rating", "Date Rated", "Title"),
        ("tt0111161", "{}", "2024-01-02", "Le Train"),
        1, 10,
    ),
    "letterboxd": Rated(
        ("Date", "Name", "Year", "Letterboxd URI", "Rating"),
        ("2024-01-02", "Le Train", "1990", "https://boxd.it/1", "{}"),
        0.5, 5,
    ),
    "amazon": Rated(
        ("ASIN", "Product Title", "Star Rating", "Review Text"),
        ("B01", "Une lampe pour lire le soir dans son lit", "{}", "Elle éclaire"),
        1, 5,
    ),
}  # fmt: skip


def saved(table: Rated, stars: str, separator: str) -> str:
    """The table as a spreadsheet saves it: a cell that holds the separator is quoted."""
    written = io.StringIO()
    writer = csv.writer(written, delimiter=separator)
    writer.writerows([table.heading, [cell.format(stars) for cell in table.row]])
    return written.getvalue()


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("platform", TABLES)
def test_stars_with_a_decimal_comma_are_read_as_with_a_point(platform: str, separator: str) -> None:
    table = TABLES[platform]
    for stars in ("3,5", "4,0", "4"):
        kept, _ = read(zipped({"ratings.csv": saved(table, stars, separator)}))
        assert [record.platform for record in kept] == [platform]
        (value,) = [record.value for record in kept]
        given = float(stars.replace(",", "."))
        middle, half = (table.least + table.most) / 2, (table.most - table.least) / 2
        assert value == pytest.approx((given - middle) / half)


@pytest.mark.parametrize("stars", ["11", "10,5", "-1", "3,5,1", "nan"])
@pytest.mark.parametrize("platform", TABLES)
def test_stars_beyond_the_scale_are_refused_and_counted(platform: str, stars: str) -> None:
    kept, outcome = read(zipped({"ratings.csv": saved(TABLES[platform], stars, ";")}))
    assert not kept
    assert sum(outcome.tally.unknown.values()) == 1
