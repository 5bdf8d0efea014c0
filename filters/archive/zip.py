"""Zip files, read without trust.

The standard library's `zipfile` holds about a kilobyte an entry, does not notice overlapping
entries on every Python we support, and accepts bytes in front of the archive. This reader keeps a
small tuple an entry, refuses what is inconsistent before anything is inflated, and compares what
comes out with what was declared. Format: APPNOTE.TXT 6.3.10, sections 4.3 and 4.5.
"""

import bz2
import struct
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from isal import isal_zlib

from filters.archive.entry import Entry, folded, is_junk
from filters.limits import KIB, Limits
from filters.problem import ArchiveProblem, EntryDamaged, Problem

LOCAL_HEADER = b"PK\x03\x04"
_EMPTY_ZIP = b"PK\x05\x06"
_END = struct.Struct("<4s4H2LH")
_END64_LOCATOR = struct.Struct("<4sLQL")
_END64 = struct.Struct("<4sQ2H2L4Q")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_LOCAL_LENGTHS = struct.Struct("<2H")
_LOCAL_SIZE = 30
_CHUNK = 256 * KIB
_SMALL = 64 * KIB
"""Stored and inflated, less than this is read in one step."""
_ROOM_FOR_NAME = 256
"""What is read with a small entry, for its name and extra field: most need less."""
IsalError: type[Exception] = isal_zlib.error  # type: ignore[assignment] # an alias its stubs miss
_STORED, _DEFLATED, _BZIP2 = 0, 8, 12
_ENCRYPTED, _UTF8 = 0x1, 0x800
_SYMLINK_TYPE, _FILE_TYPE_MASK = 0o120000, 0o170000
_MADE_BY_UNIX = 3


def read_directory(file: BinaryIO, source: int, limits: Limits) -> list[Entry]:
    """The entries of one zip, in directory order, litter and symbolic links left out.

    Raises ArchiveProblem: incomplete, inconsistent, too many entries, not an archive.
    """
    size = file.seek(0, 2)
    file.seek(0)
    start = file.read(4)
    if start == _EMPTY_ZIP:
        return []
    if start != LOCAL_HEADER:
        raise ArchiveProblem(Problem.NOT_AN_ARCHIVE)
    count, directory_offset, directory_size = _find_directory(file, size)
    if count > limits.entries:
        raise ArchiveProblem(Problem.TOO_MANY_ENTRIES)
    if directory_offset + directory_size > size or count * _CENTRAL.size > directory_size:
        raise ArchiveProblem(Problem.INCOMPLETE)
    entries: list[Entry] = []
    extents: list[tuple[int, int]] = []
    for entry, name_bytes in _walk_directory(file, directory_offset, directory_size, source):
        if len(extents) >= limits.entries:
            raise ArchiveProblem(Problem.TOO_MANY_ENTRIES)
        extents.append((entry.place, entry.place + _LOCAL_SIZE + name_bytes + entry.stored_size))
        if not is_junk(entry.name) and entry.size:
            entries.append(entry)
    _refuse_overlaps(extents, directory_offset)
    return entries


def read_entry(file: BinaryIO, entry: Entry, limits: Limits) -> Iterator[bytes]:
    """The content of one entry, in pieces.

    Raises EntryDamaged when its bytes do not give what the directory declared, ArchiveProblem when
    it needs a password or inflates beyond all measure.
    """
    if entry.is_encrypted:
        raise ArchiveProblem(Problem.PASSWORD_PROTECTED)
    if entry.size > limits.entry_bytes:
        raise ArchiveProblem(Problem.BOMB)
    is_small = entry.method == _DEFLATED and max(entry.size, entry.stored_size) < _SMALL
    return _read_small(file, entry) if is_small else _read_large(file, entry, limits)


def _read_large(file: BinaryIO, entry: Entry, limits: Limits) -> Iterator[bytes]:
    # Counted as it comes out: the directory may lie either way, and a lie spoils only its entry.
    most = max(limits.ratio_from_bytes, limits.ratio * entry.stored_size)
    produced, crc = 0, 0
    for piece in _inflate(entry.method, _stored_bytes(file, entry)):
        produced += len(piece)
        if produced > entry.size:
            raise EntryDamaged
        if produced > most:
            raise ArchiveProblem(Problem.BOMB)
        crc = isal_zlib.crc32(piece, crc)
        yield piece
    if produced != entry.size or crc != entry.crc:
        raise EntryDamaged


def _read_small(file: BinaryIO, entry: Entry) -> Iterator[bytes]:
    """As `read_entry`, in one step: an archive may hold a hundred thousand of them."""
    file.seek(entry.place)
    block = file.read(_LOCAL_SIZE + _ROOM_FOR_NAME + entry.stored_size)
    start = _LOCAL_SIZE + _size_of_name(block)
    stored = block[start : start + entry.stored_size]
    if len(stored) < entry.stored_size:
        file.seek(entry.place + start)
        stored = file.read(entry.stored_size)
    # To make the faster one takes longer than to inflate so little.
    inflater = zlib.decompressobj(wbits=-15)
    try:
        inflated = inflater.decompress(stored, _SMALL)
        if not inflater.eof and not inflater.unconsumed_tail:
            inflated += inflater.flush()
    except zlib.error as error:
        raise EntryDamaged from error
    if len(inflated) > entry.size:
        raise EntryDamaged
    if inflated:
        yield inflated
    if (
        len(stored) < entry.stored_size
        or len(inflated) != entry.size
        or isal_zlib.crc32(inflated) != entry.crc
    ):
        raise EntryDamaged


def _size_of_name(header: bytes) -> int:
    """How many bytes of name and extra field stand between a local header and the content."""
    if len(header) < _LOCAL_SIZE or not header.startswith(LOCAL_HEADER):
        raise EntryDamaged
    return sum(_LOCAL_LENGTHS.unpack_from(header, 26))


def _find_directory(file: BinaryIO, size: int) -> tuple[int, int, int]:
    """Number of entries, offset and size of the central directory."""
    tail_size = min(size, _END.size + 0xFFFF)
    file.seek(size - tail_size)
    tail = file.read(tail_size)
    at = tail.rfind(b"PK\x05\x06")
    while at >= 0:
        if len(tail) - at >= _END.size:
            _, disk, first_disk, _, count, directory_size, offset, _ = _END.unpack_from(tail, at)
            break
        at = tail.rfind(b"PK\x05\x06", 0, at)
    else:
        raise ArchiveProblem(Problem.INCOMPLETE)
    end_offset = size - tail_size + at
    locator_offset = end_offset - _END64_LOCATOR.size
    if locator_offset >= 0:
        file.seek(locator_offset)
        magic, _, end64_offset, _ = _END64_LOCATOR.unpack(file.read(_END64_LOCATOR.size))
        if magic == b"PK\x06\x07":
            return _read_end64(file, end64_offset, size)
    if disk or first_disk:
        raise ArchiveProblem(Problem.INCOMPLETE)
    return count, offset, directory_size


def _read_end64(file: BinaryIO, offset: int, size: int) -> tuple[int, int, int]:
    if offset + _END64.size > size:
        raise ArchiveProblem(Problem.INCOMPLETE)
    file.seek(offset)
    magic, _, _, _, disk, _, _, count, directory_size, directory_offset = _END64.unpack(
        file.read(_END64.size)
    )
    if magic != b"PK\x06\x06" or disk:
        raise ArchiveProblem(Problem.INCONSISTENT)
    return count, directory_offset, directory_size


def _walk_directory(
    file: BinaryIO, offset: int, size: int, source: int
) -> Iterator[tuple[Entry, int]]:
    """Every entry, with the length of its name: the directory is read in pieces, not held."""
    buffer, at, remaining = b"", 0, size

    def need(length: int) -> bool:
        nonlocal buffer, at, offset, remaining
        if len(buffer) - at < length and remaining:
            file.seek(offset)
            piece = file.read(min(max(_CHUNK, length), remaining))
            offset, remaining = offset + len(piece), remaining - len(piece)
            buffer, at = buffer[at:] + piece, 0
            if not piece:
                remaining = 0
        return len(buffer) - at >= length

    while need(_CENTRAL.size):
        fields = _CENTRAL.unpack_from(buffer, at)
        if fields[0] != b"PK\x01\x02":
            raise ArchiveProblem(Problem.INCONSISTENT)
        made_by, flags, method = fields[1], fields[3], fields[4]
        crc, stored_size, entry_size = fields[7:10]
        name_size, extra_size, comment_size = fields[10:13]
        attributes, place = fields[15], fields[16]
        if not need(_CENTRAL.size + name_size + extra_size + comment_size):
            raise ArchiveProblem(Problem.INCOMPLETE)
        at += _CENTRAL.size
        name = _decode_name(buffer[at : at + name_size], is_utf8=bool(flags & _UTF8))
        extra = buffer[at + name_size : at + name_size + extra_size]
        at += name_size + extra_size + comment_size
        if 0xFFFFFFFF in (entry_size, stored_size, place):
            entry_size, stored_size, place = _zip64_values(extra, entry_size, stored_size, place)
        if made_by >> 8 == _MADE_BY_UNIX and (attributes >> 16) & _FILE_TYPE_MASK == _SYMLINK_TYPE:
            entry_size = 0
        encrypted = bool(flags & _ENCRYPTED)
        yield (
            Entry(folded(name), entry_size, stored_size, source, place, method, crc, encrypted),
            name_size,
        )
    if at != len(buffer):
        raise ArchiveProblem(Problem.INCONSISTENT)


def _zip64_values(extra: bytes, *values: int) -> tuple[int, ...]:
    """The 64-bit values that stand in the extra field for those that did not fit in 32 bits."""
    at = 0
    while at + 4 <= len(extra):
        kind, size = struct.unpack_from("<HH", extra, at)
        if kind == 1:
            large = iter(
                struct.unpack_from(f"<{min(size, len(extra) - at - 4) // 8}Q", extra, at + 4)
            )
            return tuple(next(large, v) if v == 0xFFFFFFFF else v for v in values)
        at += 4 + size
    return values


def _refuse_overlaps(extents: list[tuple[int, int]], directory_offset: int) -> None:
    """Entries that share bytes are how a small file claims to hold gigabytes."""
    extents.sort()
    free_from = 0
    for start, end in extents:
        if start < free_from:
            raise ArchiveProblem(Problem.INCONSISTENT)
        free_from = end
    if free_from > directory_offset:
        raise ArchiveProblem(Problem.INCONSISTENT)


def _decode_name(raw: bytes, *, is_utf8: bool) -> str:
    if not is_utf8:
        for encoding in ("utf-8", "cp1252", "cp437"):
            try:
                return raw.decode(encoding)
            except UnicodeDecodeError:
                continue
    return raw.decode("utf-8", "replace")


def _stored_bytes(file: BinaryIO, entry: Entry) -> Iterator[bytes]:
    file.seek(entry.place)
    offset = entry.place + _LOCAL_SIZE + _size_of_name(file.read(_LOCAL_SIZE))
    remaining = entry.stored_size
    while remaining:
        file.seek(offset)
        piece = file.read(min(_CHUNK, remaining))
        if not piece:
            raise EntryDamaged
        offset, remaining = offset + len(piece), remaining - len(piece)
        yield piece


def _inflate(method: int, pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Inflated pieces of bounded size, whatever the ratio."""
    if method == _STORED:
        yield from pieces
        return
    try:
        if method == _DEFLATED:
            yield from _inflate_deflate(pieces)
        elif method == _BZIP2:
            yield from _inflate_bzip2(pieces)
        else:
            raise EntryDamaged
    except (IsalError, OSError, EOFError) as error:
        raise EntryDamaged from error


def _inflate_deflate(pieces: Iterator[bytes]) -> Iterator[bytes]:
    inflater = isal_zlib.decompressobj(wbits=-15)
    for piece in pieces:
        pending = piece
        while pending:
            inflated = inflater.decompress(pending, 4 * _CHUNK)
            if inflated:
                yield inflated
            pending = inflater.unconsumed_tail
            if inflater.eof:
                return
    while rest := inflater.flush():
        yield rest


def _inflate_bzip2(pieces: Iterator[bytes]) -> Iterator[bytes]:
    inflater = bz2.BZ2Decompressor()
    for piece in pieces:
        pending = piece
        while not inflater.eof:
            inflated = inflater.decompress(pending, 4 * _CHUNK)
            pending = b""
            if inflated:
                yield inflated
            elif inflater.needs_input:
                break
