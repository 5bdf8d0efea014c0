"""A record of "My Activity" in HTML: one `outer-cell`.

Facts: formats/google-youtube, "Activity record". In it a `header-cell` with the product, a
`content-cell` with the title, the date and, for an assistant, the answer; then a caption with the
rest.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from html import unescape

import msgspec

from filters.formats.html import lines_of
from filters.formats.json import Damaged
from filters.readers.google.facts import Activity, folded, is_ad_by_words, is_assistant

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_CLOCK = re.compile(r"\d[:.h]\s?\d\d(?:[:.m]\s?\d\d)?")
_USUAL_TIME = re.compile(r"\D*\d{1,2}\D+(?:19|20)\d\d\D+\d{1,2}[:.h]\d\d")
"""A day, a year and an hour: what both others find, at one go."""
_FILES = re.compile(
    r"(?:Attached \d+ files?|\d+ fichiers? joints?|\d+ archivos? adjuntos?)\b", re.IGNORECASE
)
_BEGINS_FILES = frozenset("0123456789aA")
_TAG_CHARS = 400


class Cell(msgspec.Struct, frozen=True, gc=False):
    """A cell that begins and ends as almost all do; what stands between is not looked at yet."""

    written: bytes
    product: str
    start: int
    """Where what was done begins, in bytes."""
    end: int
    is_ad: bool

    @property
    def source(self) -> str:
        """The whole cell as text."""
        return self.written.decode("utf-8", "replace")


def words_at_sight(cell: Cell) -> tuple[bytes, bytes]:
    """Of the line that says what was done: what stands before its link, and its last letters."""
    written, start = cell.written, cell.start
    end = written.find(b"<br>", start, cell.end)
    if end < 0:
        end = cell.end
    said = written[start : written.find(b"<", start)]
    if written.startswith(b"</a>", end - 4):
        end -= 4
    return said, written[end - 2 : end]


_HEAD = re.compile(
    rb'<div class="outer-cell[^"<>]*"><div[^<>]*>'
    rb'<div class="header-cell[^"<>]*">(?P<header><p[^<>]*>[^<]*<br></p>)</div>'
    rb'<div class="content-cell[^"<>]*">'
)
_BODY = re.compile(
    r"(?P<said>[^<\n]*)"
    r'(?:<a href="(?P<link>[^"<>]+)">(?P<target>[^<\n]*)</a>)?<br>'
    r'(?:<a href="(?P<channel>[^"<>]+)">[^<]*[^<\s][^<]*</a><br>)?'
    r"(?P<time>[^<\n]{8,70})(?:<br>(?P<rest>.*))?",
    re.DOTALL,
)
"""One line of what was done, a channel, a date, and an answer."""
_END_OF_BODY = b'</div><div class="content-cell'
_TAIL = re.compile(
    rb'</div><div class="content-cell[^"<>]*"></div>'
    rb'<div class="content-cell[^"<>]*">(?P<caption>.*)',
    re.DOTALL,
)


def cells(found: Iterable[bytes | Damaged]) -> Iterator[Cell | str | Damaged]:
    """Those that are written as usual by their three parts, of which the first and the last are the
    same in most; the source of the others."""
    head, tail, product = b"", b"", ""
    for written in found:
        if isinstance(written, Damaged):
            yield written
            continue
        if not (head and written.startswith(head)):
            begun = _HEAD.match(written)
            if begun is None:
                yield written.decode("utf-8", "replace")
                continue
            head, product = begun[0], _first_line(begun["header"].decode("utf-8", "replace"))
        if tail and written.endswith(tail):
            yield Cell(written, product, len(head), len(written) - len(tail), is_ad=False)
            continue
        end = written.find(_END_OF_BODY, len(head))
        is_ad = _is_ad_by(written[end:]) if end >= 0 else None
        if is_ad is None:
            yield written.decode("utf-8", "replace")
            continue
        tail = tail if is_ad else written[end:]
        yield Cell(written, product, len(head), end, is_ad)


@lru_cache(1024)
def _is_ad_by(tail: bytes) -> bool | None:
    found = _TAIL.fullmatch(tail)
    return None if found is None else is_ad_by_words(found["caption"].decode("utf-8", "replace"))


def of_cell(cell: Cell) -> Activity | None:
    """The facts of a cell; None when it is not what it seemed."""
    source, product = cell.written[cell.start : cell.end].decode("utf-8", "replace"), cell.product
    body = _BODY.fullmatch(source)
    if body is None:
        return None
    said, link, target, channel, written, rest = body.groups()
    title, time = _line(f"{said}{target or ''}"), _line(written)
    if not title or not _is_time(time) or (title[0] in _BEGINS_FILES and _FILES.match(title)):
        return None
    if channel and is_assistant(product):
        return None
    links: tuple[str, ...] = (unescape(link),) if link else ()
    if channel:
        links += (unescape(channel),)
    answer = ""
    if rest:
        lines = lines_of(rest)
        links += tuple([line.link for line in lines if line.link])
        answer = "\n".join([line.text for line in lines])
    if is_assistant(product):
        links += _below(cell.written[cell.end :].decode("utf-8", "replace"))
    return Activity(product, title, links, time, cell.is_ad, answer, has_files=False)


def _line(source: str) -> str:
    return " ".join((unescape(source) if "&" in source else source).split())


def of_any_cell(source: str) -> Activity:
    """The facts of a cell however it is written, read line by line."""
    header, body, caption = _parts(source)
    lines = lines_of(body)
    at = 1
    while at < len(lines) and not _is_time(lines[at].text):
        at += 1
    product = _first_line(header)
    links = tuple([line.link for line in lines if line.link])
    if caption and is_assistant(product):
        links += _below(caption)
    # A prompt may go over several lines; after what was done to a video stands its channel.
    said = lines[:at] if is_assistant(product) else lines[:1]
    files = next((n for n, line in enumerate(said) if _FILES.match(line.text)), None)
    return Activity(
        product,
        "\n".join([line.text for line in said[:files]]),
        links,
        lines[at].text if at < len(lines) else "",
        bool(caption) and is_ad_by_words(caption),
        "\n".join([line.text for line in lines[at + 1 :]]),
        files is not None,
    )


def _below(caption: str) -> tuple[str, ...]:
    """The links below an answer: they say which conversation it is of."""
    return tuple([line.link for line in lines_of(caption) if line.link])


def _is_time(words: str) -> bool:
    """Whether a line is the date and the hour of a record, and nothing else."""
    return 8 <= len(words) <= 60 and (
        _USUAL_TIME.match(words) is not None
        or (_YEAR.search(words) is not None and _CLOCK.search(words) is not None)
    )


def _parts(source: str) -> tuple[str, str, str]:
    """The heading, the body and the caption of a cell; an old page has the body alone."""
    start = _cell(source, 0)
    if start < 0:
        return "", source, ""
    end = _cell(source, source.find(">", start))
    if end < 0:
        return source[:start], source[start:], ""
    return source[:start], source[start:end], source[end:]


def _cell(source: str, at: int) -> int:
    """Where the next tag with that class begins: the words may also stand in a text."""
    while (found := source.find("content-cell", at)) >= 0:
        tag = source.rfind("<", max(0, found - _TAG_CHARS), found)
        if tag >= 0 and source.startswith("<div", tag) and source.find(">", tag, found) < 0:
            return tag
        at = found + 1
    return -1


@lru_cache(512)
def _first_line(source: str) -> str:
    lines = lines_of(source)
    return folded(lines[0].text) if lines else ""
