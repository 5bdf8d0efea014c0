"""IMDb: one table of ratings."""

import random

from tests.filters.generators.export import Export
from tests.filters.generators.words import table

LAYOUTS = ("ratings",)


def generate(seed: int, *, language: str, layout: str, size: int) -> Export:
    """An export of `size` ratings."""
    export, chance = Export("imdb"), random.Random(seed)
    rows: list[tuple[object, ...]] = [
        (
            "Const",
            "Your Rating",
            "Date Rated",
            "Title",
            "Original Title",
            "URL",
            "Title Type",
            "IMDb Rating",
        )
    ]
    for n in range(size):
        title = f"Le Train {n}" if language == "fr" else f"The Train {n}"
        rows.append(
            (
                f"tt{1_000_000 + n}",
                chance.randint(1, 10),
                "2024-03-02",
                title,
                title,
                "https://imdb.example",
                "movie",
                7.1,
            )
        )
        export.plant("star")
    export.files = {"ratings.csv": table(*rows)}
    return export
