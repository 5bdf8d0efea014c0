"""Mastodon: posts of every visibility, boosts, favourites and bookmarks."""

import json
import time
from typing import Any

from tests.filters.generators.export import Export
from tests.filters.generators.invented import Crowd

LAYOUTS = ("with_ids", "bare")
_PUBLIC = "https://www.w3.org/ns/activitystreams#Public"
_CONTEXT = ["https://www.w3.org/ns/activitystreams", {"sensitive": "as:sensitive"}]


def generate(seed: int, *, language: str, layout: str, size: int) -> Export:
    crowd = Crowd(seed, language)
    rng = crowd.rng
    me, *friends = crowd.people(8)
    actor = f"https://exemple.invalid/users/{me.handle}"
    export = Export("mastodon")
    export.identities |= {me.handle, me.name, *(f"{f.handle}@ailleurs.invalid" for f in friends)}
    posts: list[Any] = [
        _post(crowd, actor, friend.handle, [_PUBLIC], own=True) for friend in friends
    ]
    addresses: dict[str, list[str]] = {"likes": [], "bookmarks": []}
    for number in range(size):
        friend = rng.choice(friends)
        address = f"https://ailleurs.invalid/users/{friend.handle}/statuses/{number}"
        match rng.randrange(6):
            case 0 | 1:
                addresses["likes"].append(address)
                export.plant("like", "good")
            case 2:
                addresses["bookmarks"].append(address)
                export.plant("save", "good")
            case 3:
                posts.append(_post(crowd, actor, friend.handle, [_PUBLIC], answers=address))
                export.plant("reply")
            case 4:
                to = rng.choice([[f"{actor}/followers"], [address.rpartition("/statuses")[0]]])
                posts.append(_post(crowd, actor, friend.handle, to, answers=address))
            case _:
                posts.append(
                    {
                        "type": "Announce",
                        "actor": actor,
                        "published": _when(crowd),
                        "object": address,
                        "to": [_PUBLIC],
                    }
                )
    written: dict[str, Any] = {
        "actor.json": {"@context": _CONTEXT, "id": actor, "type": "Person", "preferredUsername": me.handle,
                       "name": me.name, "summary": "<p>?</p>", "outbox": "outbox.json", "likes": "likes.json",
                       "attachment": [{"type": "PropertyValue", "name": "Site", "value": "<a href='x'>x</a>"}]},
    }  # fmt: skip
    for name, listed in (("outbox", posts), *addresses.items()):
        named = {"id": f"{name}.json"} if layout == "with_ids" else {}
        written[f"{name}.json"] = {
            "@context": _CONTEXT[0], **named, "type": "OrderedCollection", "totalItems": len(listed),
            "orderedItems": listed,
        }  # fmt: skip
    export.files = {name: json.dumps(value).encode() for name, value in written.items()}
    return export


def _when(crowd: Crowd) -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(crowd.when()))


def _post(
    crowd: Crowd, actor: str, friend: str, to: list[str], *, answers: str | None = None, own: bool = False
) -> dict[str, Any]:  # fmt: skip
    name = f"@{friend}@ailleurs.invalid"
    note = {
        "id": f"{actor}/statuses/1", "type": "Note", "summary": None, "to": to, "cc": [],
        "inReplyTo": f"{actor}/statuses/2" if own else answers, "published": _when(crowd),
        "content": f"<p><span>{name}</span> {crowd.sentence()}</p>",
        "tag": [{"type": "Mention", "href": "https://ailleurs.invalid/x", "name": name}],
    }  # fmt: skip
    return {
        "type": "Create",
        "actor": actor,
        "published": note["published"],
        "to": to,
        "object": note,
    }
