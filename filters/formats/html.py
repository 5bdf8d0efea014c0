"""HTML pages of any size, one block at a time, in memory bounded by the largest block.

A block is the outermost element that carries one of the wanted classes. Everything else is passed
over. Nothing is fetched, run or rendered: the page is only text and structure. Blocks are cut out
by counting the tags of their own name, and lines are made by cutting at the tags that break them:
a third of the time a parser takes that builds every element of a page.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import lru_cache
from html import unescape
from itertools import pairwise
from typing import NamedTuple, cast

from lxml import etree

from filters.formats.json import Damaged
from filters.formats.text import texts
from filters.formats.usual import Usual
from filters.limits import KIB, MIB, Limits

Element = etree._Element  # noqa: SLF001 - the name lxml gives the type of what it hands out

_BLOCK_CHARS = 4 * MIB
"""A longer block is no record: its page does not end what it opens."""
_WINDOW_CHARS = 256 * KIB
_TAG_CHARS = 4 * KIB
"""How much of a tag may still be to come when the window ends."""
_MOST_LEARNED = 16
"""How often a page may write its tags in a new way, before they are no longer compared."""
_NEVER_CLOSED = ("br", "hr", "img", "inpu", "link", "meta")

# No tag holds another "<": that keeps each search linear, whatever the page. Both cases are spelt
# out where it is searched most: ignoring case costs half as much again.
_BREAK = re.compile(
    r"</?(?:div|p|br|li|ul|ol|t[dhr]|h[1-6r]|d[dlt]|table|tbody|section|pre|address|blockquote"
    r"|DIV|P|BR|LI|UL|OL|T[DHR]|H[1-6R]|D[DLT]|TABLE|TBODY)(?=[\s/>])[^<>]*>"
)
_TAG = re.compile(
    r"</?[a-zA-Z][^<>\"']*(?:\"[^\"<]*\"[^<>\"']*|'[^'<]*'[^<>\"']*)*>|</?[a-zA-Z][^<>]*>"
)
_HREF = re.compile(
    r"<[aA]\s[^<>]*?\b(?:href|HREF)\s*=\s*(?:\"([^\"<]*)\"|'([^'<]*)'|([^\s<>\"']+))"
)
_ODD_DIVISION = re.compile(r"<(?:DIV|Div|div(?=[^ >])|/(?:DIV|Div|div(?=[^>])))")
"""A tag that the window cuts off is not odd: it is looked at again when the rest has come."""
_UNSEEN = re.compile(r"<(?:!--|script\b|style\b)")
_UNSEEN_ENDS = {"<!--": "-->", "<script": "</script>", "<style": "</style>"}
_CLASS = re.compile(r"\sclass\s*=\s*(?:\"([^\"<]*)\"|'([^'<]*)'|([^\s<>\"']+))", re.IGNORECASE)


class Line(NamedTuple):
    """One line of a block as a reader of the page sees it, and the first link in it."""

    text: str
    link: str | None


def markup(
    *classes: str, tag: str = r"[a-zA-Z][a-zA-Z0-9]*", trimmed: bool = True
) -> Callable[[Iterable[bytes], Limits], Iterator[str | Damaged]]:
    """A decoder that yields the source of every outermost element whose class attribute holds one
    of `classes`; without classes, of every outermost element named `tag`.

    A page that does not end its blocks is still read: there each block ends where the next begins.
    What is not `trimmed` may have behind its end what stands before the next block: for whoever
    looks at its tags anyway, as finding the end is most of the work.
    """
    page = _pages(classes, tag, trimmed=trimmed)

    def decode(chunks: Iterable[bytes], _limits: Limits) -> Iterator[str | Damaged]:
        yield from page(chunks).blocks()

    return decode


def markup_or(
    usual: Usual, *classes: str
) -> Callable[[Iterable[bytes], Limits], Iterator[re.Match[str] | str | Damaged]]:
    """As `markup`, not trimmed; but elements that follow one another and are written as `usual`
    come as its match, which costs far less. `usual` must fit nothing but such elements, whole."""
    page = _pages(classes, r"[a-zA-Z][a-zA-Z0-9]*", trimmed=False)

    def decode(chunks: Iterable[bytes], _limits: Limits) -> Iterator[re.Match[str] | str | Damaged]:
        yield from page(chunks).blocks_or(usual)

    return decode


def _pages(
    classes: tuple[str, ...], tag: str, *, trimmed: bool
) -> Callable[[Iterable[bytes]], "_Page"]:
    """The pages in which the same elements are looked for."""
    wanted = frozenset(classes)
    names = [re.compile(re.escape(name)) for name in sorted(wanted)]
    opening = re.compile(rf"<({tag})(?=[\s/>])[^<>]*>", re.IGNORECASE)

    @lru_cache(256)
    def begins(written: str) -> bool:
        """Whether this tag begins a block: the same few tags come again and again."""
        if written[1:5].casefold().startswith(_NEVER_CLOSED):
            return False
        return not wanted or not wanted.isdisjoint(classes_of(written))

    return lambda chunks: _Page(texts(chunks), names, opening, begins, trimmed=trimmed)


def classes_of(tag: str) -> list[str]:
    """The classes that a tag, as it is written, gives its element."""
    found = _CLASS.search(tag)
    return (found[1] or found[2] or found[3] or "").split() if found is not None else []


def blocks(
    *classes: str,
) -> Callable[[Iterable[bytes], Limits], Iterator[Element | Damaged]]:
    """As `markup`, for readers that look into the block: parsed, one element at a time."""
    cut = markup(*classes)

    def decode(chunks: Iterable[bytes], limits: Limits) -> Iterator[Element | Damaged]:
        for source in cut(chunks, limits):
            yield source if isinstance(source, Damaged) else _parsed(source)

    return decode


def lines_of(block: Element | str) -> list[Line]:
    """The lines of a block, without the empty ones, spaces made single."""
    source = block if isinstance(block, str) else _written(block)
    if ("<!" in source or "<s" in source) and _UNSEEN.search(source) is not None:
        source = _seen(source)
    found: list[Line] = []
    for piece in _BREAK.split(source):
        if not piece or piece.isspace():
            continue
        link = None
        text = piece
        if "<" in text:
            if (match := _HREF.search(text)) is not None:
                link = unescape(match[1] or match[2] or match[3] or "")
            text = _TAG.sub("", text)
        if "&" in text:
            text = unescape(text)
        if text := " ".join(text.split()):
            found.append(Line(text, link))
    return found


class _Page:
    """A window over the page: what is before `at` is read, what is after is still to come."""

    def __init__(
        self,
        pieces: Iterator[str],
        wanted: Collection[re.Pattern[str]],
        opening: re.Pattern[str],
        begins: Callable[[str], bool],
        *,
        trimmed: bool,
    ) -> None:
        self._pieces = pieces
        self._wanted = wanted
        self._starts: list[re.Match[str]] | None = None
        """The tags in the rest of the window that begin a block, where classes are wanted: found
        at need."""
        self._passed = 0
        """How many of them are behind."""
        self._opening = opening
        self._begins = begins
        self._trimmed = trimmed
        self._window = ""
        self._at = 0
        self._ended = False
        self._odd: bool | None = None
        """Whether a division in the rest of the window is written in capitals, or its tag in an
        unusual way: found out at need."""
        self._trusted = True
        """Whether the page has ended every block it opened."""
        self._known: re.Match[str] | None = None
        """Where the next block begins, when that was found as the end of the last."""
        self._same: dict[str, re.Pattern[str]] = {}

    def blocks(self) -> Iterator[str | Damaged]:
        while True:
            start = self._next()
            if start is None:
                return
            self._at = start.start()
            if not self._trimmed and self._trusted and not self._is_odd():
                yield from self._untrimmed()
                if self._at > start.start():
                    continue
            end = self._end(start) if self._trusted else self._beginning_of_next(start)
            if end is None and self._trusted:
                # Something before the end of the page was never closed.
                self._trusted = False
                continue
            if end is None:
                yield Damaged("size")
                self._at += len(start[0])
                continue
            start_at, self._at = self._at, end
            yield self._window[start_at:end]

    def _untrimmed(self) -> Iterator[str]:
        """Blocks from `at` on, as long as each is a division seen to end before the next begins:
        at the latest where as many are closed as were opened."""
        window = self._window
        for start, following in pairwise((self._starts or [])[self._passed :]):
            at, end = start.start(), following.start()
            is_seen = window.count("<div", at, end) <= window.count("</div>", at, end)
            if not is_seen or start[1] != "div":
                return
            self._at = end
            yield window[at:end]
            if self._at != end:
                return  # What follows was read in another way.

    def blocks_or(self, usual: Usual) -> Iterator[re.Match[str] | str | Damaged]:
        tags: dict[str, str] = {}
        same, to_learn = usual.any, _MOST_LEARNED
        is_whole = False
        for block in self.blocks():
            yield block
            # At an end that is followed by no tag of a block, the match fails at once.
            while self._trusted:
                match = same.match(self._window, self._at)
                if match is None and tags:
                    match = usual.any.match(self._window, self._at)
                if match is None:
                    break
                if not is_whole or match.re is usual.any:
                    learned = usual.learned(match, tags) if to_learn else None
                    if learned is not None:
                        same, to_learn = learned, to_learn - 1
                    is_whole = not to_learn or tags.keys() == usual.tags
                self._at, self._known = match.end(), None
                yield match

    def _next(self) -> re.Match[str] | None:
        """Where the next block begins; None when there is no more."""
        while True:
            match, self._known = self._known, None
            if match is None:
                match = self._begin(self._at)
            if match is not None:
                return match
            if self._ended:
                return None
            # A tag may stand across the edge.
            edge = self._window.rfind("<", max(self._at, len(self._window) - _TAG_CHARS))
            self._at = edge if edge >= 0 else len(self._window)
            self._fill()

    def _begin(self, at: int) -> re.Match[str] | None:
        """The first tag from `at` on, within the window, that begins a block."""
        window = self._window
        if not self._wanted:
            found = self._opening.finditer(window, at)
            return next((match for match in found if self._begins(match[0][:_TAG_CHARS])), None)
        if self._starts is None:
            self._starts = self._starts_from(at)
        self._passed = bisect_left(self._starts, at, key=re.Match.start)
        return self._starts[self._passed] if self._passed < len(self._starts) else None

    def _starts_from(self, at: int) -> list[re.Match[str]]:
        """What is looked for first is the name of a class, much rarer in a page than a tag; each
        name by itself, for a search for either of them takes far longer."""
        window = self._window
        found = (name.finditer(window, at) for name in self._wanted)
        starts: list[re.Match[str]] = []
        behind = at
        for place in sorted([match.start() for matches in found for match in matches]):
            if place < behind:
                continue  # In the same tag as the last.
            tag = window.rfind("<", max(behind, place - _TAG_CHARS), place)
            match = self._opening.match(window, tag) if tag >= 0 else None
            if match is not None and self._begins(match[0][:_TAG_CHARS]):
                starts.append(match)
                behind = match.end()
        return starts

    def _end(self, start: re.Match[str]) -> int | None:
        """Where the block that starts at `at` ends, by the tags of its own name."""
        name = start[1].casefold()
        if name == "div" and not self._is_odd() and (end := self._end_of_division()) is not None:
            return end
        same = self._same.get(name)
        if same is None:
            either = "".join(f"[{c}{c.upper()}]" for c in name)
            same = re.compile(rf"<(/?){either}(?=[\s/>])")
            self._same[name] = same
        depth, at = 0, self._at
        while True:
            for match in same.finditer(self._window, at):
                depth += -1 if match[1] else 1
                if not depth:
                    return (self._window.find(">", match.end()) + 1) or len(self._window)
                at = match.end()
            at -= self._at
            if len(self._window) - self._at > _BLOCK_CHARS or not self._fill():
                return None
            at += self._at

    def _is_odd(self) -> bool:
        if self._odd is None:
            self._odd = _ODD_DIVISION.search(self._window, self._at) is not None
        return self._odd

    def _end_of_division(self) -> int | None:
        """As `_end`, for pages that write divisions as almost all do: in a third of the time."""
        window, at, depth = self._window, self._at, 0
        while (closing := window.find("</div>", at)) >= 0:
            depth += window.count("<div", at, closing) - 1
            at = closing + 6
            if depth <= 0:
                return at
        return None

    def _beginning_of_next(self, start: re.Match[str]) -> int | None:
        """Where the next block begins, or the end of the page: None when that is too far."""
        at = len(start[0])
        while True:
            if (match := self._begin(self._at + at)) is not None:
                self._known = match
                return match.start()
            held = len(self._window) - self._at
            if held > _BLOCK_CHARS:
                return None
            at = max(at, held - _TAG_CHARS)
            if not self._fill():
                return len(self._window)

    def _fill(self) -> bool:
        """Read on: as much again as is pending, so that a long block is not searched too often."""
        if self._ended:
            return False
        wanted = max(_WINDOW_CHARS, len(self._window) - self._at)
        parts = [self._window[self._at :]]
        while wanted > 0 and not self._ended:
            piece = next(self._pieces, None)
            if piece is None:
                self._ended = True
            else:
                parts.append(piece)
                wanted -= len(piece)
        self._window, self._at = "".join(parts), 0
        self._starts, self._odd = None, None
        return len(parts) > 1


def _parsed(source: str) -> Element | Damaged:
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(source.encode("utf-8", "replace"), parser)
    except etree.LxmlError:
        return Damaged("syntax")
    body = None if root is None else root.find("body")
    if body is None or not len(body):
        return Damaged("syntax")
    return cast("Element", body[0])


def _seen(source: str) -> str:
    """Without comments, scripts and styles. One that is not ended goes on to the end."""
    parts: list[str] = []
    at = 0
    while (match := _UNSEEN.search(source, at)) is not None:
        parts.append(source[at : match.start()])
        closing = _UNSEEN_ENDS[match[0]]
        end = source.find(closing, match.end())
        if end < 0:
            return "".join(parts)
        at = end + len(closing)
    return "".join((*parts, source[at:]))


def _written(block: Element) -> str:
    return etree.tostring(block, encoding="unicode", method="html", with_tail=False)
