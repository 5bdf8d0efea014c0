"""An expression that matches a text is on the shortlist for it, whatever else is not."""

import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.archive.entry import folded
from filters.reader import HEAD_BYTES
from filters.recognition import READERS
from filters.shortlist import Shortlist, demanded
from tests.filters.generators.catalogue import cases

ROWS = [row for reader in READERS for row in reader.rows]


@pytest.mark.parametrize(
    ("expression", "words"),
    [
        (rb'"likes"\s*:', [{b'"likes"'}]),
        (rb"Likes and more", [{b"likes and more"}]),
        (rb"likes|follows", [{b"likes", b"follows"}]),
        (rb"likes|\d+", []),
        (rb"(?:likes)?follows", [{b"follows"}]),
        (rb"(?:likes)?", []),
        (rb"(?:likes)+", [{b"likes"}]),
        (rb"(?=.*likes)(?!.*comments).*", [{b"likes"}]),
        (rb"(?i:LIKES)", [{b"likes"}]),
        (rb"like[sd]", [{b"like"}]),
        (rb"by|of", []),
        (rb"likes.*comments", [{b"comments"}, {b"likes"}]),
        (rb"likes.*(?:comments|recommendations)", [{b"comments", b"recommendations"}, {b"likes"}]),
    ],
)
def test_what_an_expression_demands(expression: bytes, words: list[set[bytes]]) -> None:
    assert demanded(re.compile(expression)) == words


Matched = tuple[bytes, bytes]
"""An expression, and a text it matches."""


def _composed(parts: st.SearchStrategy[Matched]) -> st.SearchStrategy[Matched]:
    return st.one_of(
        st.lists(parts, min_size=1, max_size=4).map(
            lambda some: (b"".join(e for e, _ in some), b"".join(t for _, t in some))
        ),
        st.tuples(st.lists(parts, min_size=1, max_size=3), st.integers(0, 2)).map(
            lambda drawn: (
                b"(?:" + b"|".join(e for e, _ in drawn[0]) + b")",
                drawn[0][drawn[1] % len(drawn[0])][1],
            )
        ),
        st.tuples(parts, st.sampled_from([b"?", b"*", b"{0,3}?"]), st.booleans()).map(
            lambda drawn: (
                b"(?:" + drawn[0][0] + b")" + drawn[1],
                drawn[0][1] if drawn[2] else b"",
            )
        ),
        parts.map(lambda one: (b"(?:" + one[0] + b"){1,2}", one[1])),
        parts.map(lambda one: (b"(?=[^~]*" + one[0] + b")[^~]*~", one[1] + b"~")),
        parts.map(lambda one: (b"(?i:" + one[0] + b")", one[1].swapcase())),
    )


LITERALS = st.text("abcD\xe9_", min_size=1, max_size=9).map(str.encode).map(lambda t: (t, t))
MATCHED = st.recursive(LITERALS, _composed, max_leaves=8)


@given(MATCHED, st.text("abcD\xe9_").map(str.encode))
def test_one_of_the_words_stands_in_every_text_that_is_matched(one: Matched, about: bytes) -> None:
    expression, text = re.compile(one[0], re.DOTALL), about + one[1] + about
    if expression.search(text):
        assert Shortlist([demanded(expression)]).of(text) == (0,)


@given(st.lists(MATCHED, min_size=1, max_size=5))
def test_the_order_is_kept(some: list[Matched]) -> None:
    expressions = [re.compile(expression, re.DOTALL) for expression, _ in some]
    shortlist = Shortlist([demanded(expression) for expression in expressions])
    for _, text in some:
        numbers = shortlist.of(text)
        assert list(numbers) == sorted(set(numbers))
        assert {n for n, one in enumerate(expressions) if one.search(text)} <= set(numbers)


def entries() -> Iterator[tuple[str, bytes]]:
    for case in cases():
        for name, content in case.export(1, 30).files.items():
            written = content if isinstance(content, bytes) else content.encode()
            yield folded(name), written[:HEAD_BYTES]


def test_no_reader_misses_an_entry_by_its_name_or_by_its_content() -> None:
    signed = [row for row in ROWS if row.signature is not None]
    named = [row for row in ROWS if row.patterns]
    by_content = Shortlist([demanded(row.signature) for row in signed if row.signature])
    by_name = Shortlist([[row.words_of_names] for row in named])
    for name, head in entries():
        bearing = {
            n for n, row in enumerate(signed) if row.signature and row.signature.search(head)
        }
        assert bearing <= set(by_content.of(head))
        fitting = {n for n, row in enumerate(named) if row.name.fullmatch(name)}
        assert fitting <= set(by_name.of(name.encode()))


def test_few_signatures_are_tried_on_every_content() -> None:
    """What demands no word costs every entry that a donor renamed."""
    demanding_nothing = [row for row in ROWS if row.signature and not demanded(row.signature)]
    assert len(demanding_nothing) <= 5
