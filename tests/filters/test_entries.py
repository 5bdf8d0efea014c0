"""An entry of a zip comes out as it was put in, or is damaged: small, and read in one step, or not."""

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from filters.archive.archive import Archive, Source
from filters.archive.entry import folded
from filters.limits import KIB, Limits
from filters.problem import EntryDamaged
from tests.hostile.rawzip import DEFLATED, Member, written

SMALL, LARGE = b"Merci, c'est parfait. " * 40, bytes(range(256)) * 1024
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2)


def opened(content: bytes) -> Archive:
    return Archive([Source(io.BytesIO(content), "export.zip")], Limits())


def read(content: bytes) -> list[bytes]:
    archive = opened(content)
    return [b"".join(archive.chunks(entry)) for entry in archive.entries]


@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(
            st.binary(min_size=1, max_size=300),
            st.sampled_from([1, 64 * KIB // 300, 64 * KIB // 16, 2000]),
            st.integers(0, 400),
            st.sampled_from(METHODS),
        ),
        min_size=1,
        max_size=4,
    )
)
def test_what_was_put_in_comes_out(some: list[tuple[bytes, int, int, int]]) -> None:
    """Of any size, under a name of any length, however it was packed."""
    buffer = io.BytesIO()
    contents = [piece * times for piece, times, *_ in some]
    with zipfile.ZipFile(buffer, "w") as archive:
        for number, (_, _, length, method) in enumerate(some):
            archive.writestr(f"{number}{'n' * length}.json", contents[number], method)
    assert read(buffer.getvalue()) == contents


@pytest.mark.parametrize("content", [SMALL, LARGE])
@pytest.mark.parametrize(
    "lie",
    [
        {"crc": 1},
        {"size": 1},
        {"size": 10 * len(LARGE)},
        {"packed": b"\xff\xff\xff\xff"},
        {"packed": Member(b"", LARGE[:99], DEFLATED).stored[:-4]},
    ],
)
def test_an_entry_that_is_not_as_declared_is_damaged_and_the_next_is_not(
    content: bytes, lie: dict[str, int | bytes]
) -> None:
    lying = Member(b"a.json", content, DEFLATED, **lie)  # type: ignore[arg-type]
    archive = opened(written([lying, Member(b"b.json", SMALL, DEFLATED)]))
    first, second = archive.entries
    with pytest.raises(EntryDamaged):
        list(archive.chunks(first))
    assert b"".join(archive.chunks(second)) == SMALL


def test_what_stands_before_the_damage_is_still_read() -> None:
    (entry,) = (archive := opened(written([Member(b"a.json", SMALL, DEFLATED, crc=1)]))).entries
    pieces = archive.chunks(entry)
    assert next(pieces) == SMALL
    with pytest.raises(EntryDamaged):
        next(pieces)


@given(st.text(st.characters(max_codepoint=127)))
def test_a_name_of_plain_letters_is_folded_as_any_other(name: str) -> None:
    assert folded(name) + "é" == folded(name + "é")
