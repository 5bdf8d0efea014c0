"""Bluesky: a repository with likes, replies, reposts and follows, as CAR blocks of DAG-CBOR."""

import base64
import hashlib
import time
from typing import Any

from tests.filters.generators.export import Export
from tests.filters.generators.invented import Crowd

LAYOUTS = ("repository",)


class Link(bytes):
    """A link to another block."""


def encoded(value: Any) -> bytes:
    """One value as DAG-CBOR."""
    match value:
        case None | bool():
            return {None: b"\xf6", True: b"\xf5", False: b"\xf4"}[value]
        case int():
            return _head(0, value) if value >= 0 else _head(1, -1 - value)
        case Link():
            return b"\xd8\x2a" + encoded(b"\0" + bytes(value))
        case bytes():
            return _head(2, len(value)) + value
        case str():
            return _head(3, len(value.encode())) + value.encode()
        case list():
            return _head(4, len(value)) + b"".join(map(encoded, value))
        case _:
            keys = sorted(value, key=lambda key: (len(key.encode()), key.encode()))
            return _head(5, len(value)) + b"".join(encoded(k) + encoded(value[k]) for k in keys)


def _head(major: int, number: int) -> bytes:
    if number < 24:
        return bytes([major << 5 | number])
    for kind, size in ((24, 1), (25, 2), (26, 4), (27, 8)):
        if number < 1 << (8 * size):
            return bytes([major << 5 | kind]) + number.to_bytes(size, "big")
    raise ValueError(number)


def varint(number: int) -> bytes:
    written = b""
    while number >= 0x80:
        written += bytes([number & 0x7F | 0x80])
        number >>= 7
    return written + bytes([number])


def cid(block: bytes) -> bytes:
    return b"\x01\x71\x12\x20" + hashlib.sha256(block).digest()


def car(values: list[Any]) -> bytes:
    """A repository file: the header, then every value as a block of its own."""
    written = [encoded(value) for value in values]
    header = encoded({"version": 1, "roots": [Link(cid(written[0]))]})
    parts = [varint(len(header)), header]
    for block in written:
        parts += [varint(len(block) + 36), cid(block), block]
    return b"".join(parts)


def generate(seed: int, *, language: str, layout: str, size: int) -> Export:
    crowd = Crowd(seed, language)
    rng = crowd.rng
    me, *friends = crowd.people(8)
    export = Export("bluesky")
    did = f"did:plc:{me.handle}"
    export.identities |= {did, me.name}

    def subject(owner: str) -> dict[str, Any]:
        block = rng.randbytes(8)
        named = "b" + base64.b32encode(cid(block)).decode().casefold().rstrip("=")
        return {"uri": f"at://{owner}/app.bsky.feed.post/3k{rng.randrange(10**9)}", "cid": named}

    values: list[Any] = [
        {
            "did": did,
            "rev": "3k",
            "sig": b"\0" * 64,
            "data": Link(cid(b"")),
            "prev": None,
            "version": 3,
        },
        {
            "l": None,
            "e": [{"k": b"app.bsky.feed.like/3k", "p": 0, "t": None, "v": Link(cid(b"x"))}],
        },
        {
            "$type": "app.bsky.actor.profile",
            "displayName": me.name,
            "description": crowd.sentence(),
        },
    ]
    for _ in range(size):
        friend = rng.choice(friends)
        whom, at = (
            f"did:plc:{friend.handle}",
            time.strftime("%Y-%m-%dT%H:%M:%S.000Z", time.gmtime(crowd.when())),
        )
        match rng.randrange(7):
            case 0 | 1 | 2:
                values.append(
                    {"$type": "app.bsky.feed.like", "subject": subject(whom), "createdAt": at}
                )
                export.plant("like", "good")
            case 3:
                values.append(
                    {"$type": "app.bsky.feed.repost", "subject": subject(whom), "createdAt": at}
                )
            case 4:
                values.append({"$type": "app.bsky.graph.follow", "subject": whom, "createdAt": at})
            case kind:
                handle = f"{friend.handle.replace('_', '-')}.exemple.invalid"
                text = f"@{handle} {crowd.sentence()}"
                end = len(handle) + 1
                to = subject(did if kind == 5 else whom)
                values.append({
                    "$type": "app.bsky.feed.post", "text": text, "langs": [language], "createdAt": at,
                    "reply": {"root": to, "parent": to},
                    "facets": [{"index": {"byteStart": 0, "byteEnd": end},
                                "features": [{"$type": "app.bsky.richtext.facet#mention", "did": whom}]}],
                })  # fmt: skip
                export.identities.add(handle)
                if kind == 6:
                    export.plant("reply")
    export.files = {"repo.car": car(values)}
    return export
