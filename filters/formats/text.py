"""Bytes to text: UTF-8 with or without a mark, UTF-16 with one, wrong bytes replaced."""

import codecs
from collections.abc import Iterable, Iterator

from filters.limits import KIB, Limits

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LINE_CHARS = 256 * KIB


def texts(chunks: Iterable[bytes]) -> Iterator[str]:
    """The same content as text, in pieces. A wrong byte becomes U+FFFD, never an error."""
    decoder: codecs.IncrementalDecoder | None = None
    for chunk in chunks:
        if decoder is None:
            encoding = next((name for mark, name in _MARKS if chunk.startswith(mark)), "utf-8")
            decoder = codecs.getincrementaldecoder(encoding)("replace")
        if text := decoder.decode(chunk):
            yield text
    if decoder is not None and (text := decoder.decode(b"", final=True)):
        yield text


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
