"""CAR (version 1) of DAG-CBOR blocks, as AT Protocol repositories are exported, block by block.

An archive is a header and then blocks, each with its own length: a block that breaks a limit is
reported as `Damaged`, and the next one is still read; what is in it is decoded by whoever wants it.
Only what DAG-CBOR allows is understood: no lengths left open, no tags but the link to another
block, text keys. Hashes are not checked: the donor's archive vouches for nothing else either.
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
_USUAL_CID, _USUAL_CID_BYTES = b"\x01\x71\x12\x20", 36
"""Version 1, DAG-CBOR, SHA-256: the only one the protocol writes for records."""


class Link(NamedTuple):
    """A link to another block, by its identifier as it is written."""

    cid: bytes


class Malformed(ValueError):
    """What is not DAG-CBOR. Quotes nothing."""


def blocks(chunks: Iterable[bytes], _limits: Limits) -> Iterator[bytes | Damaged]:
    """The content of every DAG-CBOR block, in the order of the archive, without the header."""
    window = _Window(chunks)
    header_size = window.varint()
    if header_size is None or header_size > _BLOCK_BYTES or window.take(header_size) is None:
        yield Damaged("header")
        return
    while not window.is_at_end():
        size = window.varint()
        if size is not None and size > _BLOCK_BYTES:
            yield Damaged("size")
            window.skip(size)
            continue
        block = None if size is None else window.take(size)
        if block is None:
            yield Damaged("end")
            return
        content = _content(block)
        if content is not None:
            yield content
        yield from window.usual_blocks()


def decoded(block: bytes) -> Any:
    """The one value that a block holds. Raises Malformed."""
    try:
        value, end = _value(block, block.decode("latin-1"), 0, 0)
    except IndexError as error:
        raise Malformed from error
    if end != len(block):
        raise Malformed
    return value


def leading_text(block: bytes, key: str) -> str | None:
    """The text under `key` where that is the first key of a block that is a map; None otherwise.

    What is behind it is not looked at: that tells blocks apart without decoding them. `key` has at
    most 23 bytes.
    """
    written = key.encode()
    at = len(written) + 2
    if len(block) <= at or not 0xA0 < block[0] < 0xB8 or block[1] != 0x60 + len(written):
        return None
    head = block[at]
    if not block.startswith(written, 2) or not 0x60 <= head <= 0x79:
        return None
    start = at + 1 + max(0, head - 0x77)
    size = head - 0x60 if head < 0x78 else int.from_bytes(block[at + 1 : start], "big")
    return (
        block[start : start + size].decode("utf-8", "replace")
        if start + size <= len(block)
        else None
    )


def _content(block: bytes) -> bytes | Damaged | None:
    """What stands behind a block's identifier; None when that says it is no DAG-CBOR."""
    if block.startswith(_USUAL_CID):
        return block[_USUAL_CID_BYTES:]
    if block.startswith(b"\x12\x20"):
        return None  # version 0: always another codec
    try:
        version, at = _varint(block, 0)
        codec, at = _varint(block, at)
        _, at = _varint(block, at)
        length, at = _varint(block, at)
    except Malformed:
        return Damaged("block")
    if version != 1 or at + length > len(block):
        return Damaged("block")
    return block[at + length :] if codec == _DAG_CBOR else None


def _varint(data: bytes, at: int) -> tuple[int, int]:
    number = 0
    for position, byte in enumerate(data[at : at + _VARINT_BYTES]):
        number |= (byte & 0x7F) << (7 * position)
        if byte < 0x80:
            return number, at + position + 1
    raise Malformed


def _value(data: bytes, written: str, at: int, depth: int) -> tuple[Any, int]:
    """The value that begins at `at`, and where it ends. `written` is the block, a byte a character:
    a text is cut out of it, which is quicker than to cut bytes and decode them."""
    head = data[at]
    major, number = head >> 5, head & 0x1F
    at += 1
    if major == 7:
        return _simple(data, at, number)
    if number == 24:
        number = data[at]
        at += 1
    elif number > 24:
        number, at = _number(data, at, number)
    if major == 5:
        return _map(data, written, at, number, depth)
    if major == 4:
        return _list(data, written, at, number, depth)
    if major in (2, 3):
        end = at + number
        if end > len(data):
            raise Malformed
        return (data[at:end].decode("utf-8", "replace") if major == 3 else data[at:end]), end
    if major == 6:
        return _link(data, written, at, number, depth)
    return (number if major == 0 else -1 - number), at


def _number(data: bytes, at: int, kind: int) -> tuple[int, int]:
    end = at + (1 << (kind - 24))
    if kind > 27 or end > len(data):
        raise Malformed
    return int.from_bytes(data[at:end], "big"), end


def _list(data: bytes, written: str, at: int, count: int, depth: int) -> tuple[list[Any], int]:
    if count > len(data) - at or depth > _DEPTH:
        raise Malformed
    found = []
    for _ in range(count):
        value, at = _value(data, written, at, depth + 1)
        found.append(value)
    return found, at


def _map(data: bytes, written: str, at: int, count: int, depth: int) -> tuple[dict[str, Any], int]:
    if count * 2 > len(data) - at or depth > _DEPTH:
        raise Malformed
    found: dict[str, Any] = {}
    for _ in range(count):
        # Short texts and maps are read here: almost all keys and most values are. A text that is
        # cut off ends behind the block, which is noticed at the next step.
        if 0x60 <= (head := data[at]) < 0x78:
            start, at = at + 1, at + head - 0x5F
            key: Any = written[start:at]
            if not key.isascii():
                key = data[start:at].decode("utf-8", "replace")
        else:
            key, at = _value(data, written, at, depth + 1)
            if not isinstance(key, str):
                raise Malformed
        head = data[at]
        if 0x60 <= head <= 0x78:
            start = at + 1 if head < 0x78 else at + 2
            at = start + (head - 0x60 if head < 0x78 else data[at + 1])
            text = written[start:at]
            found[key] = text if text.isascii() else data[start:at].decode("utf-8", "replace")
        elif 0xA0 <= head < 0xB8:
            found[key], at = _map(data, written, at + 1, head - 0xA0, depth + 1)
        else:
            found[key], at = _value(data, written, at, depth + 1)
    return found, at


def _link(data: bytes, written: str, at: int, tag: int, depth: int) -> tuple[Link, int]:
    if tag != _LINK_TAG or depth > _DEPTH:
        raise Malformed
    cid, at = _value(data, written, at, depth + 1)
    if not isinstance(cid, bytes):
        raise Malformed
    return Link(cid.removeprefix(b"\0")), at


def _simple(data: bytes, at: int, kind: int) -> tuple[Any, int]:
    if kind in (20, 21, 22):
        return (False, True, None)[kind - 20], at
    if kind == 27 and at + 8 <= len(data):
        return struct.unpack_from(">d", data, at)[0], at + 8
    raise Malformed


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
        except Malformed:
            return None
        return number

    def take(self, size: int) -> bytes | None:
        if not self._has(size):
            return None
        self._at += size
        return self._held[self._at - size : self._at]

    def skip(self, size: int) -> None:
        """Pass over a block without holding it, or over what there is of it."""
        while size and self._has(1):
            step = min(size, len(self._held) - self._at)
            self._at += step
            size -= step

    def usual_blocks(self) -> Iterator[bytes]:
        """The content of the blocks from here on that are of the usual kind and held already: the
        short way for all but the block at the edge."""
        held, end = self._held, len(self._held)
        while self._at + 2 < end:
            size, start = held[self._at], self._at + 1
            if size >= 0x80:
                if held[start] >= 0x80:
                    return
                size, start = size & 0x7F | held[start] << 7, start + 1
            stop = start + size
            if size < _USUAL_CID_BYTES or stop > end or not held.startswith(_USUAL_CID, start):
                return
            self._at = stop
            yield held[start + _USUAL_CID_BYTES : stop]

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
