"""Bytes to text: UTF-8 with or without a mark, UTF-16 with one, wrong bytes replaced."""

import codecs
from collections.abc import Iterable, Iterator
from itertools import chain

from filters.limits import KIB, Limits

_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16",
}  # fmt: skip
_LINE_CHARS = 256 * KIB


def texts(chunks: Iterable[bytes]) -> Iterator[str]:
    """The same content as text, in pieces. A wrong byte becomes U+FFFD, never an error."""
    pieces = iter(chunks)
    first = next(pieces, b"")
    encoding = next((name for mark, name in _MARKS.items() if first.startswith(mark)), None)
    pieces = chain((first,), pieces)
    yield from (
        _plain(pieces) if encoding is None else codecs.iterdecode(pieces, encoding, "replace")
    )


def utf8(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """The same content in UTF-8 without a mark, whatever it is written in."""
    pieces = iter(chunks)
    first = next(pieces, b"")
    whole = chain((first,), pieces)
    if first.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        yield from (text.encode("utf-8", "replace") for text in texts(whole))
    else:
        yield first.removeprefix(codecs.BOM_UTF8)
        yield from pieces


def _plain(chunks: Iterable[bytes]) -> Iterator[str]:
    """UTF-8 without a mark, as almost all of it is: without the layers of a decoder object."""
    rest = b""
    for chunk in chunks:
        pending = rest + chunk if rest else chunk
        text, used = codecs.utf_8_decode(pending, "replace")
        rest = pending[used:]
        if text:
            yield text
    if rest:
        yield rest.decode(errors="replace")


def lines(chunks: Iterable[bytes], _limits: Limits) -> Iterator[str]:
    """Lines without their ends (LF or CRLF). A line past 256 Ki characters is cut."""
    pending = ""
    for text in texts(chunks):
        whole = (pending + text).split("\n")
        pending = whole.pop()
        for line in whole:
            yield line.removesuffix("\r")[:_LINE_CHARS]
        if len(pending) > 2 * _LINE_CHARS:
            pending = pending[:_LINE_CHARS]
    if pending:
        yield pending.removesuffix("\r")[:_LINE_CHARS]
