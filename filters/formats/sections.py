"""Pages of Meta's HTML exports: one section a record, whatever the year's class names.

A page shows each record in a box: a heading, a body of nested boxes or of a table of labels and
values, lists of reactions, and a date. Classes are obfuscated and change (`uiBoxWhite` since 2018,
`_2lej`, `_a6-g` since 2021, plain `<section>` in 2024): a page that bears none of them is cut at
the children of its main element. Headings are translated sentences that hold names.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from html import unescape
from itertools import chain
from typing import NamedTuple, TypeVar, cast

from lxml import etree

from filters.formats.html import Element, markup, markup_or
from filters.formats.json import Damaged
from filters.formats.labelled import Labelled
from filters.formats.shapes import (
    BOXES,
    BREAKS,
    TAG,
    TITLES,
    Address,
    Heading,
    Place,
    Texts,
    shape_of,
)
from filters.formats.usual import Usual
from filters.formats.written_dates import written_date
from filters.limits import KIB, MIB, Limits

T = TypeVar("T")
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
    for block in boxes(chunks, limits):
        if isinstance(block, Damaged):
            yield block
        elif any(section := section_of(block)):
            yield section


def section_of(box: str) -> Section:
    """What stands in one box, as its source."""
    return _Walk(box).section()


def boxes(chunks: Iterable[bytes], limits: Limits) -> Iterator[str | Damaged]:
    """The source of every box of a page: for whoever needs little of it."""
    yield from _boxes(chunks, limits, markup(*BOXES, trimmed=False))


def boxes_or(
    usual: Usual, chunks: Iterable[bytes], limits: Limits
) -> Iterator[re.Match[str] | str | Damaged]:
    """As `boxes`; those that are written as `usual` come as its match (`markup_or`)."""
    yield from _boxes(chunks, limits, markup_or(usual, *BOXES))


def _boxes(
    chunks: Iterable[bytes], limits: Limits, cut: Callable[[Iterable[bytes], Limits], Iterator[T]]
) -> Iterator[T | str | Damaged]:
    pieces = iter(chunks)
    head = b""
    for piece in pieces:
        head += piece
        if len(head) >= _HEAD_BYTES:
            break
    whole = chain((head,), pieces)
    if any(box.encode() in head for box in BOXES):
        yield from cut(whole, limits)
    else:
        yield from _children_of_main(whole)


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
    while main is not None and len(main) == 1 and main[0].tag in BREAKS and len(main[0]):
        inner = main[0]
        if any(child.tag in TITLES or child.tag == "footer" for child in inner):
            break
        main = inner
    if main is not None:
        for child in main.iterchildren(tag=etree.Element):
            yield etree.tostring(child, encoding="unicode", method="html", with_tail=False)


class _Walk:
    """One pass over a box, which sorts its texts by where they stand."""

    def __init__(self, source: str) -> None:
        self._parts = TAG.split(source)
        """Pieces of text, and between each two of them a tag."""
        self._heading = ""
        self._group = ""
        self._cells: list[tuple[Cell, Place]] = []
        self._taken: set[Place] = set()
        """Where in the body a picture or link of its own stands."""
        self._fields: list[Labelled] = []
        self._links: list[str] = []
        self._images: list[str] = []
        self._reactions: list[tuple[str, str]] = []
        self._at: float | None = None
        self._href = ""
        self._label = ""
        self._is_new_value = True

    def section(self) -> Section:
        headings: list[str] = []
        for step in shape_of(self._parts):
            if isinstance(step, Texts):
                self._text(step, headings)
            elif isinstance(step, Address):
                self._address(step)
            elif isinstance(step, Heading):
                is_first = not (self._heading or self._cells or self._fields)
                headings.append("heading" if is_first else "title")
            elif step == "value":
                self._is_new_value = True
            else:
                self._group = ""
        return Section(
            self._heading,
            self._own_cells(),
            tuple(self._fields),
            tuple(self._links),
            tuple(self._images),
            tuple(self._reactions),
            self._at,
        )

    def _own_cells(self) -> tuple[Cell, ...]:
        if not self._taken:
            return tuple([cell for cell, _ in self._cells])
        return tuple([cell for cell, place in self._cells if place[:3] not in self._taken])

    def _address(self, step: Address) -> None:
        found = _ADDRESS.search(self._parts[2 * step.tag + 1])
        address = unescape(found[1] or found[2] or "") if found else ""
        if step.kind == "link":
            self._href = address
            self._links.append(address)
        else:
            self._images.append(address)
            self._taken.add(step.place[:3])

    def _text(self, step: Texts, headings: list[str]) -> None:
        only, mode = step.only, step.mode
        said = self._parts[2 * only] if only is not None else self._joined(step.pieces)
        if not (text := written(said)):
            return
        if mode in ("body", "foot", "value"):
            at = written_date(text)
            if at is not None:
                self._date(text, at, mode)
            elif mode == "value":
                self._value(text, self._href if self._is_linked(step) else "")
            elif mode == "body" and self._is_linked(step):
                self._taken.add(step.place[:3])
            elif mode == "body":
                self._cells.append((Cell(text, len(step.place)), step.place))
        elif mode == "list":
            self._reactions.append(reaction_in(text))
        else:
            self._name(text, headings[mode] if isinstance(mode, int) else mode)

    def _joined(self, pieces: Sequence[int | None]) -> str:
        """What stands between two tags only to set them apart breaks no line."""
        parts = self._parts
        return "".join(
            [
                "\n" if n is None else " " if (words := parts[2 * n]).isspace() else words
                for n in pieces
            ]
        )

    def _is_linked(self, step: Texts) -> bool:
        return step.only is None and all(not self._parts[2 * n].strip() for n in step.unlinked)

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


def written(source: str) -> str:
    """The lines of a text, spaces made single."""
    if "&" in source:
        source = unescape(source)
    if "\n" not in source:
        return " ".join(source.split())
    return "\n".join(" ".join(line.split()) for line in source.split("\n")).strip()


def reaction_in(text: str) -> tuple[str, str]:
    """`😂Camille (Dec 28, 2020 6:56 am)`: the emoji, and who gave it."""
    if text.endswith(")") and (opening := text.rfind("(")) > 0:
        text = text[:opening].rstrip() if written_date(text[opening + 1 : -1]) else text
    end = next((i for i, c in enumerate(text) if c.isalnum() or c in "@_."), len(text))
    return text[:end].strip(), text[end:].strip()
