"""The place that a review is of: its name is masked in the review, and nowhere else."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.interaction import Retained
from filters.limits import Limits
from filters.reader import Choices, Identities
from filters.redaction.engine import Redactor
from filters.redaction.outcome import Cleaned, OfPlace
from filters.redaction.place_names import named
from filters.sieve import sift
from tests.filters.reading import zipped

UNUSUAL = frozenset({"kerjean", "sakura"})


def masked(text: str, place: str) -> list[str]:
    return [text[s.start : s.end] for s in named(text, place, UNUSUAL.__contains__)]


@pytest.mark.parametrize(
    ("text", "place", "expected"),
    [
        ("Le Petit Zinc est une adresse sûre", "Le Petit Zinc", ["Le Petit Zinc"]),
        ("le petit zinc est une adresse sûre", "Le Petit Zinc", ["le petit zinc"]),
        ("LE PETIT ZINC EST UNE ADRESSE SÛRE", "Le Petit Zinc", ["LE PETIT ZINC"]),
        ("On mange au Petit Zinc, et bien", "Restaurant Le Petit Zinc", ["Petit Zinc"]),
        ("Cafe de l'Opera, bof", "Café de l’Opéra", ["Cafe de l'Opera"]),
        ("chez kerjean on attend", "Garage Kerjean SARL", ["kerjean"]),
        ("Arrivés près de la Gare à midi", "Café de la Gare", ["Gare"]),
        # What a sentence gave a capital, and words that only join others, say nothing.
        ("Garage sérieux mais cher", "Garage Kerjean", []),
        ("Très cher. Garage sérieux", "Garage Kerjean", []),
        ("Au fond de la salle", "Au Bon Coin", []),
        ("un restaurant japonais", "Restaurant Japonais Sakura", []),
        ("UN RESTAURANT TRÈS CHER", "Restaurant Japonais Sakura", []),
        # A word of the name that is part of another is not the name.
        ("Kerjeanne était là", "Kerjean", []),
        ("rien à dire", "", []),
        ("rien à dire", "***", []),
    ],
)
def test_a_place_is_found_by_its_name(text: str, place: str, expected: list[str]) -> None:
    assert masked(text, place) == expected


@given(st.text(max_size=60), st.text(max_size=30))
def test_what_is_found_lies_in_the_text_in_order(text: str, place: str) -> None:
    spans = named(text, place, lambda _: True)
    assert all(0 <= s.start < s.end <= len(text) for s in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))


def test_the_name_is_masked_in_the_words_about_the_place_alone(redactor: Redactor) -> None:
    about = OfPlace("Le Petit Zinc est une adresse formidable, on y revient", "Le Petit Zinc")
    other = "Le petit zinc du comptoir brille, et c'est très joli à voir"
    records = redactor.redact([[about], [other], [str(about)]], Identities(), Limits())
    texts = [one.text if isinstance(one, Cleaned) else one for (one,) in records]
    assert texts[0] == "<ADRESSE> est une adresse formidable, on y revient"
    assert texts[1:] == [other, str(about)]


WORDS = "Chez Ada on mange bien, et pour pas cher du tout"
STARS = {"five_star_rating_published": 5, "review_text_published": WORDS}
REVIEW = {"Rating": "5/5", "ReviewText": WORDS, "Date": "2025-01-02 10:00:00"}
EXPORTS: dict[str, tuple[str, Any]] = {
    "maps": ("Takeout/Maps/Avis.json", {**STARS, "location": {"name": "Chez Ada"}}),
    "maps before 2019": (
        "Takeout/Maps/Reviews.json",
        {"Star Rating": 5, "Review Comment": WORDS, "Location": {"Business Name": "Chez Ada"}},
    ),
    "words alone": (
        "Takeout/Maps/Avis.json",
        {"review_text_published": WORDS, "location": {"name": "Chez Ada"}},
    ),
    "tiktok": ("user_data.json", {**REVIEW, "PlaceName": "Chez Ada"}),
}


@pytest.mark.parametrize("export", EXPORTS)
def test_a_review_does_not_say_of_which_place_it_is(redactor: Redactor, export: str) -> None:
    name, review = EXPORTS[export]
    document = (
        {"Location Review": {"Location Reviews": {"ReviewsList": [review]}}}
        if export == "tiktok"
        else {"type": "FeatureCollection", "features": [{"properties": review}]}
    )
    kept: list[Retained] = []
    sift(
        [zipped({name: document})],
        Choices(),
        redactor=redactor,
        keep=lambda record, _: kept.append(record),
        limits=Limits(),
    )
    (record,) = kept
    assert record.candidates[-1].content == "<ADRESSE> on mange bien, et pour pas cher du tout"
    assert record.redactions == {"ADDRESS": 1}
