"""Bluesky: likes, and the donor's own replies, from the repository file `repo.car`.

Facts: formats/bluesky. Every record is one block and names its own type, so that the tree of
record keys is not walked: no key is needed. Addresses of posts begin with their author, so a liked
post is only named by the hash of its content. A repost, a first post and going on with one's own
thread judge nothing. Private messages are not in the export.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from filters.formats.car import blocks, decoded
from filters.formats.dates import iso
from filters.interaction import Interaction, ObjectType, Option, Passage
from filters.reader import Finding, Knowledge, Reader, SetAside, Unread

_NO_PREFERENCE = {
    "app.bsky.feed.repost": "posts",
    "app.bsky.feed.threadgate": "settings",
    "app.bsky.feed.postgate": "settings",
    "app.bsky.feed.generator": "settings",
    "app.bsky.labeler.service": "settings",
    "app.bsky.graph.starterpack": "settings",
    "app.bsky.actor.status": "settings",
    "app.bsky.notification.declaration": "settings",
    "chat.bsky.actor.declaration": "settings",
}
_OF_PEOPLE = frozenset(
    f"app.bsky.graph.{name}"
    for name in ("follow", "block", "list", "listitem", "listblock", "verification")
)
_PROFILE = "app.bsky.actor.profile"
_DID_KEY, _PROFILE_TYPE = b"cdid", b"actor.profile"
"""As they are written in the signed commit and in mentions, and in the profile."""
_TYPE_KEY = b"e$type"
_CID = re.compile(r"[a-z2-7]{40,80}")
_PAGES = ("/app.bsky.feed.generator/", "/app.bsky.labeler.service/")
_MOST_FACETS = 200


@dataclass
class Notes:
    """The donor's own identifier, from the signed commit."""

    did: str | None = None


reader = Reader(
    "bluesky", version=1, title="Bluesky", notes=Notes, signals={"unverified": ("like", "reply")}
)


def owner(block: bytes, knowledge: Knowledge) -> None:
    """Whose repository it is, and the names in it: the profile's, and those of mentions."""
    if _DID_KEY not in block and _PROFILE_TYPE not in block:
        return  # Most blocks by far: not worth decoding twice.
    record = decoded(block)
    if not isinstance(record, dict):
        return
    known = knowledge.identities
    if "$type" not in record and isinstance(record.get("did"), str):
        knowledge.notes.did = record["did"]
        known.add("handles", record["did"])
    elif record.get("$type") == _PROFILE:
        known.add("names", record.get("displayName"))
    elif record.get("$type") == "app.bsky.feed.post" and record.get("facets"):
        known.add("handles", *_mentioned(record))


def _mentioned(post: dict[str, Any]) -> Iterator[str]:
    """The handles a post mentions: where they stand is counted in bytes."""
    written = post["text"].encode("utf-8", "replace")
    for facet in post["facets"][:_MOST_FACETS]:
        if any(f.get("$type") == "app.bsky.richtext.facet#mention" for f in facet["features"]):
            place = facet["index"]
            name = written[place["byteStart"] : place["byteEnd"]].decode("utf-8", "replace")
            yield name.lstrip("@")


@reader.signal(
    "*.car", decode=blocks, family="repository", learn=owner,
    signature=r"\A[\x00-\xff]{1,3}\xa2eroots[\x00-\xff]{1,120}?gversion\x01",
)  # fmt: skip
def record(block: bytes, knowledge: Knowledge) -> Iterator[Finding]:
    """One record of the repository; the blocks that hold it together are passed over."""
    if _TYPE_KEY not in block:
        return
    found = decoded(block)
    if not isinstance(found, dict) or "$type" not in found:
        return
    kind = found["$type"]
    if kind == "app.bsky.feed.like":
        yield _like(found)
    elif kind == "app.bsky.feed.post":
        yield _post(found, knowledge.notes)
    elif kind in _NO_PREFERENCE:
        yield SetAside(_NO_PREFERENCE[kind], "no_preference")
    elif kind in _OF_PEOPLE:
        yield SetAside("network", "R8")
    elif kind == _PROFILE:
        yield SetAside("profile", "R8")
    else:
        yield Unread("repository", "type")


def _like(found: dict[str, Any]) -> Finding:
    subject = found["subject"]
    cid, uri = subject.get("cid"), subject["uri"]
    is_page = any(page in uri for page in _PAGES)
    object_type: ObjectType = "page" if is_page else "post"
    named = isinstance(cid, str) and _CID.fullmatch(cid)
    return Interaction(
        platform="bluesky",
        family="likes",
        kind="binary",
        signal="like",
        options=(Option("good", Passage(None, "other", "public")),),
        object_type=object_type,
        object_ref=f"bluesky:{object_type}:{cid}" if named else None,
        at=_at(found.get("createdAt")),
    )


def _post(found: dict[str, Any], notes: Notes) -> Finding:
    answered = found.get("reply")
    text = found["text"].strip()
    if not answered or not text:
        return SetAside("posts", "no_preference")
    to = answered["parent"]["uri"]
    if notes.did is not None and to.startswith(f"at://{notes.did}/"):
        return SetAside("posts", "no_preference")
    return Interaction(
        platform="bluesky",
        family="posts",
        kind="reply",
        signal="reply",
        options=(Option("unlabelled", Passage(text, "donor", "public")),),
        object_type="post",
        at=_at(found.get("createdAt")),
    )


def _at(created: Any) -> float | None:
    return _point(created[:10]) if isinstance(created, str) else None


@lru_cache(4096)
def _point(day: str) -> float | None:
    return iso(day)
