"""Bluesky: the repository, its records, and blocks that are none."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.archive.archive import Source
from filters.formats.car import Malformed, blocks, decoded, leading_text
from filters.formats.json import Damaged
from filters.limits import Limits
from filters.reader import Choices, Knowledge
from filters.readers.bluesky import Notes, owner
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


SIMPLE = st.none() | st.booleans() | st.integers(-(2**40), 2**40) | st.text(max_size=40)
VALUE = st.recursive(
    SIMPLE | st.binary(max_size=300),
    lambda inner: st.lists(inner, max_size=30) | st.dictionaries(st.text(max_size=30), inner),
    max_leaves=40,
)


@given(st.dictionaries(st.text(max_size=30), VALUE, max_size=20))
def test_the_first_text_of_a_block_is_read_as_when_all_is(value: dict[str, object]) -> None:
    block = encoded(value)
    assert decoded(block) == value
    for key, under in value.items():
        is_first = key == min(value, key=lambda key: (len(key.encode()), key.encode()))
        if len(key.encode()) < 24:
            text = under if is_first and isinstance(under, str) else None
            assert leading_text(block, key) == text


@given(st.binary(max_size=60))
def test_bytes_that_are_no_block_have_no_first_text_or_one_within_them(block: bytes) -> None:
    assert len(leading_text(b"\xa1\x61a" + block, "a") or "") <= len(block)


MENTION = "app.bsky.richtext.facet#mention"


def mention(start: int, end: int, **more: object) -> dict[str, object]:
    return {
        "index": {"byteStart": start, "byteEnd": end},
        "features": [{"$type": MENTION, "did": "did:plc:noor"}],
        **more,
    }


@pytest.mark.parametrize(
    "post",
    [
        {"text": "@noor.exemple bien vu", "facets": [mention(0, 13)]},
        {"text": "é" * 200 + " @noor.exemple", "facets": [mention(401, 414)]},
        # Not as it is usually written: another key, another feature, a text that looks like one.
        {"text": "@noor.exemple", "facets": [mention(0, 13, new=1)]},
        {"text": "@noor.exemple facet#mention", "facets": [mention(0, 13)]},
        {"tags": [], "via": "x", "text": "@noor.exemple", "facets": [mention(0, 13)]},
    ],
)
def test_who_is_mentioned_is_known_however_it_is_written(post: dict[str, object]) -> None:
    knowledge = Knowledge(choices=Choices(), notes=Notes())
    owner(encoded({"$type": "app.bsky.feed.post", **post}), knowledge)
    assert knowledge.identities.handles == {"noor.exemple"}
