"""Every hostile input through the library: a result or a catalogued problem, within a minute.

A child that outgrows its limits is killed and becomes `unreadable`, which no case expects: that is
how memory is watched here.
"""

import io
import time

import pytest

from filters import sift
from filters.archive.archive import Source
from filters.problem import ArchiveProblem, Problem
from tests.hostile.corpus import CORPUS

SECONDS = 60


def outcome_of(case: str) -> int | Problem:
    """Good likes kept, or the problem the archive is refused for."""
    sources = [Source(io.BytesIO(content), name) for name, content in CORPUS[case].files()]
    try:
        return sift(sources, redactor=None).tally.kept_total
    except ArchiveProblem as stopped:
        return stopped.problem


@pytest.mark.parametrize("case", CORPUS)
def test_a_hostile_input_ends_as_the_threat_model_says(case: str) -> None:
    _, kept, problems = CORPUS[case]
    began = time.monotonic()
    assert outcome_of(case) in (problems or {kept})
    assert time.monotonic() - began < SECONDS
