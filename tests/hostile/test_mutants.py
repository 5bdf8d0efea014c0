"""Damaged exports of every platform: nothing leaves the sieve but a result or a catalogued problem."""

from collections import Counter

from filters.problem import Problem
from tests.hostile.mutants import outcome, seeds

MUTANTS = 2000


def test_no_damage_leads_outside_the_catalogue() -> None:
    assert seeds()
    met = Counter(outcome(number) for number in range(MUTANTS))
    assert set(met) <= {"kept", *map(str, Problem)}
    # Most damage costs a record, not the archive.
    assert met["kept"] > MUTANTS / 2
