"""CAR (version 1) of DAG-CBOR blocks, as AT Protocol repositories are exported, block by block.

An archive is a header and then blocks, each with its own length: a block that breaks a limit or
cannot be decoded is reported as `Damaged`, and the next one is still read. Only what DAG-CBOR
allows is understood: no lengths left open, no tags but the link to another block, text keys.
Hashes are not checked: the donor's archive vouches for nothing else either.
"""

import struct
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from filters.formats.json import Damaged
from filters.limits import MIB, Limits

_BLOCK_BYTES = 2 * MIB
"""A record of the protocol is at most one mebibyte."""
_DEPTH = 32
_VARINT_BYTES = 9
_LINK_TAG = 42
_DAG_CBOR = 0x71


class Link(NamedTuple):
    """A link to another block, by its identifier as it is written."""

    cid: bytes


class _Malformed(Exception):
    """What is not DAG-CBOR. Never leaves this file."""


def blocks(chunks: Iterable[bytes], _limits: Limits) -> Iterator[Any]:
    """The value of every DAG-CBOR block, in the order of the archive, without the header."""
    window = _Window(chunks)
    header_size = window.varint()
    if header_size is None or header_size > _BLOCK_BYTES or window.take(header_size) is None:
        yield Damaged("header")
        return
    while not window.is_at_end():
        size = window.varint()
        if size is None:
            yield Damaged("end")
            return
        if size > _BLOCK_BYTES:
            yield Damaged("size")
            if not window.skip(size):
                return
            continue
        block = window.take(size)
        if block is None:
            yield Damaged("end")
            return
        try:
            codec, start = _after_cid(block)
            if codec == _DAG_CBOR:
                yield decoded(block[start:])
        except _Malformed:
            yield Damaged("block")


def decoded(block: bytes) -> Any:
    """One DAG-CBOR value that fills the block."""
    value, end = _value(block, 0, 0)
    if end != len(block):
        raise _Malformed
    return value


def _after_cid(block: bytes) -> tuple[int, int]:
    """The codec that a block's identifier names, and where its content begins."""
    if block[:2] == b"\x12\x20":
        return 0x70, 34  # version 0: always another codec
    version, at = _varint(block, 0)
    codec, at = _varint(block, at)
    _, at = _varint(block, at)
    length, at = _varint(block, at)
    if version != 1 or at + length > len(block):
        raise _Malformed
    return codec, at + length


def _varint(data: bytes, at: int) -> tuple[int, int]:
    number = 0
    for position, byte in enumerate(data[at : at + _VARINT_BYTES]):
        number |= (byte & 0x7F) << (7 * position)
        if byte < 0x80:
            return number, at + position + 1
    raise _Malformed


def _value(data: bytes, at: int, depth: int) -> tuple[Any, int]:
    """The value that begins at `at`, and where it ends."""
    if at >= len(data) or depth > _DEPTH:
        raise _Malformed
    major, kind = data[at] >> 5, data[at] & 0x1F
    if major == 7:
        return _simple(data, at + 1, kind)
    number, at = _number(data, at + 1, kind)
    match major:
        case 0:
            return number, at
        case 1:
            return -1 - number, at
        case 2 | 3:
            end = at + number
            if end > len(data):
                raise _Malformed
            return (data[at:end] if major == 2 else _text(data[at:end])), end
        case 4:
            return _list(data, at, number, depth)
        case 5:
            return _map(data, at, number, depth)
        case _:
            return _link(data, at, number, depth)


def _number(data: bytes, at: int, kind: int) -> tuple[int, int]:
    if kind < 24:
        return kind, at
    if kind > 27:
        raise _Malformed
    end = at + (1 << (kind - 24))
    if end > len(data):
        raise _Malformed
    return int.from_bytes(data[at:end], "big"), end


def _text(written: bytes) -> str:
    return written.decode("utf-8", "replace")


def _list(data: bytes, at: int, count: int, depth: int) -> tuple[list[Any], int]:
    if count > len(data) - at:
        raise _Malformed
    found = []
    for _ in range(count):
        value, at = _value(data, at, depth + 1)
        found.append(value)
    return found, at


def _map(data: bytes, at: int, count: int, depth: int) -> tuple[dict[str, Any], int]:
    if count * 2 > len(data) - at:
        raise _Malformed
    found: dict[str, Any] = {}
    for _ in range(count):
        key, at = _value(data, at, depth + 1)
        if not isinstance(key, str):
            raise _Malformed
        found[key], at = _value(data, at, depth + 1)
    return found, at


def _link(data: bytes, at: int, tag: int, depth: int) -> tuple[Link, int]:
    cid, at = _value(data, at, depth + 1)
    if tag != _LINK_TAG or not isinstance(cid, bytes):
        raise _Malformed
    return Link(cid.removeprefix(b"\0")), at


def _simple(data: bytes, at: int, kind: int) -> tuple[Any, int]:
    if kind in (20, 21, 22):
        return (False, True, None)[kind - 20], at
    if kind == 27 and at + 8 <= len(data):
        return struct.unpack_from(">d", data, at)[0], at + 8
    raise _Malformed


class _Window:
    """The bytes still to be read, of which one block at most is held."""

    def __init__(self, chunks: Iterable[bytes]) -> None:
        self._chunks = iter(chunks)
        self._held = b""
        self._at = 0

    def is_at_end(self) -> bool:
        return not self._has(1)

    def varint(self) -> int | None:
        """A length; None when the archive ends, or is none, there."""
        self._has(_VARINT_BYTES)
        try:
            number, self._at = _varint(self._held, self._at)
        except _Malformed:
            return None
        return number

    def take(self, size: int) -> bytes | None:
        if not self._has(size):
            return None
        self._at += size
        return self._held[self._at - size : self._at]

    def skip(self, size: int) -> bool:
        """Pass over a block without holding it. False when the archive ends before it."""
        while size:
            if not self._has(1):
                return False
            step = min(size, len(self._held) - self._at)
            self._at += step
            size -= step
        return True

    def _has(self, size: int) -> bool:
        if len(self._held) - self._at >= size:
            return True
        parts = [self._held[self._at :]]
        missing = size - len(parts[0])
        while missing > 0 and (chunk := next(self._chunks, None)) is not None:
            parts.append(chunk)
            missing -= len(chunk)
        self._held, self._at = b"".join(parts), 0
        return missing <= 0
