"""The reader in docs/adding-a-platform.md is a working reader."""

import re
from pathlib import Path
from types import ModuleType

import pytest

from filters import recognition
from filters.reader import Reader
from tests.filters.reading import read, zipped

PAGE = Path(__file__).parents[2] / "docs/adding-a-platform.md"
MARKS = [
    {"recipe_mark": {"mark": 1, "title": "Tarte aux pommes", "at": "2026-01-02T10:00:00Z"}},
    {"recipe_mark": {"mark": -1, "title": "Soupe froide", "at": "2026-05-02T10:00:00Z"}},
    {"recipe_mark": {"mark": 5, "title": "Pain perdu"}},
    {"another": "shape"},
]


@pytest.fixture
def example(monkeypatch: pytest.MonkeyPatch) -> Reader:
    """The reader of the page, known beside the others."""
    (code,) = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    module = ModuleType("example")
    exec(compile(code, str(PAGE), "exec"), module.__dict__)
    reader: Reader = module.reader
    readers = (*recognition.READERS, reader)
    monkeypatch.setattr(recognition, "READERS", readers)
    return reader


@pytest.mark.parametrize("name", ["recipe_marks.json", "mes données/recipe_marks_2.json", "a.txt"])
def test_the_reader_of_the_page_reads(example: Reader, name: str) -> None:
    kept, outcome = read(zipped({name: MARKS, "advertising/a.json": {}}))
    assert [part.reader for part in outcome.platforms] == ["example@1"]
    assert [(r.signal, r.candidates[0].label, r.period) for r in kept] == [
        ("thumb_up", "good", "2026-Q1"),
        ("thumb_down", "bad", "2026-Q2"),
    ]
    assert outcome.tally.removed["unknown", "marks"] == 2
