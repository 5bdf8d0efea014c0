"""Generated exports of Google's products: every planted act is found, and nothing else."""

from collections import Counter
from types import ModuleType

import pytest

from tests.filters.generators import gemini, google, youtube
from tests.filters.readers.test_google import Identified
from tests.filters.reading import read

CASES = [
    (module, language, layout)
    for module in (youtube, gemini, google)
    for language in ("fr", "en", "es")
    for layout in module.LAYOUTS
]


@pytest.mark.parametrize(("module", "language", "layout"), CASES)
def test_all_that_was_planted_is_found_and_nothing_else(
    module: ModuleType, language: str, layout: str
) -> None:
    export = module.generate(7, language=language, layout=layout, size=60)
    kept, outcome = read(export.source(), choices=export.choices)
    found = Counter((record.signal, record.candidates[0].label) for record in kept)
    assert found == export.signals
    assert {record.platform for record in kept} == {export.platform}
    assert not outcome.tally.unknown
    known = Identified.of(export.files)
    everybody = known.names | known.handles | known.emails
    assert export.identities <= everybody


def test_the_same_seed_gives_the_same_export() -> None:
    one, other = (youtube.generate(3, language="fr", layout="html", size=9) for _ in range(2))
    assert one == other
