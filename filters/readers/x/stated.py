"""Whether a file of an X archive holds as many records as the archive's own manifest states.

Facts: formats/x, "use `count` to check that nothing was lost". The manifest calls a list as the
file that assigns it does, `YTD.like.part0`; what the file itself is called may have changed.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Any

from filters.formats.json import Damaged, assigned_records
from filters.limits import Limits
from filters.reader import MALFORMED, Finding, Knowledge, Unread

_NAME = re.compile(rb"window\.(YTD\.\w{1,80}\.part\d{1,5})\s*=")
_HEAD_BYTES = 200
"""How far into a file its name is looked for."""


def named_records(chunks: Iterable[bytes], limits: Limits) -> Iterator[Any]:
    """The name of the list a file assigns, empty where it says none; then its records."""
    pieces = iter(chunks)
    first = next(pieces, b"")
    name = _NAME.search(first[:_HEAD_BYTES])
    yield name[1].decode() if name else ""
    yield from assigned_records(chain((first,), pieces), limits)


def compared(
    family: str,
) -> Callable[
    [Callable[[Any, Knowledge], Iterator[Finding]]],
    Callable[[Iterator[Any], Knowledge], Iterator[Finding]],
]:
    """A handler of one record becomes one of a whole file of `named_records`, which counts a file
    of another size than stated as one thing unread. A file that breaks off is counted as such."""

    def decorate(
        read: Callable[[Any, Knowledge], Iterator[Finding]],
    ) -> Callable[[Iterator[Any], Knowledge], Iterator[Finding]]:
        def read_all(found: Iterator[Any], knowledge: Knowledge) -> Iterator[Finding]:
            name, number, breaks_off = next(found), 0, False
            for record in found:
                number += 1
                if isinstance(record, Damaged):
                    breaks_off = True
                    yield Unread(family, record.reason)
                    continue
                try:
                    yield from read(record, knowledge)
                except MALFORMED:
                    yield Unread(family, "shape")
            if not breaks_off and knowledge.notes.stated.get(name, number) != number:
                yield Unread(family, "manifest")

        return read_all

    return decorate
