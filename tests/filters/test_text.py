"""Bytes to text: UTF-8, and what a spreadsheet saves in Windows' own encoding."""

import tracemalloc
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.formats.text import texts
from filters.limits import KIB, MIB
from tests.filters.reading import read, zipped

WORDS = "Mme Thévenard a goûté la crème brûlée, « parfaite » : 12 €… Où ça ? L’été, à Besançon."


def decoded(content: bytes, size: int = 256 * KIB) -> str:
    return "".join(texts(content[at : at + size] for at in range(0, len(content), size)))


@given(st.text(), st.integers(1, 9))
def test_utf_8_comes_out_as_it_was_however_it_is_cut(text: str, size: int) -> None:
    content = text.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
    content = content.removeprefix("\ufeff")
    if not content.startswith(("\ufffe", "\ufeff")):
        assert decoded(content.encode(), size) == content


@pytest.mark.parametrize("size", [1, 2, 7, 64, 256 * KIB])
@pytest.mark.parametrize("before", ["", "plain words, " * 40])
def test_what_is_no_utf_8_is_taken_for_windows_1252(before: str, size: int) -> None:
    text = before + WORDS
    assert decoded(text.encode("cp1252"), size) == text


def test_a_word_of_windows_1252_may_end_the_file() -> None:
    assert decoded("le café".encode("cp1252")) == "le café"


@pytest.mark.parametrize("size", [3, 64, 256 * KIB])
def test_a_wrong_byte_in_utf_8_spoils_itself_alone(size: int) -> None:
    text = decoded(f"{WORDS} ".encode() + b"caf\xe9 " + WORDS.encode(), size)
    assert text == f"{WORDS} caf\ufffd {WORDS}"


def test_a_wrong_byte_before_the_first_accent_does_not_turn_the_rest() -> None:
    assert decoded(b"caf\xc3, " + WORDS.encode()) == f"caf\ufffd, {WORDS}"


@pytest.mark.parametrize("cut", [1, 2, 3])
def test_a_file_that_breaks_off_in_a_character_is_read_up_to_it(cut: int) -> None:
    whole = f"{WORDS} 🦦".encode()
    text = decoded(whole[:-cut])
    assert text.removesuffix("\ufffd") == f"{WORDS} "


def test_emoji_written_as_two_surrogates_are_wrong_bytes_and_no_other_encoding() -> None:
    text = decoded(b"vu \xed\xa0\xbd\xed\xb8\x80 hier")
    assert text.startswith("vu \ufffd")
    assert text.endswith("\ufffd hier")


def test_memory_does_not_grow_with_the_file() -> None:
    def pieces() -> Iterator[bytes]:
        for _ in range(128):
            yield (WORDS + " ").encode("cp1252") * 700

    tracemalloc.start()
    count = sum(text.count("Thévenard") for text in texts(pieces()))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 128 * 700
    assert peak < 2 * MIB


def test_a_table_saved_by_a_french_spreadsheet_keeps_its_accents() -> None:
    rows = "Date;Name;Year;Letterboxd URI;Rating\n2024-03-01;Les Étés oubliés;1999;https://boxd.it/1;4\n"
    kept, _ = read(zipped({"ratings.csv": rows.encode("cp1252")}))
    assert [one.candidates[0].content for one in kept] == ["Les Étés oubliés"]
