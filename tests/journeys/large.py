"""A zip of several gigabytes that takes no room: its films are holes in a sparse file."""

import struct
import zlib
from collections.abc import Mapping
from pathlib import Path

GIB = 1024**3
_UNKNOWN = 0xFFFFFFFF


def write_large_zip(path: Path, entries: Mapping[str, bytes], film_bytes: int) -> None:
    """A zip64 with these entries, deflated, and a film of `film_bytes` before every fifth of them."""
    directory = bytearray()
    count = 0
    cut = max(1, len(entries) // 5)
    with path.open("wb") as file:

        def add(name: str, stored: bytes, crc: int, size: int, *, hole: int = 0) -> None:
            nonlocal count
            place, raw = file.tell(), name.encode()
            length, method = hole or len(stored), 0 if hole else 8
            file.write(
                struct.pack(
                    "<4s5H3L2H", b"PK\x03\x04", 45, 0x800, method, 0, 33, crc, _UNKNOWN, _UNKNOWN,
                    len(raw), 20,
                ) + raw + struct.pack("<2H2Q", 1, 16, size, length)
            )  # fmt: skip
            file.write(stored)
            if hole:
                file.seek(hole - 1, 1)
                file.write(b"\0")
            directory.extend(
                struct.pack(
                    "<4s6H3L5H2L", b"PK\x01\x02", 45, 45, 0x800, method, 0, 33, crc, _UNKNOWN,
                    _UNKNOWN, len(raw), 28, 0, 0, 0, 0, _UNKNOWN,
                ) + raw + struct.pack("<2H3Q", 1, 24, size, length, place)
            )  # fmt: skip
            count += 1

        for number, (name, content) in enumerate(entries.items()):
            if number % cut == 0:
                add(f"media/film-{number}.mp4", b"", 0, film_bytes, hole=film_bytes)
            deflater = zlib.compressobj(6, zlib.DEFLATED, -15)
            stored = deflater.compress(content) + deflater.flush()
            add(name, stored, zlib.crc32(content), len(content))
        start = file.tell()
        file.write(directory)
        end = file.tell()
        file.write(
            struct.pack(
                "<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, count, count, len(directory), start
            )
        )
        file.write(struct.pack("<4sLQL", b"PK\x06\x07", 0, end, 1))
        file.write(
            struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, _UNKNOWN, _UNKNOWN, 0)
        )
