"""Goodreads: one table of books, rated, reviewed, both or neither."""

import random

from tests.filters.generators.export import Export
from tests.filters.generators.words import sentence, table

LAYOUTS = ("export",)
_HEADING = (
    "Book Id", "Title", "Author", "Author l-f", "Additional Authors", "ISBN", "ISBN13", "My Rating",
    "Average Rating", "Publisher", "Binding", "Number of Pages", "Year Published",
    "Original Publication Year", "Date Read", "Date Added", "Bookshelves",
    "Bookshelves with positions", "Exclusive Shelf", "My Review", "Spoiler", "Private Notes",
    "Read Count", "Owned Copies",
)  # fmt: skip


def generate(seed: int, *, language: str, layout: str, size: int) -> Export:
    """An export of `size` acts, with books among them that nobody judged."""
    export, chance = Export("goodreads"), random.Random(seed)
    books = []
    for n in range(size):
        draw = chance.random()
        stars = chance.randint(1, 5) if draw < 0.8 else 0
        review = ""
        if draw >= 0.5:
            review = f"{sentence(chance, language, n)}<br/><br/>{sentence(chance, language, n)}"
        export.plant("star" if stars else "reply")
        books.append(_row(n, language, stars, review))
        if n % 4 == 0:
            books.append(_row(size + n, language, 0, ""))
    export.files = {"goodreads_library_export.csv": table(_HEADING, *books)}
    return export


def _row(number: int, language: str, stars: int, review: str) -> tuple[object, ...]:
    title = f"Le Train {number}" if language == "fr" else f"The Train {number}"
    shelf = "read" if stars or review else "to-read"
    day = f"2024/0{1 + number % 9}/02"
    return (
        1000 + number, title, "Anne Martin", "Martin, Anne", "", '=""', '=""', stars, 3.9,
        "Gallimard", "Paperback", 200, 1990, 1985, day if shelf == "read" else "", day, "", "",
        shelf, review, "", "", 1 if shelf == "read" else 0, 0,
    )  # fmt: skip
