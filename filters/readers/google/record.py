"""A record of "My Activity", from JSON or from HTML: the same seven facts.

Facts: formats/google-youtube, "Activity record". HTML is what most donors get: one `outer-cell` a
record, in it a `header-cell` with the product, a `content-cell` with the title, the date and, for
an assistant, the answer; then a caption with the rest.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from functools import lru_cache
from html import unescape
from itertools import chain
from typing import Any

import msgspec

from filters.formats.flat import flat_blocks
from filters.formats.html import lines_of
from filters.formats.json import Damaged, records
from filters.limits import Limits

_BEFORE_TEXT = b"\xef\xbb\xbf\xff\xfe\0 \t\r\n"
_ADS = ("google ads", "google adwords", "annonces google", "anuncios de google", "google-anzeigen",
        "google anzeigen", "google-advertenties", "google advertenties", "annunci google",
        "anúncios do google", "anúncios google", "reklamy google")  # fmt: skip
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_CLOCK = re.compile(r"\d[:.h]\s?\d\d(?:[:.m]\s?\d\d)?")
_USUAL_TIME = re.compile(r"\D*\d{1,2}\D+(?:19|20)\d\d\D+\d{1,2}[:.h]\d\d")
"""A day, a year and an hour: what both others find, at one go."""
_FILES = re.compile(
    r"(?:Attached \d+ files?|\d+ fichiers? joints?|\d+ archivos? adjuntos?)\b", re.IGNORECASE
)
_BEGINS_FILES = frozenset("0123456789aA")
_TAG_CHARS = 400
_WORDS = re.compile(r"\d+|[^\W\d_]+")
_MONTHS = {
    "jan": 1, "ene": 1, "gen": 1, "feb": 2, "fev": 2, "mar": 3, "maa": 3, "mrt": 3, "mrz": 3,
    "apr": 4, "avr": 4, "abr": 4, "may": 5, "mai": 5, "mei": 5, "mag": 5, "maj": 5, "jun": 6,
    "giu": 6, "jul": 7, "lug": 7, "aug": 8, "aou": 8, "ago": 8, "sep": 9, "set": 9, "oct": 10,
    "okt": 10, "ott": 10, "out": 10, "nov": 11, "dec": 12, "dez": 12, "dic": 12,
}  # fmt: skip
"""By the first three letters without accents; French "juin" and "juillet" need a fourth."""


class Activity(msgspec.Struct, frozen=True, gc=False):
    """One record, whatever it was written in."""

    header: str
    """The product, in the account's language, without case."""
    title: str
    """What was done, to what: a sentence in the account's language."""
    links: tuple[str, ...]
    time: str
    """As it is written: ISO 8601, or a date in the account's language."""
    is_ad: bool
    answer: str
    """What an assistant answered, as text."""
    has_files: bool


class Cell(msgspec.Struct, frozen=True, gc=False):
    """A cell that begins and ends as almost all do; what stands between is not looked at yet."""

    written: bytes
    product: str
    start: int
    """Where what was done begins, in bytes."""
    end: int
    is_ad: bool

    @property
    def source(self) -> str:
        """The whole cell as text."""
        return self.written.decode("utf-8", "replace")


def activities(chunks: Iterable[bytes], limits: Limits) -> Iterator[Any]:
    """A decoder for both forms of the file: records of JSON, or a `Cell` each, or the source of one
    that is written in another way."""
    rest = iter(chunks)
    first = next(rest, b"")
    content = chain((first,), rest)
    if first.lstrip(_BEFORE_TEXT).startswith(b"<"):
        yield from _cells(flat_blocks("outer-cell")(content, limits))
    else:
        yield from records(content, limits)


def activity(record: Any) -> Activity:
    """The facts of one record. Raises what a record of another shape raises."""
    if isinstance(record, Cell):
        return _of_cell(record) or _of_any_cell(record.source)
    return _of_any_cell(record) if isinstance(record, str) else _of_object(record)


def title_at_sight(record: Any) -> str | None:
    """The title of a record of JSON that is of YouTube and no advertisement, without its other
    facts: of most it is all that is asked. None where only all of them can tell."""
    if not isinstance(record, dict) or "details" in record:
        return None
    title, product = record.get("title"), record.get("header")
    if not isinstance(title, str) or not isinstance(product, str):
        return None
    return title.replace("\u00a0", " ") if product.startswith("YouTube") else None


def words_at_sight(cell: Cell) -> tuple[bytes, bytes]:
    """Of the line that says what was done: what stands before its link, and its last letters."""
    written, start = cell.written, cell.start
    end = written.find(b"<br>", start, cell.end)
    if end < 0:
        end = cell.end
    said = written[start : written.find(b"<", start)]
    if written.startswith(b"</a>", end - 4):
        end -= 4
    return said, written[end - 2 : end]


def _of_object(record: dict[str, Any]) -> Activity:
    title, details, extra = record["title"], record.get("details"), record.get("subtitles")
    links: tuple[str, ...] = ()
    if isinstance(url := record.get("titleUrl"), str):
        links = (url,)
    answer = ""
    if "safeHtmlItem" in record:
        items = _dicts(record["safeHtmlItem"])
        answer = "\n".join(text for item in items if (text := plain(item.get("html"))))
        more = (one.get("url") for one in (*_dicts(details), *_dicts(extra)))
        links += tuple(url for url in more if isinstance(url, str))
    return Activity(
        _folded(record.get("header") or ""),
        title.replace("\u00a0", " "),
        links,
        str(record.get("time") or ""),
        details is not None and any(_is_ad(str(one.get("name"))) for one in _dicts(details)),
        answer,
        bool(record.get("attachedFiles") or record.get("imageFile")),
    )


_HEAD = re.compile(
    rb'<div class="outer-cell[^"<>]*"><div[^<>]*>'
    rb'<div class="header-cell[^"<>]*">(?P<header><p[^<>]*>[^<]*<br></p>)</div>'
    rb'<div class="content-cell[^"<>]*">'
)
_BODY = re.compile(
    r"(?P<said>[^<\n]*)"
    r'(?:<a href="(?P<link>[^"<>]+)">(?P<target>[^<\n]*)</a>)?<br>'
    r'(?:<a href="(?P<channel>[^"<>]+)">[^<]*[^<\s][^<]*</a><br>)?'
    r"(?P<time>[^<\n]{8,70})(?:<br>(?P<rest>.*))?",
    re.DOTALL,
)
"""One line of what was done, a channel, a date, and an answer."""
_END_OF_BODY = b'</div><div class="content-cell'
_TAIL = re.compile(
    rb'</div><div class="content-cell[^"<>]*"></div>'
    rb'<div class="content-cell[^"<>]*">(?P<caption>.*)',
    re.DOTALL,
)


def _cells(found: Iterable[bytes | Damaged]) -> Iterator[Cell | str | Damaged]:
    """Those that are written as usual by their three parts, of which the first and the last are the
    same in most; the source of the others."""
    head, tail, product = b"", b"", ""
    for written in found:
        if isinstance(written, Damaged):
            yield written
            continue
        if not (head and written.startswith(head)):
            begun = _HEAD.match(written)
            if begun is None:
                yield written.decode("utf-8", "replace")
                continue
            head, product = begun[0], _first_line(begun["header"].decode("utf-8", "replace"))
        if tail and written.endswith(tail):
            yield Cell(written, product, len(head), len(written) - len(tail), is_ad=False)
            continue
        end = written.find(_END_OF_BODY, len(head))
        is_ad = _is_ad_by(written[end:]) if end >= 0 else None
        if is_ad is None:
            yield written.decode("utf-8", "replace")
            continue
        tail = tail if is_ad else written[end:]
        yield Cell(written, product, len(head), end, is_ad)


@lru_cache(1024)
def _is_ad_by(tail: bytes) -> bool | None:
    found = _TAIL.fullmatch(tail)
    return None if found is None else _is_ad(found["caption"].decode("utf-8", "replace"))


def _of_cell(cell: Cell) -> Activity | None:
    """The facts of a cell; None when it is not what it seemed."""
    source, product = cell.written[cell.start : cell.end].decode("utf-8", "replace"), cell.product
    body = _BODY.fullmatch(source)
    if body is None:
        return None
    said, link, target, channel, written, rest = body.groups()
    title, time = _line(f"{said}{target or ''}"), _line(written)
    if not title or not _is_time(time) or (title[0] in _BEGINS_FILES and _FILES.match(title)):
        return None
    if channel and is_assistant(product):
        return None
    links: tuple[str, ...] = (unescape(link),) if link else ()
    if channel:
        links += (unescape(channel),)
    answer = ""
    if rest:
        lines = lines_of(rest)
        links += tuple([line.link for line in lines if line.link])
        answer = "\n".join([line.text for line in lines])
    return Activity(product, title, links, time, cell.is_ad, answer, has_files=False)


def _line(source: str) -> str:
    return " ".join((unescape(source) if "&" in source else source).split())


def _of_any_cell(source: str) -> Activity:
    header, body, caption = _parts(source)
    lines = lines_of(body)
    at = 1
    while at < len(lines) and not _is_time(lines[at].text):
        at += 1
    product = _first_line(header)
    # A prompt may go over several lines; after what was done to a video stands its channel.
    said = lines[:at] if is_assistant(product) else lines[:1]
    files = next((n for n, line in enumerate(said) if _FILES.match(line.text)), None)
    return Activity(
        product,
        "\n".join([line.text for line in said[:files]]),
        tuple([line.link for line in lines if line.link]),
        lines[at].text if at < len(lines) else "",
        bool(caption) and _is_ad(caption),
        "\n".join([line.text for line in lines[at + 1 :]]),
        files is not None,
    )


def _is_time(words: str) -> bool:
    """Whether a line is the date and the hour of a record, and nothing else."""
    return 8 <= len(words) <= 60 and (
        _USUAL_TIME.match(words) is not None
        or (_YEAR.search(words) is not None and _CLOCK.search(words) is not None)
    )


def _parts(source: str) -> tuple[str, str, str]:
    """The heading, the body and the caption of a cell; an old page has the body alone."""
    start = _cell(source, 0)
    if start < 0:
        return "", source, ""
    end = _cell(source, source.find(">", start))
    if end < 0:
        return source[:start], source[start:], ""
    return source[:start], source[start:end], source[end:]


def _cell(source: str, at: int) -> int:
    """Where the next tag with that class begins: the words may also stand in a text."""
    while (found := source.find("content-cell", at)) >= 0:
        tag = source.rfind("<", max(0, found - _TAG_CHARS), found)
        if tag >= 0 and source.startswith("<div", tag) and source.find(">", tag, found) < 0:
            return tag
        at = found + 1
    return -1


def is_assistant(product: str) -> bool:
    """Whether the product is Gemini, or Bard as it was called until 2024."""
    return "gemini" in product or "bard" in product


def plain(source: Any) -> str:
    """The text of a piece of HTML, line by line."""
    if not isinstance(source, str):
        return ""
    return "\n".join(line.text for line in lines_of(source))


def quarter_time(written: str) -> float | None:
    """Seconds since 1970 in the middle of the month: finer time is not kept anyway."""
    if written[4:5] == "-" and written[:4].isdigit():
        return _middle(written[:7])
    day, is_clock, _ = written.partition(":")
    # Without the hour, of one or two digits: then records of one day are looked up once.
    return _middle_of_words(day[:-2] if is_clock else day)


@lru_cache(4096)
def _middle(year_and_month: str) -> float | None:
    year, _, month = year_and_month.partition("-")
    return _timestamp(int(year), int(month)) if month.isdigit() else None


@lru_cache(4096)
def _middle_of_words(written: str) -> float | None:
    words = _WORDS.findall(written[:80])
    years = [n for n, word in enumerate(words) if word.isdigit() and len(word) == 4]
    if not years:
        return None
    named = [month for word in words if (month := _month(word))]
    if named:
        return _timestamp(int(words[years[0]]), named[0])
    # Numbers only: the year comes first, or the day before the month.
    others = [int(word) for word in words[:3] if word.isdigit() and len(word) < 3]
    if len(others) < 2:
        return None
    day, month = others[:2] if years[0] else reversed(others[:2])
    return _timestamp(int(words[years[0]]), month if month <= 12 else day)


def _month(word: str) -> int | None:
    if len(word) < 3:
        return None
    letters = unicodedata.normalize("NFD", word.casefold())
    base = "".join(c for c in letters if not unicodedata.combining(c))[:4]
    return {"juin": 6, "juil": 7}.get(base) or _MONTHS.get(base[:3])


def _timestamp(year: int, month: int) -> float | None:
    if not (1990 <= year < 2100 and 1 <= month <= 12):
        return None
    return datetime(year, month, 15, tzinfo=UTC).timestamp()


@lru_cache(512)
def _first_line(source: str) -> str:
    lines = lines_of(source)
    return _folded(lines[0].text) if lines else ""


@lru_cache(4096)
def _folded(words: str) -> str:
    plain_words = unicodedata.normalize("NFC", words).replace("\u00a0", " ")
    return " ".join(plain_words.split()).casefold()


@lru_cache(1024)
def _is_ad(words: str) -> bool:
    said = _folded(plain(words))
    return any(one in said for one in _ADS)


def _dicts(value: Any) -> list[dict[str, Any]]:
    if isinstance(value, dict):
        return [value]
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
