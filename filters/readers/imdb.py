"""IMDb: stars, one to ten, for films, series and episodes.

Facts: formats/other, unverified: the site's own list of ratings, and how it was until 2017, with
`You rated` and dates such as `Tue Mar  4 00:00:00 2014`. Titles are published works, and their
numbers (`tt…`) public. Nobody is named.
"""

import re
from collections.abc import Iterator

from filters.formats.csv import rows
from filters.formats.dates import iso_day, pattern
from filters.formats.numbers import decimal
from filters.interaction import Interaction, Option, Passage
from filters.reader import Finding, Knowledge, Reader, Unread

_NUMBER = re.compile(r"tt\d{5,12}")
_OLD_DATE = "%a %b %d %H:%M:%S %Y"

reader = Reader("imdb", version=1, title="IMDb", signals={"unverified": ("star",)})


@reader.signal(
    "ratings.csv", decode=rows, family="ratings",
    signature=r"\A(?=[^\n]*\b[Cc]onst\b)(?=[^\n]*\bTitle\b)[^\n]*\b(?:Your Rating|You rated)\b",
)  # fmt: skip
def rating(row: dict[str, str], _: Knowledge) -> Iterator[Finding]:
    """One to ten stars for one title."""
    number = decimal(row["your rating"] if "your rating" in row else row["you rated"])
    if not 1 <= number <= 10:
        yield Unread("ratings", "your rating")
        return
    const = row["const"].strip()
    yield Interaction(
        platform="imdb",
        family="ratings",
        kind="rating",
        signal="star",
        value=(number - 5.5) / 4.5,
        scale="1-10",
        options=(Option("unlabelled", Passage(row["title"].strip() or None, "work", "public")),),
        object_type="film",
        object_ref=f"imdb:title:{const}" if _NUMBER.fullmatch(const) else None,
        at=iso_day(row.get("date rated")) or pattern(row.get("created", ""), _OLD_DATE),
    )
