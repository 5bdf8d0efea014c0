"""Zips written field by field: what no honest program would write."""

import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

DEFLATED, STORED = 8, 0


@dataclass
class Member:
    """One entry; a field that is given is written as it is, true or not."""

    name: bytes
    content: bytes = b""
    method: int = STORED
    flags: int = 0
    crc: int | None = None
    size: int | None = None
    offset: int | None = None
    """Where the directory says it starts; None for where it does."""
    external: int = 0
    packed: bytes | None = None
    """The stored bytes, when they are not what `content` makes."""

    @property
    def stored(self) -> bytes:
        """The bytes that lie in the file."""
        if self.packed is not None:
            return self.packed
        if self.method == DEFLATED:
            deflater = zlib.compressobj(9, zlib.DEFLATED, -15)
            return deflater.compress(self.content) + deflater.flush()
        return self.content

    @property
    def figures(self) -> tuple[int, int, int]:
        """CRC, stored size and size, as they are claimed."""
        crc = zlib.crc32(self.content) if self.crc is None else self.crc
        return crc, len(self.stored), len(self.content) if self.size is None else self.size


def written(
    members: Iterable[Member], *, comment: bytes = b"", count: int | None = None, shift: int = 0
) -> bytes:
    """The file. `count` and `shift` falsify the number of entries and the directory's place."""
    body, directory, entries = bytearray(), bytearray(), 0
    for member in members:
        start = len(body) if member.offset is None else member.offset
        crc, packed, size = member.figures
        body += struct.pack(
            "<4s5H3L2H", b"PK\x03\x04", 20, member.flags, member.method, 0, 33, crc, packed,
            size, len(member.name), 0,
        ) + member.name + member.stored  # fmt: skip
        directory += struct.pack(
            "<4s6H3L5H2L", b"PK\x01\x02", 20, 20, member.flags, member.method, 0, 33, crc, packed,
            size, len(member.name), 0, 0, 0, 0, member.external, start,
        ) + member.name  # fmt: skip
        entries += 1
    claimed = entries if count is None else count
    end = struct.pack(
        "<4s4H2LH", b"PK\x05\x06", 0, 0, claimed & 0xFFFF, claimed & 0xFFFF, len(directory),
        len(body) + shift, len(comment),
    )  # fmt: skip
    return bytes(body + directory) + end + comment


def with_zip64_count(content: bytes, count: int) -> bytes:
    """The same file with a zip64 end that claims `count` entries."""
    end = content.rindex(b"PK\x05\x06")
    size, start = struct.unpack_from("<LL", content, end + 12)
    end64 = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, count, count, size, start)
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, end, 1)
    closing = bytearray(content[end:])
    struct.pack_into("<2H2L", closing, 8, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF)
    return content[:end] + end64 + locator + bytes(closing)


def zeros(size: int) -> bytes:
    """So many zero bytes, deflated: one stretch that leans on nothing before it, again and again."""
    deflater = zlib.compressobj(9, zlib.DEFLATED, -15)
    stretch = deflater.compress(bytes(1 << 20)) + deflater.flush(zlib.Z_FULL_FLUSH)
    return stretch * (size >> 20) + deflater.flush()
