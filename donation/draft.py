"""The retained rows of one donation in a sealed file, and a sealed index to open a page of them.

The index holds, for each row, where it lies and what a list of rows needs to know of it, so that
twenty-five rows of a hundred thousand are found without opening the rest. It groups the rows by
conversation, under numbers. What the conversations are called, which names people, lies in a sealed
file of its own that ends when the donor confirms: a row that is kept says nothing of it.

Layout of an index, little-endian: `IX2` and a byte 255, the size of a head, the head (JSON:
families and periods), an entry a row. One written before conversations were told apart begins with
the size of its head, which is never near four gigabytes; and its head is the list of families.
"""

import io
import struct
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import BinaryIO, NamedTuple

import msgspec

from donation import vault
from donation.models import Donation, Stage
from filters.interaction import Retained
from filters.rules import RECEIVED

ROWS, INDEX, TITLES, EXAMPLES = "draft", "draft-index", "draft-titles", "examples"
KEPT, KEPT_INDEX = "kept", "kept-index"
HELD = frozenset({KEPT, KEPT_INDEX, ROWS, INDEX, TITLES, EXAMPLES})
"""The sealed files that outlive the raw archive."""
_ENTRY = struct.Struct("<QIHBHI")
_FIRST_ENTRY = struct.Struct("<QIHB")
_HEADER = struct.Struct("<I")
_VERSION = b"IX2\xff"
_PRIVATE, _SENSITIVE = 1, 2


class Place(NamedTuple):
    """What the index knows of one row."""

    row: int
    offset: int
    length: int
    family: str
    is_private: bool
    """It holds the donor's words from a private conversation (R4)."""
    is_sensitive: bool
    """It speaks of special categories (R6) and is not kept without a tick of its own."""
    period: str = ""
    """Year and quarter (`2026-Q2`); empty when it is not known."""
    chat: int = 0
    """The number of the conversation it is from; 0 for a row that is in none."""


class _Head(msgspec.Struct, frozen=True):
    """What the entries of an index count on."""

    families: list[str]
    periods: list[str]


class Draft:
    """A donation's rows, opened for reading: those offered, or once confirmed those kept.

    Raises vault.Unopenable.
    """

    def __init__(self, donation: Donation) -> None:
        is_kept = donation.stage == Stage.CONFIRMED
        rows, index = kept_roles(donation.rewritten) if is_kept else (ROWS, INDEX)
        self._rows = vault.opened(donation, rows)
        self.places = list(_read_index(donation, index))

    def __enter__(self) -> "Draft":
        """Itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the file."""
        self._rows.close()

    def record(self, place: Place) -> Retained:
        """One row."""
        return msgspec.json.decode(self.line(place), type=Retained)

    def lines(self) -> Iterator[tuple[Place, bytes]]:
        """Every row, in the order of the file: faster than one after the other by its place."""
        self._rows.seek(0)
        yield from zip(self.places, self._rows, strict=True)

    def line(self, place: Place) -> bytes:
        """One row as it is stored, without its line end."""
        self._rows.seek(place.offset)
        return self._rows.read(place.length)


class Writer:
    """Adds rows to a draft under way."""

    def __init__(self, rows: vault.SealedWriter, index: vault.SealedWriter) -> None:
        self._rows = rows
        self._index = index
        self._entries = io.BytesIO()
        self._families: dict[str, int] = {}
        self._periods: dict[str, int] = {"": 0}
        self.count = 0
        self.kinds: Counter[str] = Counter()
        """Rows by platform and kind, as `chatgpt:binary`."""

    def add(self, record: Retained, chat: int = 0) -> None:
        """Add one row, from the conversation of this number, or from none."""
        line = msgspec.json.encode(record) + b"\n"
        family = self._families.setdefault(family_of(record), len(self._families))
        marks = _PRIVATE * (record.rule == "R4") + _SENSITIVE * (record.rule == "R6")
        if any(c.origin == "donor" for c in record.candidates) and record.object_type == "message":
            marks |= _PRIVATE
        period = self._periods.setdefault(record.period or "", len(self._periods))
        entry = _ENTRY.pack(self._rows.size, len(line) - 1, family, marks, period, chat)
        self._entries.write(entry)
        self._rows.write(line)
        self.count += 1
        self.kinds[f"{record.platform}:{record.kind}"] += 1

    def finish(self) -> None:
        """Write the index."""
        head = msgspec.json.encode(_Head(list(self._families), list(self._periods)))
        self._index.write(_VERSION + _HEADER.pack(len(head)) + head + self._entries.getvalue())


@contextmanager
def writing(donation: Donation, rows_role: str = ROWS, index_role: str = INDEX) -> Iterator[Writer]:
    """A draft to add rows to; it exists only when the block ends well."""
    with vault.sealing(donation, rows_role) as rows, vault.sealing(donation, index_role) as index:
        writer = Writer(rows, index)
        yield writer
        writer.finish()


def seal_titles(donation: Donation, titles: Sequence[str]) -> None:
    """Keep what the donor calls the conversations, for their report alone. Raises Unopenable."""
    if any(titles):
        with vault.sealing(donation, TITLES) as sealed:
            sealed.write(msgspec.json.encode(titles))


def titles(donation: Donation) -> list[str]:
    """What the donor of a report calls the conversations, number 1 first; empty once confirmed."""
    if donation.stage != Stage.REPORT:
        return []
    try:
        with vault.opened(donation, TITLES) as sealed:
            return msgspec.json.decode(sealed.read(), type=list[str])
    except vault.Unopenable:
        # Made before there were titles, or the archive names no conversation.
        return []


def kept_roles(rewritten: int) -> tuple[str, str]:
    """The sealed files of a confirmed donation, rows and index, after so many rewritings.

    Each rewriting has names of its own: the row in the database says which count, so that files and
    row change in one commit.
    """
    return (f"{KEPT}-{rewritten}", f"{KEPT_INDEX}-{rewritten}") if rewritten else (KEPT, KEPT_INDEX)


def opened_kept(donation: Donation) -> BinaryIO:
    """The rows of a confirmed donation, one JSON record a line. Raises vault.Unopenable."""
    return vault.opened(donation, kept_roles(donation.rewritten)[0])


def family_of(record: Retained) -> str:
    """What kind of row it is, for lists and for removing many at once: `platform:kind:act`.

    What others did is `received`, whatever they pressed.
    """
    act = RECEIVED if RECEIVED in record.flags else record.signal
    return f"{record.platform}:{record.kind}:{act}"


def no_bits(rows: int) -> bytes:
    """The marks of so many rows, none of them taken out."""
    return bytes((rows + 7) // 8)


def is_removed(bits: bytes, row: int) -> bool:
    """Whether the donor took a row out, by the bits of `Donation.removed`."""
    return bool(bits[row >> 3] >> (row & 7) & 1)


def _read_index(donation: Donation, role: str) -> Iterable[Place]:
    with vault.opened(donation, role) as file:
        content = file.read()
    is_first = not content.startswith(_VERSION)
    begin = _HEADER.size if is_first else len(_VERSION) + _HEADER.size
    (head_size,) = _HEADER.unpack_from(content, begin - _HEADER.size)
    start = begin + head_size
    head, entries = content[begin:start], content[start:]
    marked = [(bool(m & _PRIVATE), bool(m & _SENSITIVE)) for m in range(_PRIVATE + _SENSITIVE + 1)]
    make = Place._make
    if is_first:
        names: list[str] = msgspec.json.decode(head)
        for row, (offset, length, family, marks) in enumerate(_FIRST_ENTRY.iter_unpack(entries)):
            yield make((row, offset, length, names[family], *marked[marks], "", 0))
        return
    known = msgspec.json.decode(head, type=_Head)
    families, periods = known.families, known.periods
    for row, (offset, length, family, marks, period, chat) in enumerate(
        _ENTRY.iter_unpack(entries)
    ):
        yield make((row, offset, length, families[family], *marked[marks], periods[period], chat))
