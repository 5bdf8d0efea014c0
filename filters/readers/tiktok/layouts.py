"""The two layouts of TikTok's export as one: rows, each with the names that lead to it.

Facts: formats/tiktok. The JSON is one deep document; its lists may be null, one object instead of a
list, or objects by number. The text export writes the same rows as blocks of `Name: value` lines
with an empty line between; a comment may hold empty lines and colons of its own.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from filters.formats.json import Damaged, Placed, placed
from filters.formats.text import lines
from filters.limits import Limits

CHAT = "chat history with "
_MOST_FIELDS = 200
_LABELS = frozenset(
    ("date", "link", "videolink", "comment", "photo", "url", "placename", "productname", "rating",
     "reviewtext", "review", "from", "content", "username", "method", "sharedcontent")
)  # fmt: skip
_PARTNER = re.compile(r"\W*chat history with (.{1,80}?)[:\s]*", re.IGNORECASE)


class Row(NamedTuple):
    """One row of a list, or the plain values of one object, and the names that lead there."""

    path: tuple[str, ...]
    fields: dict[str, Any]

    @property
    def names(self) -> tuple[str, ...]:
        """The names in lower case: their case changed over the years."""
        return _folded(self.path)

    @property
    def partner(self) -> str | None:
        """With whom a conversation is, which only the name of its list says."""
        return _partner(self.path)


@lru_cache(256)
def _folded(path: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name.casefold() for name in path)


@lru_cache(256)
def _partner(path: tuple[str, ...]) -> str | None:
    names = [name for name in path if name.casefold().startswith(CHAT)]
    if names:
        return names[0][len(CHAT) :].rstrip(": ")
    # Conversations of several, whose lists are named otherwise.
    is_talk = any(name.casefold().startswith(("direct message", "group chat")) for name in path)
    return path[-1].rstrip(": ") if is_talk else None


def document(chunks: Iterable[bytes], limits: Limits) -> Iterator[Row | Damaged]:
    """The rows of the JSON. Plain values that stand side by side are one row."""
    beside: dict[str, Any] = {}
    at: tuple[str, ...] = ()
    for item in placed()(chunks, limits):
        if isinstance(item, Placed) and item.path and isinstance(item.value, str | int | float):
            name = item.path[-1]
            if item.path[:-1] != at or name in beside or len(beside) >= _MOST_FIELDS:
                if beside:
                    yield Row(at, beside)
                at, beside = item.path[:-1], {}
            beside[name] = item.value
        elif isinstance(item, Damaged):
            yield item
        elif isinstance(item.value, dict):
            yield Row(item.path, item.value)
    if beside:
        yield Row(at, beside)


def blocks(*path: str) -> Callable[[Iterable[bytes], Limits], Iterator[Row]]:
    """A decoder of one file of the text export, whose rows stand under `path` in the JSON."""

    def decode(chunks: Iterable[bytes], limits: Limits) -> Iterator[Row]:
        block: dict[str, str] = {}
        name, after_gap, here = "", False, path
        for line in lines(chunks, limits):
            label, colon, value = line.partition(":")
            folded = label.replace(" ", "").casefold()
            if (partner := _PARTNER.fullmatch(line)) is not None:
                if block:
                    yield Row(here, block)
                block, here = {}, (*path, CHAT + partner[1])
            elif colon and folded in _LABELS and (after_gap or not block or folded not in block):
                if block and (after_gap or folded in block):
                    yield Row(here, block)
                    block = {}
                name, block[folded] = folded, value.strip()
            elif line.strip() and block:
                block[name] += ("\n\n" if after_gap else "\n") + line
            after_gap = not line.strip()
        if block:
            yield Row(here, block)

    return decode


def labelled(chunks: Iterable[bytes], limits: Limits) -> Iterator[dict[str, str]]:
    """All `Name: value` lines of a file as one row: the profile of the text export."""
    pairs = (line.partition(":") for line in lines(chunks, limits))
    yield {name.replace(" ", "").casefold(): value.strip() for name, colon, value in pairs if colon}
