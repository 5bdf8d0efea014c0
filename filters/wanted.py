"""What readers want of an archive, for a program that cannot run them: a donor's browser.

The browser recognises an archive by the same tables as `recognition` does, sends the entries that
are wanted, and keeps the rest at home.
"""

import re
from functools import cache
from hashlib import blake2b
from typing import Any

import msgspec

from filters.archive.archive import MARKS_ELSEWHERE, MARKS_NOT_AN_ARCHIVE
from filters.archive.entry import ARCHIVE_MARKS, ARCHIVE_SUFFIXES, JUNK, MEDIA_SUFFIXES
from filters.layout import SPOKEN_OF
from filters.portable import to_javascript
from filters.reader import HEAD_BYTES, Row
from filters.recognition import LOOKS_INTO, READERS, TELLTALE_BYTES

PRIVATE_FAMILY = "messages"
"""What every reader calls its private conversations: they leave the device only when ticked."""


@cache
def wanted() -> dict[str, Any]:
    """The tables of all readers, fit for JSON; patterns are JavaScript's, for the `u` flag.

    `readers`: platform, title, within, and rows in the order in which they are tried: purpose, name
    (over folded entry names), telling, and signature (over the first `headBytes`, as Latin-1).
    `version` is an HTTP entity tag.
    """
    tables: dict[str, Any] = {
        "headBytes": HEAD_BYTES,
        "telltaleBytes": TELLTALE_BYTES,
        "looksInto": LOOKS_INTO,
        "media": MEDIA_SUFFIXES,
        "junk": JUNK,
        "archives": ARCHIVE_SUFFIXES,
        "archiveMarks": _marks(ARCHIVE_MARKS),
        "marksElsewhere": _marks(MARKS_ELSEWHERE),
        "marksNotAnArchive": _marks(MARKS_NOT_AN_ARCHIVE),
        "spokenOf": SPOKEN_OF,
        "privateFamily": PRIVATE_FAMILY,
        "readers": [
            {
                "platform": reader.platform,
                "title": reader.title,
                "within": reader.within,
                "rows": [_row(row) for row in reader.rows],
            }
            for reader in READERS
        ],
    }
    version = blake2b(msgspec.json.encode(tables), digest_size=12).hexdigest()
    return {**tables, "version": f'"{version}"'}


def _row(row: Row) -> dict[str, Any]:
    return {
        "purpose": row.purpose.value,
        "family": row.family,
        "name": _source(row.name) if row.patterns else None,
        "telling": row.telling,
        "signature": None if row.signature is None else _source(row.signature),
    }


def _marks(marks: tuple[bytes, ...]) -> list[str]:
    return [mark.decode("latin-1") for mark in marks]


def _source(pattern: re.Pattern[bytes] | re.Pattern[str]) -> str:
    return to_javascript(pattern)
