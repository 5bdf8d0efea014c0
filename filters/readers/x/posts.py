"""What an X archive says of posts: those liked, those written, notes rated.

HTML entities stand in all texts. A post that answers another account is kept as a reply, any other
with others' approval of it, a repost not at all; what a post quotes of another by hand is left out.
Of an account that only its followers read no post is public.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from typing import Any

from filters.formats.dates import iso, pattern
from filters.formats.json import assigned_records
from filters.interaction import Interaction, Option, Passage, Signal
from filters.reader import Finding, Knowledge, SetAside, Unread
from filters.readers.x.account import Notes, reader, signature, unwrapped
from filters.readers.x.stated import compared, named_records

_QUOTED = re.compile(
    r"""(?<!\w)[RM]T\s{1,3}@\w{1,20}\s?:.*|\ART\s@.*|["“]@\w{1,20}\s?:[^"“”]*["”]""", re.DOTALL
)
"""A repost, and what people did before there was a button for it: `my words RT @name: theirs`."""
_UNAVAILABLE = ("You’re unable to view", "You're unable to view")
_NOTE_RATINGS: dict[str, tuple[Signal, float]] = {
    "HELPFUL": ("helpful_note", 1.0),
    "SOMEWHAT_HELPFUL": ("somewhat_helpful_note", 0.0),
    "NOT_HELPFUL": ("unhelpful_note", -1.0),
}


@reader.signal(
    "data/like.js",
    "data/like-part*.js",
    decode=named_records,
    family="likes",
    whole=True,
    signature=signature("like"),
)
@compared("likes")
def like(record: dict[str, Any], _: Knowledge) -> Iterator[Finding]:
    """A liked post: its number, and often its text. There is no date."""
    liked = unwrapped(record)
    text = liked.get("fullText")
    if not isinstance(text, str) or text.startswith(_UNAVAILABLE):
        text = None
    yield Interaction(
        platform="x",
        family="likes",
        kind="binary",
        signal="like",
        options=(Option("good", Passage(text and unescape(text), "other", "public")),),
        object_type="post",
        object_ref=f"x:post:{liked['tweetId']}",
    )


@reader.context(
    "data/note-tweet.js", "data/note-tweet-part*.js", decode=assigned_records, family="long_texts",
    signature=signature("note_tweet"),
)  # fmt: skip
def long_text(record: dict[str, Any], knowledge: Knowledge) -> None:
    """The whole of a post whose beginning stands among the posts."""
    long = unwrapped(record)
    knowledge.notes.long_posts.add(unescape(long["core"]["text"]).strip(), long.get("createdAt"))


@reader.signal(
    "data/tweet.js", "data/tweets.js", "data/tweet-part*.js", "data/tweets-part*.js",
    "data/community-tweet.js", decode=named_records, family="posts", whole=True,
    signature=signature("tweets?", "community_tweet"),
)  # fmt: skip
@compared("posts")
def post(record: dict[str, Any], knowledge: Knowledge) -> Iterator[Finding]:
    """An own post. A reply is kept as a reply; any other with others' approval; a repost not."""
    own = record["tweet"] if isinstance(record.get("tweet"), dict) else unwrapped(record)
    text = unescape(own["full_text"] if "full_text" in own else own["text"])
    text = knowledge.notes.long_posts.whole(text, own.get("created_at"))
    _learn_people(own, knowledge)
    if knowledge.notes.is_protected:
        yield SetAside("posts", "R4")
        return
    text = _QUOTED.sub("", text).strip()
    if not text:
        yield SetAside("posts", "R2")
        return
    is_reply = _answers_someone(own, knowledge.notes)
    approval = own.get("favorite_count")
    if not is_reply and approval is None:
        yield SetAside("posts", "no_preference")
        return
    yield Interaction(
        platform="x",
        family="posts",
        kind="reply" if is_reply else "reaction",
        signal="reply" if is_reply else "like",
        options=(Option("unlabelled", Passage(text, "donor", "public")),),
        object_type="post",
        at=_day(own.get("created_at")),
        received=None if is_reply or approval is None else int(approval),
    )


@reader.signal(
    "data/community-note-rating.js", "data/birdwatch-note-rating.js", decode=named_records,
    family="note_ratings", whole=True,
    signature=signature("community_note_rating", "birdwatch_note_rating"),
)  # fmt: skip
@compared("note_ratings")
def note_rating(record: dict[str, Any], _: Knowledge) -> Iterator[Finding]:
    """How helpful the donor found a community note, on three levels. The note is not included.

    Notes were called Birdwatch until 2022; that its records were the same is unverified.
    """
    rated = unwrapped(record)
    level = _NOTE_RATINGS.get(rated["helpfulnessLevel"])
    if level is None:
        yield Unread("note_ratings", "helpfulnessLevel")
        return
    signal, value = level
    created = rated.get("createdAt")
    yield Interaction(
        platform="x",
        family="note_ratings",
        kind="rating",
        signal=signal,
        value=value,
        scale="3-level",
        options=(Option("unlabelled", Passage(None, "other", "public")),),
        object_type="note",
        object_ref=f"x:note:{rated['noteId']}",
        at=iso(created),
    )


def _learn_people(own: dict[str, Any], knowledge: Knowledge) -> None:
    """Who is named in a post, learned as it goes by: another pass would double the time."""
    known = knowledge.identities
    if name := own.get("in_reply_to_screen_name"):
        known.add("handles", name)
    entities = own.get("entities")
    for one in (entities.get("user_mentions") if isinstance(entities, dict) else None) or ():
        if isinstance(one, dict):
            known.add("handles", one.get("screen_name"))
            known.add("names", one.get("name"))


def _answers_someone(own: dict[str, Any], notes: Notes) -> bool:
    """Whether the post answers another account: going on with one's own thread does not."""
    if not (own.get("in_reply_to_status_id_str") or own.get("in_reply_to_user_id_str")):
        return False
    return (
        str(own.get("in_reply_to_user_id_str")) not in notes.account_ids
        and str(own.get("in_reply_to_screen_name")).casefold() not in notes.usernames
    )


def _day(created_at: Any) -> float | None:
    """The day of `Wed Oct 10 20:19:24 +0000 2018`: only the quarter is kept in the end."""
    return _parsed_day(created_at[4:10], created_at[-4:]) if isinstance(created_at, str) else None


@lru_cache(4096)
def _parsed_day(month_and_day: str, year: str) -> float | None:
    return pattern(f"{month_and_day} {year}", "%b %d %Y")
