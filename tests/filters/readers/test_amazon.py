"""Amazon: known by the headings of a table, never by its name."""

import pytest

from filters.interaction import tier
from filters.problem import ArchiveProblem
from tests.filters.reading import read, zipped


@pytest.mark.parametrize(
    "heading",
    [
        "ASIN,Product Title,Star Rating,Review Title,Review Text,Review Date",
        "asin,product_title,rating,review_headline,review_body,review_date",
        "ASIN,Nom du produit,Étoiles,Titre de l’avis,Texte de l’avis,Date de l’avis",
    ],
)
@pytest.mark.parametrize("separator", [",", ";"])
def test_stars_are_kept_with_the_donors_own_review(heading: str, separator: str) -> None:
    rows = [heading, "B01,Une lampe,4,Bien,Elle éclaire,2024-05-06", "B02,Un vase,1,,,06/05/2024",
            "B03,Une table,12,,,", "B04,Un tapis,,Beau,Doux,", "B05,Un lit,bien,,,"]  # fmt: skip
    text = "\n".join(row.replace(",", separator) for row in rows)
    kept, outcome = read(zipped({"whatever.txt": "\ufeff" + text}))
    assert [(r.signal, r.value, r.scale, r.period) for r in kept] == [
        ("star", 0.5, "1-5", "2024-Q2"),
        ("star", -1.0, "1-5", "2024-Q2"),
    ]
    assert [c.content for c in kept[0].candidates] == [None, "Bien\nElle éclaire"]
    assert [tier(r) for r in kept] == ["T2", "T3"]
    assert outcome.tally.removed["unknown", "reviews"] == 2
    assert outcome.tally.removed["no_preference", "reviews"] == 1


def test_a_vote_on_a_review_is_for_it_or_against_it() -> None:
    text = (
        "Review ID,Helpful Vote,Vote Date\nR1,true,2024-05-06\nR2,No,2024-05-06\nR3,?,2024-05-06\n"
    )
    kept, outcome = read(zipped({"votes.csv": text}))
    assert [r.signal for r in kept] == ["upvote", "downvote"]
    assert outcome.tally.removed["unknown", "review_votes"] == 1


@pytest.mark.parametrize(
    "heading",
    [
        "Book Id,Title,Author,ISBN,My Rating,Average Rating,Bookshelves,My Review",
        "Nom,Note,Commentaire",
    ],
)
def test_reviews_of_other_things_are_left_alone(heading: str) -> None:
    with pytest.raises(ArchiveProblem):
        read(zipped({"reviews.csv": f"{heading}\n" + "a,b,c,d,4,e,f,g\n" * 10}))


@pytest.mark.parametrize(
    ("platform", "heading"),
    [
        ("letterboxd", "Date,Name,Year,Letterboxd URI,Rating,Rewatch,Review,Tags,Watched Date"),
        ("imdb", "Const,Your Rating,Date Rated,Title,URL,Title Type,IMDb Rating"),
    ],
)
def test_reviews_of_films_are_taken_for_what_they_are(platform: str, heading: str) -> None:
    _, outcome = read(zipped({"reviews.csv": f"{heading}\n" + "a,4,2024-01-02,d,4,e,f,g,h\n" * 10}))
    assert [part.platform for part in outcome.platforms] == [platform]
