"""Letterboxd: films rated and liked, and the donor's own reviews of them.

Facts: formats/other, and general knowledge of the site's own export: unverified. Half stars up to
five. A review has the stars that were given with it, which stand among the ratings once more: the
film's name and year join them, for the address of a review is its own. What was watched, the diary
and lists hold the same films again, and judge nothing by themselves. Titles are published works.
Reviews and comments hold marks of HTML, and quote others. Of a review or a list that the donor
liked there is an address only, which names its author.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from filters.formats.csv import rows
from filters.formats.dates import iso_day
from filters.formats.html import lines_of
from filters.formats.numbers import decimal
from filters.formats.quotations import own_markup
from filters.interaction import Interaction, ObjectType, Option, Passage
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


@reader.signal("likes/reviews.csv", "likes/lists.csv", decode=rows, family="likes", telling=False)
def liked_of_others(row: Row, _: Knowledge) -> Iterator[Finding]:
    """A review or a list of somebody's that the donor liked."""
    yield _like(Passage(None, "other", "public"), "post", row)


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
    if _stars(row) and _words(row["review"]) and len(notes.rated) < _MOST_REVIEWS:
        notes.rated.add(_rated(row))


@reader.signal(
    "reviews.csv", decode=rows, family="reviews", signature=_FILM + r"[^\n]*\bReview\b",
    learn=rated_in_words,
)  # fmt: skip
def review(row: Row, _: Knowledge) -> Iterator[Finding]:
    """The donor's own words about a film, with the stars they gave it or alone."""
    text = _words(row["review"])
    if not text:
        yield SetAside("reviews", "no_preference")
        return
    if _stars(row):
        yield _starred(row, "reviews", Option("unlabelled", Passage(text, "donor", "public")))
        return
    yield _reply(text, "reviews", "film", row)


def _reply(text: str, family: str, object_type: ObjectType, row: Row) -> Finding:
    return Interaction(
        platform="letterboxd",
        family=family,
        kind="reply",
        signal="reply",
        options=(Option("unlabelled", Passage(text, "donor", "public")),),
        object_type=object_type,
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
    yield _like(_title(row), "film", row)


def _like(liked: Passage, object_type: ObjectType, row: Row) -> Finding:
    if "letterboxd uri" not in row:
        return Unread("likes", "heading")
    return Interaction(
        platform="letterboxd",
        family="likes",
        kind="binary",
        signal="like",
        options=(Option("good", liked),),
        object_type=object_type,
        at=iso_day(row.get("date")),
    )


@reader.signal(
    "comments.csv", decode=rows, family="comments",
    signature=r"\A\W{0,4}Date\W{1,3}Content\W{1,3}Comment\b", telling=False,
)  # fmt: skip
def comment(row: Row, _: Knowledge) -> Iterator[Finding]:
    """The donor's own comment under a review or a list, which is not in the export."""
    if not (text := _words(row["comment"])):
        yield SetAside("comments", "no_preference")
        return
    yield _reply(text, "comments", "comment", row)


def _words(written: str) -> str:
    """The donor's own words as the site shows them, line by line."""
    if "<" not in written and "&" not in written:
        return written.strip()
    own = own_markup(written).splitlines()
    return "\n".join(line.text for piece in own for line in lines_of(piece))


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
