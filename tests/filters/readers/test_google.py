"""The rest of Takeout: reviews of places and applications, thumbs in Search, people, other products."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.archive.archive import Archive
from filters.limits import Limits
from filters.problem import ArchiveProblem
from filters.reader import Choices, Identities, Knowledge, Purpose
from filters.recognition import recognise
from tests.filters.reading import counted, read, zipped
from tests.samples import sample


class Identified:
    """The redaction dictionary of an archive, as its readers fill it."""

    @staticmethod
    def of(files: Mapping[str, Any]) -> Identities:
        archive = Archive([zipped(files)], Limits())
        knowledge = Knowledge(Choices())
        for part in recognise(archive).parts:
            for row, entry in part.claims:
                if row.handle is None or row.decode is None:
                    continue
                decoded = row.decode(archive.chunks(entry), Limits())
                if row.purpose is Purpose.IDENTITY:
                    for item in decoded:
                        row.handle(item, knowledge)
                else:
                    for item in (decoded,) if row.whole else decoded:
                        list(row.handle(item, knowledge))
        return knowledge.identities


def feature(**properties: Any) -> dict[str, Any]:
    return {
        "type": "Feature",
        "geometry": {"coordinates": [2.35, 48.85], "type": "Point"},
        "properties": {
            "date": "2024-05-10T19:30:00Z",
            "google_maps_url": "http://maps.google.com/?cid=1",
            "location": {"name": "Chez Ada", "address": "1 rue X", "country_code": "FR"},
            **properties,
        },
    }


def collection(*features: Any) -> dict[str, Any]:
    return {"type": "FeatureCollection", "features": list(features)}


@pytest.mark.parametrize(
    "name",
    [
        "Takeout/Maps (your places)/Reviews.json", "Takeout/Maps (vos adresses)/Avis.json",
        "Takeout/Maps (Tus sitios)/Reseñas.json", "Takeout/Maps (Meine Orte)/Rezensionen.json",
        "Portability/Maps (your places)/Reviews.json", "anything.json",
    ],
)  # fmt: skip
def test_stars_of_places_are_kept_without_the_place(name: str) -> None:
    kept, outcome = read(
        zipped(
            {
                name: collection(
                    feature(five_star_rating_published=5, review_text_published="Très bon accueil"),
                    feature(five_star_rating_published="1"),
                    feature(
                        five_star_rating_published=3,
                        questions=[
                            {"question": "Food", "rating": 4},
                            {"question": "Noise", "selected_option": "Low"},
                        ],
                    ),
                    feature(review_text_published="Sans étoile"),
                    feature(),
                    feature(five_star_rating_published=9),
                )
            }
        )
    )
    assert [(r.kind, r.signal, r.value, r.scale, r.object_type) for r in kept] == [
        ("rating", "star", 1.0, "1-5", "place"), ("rating", "star", -1.0, "1-5", "place"),
        ("rating", "star", 0.0, "1-5", "place"), ("reply", "reply", None, None, "place"),
    ]  # fmt: skip
    assert [c.content for c in kept[0].candidates] == [None, "Très bon accueil"]
    assert all(record.object_ref is None and record.period == "2024-Q2" for record in kept)
    for private in ("Ada", "rue X", "48.85", "cid"):
        assert private not in repr(kept)
    assert outcome.tally.removed["no_preference", "review_questions"] == 2
    assert outcome.tally.unknown == {("google@1", "reviews", "stars"): 1}
    assert outcome.tally.tiers == {"T2": 1, "T3": 3}


def test_older_layouts_of_places_are_read() -> None:
    portable = {
        "type": "Feature",
        "date": "2026-05-10T19:30:00Z",
        "location": [{"name": "Museu"}],
        "five_star_rating_published": 4,
    }
    spaced = {
        "type": "Feature",
        "properties": {
            "Location": {"Business Name": "B"},
            "Star Rating": "Five stars",
            "Review Comment": "Top",
        },
    }
    for content in (collection(portable, spaced), [portable, spaced]):
        kept, _ = read(zipped({"Maps (your places)/Reviews.json": content}))
        assert [record.value for record in kept] == [0.5, 1.0]


def test_answers_about_places_are_own_words() -> None:
    content = [
        {
            "question": "Open on Sunday?",
            "answers": [{"answer": "Oui, le matin"}],
            "thumbs_ups": [{"date": "2024"}],
        }
    ]
    kept, _ = read(zipped({"Takeout/Maps/Questions and answers.json": content}))
    assert [(r.signal, r.candidates[0].content) for r in kept] == [
        ("reply", "Oui, le matin"),
        ("thumb_up", None),
    ]


def test_reviews_of_applications() -> None:
    content = [
        {"review": {"documentType": "Android Apps", "title": "An app", "starRating": 2, "comment": "Trop lent", "creationTime": "2023-02-03T04:05:06.7Z"}},
        {"review": {"document": {"documentType": "Movies"}, "starRating": "4"}},
        {"review": {"title": "No stars"}},
    ]  # fmt: skip
    kept, outcome = read(
        zipped(
            {
                "Takeout/Google Play Store/Reviews.json": content,
                "Takeout/Google Play Store/Library.json": [],
            }
        )
    )
    assert [(r.signal, r.value, r.object_type) for r in kept] == [
        ("star", -0.5, "product"),
        ("star", 0.5, "product"),
    ]
    assert "Trop lent" in repr(kept)
    assert "An app" not in repr(kept)
    assert outcome.tally.removed["no_preference", "app_reviews"] == 1
    assert outcome.tally.unread_entries == 1


@pytest.mark.parametrize(
    ("stars", "value"),
    [("3,5", 0.25), ("4.0", 0.5), ("4,5 sur 5", 0.75), (3.5, 0.25), ("5,5", None), ("10", None)],
)
def test_half_a_star_is_never_taken_for_whole_ones(stars: object, value: float | None) -> None:
    review = {"review": {"documentType": "Android Apps", "title": "An app", "starRating": stars}}
    kept, outcome = read(zipped({"Takeout/Google Play Store/Reviews.json": [review]}))
    assert [record.value for record in kept] == ([] if value is None else [value])
    assert bool(outcome.tally.unknown) == (value is None)


def test_thumbs_and_stars_given_in_search() -> None:
    folder = "Takeout/Search Contributions"
    kept, outcome = read(
        zipped(
            {
                f"{folder}/Thumbs.json": [
                    {"Published": "2026-06-01T10:00:00.000Z", "Search Query": "Hades", "Thumbs Rating": "Thumbs Up"},
                    {"Published": "2026-06-01T10:00:00.000Z", "Search Query": "Moana", "Thumbs Rating": "Thumbs Down"},
                    {"Search Query": "Moana", "Thumbs Rating": "Supersized"},
                ],
                f"{folder}/Reviews.json": [
                    {"Published": "2026-02-01T20:00:00.000Z", "Search Query": "Breaking Bad", "Review Star Rating": "Five stars", "Review Comment": "Génial"},
                    {"Search Query": "Casablanca", "Review Star Rating": "Deux étoiles"},
                ],
                f"{folder}/Watched.json": [{"Published": "2026-08-20", "Search Query": "Casablanca"}],
            }
        )
    )  # fmt: skip
    assert sorted((r.signal, r.candidates[0].label, r.value) for r in kept if r.signal != "star") == [
        ("thumb_down", "bad", None), ("thumb_up", "good", None),
    ]  # fmt: skip
    assert [r.value for r in kept if r.signal == "star"] == [1.0, -0.5]
    for searched in ("Hades", "Moana", "Breaking", "Casablanca"):
        assert searched not in repr(kept)
    assert outcome.tally.unknown == {("google@1", "thumbs", "rating"): 1}


def test_products_with_nothing_to_keep_are_known_and_not_read() -> None:
    kept, outcome = read(
        zipped(
            {
                "Takeout/Chrome/History.json": {"Browser History": []},
                "Takeout/Mon activité/Recherche/MonActivité.json": [
                    {"header": "Recherche", "title": "x"}
                ],
                "Takeout/Mon activité/Solutions publicitaires/MonActivité.html": "<html>",
                "Takeout/My Activity/Maps/MyActivity.json": [{"header": "Maps", "title": "x"}],
                "Takeout/Maps (vos adresses)/Lieux enregistrés.json": collection(),
                "Takeout/Mail/All.mbox": "From x",
                "Takeout/Google Photos/2024/a.jpg.json": {},
                "Takeout/Unheard Of/new.json": {},
            }
        )
    )
    assert not kept
    assert {family for _, family in outcome.tally.removed} == {
        "browser",
        "activity",
        "places",
        "mail",
        "files",
    }
    assert outcome.tally.unknown == {("google@1", "entry", "json"): 1}


def test_several_products_in_one_file_each_keep_their_platform() -> None:
    liked = {"header": "YouTube", "title": "Liked A", "time": "2024-01-01T00:00:00Z"}
    search = {"header": "Search", "title": "Searched for x", "time": "2024-01-01T00:00:00Z"}
    good = {
        "header": "Gemini Apps",
        "title": "Gave feedback: Good response",
        "time": "2024-01-01T00:00:00Z",
    }
    kept, outcome = read(zipped({"MyActivity.json": [search, liked, good]}))
    assert [(r.platform, r.signal) for r in kept] == [("youtube", "like"), ("gemini", "thumb_up")]
    assert outcome.tally.removed["no_preference", "activity"] == 1


@pytest.mark.parametrize(
    "name", ["Profile/Profile.json", "Profil/Profil.json", "Perfil/Perfil.json"]
)
def test_the_donor_and_their_contacts_are_masked(name: str) -> None:
    known = Identified.of(
        {
            f"Takeout/{name}": {
                "name": {"givenName": "Camille", "familyName": "Exemple", "formattedName": "Camille Exemple"},
                "displayName": "Cam Ex",
                "emails": [{"value": "cam@exemple.fr"}],
                "birthday": "1980-01-02",
                "gender": {"type": "female"},
            },
            "Takeout/Contacts/All.vcf": "BEGIN:VCARD\r\nFN:Noor Voisin\r\nN:Voisin;Noor;;;\r\nEMAIL;TYPE=HOME:noor@exemple.fr\r\nitem1.TEL:+33612345678\r\nADR:;;12 rue des Lilas;Lyon;;;\r\nEND:VCARD\r\n",
            "Takeout/Chrome/Autofill.json": {"Autofill": [{"name_full": ["Sacha Tiers"], "email_address": ["s@exemple.fr"], "phone_home_whole_number": ["0123456789"], "address_home_street_address": "3 rue Y"}]},
            "Takeout/archive_browser.html": "<html>Archive for <b>donor@exemple.fr</b></html>",
        }
    )  # fmt: skip
    assert {"Camille Exemple", "Cam Ex", "Noor Voisin", "Sacha Tiers"} <= known.names
    assert {"cam@exemple.fr", "noor@exemple.fr", "s@exemple.fr", "donor@exemple.fr"} <= known.emails
    assert {"+33612345678", "0123456789"} <= known.phones
    assert {"12 rue des Lilas", "3 rue Y"} <= known.addresses
    assert not any("female" in name for name in known.names)


COMMENTS = (
    "Comment ID,Channel ID,Comment Create Timestamp,Price,Video ID,Comment Text\n"
    "Ug1,UC1,2023-02-03T10:00:00Z,0,vid00000001,Bien vu\n"
)
PROMPT = {"header": "Gemini Apps", "title": "Prompted Bonjour", "time": "2024-05-01T10:00:00Z"}


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("YouTube and YouTube Music/comments/comments.csv", COMMENTS),
        ("My Activity/Gemini Apps/MyActivity.json", [PROMPT]),
    ],
)
def test_the_contacts_are_masked_where_one_product_was_asked_for(name: str, content: Any) -> None:
    files = {
        f"Takeout/{name}": content,
        "Takeout/Contacts/All.vcf": "BEGIN:VCARD\r\nFN:Noor Voisin\r\nEND:VCARD\r\n",
        "Takeout/Chrome/Autofill.json": {"Autofill": [{"name_full": ["Sacha Tiers"]}]},
        "Takeout/archive_browser.html": "<html>Archive for <b>donor@exemple.fr</b></html>",
    }
    known = Identified.of(files)
    assert {"Noor Voisin", "Sacha Tiers"} <= known.names
    assert known.emails == {"donor@exemple.fr"}
    assert not read(zipped(files))[1].tally.unknown


@pytest.mark.parametrize("form", ["{year}-01-01", "{year}"])
def test_the_archive_of_a_child_is_refused(form: str) -> None:
    year = datetime.now(UTC).year - 10
    birthday: Any = form.format(year=year) if "-" in form else {"year": year}
    with pytest.raises(ArchiveProblem, match="minor"):
        read(zipped({"Takeout/Profile/Profile.json": {"displayName": "E", "birthday": birthday}}))


SAMPLES = {
    "knowledgemaxxing/MyActivity.json": {("no_preference", "activity"): 2, ("no_preference", "conversations"): 1},
    "knowledgemaxxing/MyActivity.html": {("no_preference", "activity"): 2},
    "google-takeout-parser/MyActivity.html": {("no_preference", "activity"): 3},
}  # fmt: skip


@pytest.mark.parametrize("name", SAMPLES)
def test_samples_of_other_products(name: str) -> None:
    found = counted(sample(f"google/{name}"))
    assert found["readers"] == ["google@1"]
    assert found["signals"] == {}
    assert found["removed"] == SAMPLES[name]


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=6,
)
FILES = {
    "Maps/Reviews.json": (feature(five_star_rating_published=5)["properties"], "five_star_rating_published"),
    "Google Play Store/Reviews.json": ({"review": {"starRating": 5}}, "review"),
    "Search Contributions/Thumbs.json": ({"Thumbs Rating": "Thumbs Up"}, "Thumbs Rating"),
    "Search Contributions/Reviews.json": ({"Review Star Rating": "Five stars"}, "Review Star Rating"),
}  # fmt: skip


@pytest.mark.parametrize("name", FILES)
@given(value=VALUES)
def test_a_record_of_another_shape_costs_that_record_only(name: str, value: Any) -> None:
    good, key = FILES[name]
    kept, _ = read(zipped({f"Takeout/{name}": [good, {**good, key: value}, value, good]}))
    assert len(kept) >= 2


@given(VALUES)
def test_a_profile_of_another_shape_costs_no_exception(value: Any) -> None:
    read(
        zipped(
            {
                "Takeout/Profile/Profile.json": {
                    "displayName": value,
                    "emails": value,
                    "birthday": value,
                }
            }
        )
    )
