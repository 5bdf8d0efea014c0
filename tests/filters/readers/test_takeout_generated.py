"""Generated exports of Google's products: every planted act is found, and nothing else."""

from collections import Counter
from types import ModuleType

import pytest

from filters.limits import Limits
from filters.reader import Choices, Knowledge
from filters.readers.google import record
from filters.readers.google.activity import acts
from filters.readers.google.cells import Cell
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
    found = Counter((one.signal, one.candidates[0].label) for one in kept)
    assert found == export.signals
    assert {one.platform for one in kept} == {export.platform}
    assert not outcome.tally.unknown
    known = Identified.of(export.files)
    everybody = known.names | known.handles | known.emails
    assert export.identities <= everybody


def test_the_same_seed_gives_the_same_export() -> None:
    one, other = (youtube.generate(3, language="fr", layout="html", size=9) for _ in range(2))
    assert one == other


@pytest.mark.parametrize("language", ["fr", "en", "es"])
@pytest.mark.parametrize("module", [youtube, gemini])
def test_a_cell_read_at_one_go_or_at_sight_says_what_it_says_read_line_by_line(
    module: ModuleType, language: str
) -> None:
    pages = module.generate(5, language=language, layout="html", size=40).files
    cells = [
        cell
        for name, content in pages.items()
        if name.endswith(".html")
        for cell in record.activities([content], Limits())
    ]
    assert len(cells) > 30
    for cell in cells:
        assert isinstance(cell, Cell)
        assert record.activity(cell) == record.activity(cell.source)
        at_sight, read_whole = (
            list(acts([one], Knowledge(Choices()))) for one in (cell, cell.source)
        )
        assert at_sight == read_whole
