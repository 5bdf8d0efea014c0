"""Bluesky: the repository, its records, and blocks that are none."""

import io

import pytest

from filters.archive.archive import Source
from filters.formats.car import Malformed, blocks, decoded
from filters.formats.json import Damaged
from filters.limits import Limits
from tests.filters.generators.bluesky import Link, car, cid, encoded, varint
from tests.filters.reading import read, zipped

ME = "did:plc:camille"
COMMIT = {"did": ME, "rev": "1", "data": Link(cid(b"")), "version": 3}
SUBJECT = {"uri": "at://did:plc:noor/app.bsky.feed.post/3k1", "cid": "bafyrei" + "a" * 52}


def reply(parent: str, text: str = "Bien vu") -> dict[str, object]:
    to = {"uri": parent, "cid": SUBJECT["cid"]}
    return {"$type": "app.bsky.feed.post", "text": text, "createdAt": "2024-05-06T07:08:09.123Z",
            "reply": {"root": to, "parent": to}}  # fmt: skip


RECORDS = [
    COMMIT,
    {"e": [], "l": None},
    {"$type": "app.bsky.feed.like", "subject": SUBJECT, "createdAt": "2024-02-01T00:00:00Z"},
    {
        "$type": "app.bsky.feed.like",
        "subject": {"uri": "at://did:plc:noor/app.bsky.feed.generator/x"},
    },
    reply(SUBJECT["uri"]),
    reply(f"at://{ME}/app.bsky.feed.post/1"),
    {"$type": "app.bsky.feed.post", "text": "un premier mot"},
    {"$type": "app.bsky.feed.repost", "subject": SUBJECT},
    {"$type": "app.bsky.graph.block", "subject": "did:plc:noor"},
    {"$type": "org.exemple.new"},
    {"$type": "app.bsky.feed.like"},
]


def test_a_repository_alone_or_in_a_zip_is_read() -> None:
    for source in (zipped({"a/repo.car": car(RECORDS)}), Source(io.BytesIO(car(RECORDS)), "x.bin")):
        kept, outcome = read(source)
        assert [(r.signal, r.object_ref, r.object_type, r.period) for r in kept] == [
            ("like", f"bluesky:post:{SUBJECT['cid']}", "post", "2024-Q1"),
            ("like", None, "page", None),
            ("reply", None, "post", "2024-Q2"),
        ]
        assert "did:plc" not in repr(kept)
        removed = outcome.tally.removed
        assert removed["no_preference", "posts"] == 3
        assert removed["R8", "network"] == 1
        assert removed["unknown", "repository"] == 2


def values(content: bytes, piece: int = 7) -> list[object]:
    pieces = [content[at : at + piece] for at in range(0, len(content), piece)]
    return [one if isinstance(one, Damaged) else decoded(one) for one in blocks(pieces, Limits())]


def test_every_kind_of_value_is_read() -> None:
    value = {"a": [1, -2, True, None, "é", b"x" * 300, {"b": 70000, "c" * 30: 2**40}], "l": []}
    assert values(car([value])) == [value]
    assert decoded(encoded(Link(b"abc"))) == (b"abc",)


@pytest.mark.parametrize(
    "block",
    [b"", b"\xa1\x61a", b"\x81" * 100 + b"\x00", b"\x9b" + b"\xff" * 8, b"\xbb" + b"\xff" * 8, b"\x7f\x61a\xff",
     b"\x00\x00", b"\xa1\x00\x00", b"\xc1\x00", b"\xd8\x2a\x00", b"\xfb\x00", b"\x78", b"\xfc", b"\x65ab"],
)  # fmt: skip
def test_a_block_that_is_no_value_says_so(block: bytes) -> None:
    with pytest.raises(Malformed):
        decoded(block)


def test_a_block_that_is_none_costs_itself_only() -> None:
    like = RECORDS[2]
    bad = [cid(b"") + b"\xa1\x65$type", b"\x02\x71\x12\x20", b""]
    written = car([COMMIT]) + b"".join(varint(len(one)) + one for one in bad) + car([like])[59:]
    kept, outcome = read(zipped({"repo.car": written}))
    assert [record.signal for record in kept] == ["like"]
    assert outcome.tally.removed["unknown", "repository"] == 3


@pytest.mark.parametrize("cut", range(1, 60, 7))
def test_an_archive_cut_short_ends_with_one_complaint(cut: int) -> None:
    whole = car([{"a": 1}, {"b": 2}])
    found = values(whole[:-cut])
    assert found.count(Damaged("end")) <= 1
    assert all(isinstance(one, dict | Damaged) for one in found)


def test_a_block_past_the_limit_is_passed_over_without_being_held() -> None:
    one, tail = car([{"a": 1}]), encoded({"ok": 1})
    big = varint(3_000_000) + b"\0" * 3_000_000
    found = values(one + big + varint(len(tail) + 36) + cid(tail) + tail, piece=65536)
    assert found == [{"a": 1}, Damaged("size"), {"ok": 1}]
