"""CSV of any size, one row at a time, in memory bounded by the longest field.

A field left open (a missing quote) costs at most 128 Ki characters: what follows is still read.
"""

import csv
from collections.abc import Callable, Iterable, Iterator

from filters.formats.json import Damaged
from filters.formats.text import lines
from filters.limits import Limits

_SEPARATORS = ",;\t"


def cells(chunks: Iterable[bytes], limits: Limits) -> Iterator[list[str] | Damaged]:
    """Every row as a list of texts, the heading first: for files whose headings are translated.

    The separator (comma, semicolon or tab) is taken from the first line. Empty rows are left out.
    """
    written = lines(chunks, limits)
    first = next(written, None)
    if first is None:
        return
    separator = max(_SEPARATORS, key=first.count)
    rows = csv.reader(_ended(first, written), delimiter=separator)
    while True:
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error:
            yield Damaged("field")
            continue
        if any(row):
            yield row


def rows(chunks: Iterable[bytes], limits: Limits) -> Iterator[dict[str, str] | Damaged]:
    """Every row by its headings, in lower case without outer spaces.

    A row that is shorter than the heading lacks the last keys; extra cells are left out.
    """
    heading: list[str] | None = None
    for row in cells(chunks, limits):
        if isinstance(row, Damaged):
            yield row
        elif heading is None:
            heading = [name.strip().casefold() for name in row]
        else:
            yield dict(zip(heading, row, strict=False))


def rows_after(
    heading: str,
) -> Callable[[Iterable[bytes], Limits], Iterator[dict[str, str] | Damaged]]:
    """As `rows`, for files that open with notes: rows start under the first line that holds the
    column `heading` (in lower case). Without such a line the rows are one that is `Damaged`."""

    def decode(chunks: Iterable[bytes], limits: Limits) -> Iterator[dict[str, str] | Damaged]:
        names: list[str] | None = None
        seen = False
        for row in cells(chunks, limits):
            seen = True
            if names is None:
                folded = [] if isinstance(row, Damaged) else [n.strip().casefold() for n in row]
                names = folded if heading in folded else None
            elif isinstance(row, Damaged):
                yield row
            else:
                yield dict(zip(names, row, strict=False))
        if seen and names is None:
            yield Damaged("heading")

    return decode


def _ended(first: str, rest: Iterator[str]) -> Iterator[str]:
    """Lines with their ends: a quoted field may hold several."""
    yield f"{first}\n"
    for line in rest:
        yield f"{line}\n"
