"""What the tags of a section do to the texts between them, worked out once for all alike.

Pages of an export repeat a few layouts for thousands of records: the same tags, other words. A
shape is the list of what happens while the tags go by; words, addresses and dates are put in later.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

TAG = re.compile(r"(<[/a-zA-Z!][^<>]*>)")
BOXES = ("_a6-g", "uiBoxWhite", "_2lej")
TITLES = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
BREAKS = TITLES | frozenset(
    ("div", "p", "li", "ul", "ol", "section", "table", "tbody", "tr", "td", "th", "footer", "main")
)
_HEADINGS = frozenset(("_a6-h", "_2lel", "_2lek"))
_FEET = frozenset(("_a6-o", "_2lem", "_a72d"))
_MEDIA = frozenset(("img", "video", "audio"))
_ALONE = frozenset(("br", "hr", "img", "input", "link", "meta", "source", "wbr"))
_NAME = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)")
_CLASS = re.compile(r"\sclass\s*=\s*[\"']([^\"'<>]*)")
_WRITTEN_ADDRESS = re.compile(r"\s(?:href|src|title|alt)\s*=\s*(?:\"[^\"<>]*\"|'[^'<>]*')")
_KEPT_TAGS = 200
"""The shape of a section with more tags is not kept: hardly another is alike."""

Place = tuple[int, ...]
"""Where in the body a text stands: its number in each element it is in."""


class Texts(NamedTuple):
    """A text ends here: the pieces it is made of, by number (None for a line break)."""

    pieces: tuple[int | None, ...]
    unlinked: tuple[int, ...]
    """Those that stand in no link."""
    only: int | None
    """The usual text: the one piece, which stands in no link."""
    mode: str | int
    """`body`, `foot`, `list`, `label`, `value`; or which of the headings it is in."""
    place: Place


class Address(NamedTuple):
    """A link or a picture begins here: the tag that says so, by number."""

    tag: int
    kind: Literal["link", "picture"]
    place: Place


class Heading(NamedTuple):
    """A heading begins here: whether it heads the section depends on what came before."""

    number: int


Mark = Literal["group", "value"]
"""What was said to head a group, or to go on with a value, ends here."""
Step = Texts | Address | Heading | Mark


def shape_of(parts: Sequence[str]) -> tuple[Step, ...]:
    """What happens in a section, cut into pieces of text and the tags between them (`TAG`)."""
    tags, filled = parts[1::2], bytes(map(bool, parts[::2]))
    if len(tags) > _KEPT_TAGS:
        return _Walk(tags, filled).steps()
    written = "".join(tags)
    if "<a" in written or "<i" in written or "src" in written:  # Most have no address.
        written = _WRITTEN_ADDRESS.sub("", written)
    return _shape(written, filled)


@lru_cache(1024)
def _shape(written: str, filled: bytes) -> tuple[Step, ...]:
    return _Walk(TAG.findall(written), filled).steps()


class _Tag(NamedTuple):
    """What a tag says about where its texts stand. Few are different: each is looked at once."""

    name: str
    breaks: bool
    role: str
    """`heading`, `foot`, `box`, or nothing."""


@lru_cache(2048)
def _read_tag(source: str) -> _Tag:
    named, classes = _NAME.match(source), _CLASS.search(source)
    name = named[1].casefold() if named else ""
    worn = frozenset(classes[1].split() if classes and name != "a" else ())
    role = ""
    if name in TITLES or not _HEADINGS.isdisjoint(worn):
        role = "heading"
    elif name == "footer" or not _FEET.isdisjoint(worn):
        role = "foot"
    elif name == "section" or not worn.isdisjoint(BOXES):
        role = "box"
    return _Tag(name, name in BREAKS, role)


class _Open(NamedTuple):
    """An element that is not ended yet."""

    name: str
    mode: str | int
    place: Place
    breaks: bool


_OUTSIDE = _Open("", "body", (), breaks=False)


class _Walk:
    """One pass over the tags of a section."""

    def __init__(self, tags: Sequence[str], filled: bytes) -> None:
        self._tags = tags
        self._filled = filled
        """Whether each piece of text holds anything at all."""
        self._steps: list[Step] = []
        self._pieces: list[int | None] = []
        self._unlinked: list[int] = []
        self._link_depth = 0
        self._headings = 0
        self._is_first_cell = True
        self._stack: list[_Open] = []
        self._counts: list[int] = []

    def steps(self) -> tuple[Step, ...]:
        outermost, depth = _read_tag(self._tags[0]).name if self._tags else "", 0
        for number, source in enumerate(self._tags):
            self._say(number)
            is_end = source[1] == "/"
            if is_end:
                self._close(source)
            elif source[1] != "!":
                self._open(number, source)
            if source[1] != "!" and _read_tag(source).name == outermost:
                depth += -1 if is_end else 1
                if not depth:
                    break  # What comes behind the section is none of it.
        else:
            self._say(len(self._tags))
        self._flush("body", ())
        return tuple(self._steps)

    def _say(self, piece: int) -> None:
        if not self._filled[piece]:
            return
        self._pieces.append(piece)
        if not self._link_depth:
            self._unlinked.append(piece)

    def _flush(self, mode: str | int, place: Place) -> None:
        if any(piece is not None for piece in self._pieces):
            pieces, unlinked = tuple(self._pieces), tuple(self._unlinked)
            only = unlinked[0] if len(pieces) == len(unlinked) == 1 else None
            self._steps.append(Texts(pieces, unlinked, only, mode, place))
        self._pieces.clear()
        self._unlinked.clear()

    def _open(self, number: int, source: str) -> None:
        tag = _read_tag(source)
        name = tag.name
        _, mode, place, _ = self._stack[-1] if self._stack else _OUTSIDE
        if tag.breaks:
            self._flush(mode, place)
            if self._counts:
                self._counts[-1] += 1
                place = (*place, self._counts[-1])
            mode = self._mode(tag, mode)
            self._counts.append(0)
        elif name == "br":
            self._pieces.append(None)
        elif name == "a":
            self._link_depth += 1
            self._steps.append(Address(number, "link", place))
        elif name in _MEDIA:
            self._steps.append(Address(number, "picture", place))
        if name not in _ALONE:
            self._stack.append(_Open(name, mode, place, tag.breaks))

    def _close(self, source: str) -> None:
        name = _read_tag(source).name
        if not any(one.name == name for one in reversed(self._stack)):
            return
        while True:
            ended = self._stack.pop()
            if ended.breaks:
                self._flush(ended.mode, ended.place)
                self._counts.pop()
            elif ended.name == "a":
                self._link_depth -= 1
            if ended.name == name:
                return

    def _mode(self, tag: _Tag, mode: str | int) -> str | int:
        name, role = tag.name, tag.role
        if role == "heading":
            self._steps.append(Heading(self._headings))
            self._headings += 1
            return self._headings - 1
        if role == "foot":
            return "foot"
        if role == "box":
            self._steps.append("group")
        elif name == "li":
            return "list"
        elif name == "tr":
            self._is_first_cell = True
        elif name in ("td", "th"):
            self._steps.append("value")
            mode = "label" if self._is_first_cell else "value"
            self._is_first_cell = False
        elif mode == "label" and name in ("div", "p"):
            return "value"
        return mode
