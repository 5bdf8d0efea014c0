"""Goodreads: what is kept of a book, and what of it never is."""

import pytest

from tests.filters.generators.words import table
from tests.filters.reading import read, zipped

HEADING = (
    "Book Id", "Title", "Author", "My Rating", "Date Read", "Date Added", "Bookshelves",
    "Exclusive Shelf", "My Review", "Private Notes", "Recommended For", "Recommended By",
    "Owned Copies", "Original Purchase Price",
)  # fmt: skip


def books(*judged: tuple[object, str], heading: tuple[str, ...] = HEADING) -> bytes:
    """A library in which every private cell is filled, of (stars, review)."""
    private = ("prêté à Camille", "Zoé", "Luc", 1, "12 EUR")
    return table(
        heading,
        *(
            (77 + n, "L'Étranger", "Albert Camus", stars, "2024/03/02", "2023/11/05",
             "chez-mamie", "read", review, *private)
            for n, (stars, review) in enumerate(judged)
        ),
    )  # fmt: skip


def test_stars_and_the_words_about_them_are_one_act() -> None:
    content = books((5, "Très beau.<br/><br/>À <b>relire</b> &amp; offrir."), (2, ""))
    kept, _ = read(zipped({"goodreads_library_export.csv": content}))
    assert [(r.signal, r.value, r.scale, r.period) for r in kept] == [
        ("star", 1.0, "1-5", "2024-Q1"),
        ("star", -0.5, "1-5", "2024-Q1"),
    ]
    assert [[c.content for c in record.candidates] for record in kept] == [
        ["L'Étranger", "Très beau.\nÀ relire & offrir."], ["L'Étranger"],
    ]  # fmt: skip
    assert kept[0].object_ref == "goodreads:book:77"


def test_words_without_stars_are_a_reply_and_neither_is_no_preference() -> None:
    content = books((0, "Lu, sans note."), (0, ""))
    kept, outcome = read(zipped({"goodreads_library_export.csv": content}))
    assert [(r.signal, r.value) for r in kept] == [("reply", None)]
    assert [c.content for c in kept[0].candidates] == ["Lu, sans note."]
    assert outcome.tally.removed["no_preference", "books"] == 1
    assert not outcome.tally.unknown


def test_notes_friends_shelves_and_prices_are_not_kept() -> None:
    kept, _ = read(zipped({"goodreads_library_export.csv": books((4, "Beau."), (0, "Long."))}))
    assert len(kept) == 2
    for private in ("Camille", "Zoé", "Luc", "12 EUR", "mamie"):
        assert private not in repr(kept)


def test_a_renamed_file_is_known_by_its_heading() -> None:
    kept, outcome = read(zipped({"mes livres.csv": books((4, ""))}))
    assert [r.signal for r in kept] == ["star"]
    assert [part.reader for part in outcome.platforms] == ["goodreads@1"]


@pytest.mark.parametrize("stars", [6, -1, "", "3.5", "cinq"])
def test_stars_that_are_none_are_counted(stars: object) -> None:
    kept, outcome = read(zipped({"mes livres.csv": books((stars, "Beau."), (4, ""))}))
    assert len(kept) == 1
    assert outcome.tally.unknown.total() == 1


@pytest.mark.parametrize("column", ["My Rating", "My Review"])
def test_without_a_column_that_counts_each_book_is_counted(column: str) -> None:
    heading = tuple("Qqch" if name == column else name for name in HEADING)
    content = books((4, "Beau."), (3, ""), heading=heading)
    kept, outcome = read(zipped({"goodreads_library_export.csv": content}))
    assert not kept
    assert outcome.tally.unknown.total() == 2


def test_what_a_review_quotes_is_not_the_donors() -> None:
    content = books(
        (4, "<blockquote>mots d'autrui</blockquote>Si juste."), (0, "<blockquote>x</blockquote>")
    )
    kept, outcome = read(zipped({"goodreads_library_export.csv": content}))
    assert [c.content for c in kept[0].candidates] == ["L'Étranger", "Si juste."]
    assert outcome.tally.removed["no_preference", "books"] == 1
