"""Mastodon: favourites, bookmarks, the donor's own public replies.

Facts: formats/mastodon. Lists of ActivityStreams under `orderedItems`. Favourites and bookmarks
are bare addresses, which name their author: only the act is kept. A post whose `to` does not hold
everybody (followers, named people, unlisted) is left out; a boost and a first post answer nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any

from filters.formats.csv import cells
from filters.formats.dates import iso_day
from filters.formats.json import Item, documents, items
from filters.formats.quotations import own_markup
from filters.interaction import Interaction, Option, Passage, Signal
from filters.reader import Finding, Knowledge, Reader, SetAside, Unread

_PUBLIC = frozenset(
    {"https://www.w3.org/ns/activitystreams#Public", "as:Public", "Public"},
)
_POSTS = frozenset({"Note", "Question", "Article"})
_TAG = re.compile(r"<[^<>]{0,2000}>")
_BREAK = re.compile(
    r"<(?:br|/?(?:p|div|li|ul|ol|pre|h[1-6]))(?=[\s/>])[^<>]{0,2000}>", re.IGNORECASE
)
_LINES = re.compile(r"\n\s+")
_MOST_MENTIONS = 200


@dataclass
class Notes:
    """The donor's own address, which the addresses of their posts begin with."""

    actor: str | None = None


reader = Reader(
    "mastodon",
    version=1,
    title="Mastodon",
    notes=Notes,
    signals={"unverified": ("like", "save", "reply")},
)


@reader.identity(
    "actor.json", decode=documents, telling=True,
    signature=r'"type"\s*:\s*"(?:Person|Service)"[^\0]{0,4000}?"preferredUsername"\s*:'
              r'|"preferredUsername"\s*:[^\0]{0,4000}?"type"\s*:\s*"(?:Person|Service)"',
)  # fmt: skip
def actor(document: dict[str, Any], knowledge: Knowledge) -> None:
    """The donor's profile: names, address, and what they wrote in its fields."""
    if isinstance(document.get("id"), str):
        knowledge.notes.actor = document["id"]
    known = knowledge.identities
    known.add("handles", document.get("preferredUsername"))
    known.add("names", document.get("name"))
    for one in _dicts(document.get("attachment")):
        value = _plain(one.get("value"))
        if "@" in value and "." in value.rpartition("@")[2] and not value.startswith("@"):
            known.add("emails", value)
        elif value.startswith("@"):
            known.add("handles", value)


@reader.identity("blocked_accounts.csv", "lists.csv", decode=cells, family="contacts")
@reader.identity(
    "following_accounts.csv", "follows.csv", "muted_accounts.csv", "mutes.csv",
    decode=cells, family="contacts", signature=r"\A(?:\xef\xbb\xbf)?Account address\b",
)  # fmt: skip
def contact(row: list[str], knowledge: Knowledge) -> None:
    """People the donor follows, mutes or blocks."""
    for handle in row[:2]:
        if "@" in handle:
            knowledge.identities.add("handles", handle, handle.partition("@")[0])


def mentions(item: Item, knowledge: Knowledge) -> None:
    """Who is named in a post, for the redaction dictionary; and the donor's own address."""
    activity = item.value
    if item.key not in (None, "orderedItems") or not isinstance(activity, dict):
        return
    if knowledge.notes.actor is None and isinstance(activity.get("actor"), str):
        knowledge.notes.actor = activity["actor"]
    post = activity.get("object")
    for tag in _dicts(post.get("tag") if isinstance(post, dict) else None)[:_MOST_MENTIONS]:
        if tag.get("type") == "Mention" and isinstance(tag.get("name"), str):
            name = tag["name"].lstrip("@")
            knowledge.identities.add("handles", name, name.partition("@")[0])


@reader.signal(
    "outbox.json", decode=items, family="posts", learn=mentions,
    signature=r'"id"\s*:\s*"(?:[^"]*/)?outbox(?:\.json)?"[^\0]{0,2000}?"orderedItems"\s*:'
              r'|"orderedItems"\s*:\s*\[\s*\{[^\0]{0,4000}?"type"\s*:\s*"(?:Create|Announce)"',
)  # fmt: skip
def activity(item: Item, knowledge: Knowledge) -> Iterator[Finding]:
    """A post or a boost. Only a public answer to somebody else is a reply."""
    if item.key not in (None, "orderedItems"):
        return
    done = item.value
    if done["type"] == "Announce":
        yield SetAside("posts", "no_preference")
        return
    if done["type"] != "Create":
        yield Unread("posts", "type")
        return
    post = done["object"]
    if not isinstance(post, dict):
        yield SetAside("posts", "no_preference")
        return
    if post.get("type") not in _POSTS:
        yield Unread("posts", "object type")
        return
    if _PUBLIC.isdisjoint(_texts(post.get("to") or done.get("to"))):
        yield SetAside("posts", "R4")
        return
    text = _plain(post.get("content"))
    if not text or not _answers_someone(post, knowledge.notes):
        yield SetAside("posts", "no_preference")
        return
    warning = _plain(post.get("summary"))
    written = f"{warning}\n{text}" if warning else text
    yield Interaction(
        platform="mastodon",
        family="posts",
        kind="reply",
        signal="reply",
        options=(Option("unlabelled", Passage(written, "donor", "public")),),
        object_type="post",
        at=iso_day(post.get("published") or done.get("published")),
    )


def _answers_someone(post: dict[str, Any], notes: Notes) -> bool:
    """Whether a post answers another account: going on with one's own thread does not."""
    answered = post.get("inReplyTo")
    if isinstance(answered, dict):
        answered = answered.get("id")
    if not isinstance(answered, str) or not answered:
        return False
    return notes.actor is None or not answered.startswith(f"{notes.actor.rstrip('/')}/")


@reader.signal(
    "likes.json", decode=items, family="likes",
    signature=r'"id"\s*:\s*"(?:[^"]*/)?likes(?:\.json)?"[^\0]{0,2000}?"orderedItems"\s*:',
)  # fmt: skip
def like(item: Item, _: Knowledge) -> Iterator[Finding]:
    """A favourite: an address and nothing else."""
    yield from _bare(item, "like", "likes")


@reader.signal(
    "bookmarks.json", decode=items, family="bookmarks",
    signature=r'"id"\s*:\s*"(?:[^"]*/)?bookmarks(?:\.json)?"[^\0]{0,2000}?"orderedItems"\s*:',
)  # fmt: skip
def bookmark(item: Item, _: Knowledge) -> Iterator[Finding]:
    """A bookmark: an address and nothing else."""
    yield from _bare(item, "save", "bookmarks")


# A list of bare addresses that does not say which it is: only its name can.
reader.ignore(family="collections", signature=r'"orderedItems"\s*:')
reader.signal("likes.json", decode=items, family="likes", signature=r'"orderedItems"\s*:')(like)
reader.signal("bookmarks.json", decode=items, family="bookmarks", signature=r'"orderedItems"\s*:')(
    bookmark
)


def _bare(item: Item, signal: Signal, family: str) -> Iterator[Finding]:
    if item.key not in (None, "orderedItems"):
        return
    of = item.value.get("id") if isinstance(item.value, dict) else item.value
    if not isinstance(of, str) or not of.startswith(("http://", "https://")):
        yield Unread(family, "address")
        return
    yield Interaction(
        platform="mastodon",
        family=family,
        kind="binary",
        signal=signal,
        options=(Option("good", Passage(None, "other", "public")),),
        object_type="post",
    )


def _plain(content: Any) -> str:
    """The author's words in a post's HTML: blocks and breaks become lines, other marks vanish."""
    if not isinstance(content, str):
        return ""
    own = _TAG.sub("", _BREAK.sub("\n", own_markup(content)))
    return unescape(_LINES.sub("\n", own)).strip()


def _texts(value: Any) -> list[str]:
    listed = value if isinstance(value, list) else [value]
    return [one for one in listed if isinstance(one, str)]


def _dicts(value: Any) -> list[dict[str, Any]]:
    listed = value if isinstance(value, list) else [value]
    return [one for one in listed if isinstance(one, dict)]
