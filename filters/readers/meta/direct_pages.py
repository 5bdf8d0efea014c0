"""Messenger's and Instagram's conversations as pages in HTML: what one box says.

Facts: formats/messenger. A message stands in a box: a heading with who wrote it, a text, reactions,
a foot with a date.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache, partial
from itertools import chain
from typing import NamedTuple

from filters.formats.json import Damaged
from filters.formats.sections import boxes_or, reaction_in, section_of, written
from filters.formats.usual import Usual
from filters.formats.written_dates import written_date
from filters.limits import KIB, Limits

_TEXT_DEPTH = 3
"""What is written stands at most three boxes deep; captions of shared posts stand deeper."""
_ROLES = "_a6-[gho]|_2le[jklm]|_a72d|uiBoxWhite"
_EMPTY = "(?:<div></div>)*+"
_USUAL = Usual(
    r"\s*+{box}<{level} {heading}(?P<name>[^<>]*[^<>\s][^<>]*+)</{level}>"
    rf"{{body}}<div>{_EMPTY}"
    rf"(?:<div>(?P<text>[^<>]++)</div>{_EMPTY})?"
    r"(?:<div>{list}"
    r"(?P<given>(?:<li>(?:<span>)?[^<>]*+(?:</span>)?</li>)*+)"
    rf"</ul></div>{_EMPTY})?</div></div>"
    r"{foot}(?P<at>[^<>]*+)</div></div>",
    box=r'<div class="(?:[^"<>]*\s)?(?:_a6-g|_2lej|uiBoxWhite)(?=[\s"])[^"<>]*+">',
    level="h[1-6]|div",
    heading=r'class="(?:[^"<>]*\s)?(?:_a6-h|_2le[kl])(?=[\s"])[^"<>]*+">',
    body=rf"<div(?![^<>]*(?:{_ROLES}))[^<>]*+>",
    list=rf"<ul(?![^<>]*(?:{_ROLES}))[^<>]*+>",
    foot=r'<div class="(?:[^"<>]*\s)?(?:_a6-o|_2lem|_a72d)(?=[\s"])[^"<>]*+">',
)
"""A message of words alone, as almost all are: a heading with a name, a text, reactions, a foot.
Read by one expression, for a conversation of years is hundreds of megabytes of boxes."""
boxes = partial(boxes_or, _USUAL)
_HEAD_BYTES = 256 * KIB
_TITLED = (b"<title", b"<h1", b"_3b0d")
"""Behind these stands what a page is called, the other person or the group; the last is of 2018."""
_BETWEEN_NAMES = re.compile(r",|\s(?:et|and|und|y|e|en|и)\s")
_GIVEN = re.compile(r"<li>(?:<span>)?([^<>]*)")
_HEADED = re.compile(
    r"<div[^<>]*><(?:h[1-6]|div)\s[^<>]*\b(?:_a6-h|_2lel|_2lek)\b[^<>]*>"
    r"(?P<name>[^<>]*[^<>\s][^<>]*)</"
    r"(?=[^\0]*<(?:div|footer)\s[^<>]*\b(?:_a6-o|_2lem|_a72d)\b[^<>]*>(?P<at>[^<]*\d{4}[^<]*)<)"
)
"""A box with a heading of one name, and a foot with a year."""
Box = re.Match[str] | str | Damaged


class Top(NamedTuple):
    """What stands above the messages of a page."""

    titles: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()
    """Who takes part, where that is said: a name twice when two bear it."""


Read = Top | Box


class Message(NamedTuple):
    """What one box of a page says."""

    sender: str
    text: str
    at: float
    reactions: Sequence[tuple[str, str]]
    """Emoji and name."""


def page(chunks: Iterable[bytes], limits: Limits) -> Iterator[Read]:
    """What stands at the top of a page, then every box of it."""
    pieces, head = iter(chunks), b""
    for piece in pieces:
        head += piece
        if len(head) >= _HEAD_BYTES:
            break
    found = boxes(chain((head,), pieces), limits)
    first = next(found, None)
    titles = tuple(_text_behind(mark, head) for mark in _TITLED if mark in head)
    yield Top(titles, _listed(first) if isinstance(first, str) else ())
    if first is not None:
        yield first
        yield from found


def _text_behind(mark: bytes, head: bytes) -> str:
    """The first text behind the tag in which a mark stands."""
    source = head[head.find(mark) :].partition(b">")[2]
    return written(source.partition(b"<")[0].decode("utf-8", "replace"))


def _listed(box: str) -> tuple[str, ...]:
    """`Participants: Camille, Noor and Sacha`: the names in a box that is no message."""
    section = section_of(box)
    if section.at is not None:
        return ()
    said = " ".join((section.heading, *(cell.text for cell in section.cells)))
    return tuple(filter(None, map(str.strip, _BETWEEN_NAMES.split(said.partition(":")[2]))))


def message(box: re.Match[str] | str) -> Message | None:
    """What a box says; None for one without a name or a date, as those that list people."""
    if not isinstance(box, str):
        if (at := _date(box["at"])) is not None:
            text = written(box["text"] or "")
            if text and written_date(text) is not None:
                text = ""
            return Message(_name(box["name"]), text, at, _given(box["given"]))
        box = box[0]
    section = section_of(box)
    if not section.heading or section.at is None:
        return None
    text = "\n".join(cell.text for cell in section.cells if cell.depth <= _TEXT_DEPTH)
    return Message(section.heading, text, section.at, section.reactions)


def sender(box: re.Match[str] | str) -> str:
    """Who wrote a message, from its source; what is written as usual is not read whole for that."""
    usual = _HEADED.match(box) if isinstance(box, str) else box
    if usual is not None and _date(usual["at"]) is not None:
        return _name(usual["name"])
    said = message(box)
    return "" if said is None else said.sender


@lru_cache(1024)
def _given(source: str | None) -> tuple[tuple[str, str], ...]:
    """The few reactions of a few people, in a list that is written as usual."""
    found = _GIVEN.findall(source) if source else ()
    return tuple(reaction_in(said) for one in found if (said := written(one)))


@lru_cache(1024)
def _date(source: str) -> float | None:
    return written_date(written(source))


@lru_cache(1024)
def _name(source: str) -> str:
    return written(source)
