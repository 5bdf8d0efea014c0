"""Identifiers as people write them are masked whole by the patterns alone, whatever the carrier and the case.

The generator shares nothing with the one the benchmark began with. Thresholds are the specification's.
"""

import pytest

from benchmarks.french_identifiers import KINDS, written
from benchmarks.identifiers import CASE_MATTERS, WRITINGS
from filters.redaction.engine import PATTERNS

LEAST = {"PHONE": 0.98, "STREET": 0.9, "TOWN": 0.9, "DATE_IN_WORDS": 0.9, "BIRTH": 0.98}
LEAST_ELSE = 0.995
EACH = 100
TEXTS = list(written(EACH, seed=5))


@pytest.mark.parametrize("entity", KINDS)
@pytest.mark.parametrize("writing", WRITINGS)
def test_identifiers_are_masked_whole(entity: str, writing: str) -> None:
    if entity in CASE_MATTERS and writing != "as written":
        pytest.skip("another case is another secret")
    left = []
    for one in map(WRITINGS[writing], (text for text in TEXTS if text.entity == entity)):
        covered = {i for r in PATTERNS for h in r.analyze(one.text) for i in range(h.start, h.end)}
        if any(one.text[i].isalnum() and i not in covered for i in range(one.start, one.end)):
            left.append(one.text)
    least = LEAST.get(entity, LEAST.get(entity.partition("_")[0], LEAST_ELSE))
    assert len(left) <= (1 - least) * EACH, left
