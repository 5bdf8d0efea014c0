"""A record of "My Activity", from JSON or from HTML: the same seven facts.

Facts: formats/google-youtube, "Activity record". HTML, which most donors get, is in `cells`.
"""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from filters.formats.flat import flat_blocks
from filters.formats.json import records
from filters.limits import Limits
from filters.readers.google.cells import Cell, cells, of_any_cell, of_cell
from filters.readers.google.facts import Activity, folded, is_ad_by_words, is_assistant, plain

_BEFORE_TEXT = b"\xef\xbb\xbf\xff\xfe\0 \t\r\n"


def activities(chunks: Iterable[bytes], limits: Limits) -> Iterator[Any]:
    """A decoder for both forms of the file: records of JSON, or a `Cell` each, or the source of one
    that is written in another way."""
    rest = iter(chunks)
    first = next(rest, b"")
    content = chain((first,), rest)
    if first.lstrip(_BEFORE_TEXT).startswith(b"<"):
        yield from cells(flat_blocks("outer-cell")(content, limits))
    else:
        yield from records(content, limits)


def activity(record: Any) -> Activity:
    """The facts of one record. Raises what a record of another shape raises."""
    if isinstance(record, Cell):
        return of_cell(record) or of_any_cell(record.source)
    return of_any_cell(record) if isinstance(record, str) else _of_object(record)


def title_at_sight(record: Any) -> str | None:
    """The title of a record of JSON that is of YouTube and no advertisement, without its other
    facts: of most it is all that is asked. None where only all of them can tell."""
    if not isinstance(record, dict) or "details" in record:
        return None
    title, product = record.get("title"), record.get("header")
    if not isinstance(title, str) or not isinstance(product, str):
        return None
    return title.replace("\u00a0", " ") if product.startswith("YouTube") else None


def _of_object(record: dict[str, Any]) -> Activity:
    title, details, extra = record["title"], record.get("details"), record.get("subtitles")
    links: tuple[str, ...] = ()
    if isinstance(url := record.get("titleUrl"), str):
        links = (url,)
    answer, product = "", folded(record.get("header") or "")
    if "safeHtmlItem" in record:
        told = [text for one in _dicts(record["safeHtmlItem"]) if (text := plain(one.get("html")))]
        # Of an answer that was made again nothing tells which of them was judged.
        answer = "" if len(told) > 1 and is_assistant(product) else "\n".join(told)
    if answer or is_assistant(product):
        more = (one.get("url") for one in (*_dicts(details), *_dicts(extra)))
        links += tuple(url for url in more if isinstance(url, str))
    return Activity(
        product,
        title.replace("\u00a0", " "),
        links,
        str(record.get("time") or ""),
        details is not None
        and any(is_ad_by_words(str(one.get("name"))) for one in _dicts(details)),
        answer,
        bool(record.get("attachedFiles") or record.get("imageFile")),
    )


def _dicts(value: Any) -> list[dict[str, Any]]:
    if isinstance(value, dict):
        return [value]
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
