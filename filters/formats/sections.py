"""Pages of Meta's HTML exports: one section a record, whatever the year's class names.

A page shows each record in a box: a heading, a body of nested boxes or of a table of labels and
values, lists of reactions, and a date. Classes are obfuscated and change (`uiBoxWhite` since 2018,
`_2lej`, `_a6-g` since 2021, plain `<section>` in 2024): a page that bears none of them is cut at
the children of its main element. Headings are translated sentences that hold names.
"""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple, cast

from lxml import etree

from filters.formats.html import Element, blocks
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
        found = blocks(*_BOXES)(whole, limits)
    else:
        found = _children_of_main(whole)
    for block in found:
        if isinstance(block, Damaged):
            yield block
        elif any(section := _Walk(block).section()):
            yield section


def _children_of_main(chunks: Iterable[bytes]) -> Iterator[Element | Damaged]:
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
        yield from main.iterchildren(tag=etree.Element)


class _Walk:
    """One pass over a box, which sorts its texts by where they stand."""

    def __init__(self, box: Element) -> None:
        self._box = box
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
        self._href = ""
        self._label = ""
        self._is_new_value = True
        self._open_now: list[tuple[str, tuple[int, ...]]] = []
        """What each open element is, and where it stands."""
        self._counts: list[int] = []
        self._link_depth = 0

    def section(self) -> Section:
        for event, element in etree.iterwalk(self._box, events=("start", "end")):
            if not isinstance(element.tag, str):
                continue
            if event == "start":
                self._open(element, element.tag)
                self._say(element.text)
            else:
                self._close(element.tag)
                if element is not self._box:
                    self._say(element.tail)
        return Section(
            self._heading,
            tuple(cell for cell, place in self._cells if place[:3] not in self._taken),
            tuple(self._fields),
            tuple(self._links),
            tuple(self._images),
            tuple(self._reactions),
            self._at,
        )

    def _open(self, element: Element, tag: str) -> None:
        mode, place = self._open_now[-1] if self._open_now else ("body", ())
        if tag in _BREAKS:
            self._flush(mode, place)
            if self._counts:
                self._counts[-1] += 1
                place = (*place, self._counts[-1])
            mode = self._mode(element, tag, mode)
            self._counts.append(0)
        elif tag == "br":
            self._words.append("\n")
        elif tag == "a":
            self._link_depth += 1
            self._href = element.get("href") or ""
            self._links.append(self._href)
        elif tag in _MEDIA:
            self._images.append(element.get("src") or "")
            self._taken.add(place[:3])
        self._open_now.append((mode, place))

    def _close(self, tag: str) -> None:
        mode, place = self._open_now.pop()
        if tag in _BREAKS:
            self._flush(mode, place)
            self._counts.pop()
        elif tag == "a":
            self._link_depth -= 1

    def _mode(self, element: Element, tag: str, mode: str) -> str:
        classes = (element.get("class") or "").split()
        if not _HEADINGS.isdisjoint(classes) or tag in _TITLES:
            return "title" if self._heading or self._cells or self._fields else "heading"
        if tag == "footer" or not _FEET.isdisjoint(classes):
            return "foot"
        if tag == "li":
            return "list"
        if tag in ("td", "th"):
            is_first = element.getprevious() is None
            self._is_new_value = True
            return "label" if is_first else "value"
        if mode == "label" and tag in ("div", "p"):
            return "value"
        if tag == "section" or not {*_BOXES}.isdisjoint(classes):
            self._group = ""
        return mode

    def _say(self, words: str | None) -> None:
        if words and not words.isspace():
            self._words.append(words)
            self._linked += self._link_depth > 0
        elif words and self._words:
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
