"""Letterboxd: what the generated archives cannot say."""

import pytest

from filters.interaction import tier
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


REVIEWED = (*FILM, "Rating", "Rewatch", "Review", "Tags", "Watched Date")


def reviewed(stars: object, words: str, *, name: str = "Le Train", year: int = 1990) -> bytes:
    film = ("2024-01-03", name, year, "https://boxd.it/r1", stars, "", words, "", "2024-01-02")
    return table(REVIEWED, film)


@pytest.mark.parametrize("first", ["ratings.csv", "reviews.csv"])
@pytest.mark.parametrize("stars", [4, "4.0", "4,0"])
def test_stars_with_the_donors_own_words_are_one_act(first: str, stars: object) -> None:
    files = {"ratings.csv": STARS, "reviews.csv": reviewed(stars, "Très beau")}
    kept, outcome = read(zipped({first: files[first], **files}))
    (record,) = kept
    assert (record.kind, record.signal, tier(record)) == ("rating", "star", "T2")
    assert [c.content for c in record.candidates] == ["Le Train", "Très beau"]
    assert outcome.tally.removed["quality", "ratings"] == 1


@pytest.mark.parametrize(
    ("stars", "name", "year", "signals"),
    [
        (4, "Le Train", 2001, ["star", "star"]),
        (4, "Le Trajet", 1990, ["star", "star"]),
        # Seen again, and judged anew.
        (2, "Le Train", 1990, ["star", "star"]),
        ("", "Le Train", 1990, ["reply", "star"]),
    ],
)
def test_other_stars_and_those_of_another_film_stay(
    stars: object, name: str, year: int, signals: list[str]
) -> None:
    review = reviewed(stars, "Très beau", name=name, year=year)
    kept, outcome = read(zipped({"ratings.csv": STARS, "reviews.csv": review}))
    assert sorted(record.signal for record in kept) == signals
    assert not outcome.tally.removed["quality", "ratings"]


def test_a_review_without_words_leaves_the_stars_where_they_stand() -> None:
    kept, _ = read(zipped({"ratings.csv": STARS, "reviews.csv": reviewed(4, "")}))
    assert [(record.signal, tier(record)) for record in kept] == [("star", "T3")]


@pytest.mark.parametrize("stars", [9, "beau"])
def test_stars_of_a_review_that_are_none_are_counted(stars: object) -> None:
    kept, outcome = read(zipped({"ratings.csv": STARS, "reviews.csv": reviewed(stars, "Beau")}))
    assert len(kept) == 1
    assert outcome.tally.removed["unknown", "reviews"] == 1


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("Un film <i>hypnotique</i> &amp; <b>violent</b><br>à revoir", "Un film hypnotique & violent\nà revoir"),
        ("Deux lignes\n\nsans marque", "Deux lignes\n\nsans marque"),
        ("I <3 this, 2 < 3 & so on", "I <3 this, 2 < 3 & so on"),
        ("<blockquote>mots d'autrui</blockquote>D'accord avec cela", "D'accord avec cela"),
    ],
)  # fmt: skip
def test_a_review_is_read_as_the_site_shows_it_without_what_it_quotes(
    written: str, read_as: str
) -> None:
    (record,) = read(zipped({"reviews.csv": reviewed("4", written)}))[0]
    assert record.candidates[1].content == read_as


def test_a_quotation_alone_is_no_review() -> None:
    quoted = reviewed("", "<blockquote>mots d'autrui</blockquote>")
    kept, outcome = read(zipped({"reviews.csv": quoted}))
    assert not kept
    assert outcome.tally.removed["no_preference", "reviews"] == 1


def test_own_comments_are_replies_and_others_reviews_are_liked_without_a_name() -> None:
    comment = ("2024-01-02", "https://boxd.it/q", "La fin est <i>magistrale</i>")
    heading = ("Date", "Letterboxd URI")
    kept, outcome = read(
        zipped(
            {
                "ratings.csv": STARS,
                "comments.csv": table(("Date", "Content", "Comment"), comment),
                "likes/reviews.csv": table(heading, ("2024-01-02", "https://boxd.it/someone")),
                "likes/lists.csv": table(heading, ("2024-01-03", "https://boxd.it/someone2")),
            }
        )
    )
    assert sorted(r.signal for r in kept) == ["like", "like", "reply", "star"]
    (reply,) = (r for r in kept if r.signal == "reply")
    assert reply.candidates[0].content == "La fin est magistrale"
    assert "someone" not in repr(kept)
    assert not outcome.tally.unknown
