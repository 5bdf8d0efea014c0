"""Quotations of others inside a text: left out, and nothing else with them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.formats.quotations import own_lines, own_markup


@pytest.mark.parametrize(
    ("written", "own"),
    [
        ("> leurs mots\n\nles miens", "les miens"),
        (">leurs mots\nles miens", "les miens"),
        ("&gt; leurs mots\n\n&gt; encore\n\nles miens", "les miens"),
        ("avant\n>> de deux fois\n > et d'une\naprès", "avant\naprès"),
        ("> rien que les leurs", ""),
        (">!le nom de l'assassin!< et mon avis", ">!le nom de l'assassin!< et mon avis"),
        (">:( quelle déception", ">:( quelle déception"),
        ("deux > un, et a &gt; b", "deux > un, et a &gt; b"),
        ("", ""),
    ],
)
def test_lines_of_others_go(written: str, own: str) -> None:
    assert own_lines(written) == own


@pytest.mark.parametrize(
    ("written", "own"),
    [
        ("<blockquote>leurs mots</blockquote><p>les miens</p>", "<p>les miens</p>"),
        (
            "a<BLOCKQUOTE class='x'>b<blockquote>c</blockquote>d</blockquote>e<blockquote>f",
            "a\ne",
        ),
        ("<p>sans rien</p>", "<p>sans rien</p>"),
        ("un</blockquote>deux", "un\ndeux"),
        ("<blockquoted>mot</blockquoted>", "<blockquoted>mot</blockquoted>"),
    ],
)
def test_markup_of_others_goes(written: str, own: str) -> None:
    assert own_markup(written).strip() == own


@given(st.lists(st.sampled_from(["<blockquote>", "</blockquote>", "a", ">", "&gt;", "\n", " "])))
def test_nothing_is_made_up(parts: list[str]) -> None:
    text = "".join(parts)
    assert own_lines(text).count("a") <= text.count("a")
    assert "blockquote" not in own_markup(text)
