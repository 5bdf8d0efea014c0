"""Bluesky: likes, and the donor's own replies, from the repository file `repo.car`.

Facts: formats/bluesky. Every record is one block and names its own type, so that the tree of
record keys is not walked: no key is needed. Addresses of posts begin with their author, so a liked
post is only named by the hash of its content. A repost, a first post and going on with one's own
thread judge nothing. Private messages are not in the export.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from filters.formats.car import blocks, decoded, leading_text
from filters.formats.dates import iso_day
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
_DID_KEY, _PROFILE_TYPE, _MENTION = b"cdid", b"actor.profile", b"facet#mention"
_TYPE_KEY = b"e$type"
"""As they are written in the signed commit, in the profile, in posts, in every record."""
_ASIDE = {
    **{kind: SetAside(family, "no_preference") for kind, family in _NO_PREFERENCE.items()},
    **dict.fromkeys(_OF_PEOPLE, SetAside("network", "R8")),
    _PROFILE: SetAside("profile", "R8"),
}
"""What a record of these types is, whatever else it says."""
_UNTOLD = _ASIDE.keys() - {_PROFILE} | {"app.bsky.feed.like"}
"""Records that name nobody whose name may stand in a text."""
_USUAL_MENTION = re.compile(
    rb"\xa2eindex\xa2gbyteEnd([\0-\x17]|\x18.|\x19..)ibyteStart([\0-\x17]|\x18.|\x19..)"
    rb"hfeatures\x81\xa2cdid(?:[\x61-\x77]|\x78.)did:[a-z]+:[\w.:%-]+e\$typex\x1fapp\.bsky\.richtext\."
    + _MENTION, re.DOTALL,
)  # fmt: skip
"""A mention as it is written when it says nothing else: found without decoding the post."""
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
    if leading_text(block, "$type") in _UNTOLD or not (
        _DID_KEY in block or _PROFILE_TYPE in block or _MENTION in block
    ):
        return  # Most blocks by far: not worth decoding twice.
    known = knowledge.identities
    usual = [] if _PROFILE_TYPE in block else _USUAL_MENTION.findall(block)
    text = leading_text(block, "text") if usual else None
    if text is not None and len(usual) == block.count(_MENTION):
        known.add(
            "handles", *_handles(text, [(_small(start), _small(end)) for end, start in usual])
        )
        return
    record = decoded(block)
    if not isinstance(record, dict):
        return
    if "$type" not in record and isinstance(record.get("did"), str):
        knowledge.notes.did = record["did"]
        known.add("handles", record["did"])
    elif record.get("$type") == _PROFILE:
        known.add("names", record.get("displayName"))
    elif record.get("$type") == "app.bsky.feed.post" and record.get("facets"):
        mentions = (
            facet["index"]
            for facet in record["facets"][:_MOST_FACETS]
            if any(f.get("$type") == "app.bsky.richtext.facet#mention" for f in facet["features"])
        )
        places = [(place["byteStart"], place["byteEnd"]) for place in mentions]
        known.add("handles", *_handles(record["text"], places))


def _handles(text: str, places: Iterable[tuple[int, int]]) -> Iterator[str]:
    """The handles that stand at some places of a post, which are counted in bytes."""
    written = text.encode("utf-8", "replace")
    for start, end in places:
        yield written[start:end].decode("utf-8", "replace").lstrip("@")


def _small(written: bytes) -> int:
    """A number of at most 16 bits, as it is written."""
    return int.from_bytes(written[1:] or written, "big")


@reader.signal(
    "*.car", decode=blocks, family="repository", learn=owner,
    signature=r"\A[\x00-\xff]{1,3}\xa2eroots[\x00-\xff]{1,120}?gversion\x01",
)  # fmt: skip
def record(block: bytes, knowledge: Knowledge) -> Iterator[Finding]:
    """One record of the repository; the blocks that hold it together are passed over."""
    if _TYPE_KEY not in block:
        return
    if (known := _ASIDE.get(leading_text(block, "$type") or "")) is not None:
        yield known
        return
    found = decoded(block)
    if not isinstance(found, dict) or "$type" not in found:
        return
    kind = found["$type"]
    if kind == "app.bsky.feed.like":
        yield _like(found)
    elif kind == "app.bsky.feed.post":
        yield _post(found, knowledge.notes)
    elif kind in _ASIDE:
        yield _ASIDE[kind]
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
        at=iso_day(found.get("createdAt")),
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
        at=iso_day(found.get("createdAt")),
    )
