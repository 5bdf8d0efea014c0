"""Which platforms an archive comes from, and which reader reads which of its entries.

Recognition is evidence: entries whose name or content only that platform has. Several readers may
be right about one archive; no entry is claimed by two.
"""

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections import Counter, defaultdict
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Literal, NamedTuple

from filters.archive.archive import Archive
from filters.archive.entry import ARCHIVE_MARKS, Entry
from filters.formats.text import texts
from filters.layout import layout
from filters.problem import ArchiveProblem, Problem
from filters.reader import HEAD_BYTES, Purpose, Reader, Row
from filters.readers import (
    amazon,
    bluesky,
    claude,
    copilot,
    deepseek,
    discord,
    goodreads,
    grok,
    imdb,
    lechat,
    letterboxd,
    linkedin,
    mastodon,
    netflix,
    openwebui,
    perplexity,
    pinterest,
    snapchat,
    spotify,
    stackexchange,
    trakt,
)
from filters.readers.chatgpt import export as chatgpt_export
from filters.readers.google import gemini, takeout, youtube
from filters.readers.meta import facebook_pages, instagram_pages, messenger, threads
from filters.readers.reddit import export as reddit_export
from filters.readers.telegram import pages as telegram_pages
from filters.readers.tiktok import export as tiktok_export
from filters.readers.whatsapp import export as whatsapp_export
from filters.readers.x import export as x_export
from filters.shortlist import Shortlist, demanded

READERS: tuple[Reader, ...] = (
    amazon.reader,
    bluesky.reader,
    chatgpt_export.reader,
    claude.reader,
    copilot.reader,
    deepseek.reader,
    discord.reader,
    facebook_pages.reader,
    gemini.reader,
    goodreads.reader,
    grok.reader,
    imdb.reader,
    instagram_pages.reader,
    lechat.reader,
    letterboxd.reader,
    linkedin.reader,
    mastodon.reader,
    messenger.reader,
    netflix.reader,
    openwebui.reader,
    perplexity.reader,
    pinterest.reader,
    reddit_export.reader,
    snapchat.reader,
    spotify.reader,
    stackexchange.reader,
    telegram_pages.reader,
    threads.reader,
    tiktok_export.reader,
    trakt.reader,
    whatsapp_export.reader,
    x_export.reader,
    youtube.reader,
    takeout.reader,  # What is left of Takeout: after the products with a reader of their own.
)

LOOKS_INTO = 200
"""How many entries of unknown name are looked into in vain, before no more are."""
TELLTALE_BYTES = 64
"""An entry shorter than this holds too little to be recognised by its content."""
BORNE_OUT = 100
"""When so many entries hold what their name promised, and none did not, the name is enough."""
_NEVER = -10_000_000


Rows = list[tuple[Reader, Row]]


class Claim(NamedTuple):
    """One entry, and the row of the reader that reads it."""

    row: Row
    entry: Entry


Confidence = Literal["sure", "likely"]
"""Sure: the content of an entry says so, or the names of two. Likely: the name of one."""


@dataclass(frozen=True)
class Part:
    """What one reader reads of the archive."""

    reader: Reader
    claims: Sequence[Claim]
    confidence: Confidence

    def of(self, purpose: Purpose) -> Sequence[Claim]:
        """The claims for one purpose, in the order of the archive."""
        return self._by_purpose.get(purpose, ())

    @cached_property
    def _by_purpose(self) -> dict[Purpose, list[Claim]]:
        """Sorted once: an archive may hold fifty thousand entries, asked for again and again."""
        sorted_out: defaultdict[Purpose, list[Claim]] = defaultdict(list)
        for claim in self.claims:
            sorted_out[claim.row.purpose].append(claim)
        return dict(sorted_out)


class Recognised(NamedTuple):
    """The parts of an archive, one a platform, and the entries nobody knows."""

    parts: list[Part]
    unknown: list[Entry]


def recognise(archive: Archive) -> Recognised:
    """Share out the entries of an archive among the readers.

    Names such as `comments.csv` are used by several platforms: those go to a reader that wants
    them, whose archive a folder is named after, or for which the entries with a name of its own
    speak.

    Raises ArchiveProblem: unknown platform; password protected, when that is why; nested archive,
    when what there is to read lies in one; HTML export, when a platform is recognised but only by
    pages that are not read.
    """
    found: list[tuple[Entry, Rows]] = []
    looks_left = LOOKS_INTO
    borne_out: Counter[int] = Counter()
    seen: Counter[int] = Counter()
    for entry in archive.entries:
        able = [] if entry.is_media else _by_name(archive, entry, borne_out)
        if not able and not entry.is_media and looks_left and not entry.is_encrypted:
            able = _by_content(_head(archive, entry), seen)
            looks_left -= not able
        found.append((entry, _wanted(able)))
    spoken_for = Counter(
        able[0][0].within for _, able in found if len(able) == 1 and able[0][1].telling
    )

    def claim(entry: Entry, reader: Reader, row: Row) -> tuple[bool, int, bool]:
        folders = entry.name.rpartition("/")[0]
        # Within a word too: `basic_linkedindataexport_2026` is named after LinkedIn.
        return (reader.within in folders, spoken_for[reader.within], row.telling)

    claims: dict[str, list[Claim]] = {reader.platform: [] for reader in READERS}
    unknown: list[Entry] = []
    for entry, able in found:
        if able:
            reader, row = (
                able[0] if len(able) == 1 else max(able, key=lambda one: claim(entry, *one))
            )
            claims[reader.platform].append(Claim(row, entry))
        else:
            unknown.append(entry)
    there = {
        platform: _confidence(telling)
        for platform, some in claims.items()
        if (telling := [claim.row for claim in some if claim.row.telling])
    }
    _place_orphans(there, claims, found, unknown)
    parts = [
        Part(reader, claims[reader.platform], there[reader.platform])
        for reader in READERS if reader.platform in there
    ]  # fmt: skip
    if not parts:
        problem = _why_unknown(archive, unknown)
        is_told = problem is not Problem.NESTED_ARCHIVE
        raise ArchiveProblem(problem, layout=layout(archive.entries) if is_told else None)
    wanted = [part for part in parts if not _is_unread_html(part)]
    if not any(part.of(Purpose.SIGNAL) for part in wanted):
        if any(map(archive.is_nested, unknown)):
            raise ArchiveProblem(Problem.NESTED_ARCHIVE, parts[0].reader.platform)
        _refuse_html(parts)
    return Recognised(wanted or parts, unknown)


def _place_orphans(
    there: Container[str],
    claims: Mapping[str, list[Claim]],
    found: Sequence[tuple[Entry, Rows]],
    unknown: list[Entry],
) -> None:
    """What went to a reader whose platform is not there after all goes to another that knows it."""
    orphans = [
        claim.entry
        for platform, some in claims.items() if platform not in there
        for claim in some
    ]  # fmt: skip
    able_by_name = {entry.name: able for entry, able in found} if orphans else {}
    for entry in orphans:
        others = (one for one in able_by_name[entry.name] if one[0].platform in there)
        if (other := next(others, None)) is None:
            unknown.append(entry)
        else:
            claims[other[0].platform].append(Claim(other[1], entry))


def _wanted(able: Rows) -> Rows:
    """Those who read the entry, without those who only know it and pass it over, if others do."""
    if len(able) < 2:
        return able
    return [one for one in able if one[1].purpose not in (Purpose.IGNORED, Purpose.HTML)] or able


def _why_unknown(archive: Archive, unknown: Sequence[Entry]) -> Problem:
    if any(entry.is_encrypted for entry in archive.entries):
        return Problem.PASSWORD_PROTECTED
    if any(archive.inflates_beyond_measure(entry) for entry in archive.entries):
        return Problem.BOMB
    if any(map(archive.is_nested, unknown)):
        return Problem.NESTED_ARCHIVE
    return Problem.UNKNOWN_PLATFORM


def _confidence(telling: Sequence[Row]) -> Confidence:
    return "sure" if len(telling) > 1 or telling[0].signature is not None else "likely"


def _refuse_html(parts: list[Part]) -> None:
    for part in parts:
        if part.of(Purpose.CONTEXT):
            continue  # A thumb may stand there alone, without its answer.
        named = [claim.entry.name for claim in part.of(Purpose.IDENTITY)]
        has_pages_alone = named and all(name.endswith((".html", ".htm")) for name in named)
        if part.of(Purpose.HTML) or has_pages_alone:
            raise ArchiveProblem(Problem.HTML_EXPORT, part.reader.platform)


def _is_unread_html(part: Part) -> bool:
    """Whether all that speaks for a platform is pages that are not read: its front page, say."""
    return all(claim.row.purpose is Purpose.HTML for claim in part.claims if claim.row.telling)


@cache
def _named_rows(readers: tuple[Reader, ...]) -> tuple[Rows, Shortlist]:
    """The rows that have names, in order, and which of them a name may fit."""
    rows = [(reader, row) for reader in readers for row in reader.rows if row.patterns]
    return rows, Shortlist([[row.words_of_names] for _, row in rows])


@cache
def _signed_rows(readers: tuple[Reader, ...]) -> tuple[Rows, Shortlist]:
    """The rows that have a signature, in order, and which of them a content may bear."""
    rows = [
        (reader, row)
        for reader in readers for row in reader.rows if row.signature is not None
    ]  # fmt: skip
    return rows, Shortlist([demanded(row.signature) for _, row in rows if row.signature])


def _by_name(archive: Archive, entry: Entry, borne_out: Counter[int]) -> Rows:
    """The readers that know an entry of that name, with the first row each reads it by.

    `borne_out` counts, by the number of a row, the entries that hold what their name promised: of
    an archive of fifty thousand conversations not every one has to be opened for that.
    """
    rows, shortlist = _named_rows(READERS)
    head: bytes | None = None
    able: Rows = []
    for number in shortlist.of(entry.name.encode("utf-8", "surrogatepass")):
        reader, row = rows[number]
        if (able and able[-1][0] is reader) or not row.name.fullmatch(entry.name):
            continue
        if row.signature is not None and not entry.is_encrypted and borne_out[number] < BORNE_OUT:
            head = _head(archive, entry) if head is None else head
            if len(head) > TELLTALE_BYTES and not row.signature.search(head):
                borne_out[number] = _NEVER
                continue
            borne_out[number] += 1
        able.append((reader, row))
    if head is None or len(able) < 2:
        return able
    # Of an entry too short to bear every signature, those it does bear say more than its name.
    return [one for one in able if one[1].signature is None or _signs(one[1], head)] or able


def _head(archive: Archive, entry: Entry) -> bytes:
    """The first bytes of an entry as UTF-8 without a mark, whatever they were written in."""
    head = archive.head(entry, HEAD_BYTES)
    if head.startswith(ARCHIVE_MARKS):
        # The files in an inner archive may lie there as they are: their words are not its own. So
        # long a head is no doubtful one, and without words it bears no signature.
        return head[:4].ljust(TELLTALE_BYTES + 1, b"\0")
    if head.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return "".join(texts([head])).encode("utf-8", "replace")
    return head.removeprefix(BOM_UTF8)


def _by_content(head: bytes, seen: Counter[int]) -> Rows:
    """The first row whose signature the content bears: a signature is of one platform.

    `seen` counts, by the number of a row, the entries recognised so: where a hundred were all of
    one row, it is tried alone.
    """
    rows, shortlist = _signed_rows(READERS)
    for number, count in seen.items() if len(seen) == 1 else ():
        if count >= BORNE_OUT and _signs(rows[number][1], head):
            return [rows[number]]
    for number in shortlist.of(head):
        if _signs(rows[number][1], head):
            seen[number] += 1
            return [rows[number]]
    return []


def _signs(row: Row, head: bytes) -> bool:
    return row.signature is not None and row.signature.search(head) is not None
