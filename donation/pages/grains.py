"""The picture of what is kept: a hundred grains, some gleaned."""

from typing import NamedTuple

_ROWS, _COLUMNS = 5, 20


class Grain(NamedTuple):
    """One grain of the picture."""

    x: int
    y: int
    is_kept: bool


class Grains(NamedTuple):
    """The grains, and how many things one stands for."""

    all: list[Grain]
    each: int


def grains(kept: int, found: int) -> Grains:
    """At most a hundred grains. Where there is anything, kept or not, there is a grain of it."""
    total = min(_ROWS * _COLUMNS, found)
    shown = round(total * kept / found) if found else 0
    shown = min(max(shown, int(kept > 0)), total - int(kept < found))
    laid = [
        Grain(10 + 20 * column, 12 + 24 * row, is_kept=column * _ROWS + row < shown)
        for column in range(_COLUMNS)
        for row in range(_ROWS)
    ]
    return Grains(laid[:total], max(1, round(found / total)) if total else 1)
