"""Letterboxd: films rated and liked, and the donor's own reviews of them.

Facts: formats/other, and general knowledge of the site's own export: unverified. Half stars up to
five. A review has the stars that were given with it, which stand among the ratings once more: the
film's name and year join them, for the address of a review is its own. What was watched, the diary
and lists hold the same films again, and judge nothing by themselves. Titles are published works.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from filters.formats.csv import rows
from filters.formats.dates import iso_day
from filters.formats.numbers import decimal
from filters.interaction import Interaction, Option, Passage
from filters.reader import Finding, Knowledge, Reader, SetAside, Unread

Row = dict[str, str]
_FILM = r"\A(?=[^\n]*\bName\b)(?=[^\n]*\bYear\b)(?=[^\n]*\bLetterboxd URI\b)"

_MOST_REVIEWS = 50_000
"""How many are remembered. The stars of one after them count twice: rather that than lost."""


@dataclass
class Notes:
    """What the reviews say of the ratings."""

    rated: set[tuple[str, str, float]] = field(default_factory=set)
    """The films with the stars that a review has: by name, year and value."""


reader = Reader(
    "letterboxd",
    version=1,
    title="Letterboxd",
    notes=Notes,
    signals={"unverified": ("star", "like", "reply")},
)


# First: what the donor took back has the names of what they did not.
reader.ignore("deleted/**.csv", family="history")


@reader.identity(
    "profile.csv", decode=rows, telling=True,
    signature=r"\A(?=[^\n]*\bDate Joined\b)[^\n]*\bUsername\b",
)  # fmt: skip
def profile(row: Row, knowledge: Knowledge) -> None:
    """The donor."""
    known, given, family = knowledge.identities, row.get("given name"), row.get("family name")
    known.add("handles", row.get("username"))
    known.add("names", given, family, f"{given or ''} {family or ''}")
    known.add("emails", row.get("email address"))


def rated_in_words(row: Row, knowledge: Knowledge) -> None:
    """Before the ratings are read: which films were rated in a review."""
    notes: Notes = knowledge.notes
    if _stars(row) and row["review"].strip() and len(notes.rated) < _MOST_REVIEWS:
        notes.rated.add(_rated(row))


@reader.signal(
    "reviews.csv", decode=rows, family="reviews", signature=_FILM + r"[^\n]*\bReview\b",
    learn=rated_in_words,
)  # fmt: skip
def review(row: Row, _: Knowledge) -> Iterator[Finding]:
    """The donor's own words about a film, with the stars they gave it or alone."""
    text = row["review"].strip()
    if not text:
        yield SetAside("reviews", "no_preference")
        return
    own = Option("unlabelled", Passage(text, "donor", "public"))
    if _stars(row):
        yield _starred(row, "reviews", own)
        return
    yield Interaction(
        platform="letterboxd",
        family="reviews",
        kind="reply",
        signal="reply",
        options=(own,),
        object_type="film",
        at=iso_day(row.get("date")),
    )


# The diary repeats the ratings, with more columns.
reader.ignore(
    "diary.csv", family="history", signature=_FILM + r"[^\n]*\bWatched Date\b", telling=True
)


@reader.signal(
    "ratings.csv", decode=rows, family="ratings", signature=_FILM + r"[^\n]*\bRating\b"
)  # fmt: skip
def rating(row: Row, knowledge: Knowledge) -> Iterator[Finding]:
    """Half a star to five, for one film; those that a review has stand there."""
    if _rated(row) in knowledge.notes.rated:
        yield SetAside("ratings", "quality")
        return
    yield _starred(row, "ratings")


def _starred(row: Row, family: str, *own: Option) -> Finding:
    number = decimal(row["rating"])
    if not 0.5 <= number <= 5:
        return Unread(family, "rating")
    return Interaction(
        platform="letterboxd",
        family=family,
        kind="rating",
        signal="star",
        value=(number - 2.75) / 2.25,
        scale="0.5-5",
        options=(Option("unlabelled", _title(row)), *own),
        object_type="film",
        at=iso_day(row.get("date")),
    )


@reader.signal("likes/films.csv", decode=rows, family="likes", telling=False)
def liked(row: Row, _: Knowledge) -> Iterator[Finding]:
    """A film liked."""
    yield Interaction(
        platform="letterboxd",
        family="likes",
        kind="binary",
        signal="like",
        options=(Option("good", _title(row)),),
        object_type="film",
        at=iso_day(row.get("date")),
    )


def _stars(row: Row) -> str:
    """What stands for the stars in a review. Its full table has a column for them: where that is
    not found, it was renamed, and the row is of a shape nobody knows."""
    return (row["rating"] if "rewatch" in row else row.get("rating", "")).strip()


def _rated(row: Row) -> tuple[str, str, float]:
    return row["name"].strip().casefold(), row.get("year", "").strip(), decimal(row["rating"])


def _title(row: Row) -> Passage:
    return Passage(row["name"].strip() or None, "work", "public")


# Last, for these are wide: what the rows above do not see for what it is.
reader.ignore(
    "diary.csv", "watched.csv", "watchlist.csv", "comments.csv", "likes/*.csv", "lists/*.csv",
    "orphaned/**.csv", family="history", signature=_FILM,
)  # fmt: skip
# Without the column that counts, by their names: each row is counted as unread.
reader.signal("ratings.csv", decode=rows, family="ratings", signature=_FILM)(rating)
reader.signal("reviews.csv", decode=rows, family="reviews", signature=_FILM)(review)
