"""HTML pages of any size, one block at a time, in memory bounded by the largest block.

A block is the outermost element that carries one of the wanted classes. Everything else is parsed
and forgotten. Nothing is fetched, run or rendered: the page is only text and structure.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, cast

from lxml import etree

from filters.formats.json import Damaged
from filters.formats.text import texts
from filters.limits import Limits

Element = etree._Element  # noqa: SLF001 - the name lxml gives the type of what it hands out

_BREAKS = frozenset(
    ("address", "blockquote", "br", "div", "dd", "dl", "dt", "h1", "h2", "h3", "h4", "h5", "h6",
     "hr", "li", "ol", "p", "section", "table", "tbody", "td", "th", "tr", "ul")
)  # fmt: skip
_BLOCK_ELEMENTS = 20_000
"""A block with more elements than this is no record: its page does not end what it opens."""


class Line(NamedTuple):
    """One line of a block as a reader of the page sees it, and the first link in it."""

    text: str
    link: str | None


def blocks(
    *classes: str,
) -> Callable[[Iterable[bytes], Limits], Iterator[Element | Damaged]]:
    """A decoder that yields every outermost element whose class attribute holds one of `classes`.

    The element is only valid until the next one is asked for.
    """
    wanted = frozenset(classes)

    def decode(chunks: Iterable[bytes], _limits: Limits) -> Iterator[Element | Damaged]:
        parser = etree.HTMLPullParser(
            events=("start", "end"), encoding="utf-8", no_network=True, remove_comments=True,
            remove_pis=True,
        )  # fmt: skip
        open_block: Element | None = None
        held = 0
        for event, element in _events(parser, chunks):
            if event == "start":
                if open_block is None and not wanted.isdisjoint(element.get("class", "").split()):
                    open_block, held = element, 0
                held += 1
                if open_block is not None and held > _BLOCK_ELEMENTS:
                    yield Damaged("size")
                    return
            elif open_block is None:
                _forget(element)
            elif element is open_block:
                yield element
                _forget(element)
                open_block = None

    return decode


def lines_of(block: Element) -> list[Line]:
    """The lines of a block, without the empty ones, spaces made single."""
    found: list[Line] = []
    words: list[str] = []
    link: str | None = None

    def end_line() -> None:
        nonlocal link
        if text := " ".join("".join(words).split()):
            found.append(Line(text, link))
        words.clear()
        link = None

    for event, element in etree.iterwalk(block, events=("start", "end")):
        breaks = element.tag in _BREAKS
        if breaks:
            end_line()
        if event == "start":
            if element.tag == "a" and link is None:
                link = element.get("href")
            words.append(element.text or "")
        elif element is not block:
            words.append(element.tail or "")
    end_line()
    return found


def _events(parser: etree.HTMLPullParser, chunks: Iterable[bytes]) -> Iterator[tuple[str, Element]]:
    """What the parser meets, as it meets it. A page it cannot go on with ends there."""
    try:
        for text in texts(chunks):
            parser.feed(text.encode("utf-8", "replace"))
            yield from _elements(parser)
        parser.close()
    except etree.LxmlError:
        pass
    yield from _elements(parser)


def _elements(parser: etree.HTMLPullParser) -> Iterator[tuple[str, Element]]:
    for event, element in parser.read_events():
        yield event, cast("Element", element)


def _forget(element: Element) -> None:
    """Free an element and its elder sisters, so that memory does not grow with the page."""
    element.clear()
    parent = element.getparent()
    if parent is not None:
        while element.getprevious() is not None:
            del parent[0]
