"""JSON of any size, one record at a time, in memory bounded by the largest record: the decoders.

What a record is, and what becomes of a broken one, is in `json_scanner`.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Any, TypeVar

import msgspec

from filters.formats.json_scanner import (
    NOT_PLAIN,
    OPENED,
    SMALLEST_FILL,
    Damaged,
    Item,
    Placed,
    Scanner,
    plain,
)
from filters.formats.text import texts
from filters.limits import Limits

__all__ = [
    "OPENED", "Damaged", "Item", "Placed", "assigned_items", "assigned_records", "documents",
    "items", "objects_with", "placed", "records", "records_as",
]  # fmt: skip
T = TypeVar("T")


def items(chunks: Iterable[bytes], limits: Limits) -> Iterator[Item | Damaged]:
    """Every record of a JSON entry. What follows the root value is not read."""
    return Scanner(texts(chunks), limits).items()


def documents(chunks: Iterable[bytes], limits: Limits) -> Iterator[Any]:
    """The root value as one record; nothing when it is damaged or larger than the limit allows."""
    value, rest = _at_once(chunks)
    yield Scanner(texts(rest), limits).document() if value is NOT_PLAIN else value


def records(chunks: Iterable[bytes], limits: Limits) -> Iterator[Any]:
    """As `items`, without the keys: for entries whose lists all hold the same kind of record."""
    value, rest = _at_once(chunks)
    yield from value if isinstance(value, list) else Scanner(texts(rest), limits).records()


def records_as(kind: type[T]) -> Callable[[Iterable[bytes], Limits], Iterator[T | Any]]:
    """A decoder as `records`, whose objects become structs of one kind: only the fields it has are
    read, which is quicker. Each takes whatever stands there, and has a default for where
    nothing does. What is no object stays what it is."""
    whole = msgspec.json.Decoder(list[kind]).decode  # type: ignore[valid-type]

    def decode(chunks: Iterable[bytes], limits: Limits) -> Iterator[T | Any]:
        found, rest = _at_once(chunks, whole)
        if found is not NOT_PLAIN:
            yield from found
            return
        for record in records(rest, limits):
            yield msgspec.convert(record, kind) if isinstance(record, dict) else record

    return decode


def _at_once(
    chunks: Iterable[bytes], *decoder: Callable[[str | bytes], Any]
) -> tuple[Any, Iterable[bytes]]:
    """The root value of an entry that comes in one small piece, as those do of which an archive
    holds thousands; `NOT_PLAIN` for others. The second is the same content once more."""
    pieces = iter(chunks)
    first = next(pieces, b"")
    if len(first) > SMALLEST_FILL:
        return NOT_PLAIN, chain((first,), pieces)
    second = next(pieces, None)
    if second is None:
        return plain(first, *decoder), (first,)
    return NOT_PLAIN, chain((first, second), pieces)


def placed(
    *lists: tuple[str, ...],
) -> Callable[[Iterable[bytes], Limits], Iterator[Placed | Damaged]]:
    """A decoder for deep documents: every value that is no object, with its path; lists element by
    element. Elements of `lists` that are objects are opened too: `OPENED` says that one begins."""
    opened = frozenset(lists)

    def decode(chunks: Iterable[bytes], limits: Limits) -> Iterator[Placed | Damaged]:
        yield from Scanner(texts(chunks), limits).placed(opened)

    return decode


def objects_with(
    key: str,
) -> Callable[[Iterable[bytes], Limits], Iterator[dict[str, Any] | Damaged]]:
    """A decoder of the objects that hold `key`: records of a list, of a list under any name, or the
    root object alone, whose list under `key` is then gathered. Other records are `Damaged`."""

    def decode(chunks: Iterable[bytes], limits: Limits) -> Iterator[dict[str, Any] | Damaged]:
        alone: dict[str, Any] = {}
        gathered: list[Any] = []
        found = False
        for item in items(chunks, limits):
            if isinstance(item, Damaged):
                yield item
            elif isinstance(item.value, dict) and key in item.value:
                found = True
                yield item.value
            elif item.key is None:
                yield Damaged(key)
            elif item.key == key:
                gathered.append(item.value)
            else:
                alone[item.key] = item.value
        if gathered:
            yield {**alone, key: gathered}
        elif alone and not found:
            yield Damaged(key)

    return decode


def assigned_records(chunks: Iterable[bytes], limits: Limits) -> Iterator[Any]:
    """As `records`, for a script that assigns one value."""
    for item in assigned_items(chunks, limits):
        yield item.value if isinstance(item, Item) else item


def assigned_items(chunks: Iterable[bytes], limits: Limits) -> Iterator[Item | Damaged]:
    """As `items`, for a script that assigns one value: `window.name = [...]`. Never evaluated."""
    pieces = texts(chunks)
    head = ""
    for piece in pieces:
        head += piece
        if "=" in head or len(head) > SMALLEST_FILL:
            break
    yield from Scanner(chain((head.partition("=")[2],), pieces), limits).items()
