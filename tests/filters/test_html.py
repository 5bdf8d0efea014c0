"""HTML pages one block at a time: whatever the size of the pieces, and whatever is wrong with it."""

import time
import tracemalloc
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.formats.flat import flat_blocks
from filters.formats.html import Line, blocks, lines_of, markup
from filters.formats.json import Damaged
from filters.limits import MIB, Limits

CELL = (
    '<div class="outer-cell mdl-cell"><div class="mdl-grid"><p class="title">YouTube<br></p>'
    '<div class="content-cell">Liked&nbsp;<a href="https://e.org/?a=1&amp;b=2">A <b>title</b></a>'
    "<br>12 mars 2024</div></div></div>"
)
LINES = [
    Line("YouTube", None),
    Line("Liked A title", "https://e.org/?a=1&b=2"),
    Line("12 mars 2024", None),
]


def pieces(content: bytes, size: int) -> Iterator[bytes]:
    return (content[at : at + size] for at in range(0, len(content), size))


def cut(page: str | bytes, *classes: str, size: int = 7, **options: str) -> list[Any]:
    raw = page.encode() if isinstance(page, str) else page
    return list(markup(*(classes or ("outer-cell",)), **options)(pieces(raw, size), Limits()))


@given(st.integers(1, 40), st.integers(0, 5))
def test_every_block_is_found_whatever_the_pieces(size: int, count: int) -> None:
    page = f"<html><body><div class='grid'>{CELL * count}<p>end</p></div></body></html>"
    assert cut(page, size=size) == [CELL] * count


def test_lines_are_those_a_reader_of_the_page_sees() -> None:
    assert lines_of(CELL) == LINES


def test_a_parsed_block_has_the_same_lines() -> None:
    (element,) = blocks("outer-cell")([CELL.encode()], Limits())
    assert not isinstance(element, Damaged)
    assert element.get("class") == "outer-cell mdl-cell"
    assert lines_of(element) == LINES


def test_the_outermost_block_counts() -> None:
    inner = f'<div class="outer-cell">{CELL}</div>'
    assert cut(f"<p>{inner}</p>{CELL}") == [inner, CELL]


@pytest.mark.parametrize(
    "opening",
    ["<DIV CLASS='outer-cell'>", "<div\nid=a class=outer-cell >", '<div class="a  outer-cell\tb">'],
)
def test_attributes_are_written_in_many_ways(opening: str) -> None:
    assert len(cut(f"{opening}x</DIV >{CELL}")) == 2


def test_a_class_is_a_whole_word() -> None:
    assert cut('<div class="no-outer-cell">a</div><div id="outer-cell" class="b">c</div>') == []


def test_blocks_by_the_name_of_the_element() -> None:
    found = list(markup(tag="li")([b"<ul><li>a<br/>b</li><li class=x>c</li></ul>"], Limits()))
    assert found == ["<li>a<br/>b</li>", "<li class=x>c</li>"]


def test_what_is_not_seen_is_no_line() -> None:
    page = "<div>a<!-- b --><script>c < d</script><style>e</style> &lt;f&gt; 1 < 2</div>"
    assert lines_of(page) == [Line("a <f> 1 < 2", None)]


def test_a_quoted_bracket_does_not_end_a_tag() -> None:
    assert lines_of('<p>x <a href="c" title="a > b">d</a></p>') == [Line("x d", "c")]


def test_a_block_that_is_not_closed_ends_where_the_next_begins() -> None:
    unclosed = '<div class="outer-cell"><div>one<br>two'
    assert cut(f"{CELL}{unclosed}{CELL}{CELL}") == [CELL, unclosed, CELL, CELL]


def test_a_page_that_breaks_off_gives_what_it_holds() -> None:
    assert cut(f"{CELL}{CELL[:60]}") == [CELL, CELL[:60]]


def test_wrong_bytes_are_replaced() -> None:
    (found,) = cut('<div class="outer-cell">thé, caf'.encode() + b"\xe9</div>")
    assert lines_of(found) == [Line("thé, caf�", None)]


def test_utf_16_pages_are_read() -> None:
    assert cut(CELL.encode("utf-16"), size=100) == [CELL]


@given(st.text(alphabet="<>/=\"' &;adivbrclsou-tenp!\n", max_size=200), st.integers(1, 30))
def test_any_text_ends_without_an_exception(text: str, size: int) -> None:
    for page in (text, f'<div class="outer-cell">{text}', f"{CELL}{text}{CELL}"):
        for one in cut(page, size=size):
            assert lines_of(one) is not None
        for element in blocks("outer-cell")([page.encode()], Limits()):
            assert isinstance(element, Damaged) or lines_of(element) is not None


@given(st.binary(max_size=200))
def test_any_bytes_end_without_an_exception(content: bytes) -> None:
    assert cut(CELL.encode() + content)[0] == CELL


def test_deep_nesting_is_one_block() -> None:
    deep = f'<div class="outer-cell">{"<div>" * 100_000}x{"</div>" * 100_000}</div>'
    assert cut(deep + CELL, size=65_536) == [deep, CELL]
    assert lines_of(deep) == [Line("x", None)]
    assert len(list(blocks("outer-cell")([deep.encode()], Limits()))) == 1


HOSTILE = {
    "unclosed blocks": '<div class="outer-cell">x' * 200_000,
    "brackets": "<" * 4_000_000,
    "half tags": '<div class="outer-cell' * 150_000,
    "half quotes": '<a href="' * 400_000,
    "open comments": f'<div class="outer-cell">{"<!-- " * 300_000}</div>',
    "one class many times": f"<div {'class=outer-cel ' * 200_000}>",
    "open scripts": f'<div class="outer-cell">{"<script>" * 300_000}</div>',
}


@pytest.mark.parametrize("page", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_page_takes_linear_time(page: str) -> None:
    began = time.process_time()
    for one in cut(page, size=65_536):
        if not isinstance(one, Damaged):
            lines_of(one)
    assert time.process_time() - began < 10


def test_a_page_is_not_held_in_memory() -> None:
    def page() -> Iterator[bytes]:
        yield b"<html><body>"
        for _ in range(300):
            yield f"{CELL}<p>{'between ' * 50}</p>".encode() * 100

    tracemalloc.start()
    found = sum(1 for _ in markup("outer-cell")(page(), Limits()))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert found == 30_000
    assert peak < 8 * MIB


def test_a_block_without_end_is_given_up_and_the_rest_is_read() -> None:
    huge = '<div class="outer-cell">' + "x " * (5 * MIB)

    def page() -> Iterator[bytes]:
        yield from pieces(huge.encode(), 65_536)
        yield CELL.encode()

    tracemalloc.start()
    found = list(markup("outer-cell")(page(), Limits()))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert [isinstance(one, Damaged) or one == CELL for one in found] == [True, True]
    assert peak < 64 * MIB


def flat(page: str | bytes, size: int = 7) -> list[Any]:
    raw = page.encode() if isinstance(page, str) else page
    blocks = flat_blocks("outer-cell")(pieces(raw, size), Limits())
    return [one if isinstance(one, Damaged) else one.decode() for one in blocks]


@given(st.integers(1, 40), st.integers(0, 5))
def test_a_flat_page_is_cut_where_its_blocks_begin_whatever_the_pieces(
    size: int, count: int
) -> None:
    page = f"<p>outer-cell</p><div id='outer-cell'>{(CELL + '<p>outer-cell</p>') * count}"
    assert flat(page, size) == [f"{CELL}<p>outer-cell</p>"] * count


@given(st.text(alphabet="<>/=\"' &;adivbrclsou-tenp!\n", max_size=200), st.integers(1, 30))
def test_a_flat_page_loses_nothing_behind_its_first_block(text: str, size: int) -> None:
    assert "".join(flat(f"{CELL}{text}{CELL}", size)) == f"{CELL}{text}{CELL}"


@pytest.mark.parametrize("page", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_flat_page_takes_linear_time(page: str) -> None:
    began = time.process_time()
    flat(page, size=65_536)
    assert time.process_time() - began < 10


def test_a_flat_block_without_end_is_given_up_and_the_rest_is_read() -> None:
    huge = '<div class="outer-cell">' + "x " * (3 * MIB)
    assert flat(huge + CELL, size=65_536) == [Damaged("size"), CELL]
