"""The rest of Google Takeout: reviews of places and applications, thumbs given in Search.

Facts: formats/google-youtube, "Other products with ratings". Reviews of places are GeoJSON, whose
coordinates and addresses are not read; the layout of the Data Portability interface, without
`properties`, and an older one with spaced keys are taken too. Of a place nothing is kept but that
it is one. What Search was asked when a thumb was given is the donor's search, and not kept.
"""

import re
from collections.abc import Iterator
from typing import Any

from filters.formats.dates import is_under_age
from filters.formats.json import Item, documents, items, records
from filters.interaction import ObjectType
from filters.problem import AGE_OF_CONSENT, ArchiveProblem, Problem
from filters.reader import Finding, Knowledge, Reader, SetAside, Unread
from filters.readers.google import people
from filters.readers.google.activity import FOLDERS, acts
from filters.readers.google.facts import ARCHIVES
from filters.readers.google.products import ACTIVITIES, PRODUCTS, ROOTS
from filters.readers.google.ratings import first_of, rated, reply, thumb, thumb_of, time_of
from filters.readers.google.record import activities

reader = Reader(
    "google",
    version=1,
    title="Google (Maps, Play, Search)",
    signals={
        "confirmed": ("star",),
        "one_source": ("thumb_up", "thumb_down"),
        "unverified": ("reply",),
    },
    archives=ARCHIVES,
)


@reader.identity(
    "profile/profile.json", "profil/profil.json", "perfil/perfil.json", "profiel/profiel.json",
    "profilo/profilo.json", decode=documents, telling=True,
)  # fmt: skip
@reader.identity(
    decode=documents, telling=True,
    signature=r'"formattedName"\s*:|"emails"\s*:\s*\[\s*\{\s*"value"',
)  # fmt: skip
def profile(document: dict[str, Any], knowledge: Knowledge) -> None:
    """The account: names, addresses, and a birthday that may say the donor is a child."""
    born = document.get("birthday") or document.get("birthdate")
    if isinstance(born, str):
        parts = [int(part) for part in re.findall(r"\d+", born)[:3]]
    elif isinstance(born, dict):
        parts = [born.get("year") or 0, born.get("month") or 1, born.get("day") or 1]
    else:
        parts = []
    if len(parts) == 3 and is_under_age(AGE_OF_CONSENT, *parts):
        raise ArchiveProblem(Problem.MINOR, "google")
    people.people_in(document, knowledge)


people.register(reader)


@reader.signal(
    "maps*/review*.json", "maps*/avis*.json", "maps*/vos avis*.json", "maps*/reseñas*.json",
    "maps*/rezension*.json", "maps*/recensies*.json", "maps*/recension*.json",
    "maps*/avaliações*.json", "maps*/opinie*.json", "maps*/commentaires*.json",
    decode=items, family="reviews",
    signature=r'"five_star_rating_published"|"review_text_published"|"Star Rating"\s*:',
)  # fmt: skip
def place_review(item: Item, _: Knowledge) -> Iterator[Finding]:
    """Stars given to a place, and the donor's own review of it."""
    feature = item.value
    if not isinstance(feature, dict):
        return  # What stands beside the list: the kind of collection.
    about = feature.get("properties") if "properties" in feature else feature
    if not isinstance(about, dict) or (item.key is not None and item.key != "features"):
        return
    stars = first_of(about, "five_star_rating_published", "Star Rating", "starRating", "rating")
    text = first_of(about, "review_text_published", "Review Comment", "comment", "review_text")
    written = first_of(about, "date", "Published", "published", "Updated")
    questions = about.get("questions")
    if isinstance(questions, list) and questions:
        # "How noisy was it?": details of the same visit.
        yield SetAside("review_questions", "no_preference", len(questions))
    yield from rated(
        "reviews", "place", stars=stars, text=text, written=written, place=_place(about)
    )


def _place(about: dict[str, Any]) -> str:
    """What the place is called, in any layout: to mask it in the review."""
    location = first_of(about, "location", "Location")
    if not isinstance(location, dict):
        location = {}
    name = first_of(location, "name", "Business Name", "title") or about.get("place_name")
    return name if isinstance(name, str) else ""


@reader.signal(
    "maps*/*question*.json", "maps*/*pregunta*.json", "maps*/*fragen*.json", "maps*/*vragen*.json",
    "maps*/q*a*.json", decode=items, family="questions",
)  # fmt: skip
def place_answer(item: Item, _: Knowledge) -> Iterator[Finding]:
    """Answers about a place, and thumbs given to others' answers. Layout unverified."""
    row = item.value
    if not isinstance(row, dict):
        return
    about = row["properties"] if isinstance(row.get("properties"), dict) else row
    given = about.get("thumbs_ups") or about.get("thumbs_up") or ()
    found = False
    for answer in _answers(item, about):
        found = True
        yield reply(answer, "questions", first_of(about, "date", "Published"))
    count = len(given) if isinstance(given, list) else 0
    if item.key in ("thumbs_ups", "thumbs_up"):
        count = 1
    for _each in range(count):
        found = True
        yield thumb(up=True, family="questions", object_type="comment", at=None)
    if not found:
        yield SetAside("questions", "no_preference")


@reader.signal(
    "google play*/review*.json", "google play*/avis*.json", "google play*/reseñas*.json",
    "google play*/rezension*.json", "google play*/recens*.json", "google play*/avaliações*.json",
    decode=records, family="app_reviews",
)  # fmt: skip
@reader.signal(
    decode=records, family="app_reviews",
    signature=r'\A\W*"review"\s*:\s*\{[^}]{0,4000}?"(?:documentType|starRating)"\s*:',
)  # fmt: skip
def app_review(record: dict[str, Any], _: Knowledge) -> Iterator[Finding]:
    """Stars given to an application, a film or a book, and the donor's own review of it."""
    about = record["review"] if isinstance(record.get("review"), dict) else record
    kind = str(about.get("documentType") or "").casefold()
    object_type: ObjectType = (
        "film" if "movie" in kind or "tv" in kind else "music" if "music" in kind else "product"
    )
    title = about.get("title")
    document = about.get("document") or about.get("doc")
    if not isinstance(title, str) and isinstance(document, dict):
        title = document.get("title")
    yield from rated(
        "app_reviews",
        object_type,
        stars=first_of(about, "starRating", "rating", "Star Rating"),
        text=first_of(about, "comment", "text", "Comment"),
        written=first_of(about, "creationTime", "lastModified", "modificationTime"),
        title=title if isinstance(title, str) else None,
    )


@reader.signal(
    "*search*contribution*/review*.json", "*contribution*recherche*/avis*.json",
    "*contribution*/review*.json", "*contribution*/avis*.json", decode=records,
    family="search_reviews", signature=r'"Review (?:Star Rating|Comment)"\s*:',
)  # fmt: skip
def search_review(record: dict[str, Any], _: Knowledge) -> Iterator[Finding]:
    """Stars given to a film, a series or a song in Search; the stars are words ("Five stars")."""
    yield from rated(
        "search_reviews",
        "film",
        stars=first_of(record, "Review Star Rating", "Star Rating"),
        text=first_of(record, "Review Comment", "Comment"),
        written=first_of(record, "Published", "Updated"),
    )


@reader.signal(
    "*search*contribution*/thumb*.json", "*contribution*/thumb*.json", "*contribution*/pouce*.json",
    decode=records, family="thumbs", signature=r'"Thumbs Rating"\s*:',
)  # fmt: skip
def search_thumb(record: dict[str, Any], _: Knowledge) -> Iterator[Finding]:
    """A thumb given in Search to a film, a series, a game or an artist."""
    is_up = thumb_of(str(first_of(record, "Thumbs Rating", "thumbsRating", "rating") or ""))
    if is_up is None:
        yield Unread("thumbs", "rating")
    else:
        yield thumb(
            up=is_up, family="thumbs", object_type="film", at=time_of(record.get("Published"))
        )


def _answers(item: Item, about: dict[str, Any]) -> Iterator[str]:
    given = about.get("answers") or about.get("answer")
    if item.key in ("answers", "answer") and not given:
        given = about
    for one in given if isinstance(given, list) else [given]:
        text = first_of(one, "answer", "answer_text", "text") if isinstance(one, dict) else one
        if isinstance(text, str) and text.strip():
            yield text.strip()


# Last, for these are wide: what a row above claims is not ignored.
reader.ignore(
    *(f"{base}/{product}*/**" for base in FOLDERS for product in ACTIVITIES),
    family="activity", telling=True,
)  # fmt: skip
for _family, _folders in PRODUCTS.items():
    reader.ignore(
        *(f"{root}/{name}/**" for root in ROOTS for name in _folders), family=_family, telling=True
    )
# An activity file of several products, or of one of the others, that was taken out of its folder.
reader.signal(
    decode=activities, family="activity", whole=True,
    signature=r'\A(?=[^\0]{0,4000}?"header"\s*:\s*")(?=[^\0]{0,4000}?"title"\s*:\s*")'
    r'[^\0]{0,4000}?"(?:titleUrl|products|activityControls|time)"\s*:|class="outer-cell|\.content-cell',
)(acts)  # fmt: skip
