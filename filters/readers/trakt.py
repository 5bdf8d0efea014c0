"""Trakt: films, series, seasons and episodes rated, the donor's own comments, likes and favourites.

Facts: published programs that read the site's own export, for its names, ratings and comments; the
rest from general knowledge of the site's public interface, whose answers the files are. Nobody here
has seen a real one. Lists of JSON, flat or in folders, long ones in numbered parts; many are empty.
Ratings are whole, one to ten. A comment is public, and says with what rating its work stands among
the ratings once more. What was watched, collected, listed for later or hidden from a calendar
judges nothing; notes are private. Titles are published works.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from filters.formats.dates import iso_day
from filters.formats.json import documents, records
from filters.interaction import Interaction, Label, Option, Passage, Signal
from filters.problem import AGE_OF_CONSENT, ArchiveProblem, Problem
from filters.reader import Finding, Knowledge, Reader, SetAside, Unread

Record = dict[str, Any]
_Work = tuple[str, int]
_MOST_COMMENTS = 50_000
"""How many are remembered. The rating of one after them counts twice: rather that than lost."""


@dataclass
class Notes:
    """Who the donor is, and what the comments say of the ratings."""

    donor: str | None = None
    rated: dict[_Work, tuple[int, object]] = field(default_factory=dict)
    """Of each work the rating, and the first of the comments that have it."""


reader = Reader(
    "trakt",
    version=1,
    title="Trakt",
    notes=Notes,
    signals={"one_source": ("star", "reply"), "unverified": ("like", "hide")},
)


@reader.identity(
    "user-profile.json", "user/profile.json", "user-settings.json", "user/settings.json",
    decode=documents, signature='"vip_ep"', telling=True,
)  # fmt: skip
def account(document: Record, knowledge: Knowledge) -> None:
    """The donor. An archive of a child is refused."""
    user = document.get("user", document)
    age = user.get("age")
    if isinstance(age, int) and 0 < age < AGE_OF_CONSENT:
        raise ArchiveProblem(Problem.MINOR, "trakt")
    if isinstance(user.get("username"), str):
        knowledge.notes.donor = user["username"]
    _known(user, knowledge)
    knowledge.identities.add("emails", user.get("email"))
    knowledge.identities.add("addresses", user.get("location"))


@reader.identity("network-*.json", "network/*.json", decode=records, family="contacts")
def contact(record: Record, knowledge: Knowledge) -> None:
    """Who the donor follows, and who follows them."""
    _known(record["user"], knowledge)


def _known(user: Record, knowledge: Knowledge) -> None:
    knowledge.identities.add("handles", user.get("username"), (user.get("ids") or {}).get("slug"))
    knowledge.identities.add("names", user.get("name"))


# Before the comments: one that was liked has all the keys of one's own.
@reader.signal(
    "likes-*.json", decode=records, family="likes",
    signature=r'(?s)\A(?=.*"liked_at")(?=.*"type"\s*:\s*"(?:comment|list)")',
)  # fmt: skip
def liked(record: Record, _: Knowledge) -> Iterator[Finding]:
    """Somebody else's comment or list, liked."""
    is_comment = "comment" in record
    words = record["comment"]["comment"] if is_comment else record["list"]["name"]
    yield Interaction(
        platform="trakt",
        family="likes",
        kind="binary",
        signal="like",
        options=(Option("good", Passage(words.strip(), "other", "public")),),
        object_type="comment" if is_comment else "post",
        at=iso_day(record.get("liked_at")),
    )


def rated_in_words(record: Record, knowledge: Knowledge) -> None:
    """Before the ratings are read: which works were rated in a comment."""
    notes: Notes = knowledge.notes
    rating = _comment_rating(record)
    if rating is not None and _is_own(record, notes) and len(notes.rated) < _MOST_COMMENTS:
        notes.rated.setdefault(_work(record), (rating, record["comment"].get("id")))


@reader.signal(
    "comments-*.json", decode=records, family="comments", learn=rated_in_words,
    signature=r'(?s)\A(?!.*"liked_at")(?=.*"parent_id")(?=.*"spoiler")',
)  # fmt: skip
def comment(record: Record, knowledge: Knowledge) -> Iterator[Finding]:
    """The donor's own words about a work, with their rating of it, or alone: a second comment on a
    work, an answer to somebody else's, a comment on a list."""
    written = record["comment"]
    text = written["comment"].strip()
    if not _is_own(record, knowledge.notes):
        yield SetAside("comments", "R2")
        return
    if not text:
        yield SetAside("comments", "no_preference")
        return
    own = Option("unlabelled", Passage(text, "donor", "public"))
    rating, at = _comment_rating(record), iso_day(written.get("created_at"))
    if rating is not None and knowledge.notes.rated.get(_work(record)) == (
        rating,
        written.get("id"),
    ):
        yield _starred(record, rating, "comments", at, own)
        return
    yield Interaction(
        platform="trakt",
        family="comments",
        kind="reply",
        signal="reply",
        options=(own,),
        object_type="comment" if written["parent_id"] else "post" if "list" in record else "film",
        at=at,
    )


def _is_own(record: Record, notes: Notes) -> bool:
    """Whether the donor wrote the comment: unless both names are there, and are two."""
    author = (record["comment"].get("user") or {}).get("username")
    return not author or notes.donor is None or author.casefold() == notes.donor.casefold()


def _comment_rating(record: Record) -> int | None:
    """The rating that a comment with words shows: none where it answers another."""
    written = record["comment"]
    rating = (written.get("user_stats") or {}).get("rating") or written.get("user_rating")
    has_it = _is_rating(rating) and not written["parent_id"] and "list" not in record
    return rating if has_it and written["comment"].strip() else None


@reader.signal(
    "ratings-*.json", decode=records, family="ratings",
    signature=r'(?s)\A(?=.*"rated_at")(?=.*"trakt")',
)  # fmt: skip
def rating(record: Record, knowledge: Knowledge) -> Iterator[Finding]:
    """One to ten, for one work; those that a comment has stand there."""
    given = record["rating"]
    if not _is_rating(given):
        yield Unread("ratings", "rating")
    elif knowledge.notes.rated.get(_work(record), (None,))[0] == given:
        yield SetAside("ratings", "quality")
    else:
        yield _starred(record, given, "ratings", iso_day(record.get("rated_at")))


def _is_rating(value: Any) -> bool:
    return type(value) is int and 1 <= value <= 10


def _starred(record: Record, given: int, family: str, at: float | None, *own: Option) -> Finding:
    return Interaction(
        platform="trakt",
        family=family,
        kind="rating",
        signal="star",
        value=(given - 5.5) / 4.5,
        scale="1-10",
        options=(Option("unlabelled", _title(record)), *own),
        object_type="film",
        object_ref=_reference(record),
        at=at,
    )


# By their names alone: a list for later, and what is hidden from a calendar, have the same keys.
@reader.signal(
    "lists-favorites*.json", "lists/favorites.json", decode=records, family="favorites",
    telling=False,
)  # fmt: skip
def favorite(record: Record, _: Knowledge) -> Iterator[Finding]:
    """A work among the donor's favourites."""
    yield _pressed(record, "favorites", "like", "good", "listed_at")


@reader.signal("hidden-recommendations*.json", decode=records, family="hidden", telling=False)
def hidden(record: Record, _: Knowledge) -> Iterator[Finding]:
    """A work that was recommended, and is not to be any more."""
    yield _pressed(record, "hidden", "hide", "bad", "hidden_at")


def _pressed(
    record: Record, family: str, signal: Signal, label: Label, at: Literal["listed_at", "hidden_at"]
) -> Finding:
    return Interaction(
        platform="trakt",
        family=family,
        kind="binary",
        signal=signal,
        options=(Option(label, _title(record)),),
        object_type="film",
        object_ref=_reference(record),
        at=iso_day(record.get(at)),
    )


def _kind(record: Record) -> str:
    """What was judged. An episode and a season stand beside their series. Raises KeyError."""
    for kind in ("episode", "season", "movie", "show"):
        if isinstance(record.get(kind), dict):
            return kind
    raise KeyError("type")


def _work(record: Record) -> _Work:
    kind = _kind(record)
    return kind, record[kind]["ids"]["trakt"]


def _reference(record: Record) -> str | None:
    kind, number = _work(record)
    return f"trakt:{kind}:{number}" if type(number) is int and 0 < number < 10**12 else None


def _title(record: Record) -> Passage:
    """Of a part, the name of its series first. Raises where a text or a number is none."""
    kind = _kind(record)
    whole, part = record["movie" if kind == "movie" else "show"], record[kind]
    title = whole["title"].strip()
    if kind == "season":
        title = f"{title} S{part['number']:d}"
    elif kind == "episode":
        title = f"{title} S{part['season']:d}E{part['number']:d}"
        if part.get("title"):
            title = f"{title}: {part['title'].strip()}"
    return Passage(title or None, "work", "public")


# What was watched, where it is all there is.
reader.ignore(
    "watched-*.json", "watched/*.json", family="history", telling=True,
    signature=r'(?s)\A(?=.*"(?:last_)?watched_at")(?=.*"trakt")',
)  # fmt: skip
# Last, for it is wide: what the rows above do not see for what it is.
reader.ignore(
    "watched-*.json", "watched/*.json", "collection-*.json", "lists-watchlist*.json",
    "lists/watchlist.json", "lists-list*.json", "lists/list*.json", "lists-collaborations*.json",
    "lists/collaborations.json", "hidden-calendar*.json", "hidden-progress-*.json",
    "hidden-dropped*.json", "hidden-comments*.json", "notes-*.json", family="history",
)  # fmt: skip
reader.ignore(
    "user-stats.json", "user/stats.json", "user-last-activities.json", "user/last-activities.json",
    family="tracking",
)  # fmt: skip
# Without the key that tells them, by their names: each rating stays, or is counted as unread.
reader.signal("ratings-*.json", decode=records, family="ratings", telling=False)(rating)
reader.signal(
    "comments-*.json", decode=records, family="comments", telling=False, learn=rated_in_words
)(comment)
