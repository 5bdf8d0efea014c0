"""Every generator's export: what was planted is found, its label is kept, nothing is invented."""

import importlib
import pkgutil
from collections import Counter
from types import ModuleType

import pytest

from tests.filters import generators
from tests.filters.generators.export import Export
from tests.filters.reading import read

RECALL, FIDELITY = 0.99, 0.995
SIZE = 120


def modules() -> list[ModuleType]:
    found = pkgutil.iter_modules(generators.__path__, f"{generators.__name__}.")
    return [importlib.import_module(module.name) for module in found]


CASES = [
    (module, language, layout)
    for module in modules()
    for layout in getattr(module, "LAYOUTS", ())
    for language in ("fr", "en")
]


@pytest.mark.parametrize(
    ("module", "language", "layout"),
    CASES,
    ids=[f"{module.__name__.rsplit('.', 1)[-1]}-{layout}-{lang}" for module, lang, layout in CASES],
)
def test_what_was_planted_is_found_and_nothing_else(
    module: ModuleType, language: str, layout: str
) -> None:
    export: Export = module.generate(7, language=language, layout=layout, size=SIZE)
    kept, outcome = read(export.source(), choices=export.choices)
    found = Counter(
        (r.signal, r.candidates[0].label if r.candidates else "unlabelled") for r in kept
    )
    by_signal, planted = Counter[str](), Counter[str]()
    for (signal, _), count in found.items():
        by_signal[signal] += count
    for (signal, _), count in export.signals.items():
        planted[signal] += count
    total = planted.total()
    assert total
    assert export.platform in {part.platform for part in outcome.platforms}
    assert (planted & by_signal).total() >= RECALL * total, (planted, by_signal)
    assert not by_signal - planted, by_signal - planted
    faithful = (found & export.signals).total()
    assert faithful >= FIDELITY * (planted & by_signal).total(), (found, export.signals)
