"""CSV one row at a time: as spreadsheets and platforms write it, and as they never should."""

import csv
import io
import tracemalloc
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.formats.csv import cells, rows, rows_after
from filters.formats.json import Damaged
from filters.limits import MIB, Limits

FIELDS = st.text(st.characters(blacklist_categories=("Cs",), blacklist_characters="\r\0"))


def pieces(content: bytes, size: int) -> Iterator[bytes]:
    return (content[at : at + size] for at in range(0, len(content), size))


def found(content: str | bytes, size: int = 7) -> list[Any]:
    raw = content.encode() if isinstance(content, str) else content
    return list(cells(pieces(raw, size), Limits()))


@given(
    st.lists(st.lists(FIELDS, min_size=2, max_size=4), max_size=5),
    st.sampled_from(",;\t"),
    st.integers(1, 40),
)
def test_what_a_writer_writes_is_read(table: list[list[str]], separator: str, size: int) -> None:
    written = io.StringIO()
    writer = csv.writer(written, delimiter=separator, lineterminator="\n", quoting=csv.QUOTE_ALL)
    writer.writerows([["id", "text"], *table])
    wanted = [["id", "text"], *(row for row in table if any(row))]
    assert found(written.getvalue(), size) == wanted


def test_translated_headings_are_a_row_like_any_other() -> None:
    page = "\ufeffID du commentaire,Texte du commentaire\nUg1,Très bien\n"
    assert found(page) == [["ID du commentaire", "Texte du commentaire"], ["Ug1", "Très bien"]]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_the_separator_is_that_of_the_heading(separator: str) -> None:
    page = f"a{separator}b c{separator}d\r\n1{separator}2,3;4{separator}5\r\n"
    wanted = "2,3;4" if separator == "\t" else None
    assert found(page)[0] == ["a", "b c", "d"]
    if wanted:
        assert found(page)[1] == ["1", wanted, "5"]


def test_a_quoted_field_holds_lines_quotes_and_separators() -> None:
    assert found('a,b\n1,"x\n""y"", z\n"\n2,w\n') == [["a", "b"], ["1", 'x\n"y", z\n'], ["2", "w"]]


def test_rows_are_named_by_their_heading_and_may_be_short() -> None:
    page = b" Video ID ,Text\nabc\n\n,\ndef,good,extra\n"
    assert list(rows([page], Limits())) == [
        {"video id": "abc"},
        {"video id": "def", "text": "good"},
    ]


def test_notes_above_the_heading_are_passed_over() -> None:
    page = b"Playlist Id,Title\nPL1,mine\n\nVideo Id,Time Added\nabc,2020-01-01\n"
    decode = rows_after("video id")
    assert list(decode([page], Limits())) == [{"video id": "abc", "time added": "2020-01-01"}]


def test_rows_under_no_known_heading_are_one_that_cannot_be_read() -> None:
    decode = rows_after("video id")
    assert list(decode([b"Id,Time\nabc,2020-01-01\n"], Limits())) == [Damaged("heading")]
    assert list(decode([b""], Limits())) == []


def test_nul_and_wrong_bytes_cost_no_row() -> None:
    assert found("a,b\n1,x\0y\n2,thé\n".encode() + b"3,caf\xe9\n4,z\n") == [
        ["a", "b"], ["1", "x\0y"], ["2", "thé"], ["3", "caf�"], ["4", "z"],
    ]  # fmt: skip


def test_a_field_of_a_megabyte_is_damaged_and_the_next_row_is_read() -> None:
    page = f"a,b\n1,{'x' * MIB}\n2,y\n"
    assert found(page, 65_536) == [["a", "b"], Damaged("field"), ["2", "y"]]


def test_an_open_quote_costs_no_more_than_a_field_may_hold() -> None:
    page = 'a,b\n1,"open\n' + "2,y\n" * 100_000
    read = found(page, 65_536)
    damaged = [row for row in read if isinstance(row, Damaged)]
    assert 1 <= len(damaged) <= 2
    assert read.count(["2", "y"]) > 60_000


def test_an_empty_entry_has_no_row() -> None:
    assert found(b"") == []
    assert found(b"\n\n") == []


@given(st.binary(max_size=300), st.integers(1, 50))
def test_any_bytes_end_without_an_exception(content: bytes, size: int) -> None:
    assert all(isinstance(row, list | Damaged) for row in found(content, size))


@given(st.text(alphabet='a,;"\n\r\t', max_size=120))
def test_any_quoting_ends_without_an_exception(text: str) -> None:
    for row in rows([text.encode()], Limits()):
        assert isinstance(row, dict | Damaged)


def test_a_table_is_not_held_in_memory() -> None:
    def page() -> Iterator[bytes]:
        yield b"id,text\n"
        for _ in range(200):
            yield b'1,"some words, here"\n' * 1_000

    tracemalloc.start()
    count = sum(1 for _ in cells(page(), Limits()))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 200_001
    assert peak < 4 * MIB
