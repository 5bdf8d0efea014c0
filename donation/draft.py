"""The retained rows of one donation in a sealed file, and a sealed index to open a page of them.

The index holds, for each row, where it lies and what a list of rows needs to know of it, so that
twenty-five rows of a hundred thousand are found without opening the rest.
"""

import io
import struct
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import BinaryIO, NamedTuple

import msgspec

from donation import vault
from donation.models import Donation, Stage
from filters.interaction import Retained
from filters.rules import RECEIVED

ROWS, INDEX, EXAMPLES = "draft", "draft-index", "examples"
KEPT, KEPT_INDEX = "kept", "kept-index"
HELD = frozenset({KEPT, KEPT_INDEX, ROWS, INDEX, EXAMPLES})
"""The sealed files that outlive the raw archive."""
_ENTRY = struct.Struct("<QIHB")
_HEADER = struct.Struct("<I")
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
        self.count = 0
        self.kinds: Counter[str] = Counter()
        """Rows by platform and kind, as `chatgpt:binary`."""

    def add(self, record: Retained) -> None:
        """Add one row."""
        line = msgspec.json.encode(record) + b"\n"
        family = self._families.setdefault(family_of(record), len(self._families))
        marks = _PRIVATE * (record.rule == "R4") + _SENSITIVE * (record.rule == "R6")
        if any(c.origin == "donor" for c in record.candidates) and record.object_type == "message":
            marks |= _PRIVATE
        self._entries.write(_ENTRY.pack(self._rows.size, len(line) - 1, family, marks))
        self._rows.write(line)
        self.count += 1
        self.kinds[f"{record.platform}:{record.kind}"] += 1

    def finish(self) -> None:
        """Write the index."""
        names = msgspec.json.encode(list(self._families))
        self._index.write(_HEADER.pack(len(names)) + names + self._entries.getvalue())


@contextmanager
def writing(donation: Donation, rows_role: str = ROWS, index_role: str = INDEX) -> Iterator[Writer]:
    """A draft to add rows to; it exists only when the block ends well."""
    with vault.sealing(donation, rows_role) as rows, vault.sealing(donation, index_role) as index:
        writer = Writer(rows, index)
        yield writer
        writer.finish()


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
    (names_size,) = _HEADER.unpack_from(content)
    start = _HEADER.size + names_size
    families: list[str] = msgspec.json.decode(content[_HEADER.size : start])
    marked = [(bool(m & _PRIVATE), bool(m & _SENSITIVE)) for m in range(_PRIVATE + _SENSITIVE + 1)]
    make = Place._make
    for row, (offset, length, family, marks) in enumerate(_ENTRY.iter_unpack(content[start:])):
        yield make((row, offset, length, families[family], *marked[marks]))
