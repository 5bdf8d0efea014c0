"""What the generators of Meta's exports and WhatsApp's plant is found, and nothing else."""

from collections import Counter
from types import ModuleType

import pytest

from tests.filters.generators import facebook, instagram, messenger, whatsapp
from tests.filters.reading import read

CASES = [
    (module, layout, language)
    for module in (facebook, instagram, messenger, whatsapp)
    for layout in module.LAYOUTS
    for language in ("fr", "en")
]


@pytest.mark.parametrize(
    ("module", "layout", "language"), CASES, ids=lambda one: getattr(one, "__name__", one)
)
def test_planted_acts_are_found(module: ModuleType, layout: str, language: str) -> None:
    export = module.generate(7, language=language, layout=layout, size=300)
    kept, outcome = read(export.source(), choices=export.choices)
    found = Counter((record.signal, record.candidates[0].label) for record in kept)
    assert found == export.signals
    assert export.platform in [part.platform for part in outcome.platforms]
    assert not [row for row in outcome.tally.as_report()["unknown"] if row["family"] != "entry"]
