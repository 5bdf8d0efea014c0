"""A column that a platform renames changes nothing that is kept, or is counted: never silence."""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from filters.outcome import Outcome
from filters.problem import ArchiveProblem
from tests.filters.generators.catalogue import Case, cases
from tests.filters.generators.export import Export
from tests.filters.reading import read

READ_BY_HEADING = (
    "amazon", "discord", "goodreads", "imdb", "letterboxd", "linkedin", "netflix", "reddit",
)  # fmt: skip
OPTIONAL = frozenset({"Review Title", "review_headline"})
"""Columns whose absence changes a record and cannot be told from another layout."""


def acts(export: Export) -> tuple[Counter[Any], Outcome]:
    """What is kept of an export, but for when it was, and the public number and kind of what it
    was about: where a column of these is lost, an act is still what it was."""
    kept, outcome = read(export.source(), choices=export.choices)
    return Counter(
        (r.signal, r.value, r.rule, repr(r.context), repr(r.candidates)) for r in kept
    ), outcome


def with_column_renamed(content: bytes) -> Iterator[tuple[str, bytes]]:
    """The table with one heading replaced, once for each."""
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    heading = max(range(min(4, len(rows))), key=lambda n: len(rows[n]))  # After notes, if any.
    for column, name in enumerate(rows[heading]):
        renamed = [row.copy() for row in rows]
        renamed[heading][column] = "Qqch"
        written = io.StringIO(newline="")
        csv.writer(written).writerows(renamed)
        yield name, written.getvalue().encode()


@pytest.mark.parametrize(
    "case",
    [one for one in cases() if one.name in READ_BY_HEADING and one.language == "fr"],
    ids=str,
)
def test_a_renamed_column_changes_nothing_or_is_counted(case: Case) -> None:
    export = case.export(7, 40)
    before, outcome = acts(export)
    for file, content in export.files.items():
        if not file.endswith(".csv"):
            continue
        for column, renamed in with_column_renamed(content):
            export.files[file] = renamed
            try:
                after, met = acts(export)
            except ArchiveProblem:
                continue  # Nothing of the export is known any more, and its donor is told so.
            is_said = met.tally.unknown.total() > outcome.tally.unknown.total() or met.questions
            assert after == before or is_said or column in OPTIONAL, f"{column} of {file}"
        export.files[file] = content
