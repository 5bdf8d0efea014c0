"""Pages of Meta's HTML exports: one section a record, whatever the year's class names.

A page shows each record in a box: a heading, a body of nested boxes or of a table of labels and
values, lists of reactions, and a date. Classes are obfuscated and change (`uiBoxWhite` since 2018,
`_2lej`, `_a6-g` since 2021, plain `<section>` in 2024): a page that bears none of them is cut at
the children of its main element. Headings are translated sentences that hold names.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from html import unescape
from itertools import chain
from typing import NamedTuple, cast

from lxml import etree

from filters.formats.html import Element, markup
from filters.formats.json import Damaged
from filters.formats.labelled import Labelled
from filters.formats.written_dates import written_date
from filters.limits import KIB, MIB, Limits

_BOXES = ("_a6-g", "uiBoxWhite", "_2lej")
_HEADINGS = frozenset(("_a6-h", "_2lel", "_2lek"))
_FEET = frozenset(("_a6-o", "_2lem", "_a72d"))
_TITLES = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_BREAKS = _TITLES | frozenset(
    ("div", "p", "li", "ul", "ol", "section", "table", "tbody", "tr", "td", "th", "footer", "main")
)
_MEDIA = frozenset(("img", "video", "audio"))
_ALONE = frozenset(("br", "hr", "img", "input", "link", "meta", "source", "wbr"))
_TAG = re.compile(r"(<[/a-zA-Z!][^<>]*>)")
_NAME = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)")
_CLASS = re.compile(r"\sclass\s*=\s*[\"']([^\"'<>]*)")
_ADDRESS = re.compile(r"\s(?:href|src)\s*=\s*(?:\"([^\"<>]*)\"|'([^'<>]*)')")
_HEAD_BYTES = 256 * KIB
_UNMARKED_BYTES = 16 * MIB
"""A page that bears no known class is held whole, up to this size."""


class Cell(NamedTuple):
    """One text of a body, and how many boxes deep it stands."""

    text: str
    depth: int


class Section(NamedTuple):
    """One record of a page."""

    heading: str
    cells: tuple[Cell, ...]
    """Texts of the body that stand beside no picture, film or link of their own."""
    fields: tuple[Labelled, ...]
    links: tuple[str, ...]
    images: tuple[str, ...]
    reactions: tuple[tuple[str, str], ...]
    """Emoji and name, from the lists under a message."""
    at: float | None


def sections(chunks: Iterable[bytes], limits: Limits) -> Iterator[Section | Damaged]:
    """Every section of a page that holds anything."""
    pieces = iter(chunks)
    head = b""
    for piece in pieces:
        head += piece
        if len(head) >= _HEAD_BYTES:
            break
    whole = chain((head,), pieces)
    if any(box.encode() in head for box in _BOXES):
        found = markup(*_BOXES)(whole, limits)
    else:
        found = _children_of_main(whole)
    for block in found:
        if isinstance(block, Damaged):
            yield block
        elif any(section := _Walk(block).section()):
            yield section


def _children_of_main(chunks: Iterable[bytes]) -> Iterator[str | Damaged]:
    held = bytearray()
    for chunk in chunks:
        held += chunk
        if len(held) > _UNMARKED_BYTES:
            yield Damaged("size")
            return
    try:
        root = etree.fromstring(
            bytes(held), etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True)
        )
    except (etree.LxmlError, ValueError):
        root = None
    if root is None:
        return
    mains = cast("list[Element]", root.xpath("//main | //*[@role='main'] | //body"))
    main = next((m for m in mains if m.tag != "body"), mains[0] if mains else None)
    while main is not None and len(main) == 1 and main[0].tag in _BREAKS and len(main[0]):
        inner = main[0]
        if any(child.tag in _TITLES or child.tag == "footer" for child in inner):
            break
        main = inner
    if main is not None:
        for child in main.iterchildren(tag=etree.Element):
            yield etree.tostring(child, encoding="unicode", method="html", with_tail=False)


class _Tag(NamedTuple):
    """What a tag says about where its texts stand. Few are different: each is looked at once."""

    name: str
    breaks: bool
    role: str
    """`heading`, `foot`, `box`, or nothing."""


@lru_cache(2048)
def _tag(name: str, classes: str) -> _Tag:
    worn = frozenset(classes.split())
    role = ""
    if name in _TITLES or not _HEADINGS.isdisjoint(worn):
        role = "heading"
    elif name == "footer" or not _FEET.isdisjoint(worn):
        role = "foot"
    elif name == "section" or not worn.isdisjoint(_BOXES):
        role = "box"
    return _Tag(name, name in _BREAKS, role)


@lru_cache(2048)
def _read_tag(source: str) -> _Tag:
    name, worn = _NAME.match(source), _CLASS.search(source)
    return _tag(name[1].casefold() if name else "", worn[1] if worn else "")


class _Open(NamedTuple):
    """An element that is not ended yet."""

    name: str
    mode: str
    place: tuple[int, ...]
    breaks: bool


class _Walk:
    """One pass over a box, which sorts its texts by where they stand."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._heading = ""
        self._group = ""
        self._cells: list[tuple[Cell, tuple[int, ...]]] = []
        self._taken: set[tuple[int, ...]] = set()
        """Where in the body a picture or link of its own stands."""
        self._fields: list[Labelled] = []
        self._links: list[str] = []
        self._images: list[str] = []
        self._reactions: list[tuple[str, str]] = []
        self._at: float | None = None
        self._words: list[str] = []
        self._linked = 0
        """How many of the words stand in a link."""
        self._link_depth = 0
        self._href = ""
        self._label = ""
        self._is_first_cell = True
        self._is_new_value = True
        self._stack: list[_Open] = []
        self._counts: list[int] = []

    def section(self) -> Section:
        for number, part in enumerate(_TAG.split(self._source)):
            if number % 2 == 0:
                if part:
                    self._say(part)
            elif part[1] == "/":
                self._close(part)
            elif part[1] != "!":
                self._open(part)
        self._flush("body", ())
        return Section(
            self._heading,
            tuple(cell for cell, place in self._cells if place[:3] not in self._taken),
            tuple(self._fields),
            tuple(self._links),
            tuple(self._images),
            tuple(self._reactions),
            self._at,
        )

    def _open(self, source: str) -> None:
        tag = _read_tag(source) if " href=" not in source else _tag(_name_of(source), "")
        name = tag.name
        _, mode, place, _ = self._stack[-1] if self._stack else _OUTSIDE
        if tag.breaks:
            if self._words:
                self._flush(mode, place)
            if self._counts:
                self._counts[-1] += 1
                place = (*place, self._counts[-1])
            mode = self._mode(tag, mode)
            self._counts.append(0)
        elif name == "br":
            self._words.append("\n")
        elif name == "a":
            self._link_depth += 1
            self._href = _address(source)
            self._links.append(self._href)
        elif name in _MEDIA:
            self._images.append(_address(source))
            self._taken.add(place[:3])
        if name not in _ALONE:
            self._stack.append(_Open(name, mode, place, tag.breaks))

    def _close(self, source: str) -> None:
        name = _name_of(source)
        if not any(one.name == name for one in reversed(self._stack)):
            return
        while True:
            ended = self._stack.pop()
            if ended.breaks:
                if self._words:
                    self._flush(ended.mode, ended.place)
                self._counts.pop()
            elif ended.name == "a":
                self._link_depth -= 1
            if ended.name == name:
                return

    def _mode(self, tag: _Tag, mode: str) -> str:
        name, role = tag.name, tag.role
        if role == "heading":
            return "title" if self._heading or self._cells or self._fields else "heading"
        if role == "foot":
            return "foot"
        if role == "box":
            self._group = ""
        elif name == "li":
            return "list"
        elif name == "tr":
            self._is_first_cell = True
        elif name in ("td", "th"):
            self._is_new_value = True
            mode = "label" if self._is_first_cell else "value"
            self._is_first_cell = False
        elif mode == "label" and name in ("div", "p"):
            return "value"
        return mode

    def _say(self, words: str) -> None:
        if not words.isspace():
            self._words.append(unescape(words) if "&" in words else words)
            self._linked += self._link_depth > 0
        elif self._words:
            self._words.append(" ")

    def _flush(self, mode: str, place: tuple[int, ...]) -> None:
        if not self._words:
            return
        said = "".join(self._words)
        lines = (" ".join(line.split()) for line in said.split("\n"))
        text = "\n".join(lines).strip()
        is_link = self._linked == sum(1 for word in self._words if not word.isspace())
        self._words.clear()
        self._linked = 0
        if not text:
            return
        at = written_date(text) if mode in ("body", "value", "foot") else None
        if at is not None:
            self._date(text, at, mode)
        elif mode == "body" and is_link:
            self._taken.add(place[:3])
        elif mode == "body":
            self._cells.append((Cell(text, len(place)), place))
        elif mode == "value":
            self._value(text, self._href if is_link else "")
        elif mode == "list":
            self._reactions.append(_reaction(text))
        else:
            self._name(text, mode)

    def _date(self, text: str, at: float, mode: str) -> None:
        if mode == "foot" or self._at is None:
            self._at = at
        if mode == "value":
            self._fields.append(Labelled(self._label, text, "", "", self._group, at))

    def _name(self, text: str, mode: str) -> None:
        if mode == "heading":
            self._heading = text
        elif mode == "title":
            self._group = text
        elif mode == "label":
            self._label = text

    def _value(self, text: str, href: str) -> None:
        if self._is_new_value or not self._fields:
            self._fields.append(Labelled(self._label, text, href, "", self._group))
        else:
            last = self._fields[-1]
            self._fields[-1] = last._replace(value=f"{last.value}\n{text}")
        self._is_new_value = False


def _reaction(text: str) -> tuple[str, str]:
    """`😂Camille (Dec 28, 2020 6:56 am)`: the emoji, and who gave it."""
    if text.endswith(")") and (opening := text.rfind("(")) > 0:
        text = text[:opening].rstrip() if written_date(text[opening + 1 : -1]) else text
    end = next((i for i, c in enumerate(text) if c.isalnum() or c in "@_."), len(text))
    return text[:end].strip(), text[end:].strip()


_OUTSIDE = _Open("", "body", (), breaks=False)


@lru_cache(256)
def _name_of_short(source: str) -> str:
    found = _NAME.match(source)
    return found[1].casefold() if found else ""


def _name_of(source: str) -> str:
    return _name_of_short(source[:24])


def _address(source: str) -> str:
    found = _ADDRESS.search(source)
    return unescape(found[1] or found[2] or "") if found else ""
