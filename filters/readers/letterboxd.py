"""Letterboxd: films rated and liked, and the donor's own reviews of them.

Facts: formats/other, and general knowledge of the site's own export: unverified. Half stars up to
five. What was watched, the diary and lists hold the same films again, and judge nothing by
themselves. Titles are published works.
"""

from collections.abc import Iterator

from filters.formats.csv import rows
from filters.formats.dates import iso_day
from filters.formats.numbers import decimal
from filters.interaction import Interaction, Option, Passage
from filters.reader import Finding, Knowledge, Reader, SetAside, Unread

Row = dict[str, str]
_FILM = r"\A(?=[^\n]*\bName\b)(?=[^\n]*\bYear\b)(?=[^\n]*\bLetterboxd URI\b)"

reader = Reader(
    "letterboxd", version=1, title="Letterboxd", signals={"unverified": ("star", "like", "reply")}
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


@reader.signal(
    "reviews.csv", decode=rows, family="reviews", signature=_FILM + r"[^\n]*\bReview\b"
)  # fmt: skip
def review(row: Row, _: Knowledge) -> Iterator[Finding]:
    """The donor's own words about a film; its stars stand among the ratings."""
    text = row["review"].strip()
    if not text:
        yield SetAside("reviews", "no_preference")
        return
    yield Interaction(
        platform="letterboxd",
        family="reviews",
        kind="reply",
        signal="reply",
        options=(Option("unlabelled", Passage(text, "donor", "public")),),
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
def rating(row: Row, _: Knowledge) -> Iterator[Finding]:
    """Half a star to five, for one film."""
    number = decimal(row["rating"])
    if not 0.5 <= number <= 5:
        yield Unread("ratings", "rating")
        return
    yield Interaction(
        platform="letterboxd",
        family="ratings",
        kind="rating",
        signal="star",
        value=(number - 2.75) / 2.25,
        scale="0.5-5",
        options=(Option("unlabelled", _title(row)),),
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
