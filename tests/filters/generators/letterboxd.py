"""Letterboxd: ratings, likes and reviews, among a diary and a list that repeat them."""

import random

from tests.filters.generators.export import Export
from tests.filters.generators.words import sentence, table

LAYOUTS = ("export",)
_FILM = ("Date", "Name", "Year", "Letterboxd URI")


def generate(seed: int, *, language: str, layout: str, size: int) -> Export:
    """An export of `size` acts."""
    export, chance = Export("letterboxd"), random.Random(seed)
    ratings, likes, reviews, diary = [], [], [], []
    for n in range(size):
        film = (
            f"2024-0{1 + n % 9}-02",
            f"Le Train {n}" if language == "fr" else f"The Train {n}",
            1990,
            f"https://boxd.it/{n:x}",
        )
        draw = chance.random()
        if draw < 0.6:
            stars = chance.randint(1, 10) / 2
            ratings.append((*film, stars))
            diary.append((*film, stars, "", "", film[0]))
            export.plant("star")
        elif draw < 0.8:
            likes.append(film)
            export.plant("like", "good")
        elif draw < 0.9:
            # The address of a review is its own; its stars stand among the ratings too.
            entry = (*film[:3], f"https://boxd.it/r{n:x}")
            ratings.append((*film, 4))
            reviews.append((*entry, 4, "", sentence(chance, language, n), "", film[0]))
            export.plant("star")
        else:
            reviews.append((*film, "", "", sentence(chance, language, n), "", film[0]))
            export.plant("reply")
    export.files = {
        "ratings.csv": table((*_FILM, "Rating"), *ratings),
        "likes/films.csv": table(_FILM, *likes),
        "reviews.csv": table((*_FILM, "Rating", "Rewatch", "Review", "Tags", "Watched Date"), *reviews),
        "diary.csv": table((*_FILM, "Rating", "Rewatch", "Tags", "Watched Date"), *diary),
        "watchlist.csv": table(_FILM, *diary[:3]),
        "profile.csv": table(
            ("Date Joined", "Username", "Given Name", "Family Name", "Email Address"),
            ("2020-01-02", "maelle_k", "Maëlle", "Kervadec", "maelle@exemple.fr")),
    }  # fmt: skip
    export.identities = {"maelle_k", "Maëlle", "Kervadec", "Maëlle Kervadec", "maelle@exemple.fr"}
    return export
