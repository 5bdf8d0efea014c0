"""What a recognizer says it needs is never in the way of what it finds."""

import importlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.redaction.engine import PATTERNS
from filters.redaction.finder import Finder

ALPHABET = "abdehilnorstuz AEMÉéèœ@#.,:;/-_'’0123456789\n()[]+°€"
"""Few enough that dates, numbers, links and names come about."""
PIECES = (
    "12 bis rue des Lilas", "75011 Paris", "BP 40", "appt 4", "insta", "lou_93", "né le 3 mai 1990", "06 12 34 56 78", "zéro six",
    "FR76 3000", "bises, Lou", "Mme Dupont", "M. Roux", "De : Anne", "j'ai 34 ans", "36F", "I'm 34", "mdp :", "@lou", "lou arobase exemple",
    "point fr", "www.a.fr", "Pierre a dit", "kevinnnn", "12/03/1990", "le 3 mars 2020", "12 High Street", "ma sœur Julie", "#JulieRoux", "/home/lea/x", r"C:\Users\Lea\x",
)  # fmt: skip
texts = st.one_of(
    st.text(ALPHABET, max_size=60),
    st.lists(st.sampled_from(PIECES), max_size=4).map(" ".join),
    st.tuples(st.sampled_from(PIECES), st.text(ALPHABET, max_size=12)).map("".join),
)
TABLES = ("address_abroad", "age", "said_name")
"""The recognizers whose patterns have needs of their own, in a table."""


@pytest.mark.parametrize("recognizer", PATTERNS, ids=lambda r: r._find.__module__ + r.name)
@given(text=texts)
def test_a_text_without_what_is_needed_holds_nothing(recognizer: Finder, text: str) -> None:
    found = list(recognizer._find(text))
    assert bool(found) == recognizer.finds(text)
    assert len(recognizer.analyze(text)) == len(found)


@pytest.mark.parametrize("name", TABLES)
@given(text=texts)
def test_a_pattern_without_what_it_needs_matches_nothing(name: str, text: str) -> None:
    module = importlib.import_module(f"filters.redaction.recognizers.{name}")
    for pattern, is_met in module._PATTERNS:
        assert is_met(text) or not pattern.search(text), pattern.pattern
