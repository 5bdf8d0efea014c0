"""YouTube: likes, dislikes, votes, comments and live chat.

Facts: formats/google-youtube. Likes stand in "My Activity", not in YouTube's own folder, which
holds comments and playlists. What was watched and searched is known and not read.
"""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from filters.formats.csv import cells, rows
from filters.formats.dates import iso
from filters.formats.html import lines_of, markup
from filters.formats.json import Damaged, records
from filters.interaction import Interaction, Option, Passage
from filters.reader import Finding, Knowledge, Reader, SetAside, Unread, each
from filters.readers.google import people
from filters.readers.google.activity import acts, within
from filters.readers.google.facts import ARCHIVES, plain
from filters.readers.google.record import activities
from filters.readers.google.videos import judged

_VIDEO_ID = re.compile(r"[\w-]{11}")
_DAY = re.compile(
    r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?)?(?:Z| UTC|[+-]\d\d:?\d\d)?"
)
_FRAGMENTS = ('{"', '[{"')
_TEXT_HEADINGS = ("text", "testo", "tekst", "контент", "テキスト")
_TITLE_HEADINGS = ("title", "titre", "título", "titolo", "titel", "tytuł")
_ABOUT_LANGUAGE = ("language", "langue", "idioma", "sprache", "taal", "lingua")


def _in_youtube(*names: str) -> tuple[str, ...]:
    """Files in YouTube's folder, or in one of its folders, whose names are translated too."""
    return tuple(f"youtube*/{folder}{name}" for folder in ("", "*/") for name in names)


reader = Reader(
    "youtube",
    version=1,
    title="YouTube",
    signals={
        "confirmed": ("like", "dislike", "poll_option", "reply"),
        "unverified": ("save", "hide"),
    },
    archives=ARCHIVES,
)
# An activity file that was renamed, is all there is, or lies in a folder of another language.
reader.signal(
    "youtube*/*.json", "youtube*/*.html", decode=activities, family="activity", whole=True,
    signature=r'\A(?:[^}]|\}(?!\s*,\s*\{)){0,4000}?"header"\s*:\s*"YouTube'
    r'|\A\W{0,8}<[^\x00]{0,60000}?<p class="mdl-typography--title">\s*YouTube',
)(acts)  # fmt: skip
reader.signal(
    *within("youtube*"), decode=activities, family="activity", whole=True
)(acts)  # fmt: skip


@reader.signal(
    "youtube*/*comment*/*.csv", "youtube*/comentarios/*.csv", "youtube*/comentários/*.csv",
    "youtube*/kommenta*/*.csv", "youtube*/reacties/*.csv", "youtube*/commenti/*.csv",
    "youtube*/komentarze/*.csv", "youtube*/*comment*.csv", "youtube*/reacties*.csv",
    decode=cells, family="comments", whole=True,
)  # fmt: skip
@reader.signal(
    decode=cells, family="comments", whole=True,
    signature=r'\A\W*(?i:comment id)"?[,;\t]"?(?i:channel id)'
    r'|\A\W*(?i:(?:id|identifiant) (?:du|de) commentaire)"?[,;\t]"?(?i:(?:id|identifiant) de )'
    r'|\n"?Ug[\w.-]{1,80}"?[,;\t]"?UC[\w-]{1,40}"?[,;\t]"?\d{4}-\d\d-\d\d',
)  # fmt: skip
def comments(found: Iterable[Any], knowledge: Knowledge) -> Iterator[Finding]:
    """The donor's comments. Of the video only its id is in the export."""
    return _said(found, knowledge, "comments")


@reader.signal(
    "youtube*/*chat*/*.csv", "youtube*/*chat*.csv",
    decode=cells, family="live_chats", whole=True,
)  # fmt: skip
@reader.signal(
    decode=cells, family="live_chats", whole=True,
    signature=r'\A\W*(?i:live chat id)"?[,;\t]'
    r'|\A\W*(?i:(?:id|identifiant) du chat)[^,;\t\n]{0,20}[,;\t]"?(?i:(?:id|identifiant) de )'
    r'|\n"?C[\w%=-]{24,120}"?[,;\t]"?UC[\w-]{22}"?[,;\t]"?\d{4}-\d\d-\d\d',
)  # fmt: skip
def live_chats(found: Iterable[Any], knowledge: Knowledge) -> Iterator[Finding]:
    """What the donor wrote beside a live video, for everybody to read."""
    return _said(found, knowledge, "live_chats")


def _said(found: Iterable[Any], knowledge: Knowledge, family: str) -> Iterator[Finding]:
    """Rows under headings of any language: cells are told apart by their shape."""
    column: int | None = None
    is_heading = True

    def read(row: Any) -> Iterator[Finding]:
        nonlocal column, is_heading
        if isinstance(row, Damaged):
            yield Unread(family, row.reason)
        elif is_heading:
            is_heading = False
            column = _text_column(row)
        else:
            yield _comment(row, column, knowledge, family)

    return each(found, read, family)


def _text_column(heading: list[str]) -> int | None:
    named = (
        n for n, name in enumerate(heading) if any(w in name.casefold() for w in _TEXT_HEADINGS)
    )
    return next(named, None)


def _comment(row: list[str], column: int | None, knowledge: Knowledge, family: str) -> Finding:
    if column is None:
        column = next((n for n, cell in enumerate(row) if cell.startswith(_FRAGMENTS)), None)
    if column is None or column >= len(row):
        return Unread(family, "text")
    text = _words(row[column], knowledge)
    if text is None:
        return Unread(family, "text")
    if not text:
        return SetAside(family, "no_preference")
    others = [cell for n, cell in enumerate(row) if n != column]
    return Interaction(
        platform="youtube",
        family=family,
        kind="reply",
        signal="reply",
        options=(Option("unlabelled", Passage(text, "donor", "public")),),
        object_type="comment",
        object_ref=next((f"youtube:video:{c}" for c in others if _VIDEO_ID.fullmatch(c)), None),
        at=next((iso(c) for c in others if _DAY.fullmatch(c)), None),
    )


def _words(cell: str, knowledge: Knowledge) -> str | None:
    """The text of a cell: plain in older files, else fragments of JSON without their brackets; None
    where those are cut."""
    if cell.startswith(("{", "[")):
        try:
            fragments = json.loads(cell if cell.startswith("[") else f"[{cell}]")
        except (ValueError, RecursionError):
            # As they are written, fragments name channels and links.
            return None if cell.startswith(_FRAGMENTS) else cell.strip()
        parts = [one for one in fragments if isinstance(one, dict)]
        for one in parts:
            if "mention" in one and isinstance(one.get("text"), str):
                called = one["text"].strip()
                # Before 2022 channels had no handle: a mention shows what its owner is called.
                is_name = called.startswith("@") and " " in called
                knowledge.identities.add("names" if is_name else "handles", called.lstrip("@"))
        return "".join(t for one in parts if isinstance(t := one.get("text"), str)).strip()
    return cell.strip()


@reader.signal(
    "*my-comments*.html", "youtube*/*comment*/*.html", "youtube*/*comentario*/*.html",
    "youtube*/*kommentar*/*.html", "youtube*/*reacties*/*.html",
    decode=markup(tag="li"), family="comments",
    signature=r'<li>[^<]{0,80}\d{4}-\d\d-\d\d[^<]{0,80}<a\s+href="https?://(?:www\.)?youtu'
    r'|<li>(?:[^<]{0,80}<a\s+href="https?://(?:www\.)?youtu[^<]{0,400}</a>){1,2}'
    r'[^<]{0,80}\d{4}-\d\d-\d\d',
)  # fmt: skip
def old_comment(source: str, _: Knowledge) -> Iterator[Finding]:
    """A comment before 2021: when, on which video, then the donor's words."""
    yield _of_line(source, "comments")


@reader.signal(
    "*my-live-chat-messages*.html", "youtube*/*chat*/*.html",
    decode=markup(tag="li"), family="live_chats",
)  # fmt: skip
def old_live_chat(source: str, _: Knowledge) -> Iterator[Finding]:
    """A live chat message before 2021, in the same form."""
    yield _of_line(source, "live_chats")


def _of_line(source: str, family: str) -> Finding:
    head, *words = lines_of(source)
    text = "\n".join(line.text for line in words)
    if not text:
        return SetAside(family, "no_preference")
    written = _DAY.search(head.text)
    return Interaction(
        platform="youtube",
        family=family,
        kind="reply",
        signal="reply",
        options=(Option("unlabelled", Passage(text, "donor", "public")),),
        object_type="comment",
        object_ref=judged(head.link or "")[1],
        at=iso(written[0]) if written else None,
    )


@reader.signal(
    "liked videos*.csv",
    *_in_youtube(
        "liked music*.csv", "likes*.csv", "vidéos*j_aime*.csv", "vidéos*j'aime*.csv",
        "v[ií]deos que me gustan*.csv", "mag ich*.csv", "positiv bewertete*.csv",
        "videos, die ich mag*.csv", "leuk gevonden*.csv", "video*leuk*.csv",
        "video piaciuti*.csv", "video che mi piacciono*.csv", "vídeos marcados com*gostei*.csv",
    ),
    decode=cells, family="playlists",
)  # fmt: skip
def liked_playlist(row: list[str], _: Knowledge) -> Iterator[Finding]:
    """The list of liked videos, where an export has it: ids and when each was liked."""
    if _VIDEO_ID.fullmatch(row[0].strip()):
        times = (iso(cell) for cell in row[1:] if _DAY.fullmatch(cell))
        yield _like(row[0].strip(), None, next(times, None))


@reader.signal(
    *_in_youtube("likes*.json", "*j_aime*.json"), "playlists/likes*.json", "likes.json",
    decode=records, family="playlists", signature=r'"youtube#playlistItem"|"videoId"\s*:',
)  # fmt: skip
def old_like(record: dict[str, Any], _: Knowledge) -> Iterator[Finding]:
    """The same list in exports before 2019, with titles."""
    about = record.get("snippet") or {}
    video = (record.get("contentDetails") or {}).get("videoId")
    video = video or (about.get("resourceId") or {}).get("videoId") or record.get("videoId")
    if not isinstance(video, str) or not _VIDEO_ID.fullmatch(video):
        yield Unread("playlists", "videoId")
        return
    title = about.get("title")
    yield _like(video, title if isinstance(title, str) else None, iso(about.get("publishedAt")))


def _like(video: str, title: str | None, at: float | None) -> Interaction:
    return Interaction(
        platform="youtube",
        family="playlists",
        kind="binary",
        signal="like",
        options=(Option("good", Passage(title, "other", "public")),),
        object_type="video",
        object_ref=f"youtube:video:{video}",
        at=at,
    )


@reader.identity(
    "youtube*/channel*/*.csv", "youtube*/chaîne*/*.csv", "youtube*/canal*/*.csv",
    "youtube*/kan[aä]l*/*.csv", "youtube*/kanal*/*.csv", "youtube*/canais/*.csv",
    decode=rows, family="channels",
)  # fmt: skip
def channel(row: dict[str, str], knowledge: Knowledge) -> None:
    """The donor's own channels: their names, and the addresses they chose."""
    for heading, cell in row.items():
        if any(word in heading for word in _ABOUT_LANGUAGE):
            continue
        if any(word in heading for word in _TITLE_HEADINGS):
            knowledge.identities.add("names", plain(cell))
        elif "vanity" in heading or cell.startswith("@"):
            knowledge.identities.add("handles", cell.lstrip("@"))


people.register(reader)
# Pages of that name in another form are not read, and said to be pages.
reader.html("*my-comments*.html")
# Last, for these are wide: what a row above claims is not ignored.
_HISTORY = (
    "history", "historique", "historial", "verlauf", "geschiedenis", "cronologia", "histórico",
    "historia", "historie", "historik", "istoric",
)  # fmt: skip
reader.ignore(*(f"youtube*/{name}/**" for name in _HISTORY), family="history", telling=True)
reader.ignore(
    "*watch-history*", "*search-history*", "*wiedergabeverlauf*", "*suchverlauf*",
    "*historial-de-*", "*kijkgeschiedenis*", "*zoekgeschiedenis*", "*historique-de*",
    "*cronologia-*", "*histórico-*", family="history", telling=True,
    signature=r'\A[^}]{0,4000}?"header"\s*:\s*"YouTube|<title>[^<]{0,40}YouTube'
    r'|class="outer-cell[^\x00]{0,2000}?youtu\.?be',
)  # fmt: skip
reader.ignore(
    *_in_youtube("*subscriptions*.csv"), "youtube*/abonnements*/**.csv",
    "youtube*/suscripciones*/**.csv",
    "youtube*/abos/**.csv", "youtube*/abonnementen/**.csv", "youtube*/iscrizioni/**.csv",
    "subscriptions*.csv", family="subscriptions", telling=True,
    signature=r'\A\W*(?i:channel id)"?[,;\t]"?(?i:channel url)'
    r'|\n"?UC[^,;\n]{8,40}"?[,;\t]"?https?://(?:www\.)?youtube\.com/channel/',
)  # fmt: skip
reader.ignore(
    "playlists*.csv", "*-videos.csv", "*-vidéos.csv", family="playlists", telling=True,
    signature=r"\A\W*(?i:playlist id|video id)\"?[,;\t]\"?(?i:add new|playlist|channel|time)",
)  # fmt: skip
reader.ignore(
    "youtube*/**.csv", "youtube*/**.json", "youtube*/**.html", family="account", telling=True
)
