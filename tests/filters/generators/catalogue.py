"""All generators there are: a module of this package with `generate` and `LAYOUTS` is one."""

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from typing import NamedTuple, Protocol, cast

from tests.filters import generators
from tests.filters.generators.export import Export

LANGUAGES = ("fr", "en")


class Generate(Protocol):
    """What a generator is."""

    def __call__(self, seed: int, *, language: str, layout: str, size: int) -> Export: ...


class Case(NamedTuple):
    """One generator, in one language and one layout."""

    name: str
    generate: Generate
    language: str
    layout: str

    def __str__(self) -> str:
        return f"{self.name}-{self.language}-{self.layout}"

    def export(self, seed: int, size: int) -> Export:
        return self.generate(seed, language=self.language, layout=self.layout, size=size)


def cases() -> Iterator[Case]:
    """Every generator, language and layout, in the order of their names."""
    for found in sorted(pkgutil.iter_modules(generators.__path__), key=lambda one: one.name):
        module = import_module(f"{generators.__name__}.{found.name}")
        if hasattr(module, "generate") and hasattr(module, "LAYOUTS"):
            for language in LANGUAGES:
                for layout in module.LAYOUTS:
                    yield Case(found.name, cast("Generate", module.generate), language, layout)
