"""Amazon: stars with the donor's own review, and votes on others' reviews.

Facts: formats/amazon, where nothing is verified: no export was seen by us or by any public reader.
So a table is known by its headings, never by its name alone: a rating and the words of a review in
one row. Orders, addresses and payments are named only to say that they are not wanted. A vote that
a review helped is read as a vote for it, the weaker reading.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from filters.formats.csv import rows
from filters.formats.dates import iso, pattern
from filters.formats.numbers import decimal
from filters.interaction import Interaction, Option, Passage
from filters.reader import Finding, Knowledge, Reader, SetAside, Unread

_RATING = (
    "rating", "star rating", "overall rating", "stars", "star", "note", "étoiles",
    "nombre d'étoiles", "évaluation",
)  # fmt: skip
_TEXT = (
    "review text", "review body", "review content", "review", "reviewtext", "reviewbody",
    "texte de l'avis", "texte du commentaire", "commentaire", "avis", "contenu de l'avis",
)  # fmt: skip
_HEADLINE = (
    "review title", "review headline", "reviewtitle", "headline", "titre de l'avis",
    "titre du commentaire",
)  # fmt: skip
_PRODUCT = ("product title", "product name", "product", "item name", "nom du produit", "produit")
_DATE = (
    "review date", "submission date", "date", "creation date", "date de l'avis", "vote date",
    "timestamp",
)  # fmt: skip
_VOTE = ("helpful vote", "helpfulness vote", "is helpful", "helpful", "vote utile", "utile")
_YES = frozenset({"true", "yes", "1", "helpful", "oui", "utile", "vrai", "up"})
_NO = frozenset({"false", "no", "0", "-1", "not helpful", "unhelpful", "non", "faux", "down"})
_DAYS = ("%m/%d/%Y", "%d/%m/%Y")
_START = r"\A(?:\xef\xbb\xbf)?(?![^\n]*(?i:letterboxd|goodreads|bookshel|my review|const))"
_OF_A_PRODUCT = (
    r"(?=[^\n]*(?i:asin|produ|item|marketplace|amazon|article"
    r"|review[ _]?(?:text|body|title|headline|content)))"
)

reader = Reader(
    "amazon",
    version=1,
    title="Amazon",
    signals={"unverified": ("star", "upvote", "downvote")},
)


def _heading(*names: str) -> str:
    """A pattern for a first line that holds one of these names as a whole cell, in any case."""
    # Bytes are compared: case is only folded for ASCII, and the rest is spelt out.
    spelt = ((" ", "[ _]?"), ("'", "(?:'|’)"), ("é", "(?:é|É)"))
    listed = "|".join(names)
    for character, both in spelt:
        listed = listed.replace(character, both)
    return rf'(?=(?:[^\n]*[,;\t])?"? *(?i:{listed}) *"? *(?:[,;\t\r\n]|\Z))'


@reader.signal(
    "*review*.csv", "*avis*.csv", "*community*.csv", "*review*/*.csv", "*avis*/*.csv",
    "*community*/*.csv", decode=rows, family="reviews",
    signature=_START + _OF_A_PRODUCT + _heading(*_RATING) + _heading(*_TEXT),
)  # fmt: skip
def review(row: dict[str, str], _: Knowledge) -> Iterator[Finding]:
    """One to five stars for a product, with the donor's own words about it if there are any."""
    cells = _plain_keys(row)
    rated = _first(cells, _RATING).removesuffix("/5").strip()
    if not rated:
        yield SetAside("reviews", "no_preference")
        return
    number = decimal(rated)
    if not 1 <= number <= 5:
        yield Unread("reviews", "rating")
        return
    written = "\n".join(part for part in (_first(cells, _HEADLINE), _first(cells, _TEXT)) if part)
    own = (Option("unlabelled", Passage(written, "donor", "public")),) if written else ()
    title = _first(cells, _PRODUCT) or None
    yield Interaction(
        platform="amazon",
        family="reviews",
        kind="rating",
        signal="star",
        value=(number - 3) / 2,
        scale="1-5",
        options=(Option("unlabelled", Passage(title, "other", "public")), *own),
        object_type="product",
        at=_day(_first(cells, _DATE)),
    )


@reader.signal(
    "*vote*.csv", "*helpful*.csv", "*utile*.csv", decode=rows, family="review_votes",
    signature=_START + r"(?=[^\n]*(?i:review|avis|asin))" + _heading(*_VOTE),
)  # fmt: skip
def review_vote(row: dict[str, str], _: Knowledge) -> Iterator[Finding]:
    """Whether somebody else's review helped the donor."""
    cells = _plain_keys(row)
    said = _first(cells, _VOTE).casefold()
    if said not in _YES | _NO:
        yield Unread("review_votes", "vote")
        return
    helped = said in _YES
    yield Interaction(
        platform="amazon",
        family="review_votes",
        kind="binary",
        signal="upvote" if helped else "downvote",
        options=(Option("good" if helped else "bad", Passage(None, "other", "public")),),
        object_type="comment",
        at=_day(_first(cells, _DATE)),
    )


def _plain_keys(row: dict[str, str]) -> dict[str, str]:
    return {_plain_key(key): value for key, value in row.items()}


@lru_cache(256)
def _plain_key(key: str) -> str:
    return key.replace("_", " ").replace("’", "'").strip()


def _first(cells: dict[str, str], names: Iterable[str]) -> str:
    for name in names:
        if value := (cells.get(name) or cells.get(name.replace(" ", "")) or "").strip():
            return value
    return ""


@lru_cache(4096)
def _day(written: str) -> float | None:
    found = iso(written[:10])
    for layout in _DAYS:
        found = found if found is not None else pattern(written[:10], layout)
    return found


# Last, so that the rows above see their own files first.
reader.ignore(
    "retail.*.csv", "digital.*.csv", "digital-ordering*/**.csv", "retail.*/**.csv",
    "advertising.*/**.csv", "kindle.*/**.csv", "audible.*/**.csv", "alexa*/**.csv",
    "primevideo*/**.csv", family="orders",
)  # fmt: skip
reader.ignore(
    "retail.orderhistory*.csv", family="orders", telling=True,
    signature=_START + r"(?=[^\n]*ASIN)(?=[^\n]*Order ID)",
)  # fmt: skip
