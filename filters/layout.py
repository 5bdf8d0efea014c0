"""The neutral layout of an archive: how many entries of which kind, and no name of any.

What a donor may send when nobody knows their archive, and what an operator sees of the entries
that no reader names. Folder and file names hold names of people: none is ever quoted.
"""

from collections import Counter
from collections.abc import Iterable

from filters.archive.entry import Entry

SPOKEN_OF = ("json", "csv", "html", "htm", "txt", "js", "jsonl", "xml", "tsv", "md", "zip", "vcf",
             "ics", "mbox", "eml", "sqlite", "db")  # fmt: skip
"""Extensions that say nothing of anybody."""
OTHER = "other"
_DEEPEST = 6


def kind_of_entry(entry: Entry) -> str:
    """`media`, one of `SPOKEN_OF`, or `other`: never the extension as it stands, which anybody
    may have written."""
    if entry.is_media:
        return "media"
    _, dot, extension = entry.name.rsplit("/", 1)[-1].rpartition(".")
    return extension if dot and extension in SPOKEN_OF else OTHER


def layout(entries: Iterable[Entry]) -> Counter[str]:
    """Entries by depth and kind: `{"2/json": 12}` is twelve JSON files two folders deep."""
    return Counter(
        f"{min(entry.name.count('/'), _DEEPEST)}/{kind_of_entry(entry)}" for entry in entries
    )
