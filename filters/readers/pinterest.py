"""Pinterest: pins the donor saved.

Facts: formats/other, unverified: a list of pins with board, title and canonical link, in HTML or in
JSON. Only the number of the pin is read: titles and boards are others' words or the donor's own
names for things. A pin that is on two boards was saved twice.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from filters.formats.json import items
from filters.formats.text import texts
from filters.interaction import Interaction, Option, Passage
from filters.limits import Limits
from filters.reader import Finding, Knowledge, Reader, Unread

_PIN = re.compile(r"https?://(?:[a-z]{1,4}\.)?pinterest\.[a-z.]{2,6}/pin/(\d{1,24})")
_PIN_CHARS = 80
_LINK_KEYS = ("canonical link", "link", "url", "pin url", "pin link")

reader = Reader("pinterest", version=1, title="Pinterest", signals={"unverified": ("save",)})


def pins(chunks: Iterable[bytes], _limits: Limits) -> Iterator[str]:
    """The number of every pin a page links to. A link and its text are one mention."""
    pending, last = "", ""
    for text in chain(texts(chunks), "\n"):
        pending += text
        end = max(len(pending) - _PIN_CHARS, 0)
        for found in _PIN.finditer(pending):
            if found.end() == len(pending):
                break  # The number may go on in the next piece.
            end = max(end, found.end())
            if found[1] != last:
                yield found[1]
            last = found[1]
        pending = pending[end:]


@reader.signal(
    "pins*.json", "boards*.json", decode=items, family="pins",
    signature=r'(?i)"(?:canonical[ _]link|pin[ _](?:url|link))"\s*:\s*"https?://[^"]{0,20}pinterest\.',
)  # fmt: skip
def pin(item: Any, _: Knowledge) -> Iterator[Finding]:
    """One pin saved."""
    row = item.value
    if not isinstance(row, dict):
        return
    links = [v for k, v in row.items() if k.casefold().replace("_", " ") in _LINK_KEYS]
    found = next((f for link in links if isinstance(link, str) and (f := _PIN.match(link))), None)
    if found is None:
        yield Unread("pins", "link")
        return
    yield _saved(found[1])


@reader.signal(
    "pins*.html", "boards*.html", "index.html", "pinterest*.html", decode=pins, family="pins",
    signature=r"(?i)(?:canonical link|board name)[^\0]{0,2000}?pinterest\.[a-z.]{2,6}/pin/\d"
              r"|pinterest\.[a-z.]{2,6}/pin/\d[^\0]{0,1000}?(?:canonical link|board name)",
)  # fmt: skip
def linked_pin(number: str, _: Knowledge) -> Iterator[Finding]:
    """One pin saved, from a page."""
    yield _saved(number)


def _saved(number: str) -> Interaction:
    return Interaction(
        platform="pinterest",
        family="pins",
        kind="binary",
        signal="save",
        options=(Option("good", Passage(None, "other", "public")),),
        object_type="post",
        object_ref=f"pinterest:pin:{number}",
    )
