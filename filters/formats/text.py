"""Bytes to text: UTF-8 with or without a mark, UTF-16 with one, Windows-1252 where it is neither.

A table that was opened in a spreadsheet and saved comes back in the encoding of the computer. One
wrong byte makes no other encoding: it is replaced, and what stands around it stays.
"""

import codecs
import re
from collections.abc import Iterable, Iterator
from itertools import chain

from filters.limits import KIB, Limits

_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16",
}  # fmt: skip
_LONE = re.compile(rb"(?<![\x80-\xff])[\x80-\xff](?![\x80-\xff])")
"""A byte beyond ASCII with none beside it: in UTF-8 they come in twos at least."""
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


def _plain(chunks: Iterator[bytes]) -> Iterator[str]:
    """Text without a mark. Almost all of it is UTF-8, read without the layers of a decoder object;
    what turns out to be none is taken for Windows-1252 from there on: up to there it was ASCII."""
    rest, is_utf8 = b"", False
    for chunk in chunks:
        pending = rest + chunk if rest else chunk
        try:
            text, used = codecs.utf_8_decode(pending)
            is_utf8 = is_utf8 or not text.isascii()
        except UnicodeDecodeError:
            known = _valid(pending)
            if not is_utf8 and len(_LONE.findall(pending)) > known:
                yield from (one.decode("cp1252", "replace") for one in chain((pending,), chunks))
                return
            text, used = codecs.utf_8_decode(pending, "replace")
            is_utf8 = is_utf8 or known > 0
        rest = pending[used:]
        if text:
            yield text
    if rest:
        yield rest.decode("utf-8" if is_utf8 else "cp1252", "replace")


def _valid(content: bytes) -> int:
    """How many characters beyond ASCII stand in what should be UTF-8."""
    text = content.decode("utf-8", "ignore")
    return len(text) - len(text.encode("ascii", "ignore"))


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
