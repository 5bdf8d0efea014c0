"""Goodreads: stars given to books, and the donor's own reviews of them.

Facts: general knowledge of the site's own export of a library, one table: unverified, nobody here
has seen a real one. `My Rating` is 0 where the donor did not rate. `My Review` is public, with
`<br/>` for the ends of its lines. Shelves, dates of reading and counts judge nothing; private
notes, who recommended a book, copies and prices are never looked at. Titles are published works.
"""

import re
from collections.abc import Iterator

from filters.formats.csv import rows
from filters.formats.dates import pattern
from filters.formats.html import lines_of
from filters.formats.quotations import own_markup
from filters.interaction import Interaction, Option, Passage
from filters.reader import Finding, Knowledge, Reader, SetAside, Unread

_NUMBER = re.compile(r"[0-9]{1,12}", re.ASCII)

reader = Reader(
    "goodreads", version=1, title="Goodreads", signals={"unverified": ("star", "reply")}
)


# Neither the stars nor the review are asked for: without them each row is counted as unread, where
# a table that nobody recognises would be silence.
@reader.signal(
    "goodreads_library_export*.csv", decode=rows, family="books",
    signature=r"\A(?=[^\n]*\bBook Id\b)(?=[^\n]*\bExclusive Shelf\b)",
)  # fmt: skip
def book(row: dict[str, str], _: Knowledge) -> Iterator[Finding]:
    """One to five stars for a book with the donor's own words about it, or the words alone."""
    stars = int(row["my rating"])
    # As the site shows it: a tag is no word of the donor's, and a quotation is somebody else's.
    written = "\n".join(line.text for line in lines_of(own_markup(row["my review"])))
    own = (Option("unlabelled", Passage(written, "donor", "public")),) if written else ()
    if not 0 <= stars <= 5:
        yield Unread("books", "my rating")
    elif stars:
        title = Passage(row["title"].strip() or None, "work", "public")
        yield Interaction(
            platform="goodreads",
            family="books",
            kind="rating",
            signal="star",
            value=(stars - 3) / 2,
            scale="1-5",
            options=(Option("unlabelled", title), *own),
            object_type="product",
            object_ref=_reference(row),
            at=_day(row),
        )
    elif own:
        yield Interaction(
            platform="goodreads",
            family="books",
            kind="reply",
            signal="reply",
            options=own,
            object_type="product",
            object_ref=_reference(row),
            at=_day(row),
        )
    else:
        yield SetAside("books", "no_preference")


def _reference(row: dict[str, str]) -> str | None:
    number = row.get("book id", "").strip()
    return f"goodreads:book:{number}" if _NUMBER.fullmatch(number) else None


def _day(row: dict[str, str]) -> float | None:
    """When it was read; many books have no such day, and all have the one they were added on."""
    read, added = row.get("date read", "").strip(), row.get("date added", "").strip()
    return pattern(read or added, "%Y/%m/%d")
