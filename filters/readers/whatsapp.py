"""WhatsApp: one conversation per exported text file, from Android or iOS, in any language.

Facts: formats/whatsapp. The text says neither which author is the donor (asked), nor the order of
day and month (found out from the whole file), nor any reaction. What can be kept are the donor's
own messages, when they tick that conversation (rule R4).
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache
from typing import NamedTuple

from filters.formats.text import lines
from filters.interaction import Author, Interaction, Option, Passage
from filters.reader import Finding, Knowledge, Question, Reader, SetAside, chat_key, is_invisible

_AUTHOR_CHARS = 120
_MARKS = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
_HEADER = re.compile(
    rf"[{_MARKS}]*\[?"
    r"(?P<first>\d{1,4})[./-](?P<second>\d{1,2})[./-](?P<third>\d{1,4})"
    r",?\s+(?:(?:à|klo|um|at|alle|às|a las|kl\.?)\s+)?"
    r"(?P<hour>\d{1,2})[:.]\d{2}(?:[:.]\d{2})?"
    r"(?P<half>[\s_]*[AaPp]\.?\s?[Mm]\.?)?"
    r"(?:\]\s*|\s+[-–—]\s+|:\s+)"
    r"(?P<rest>.*)",
    re.DOTALL,
)
_SERVICE_AUTHORS = frozenset({"système", "system", "sistema", "whatsapp"})
_MENTION = re.compile("@\u2068([^\u2069]{1,80})\u2069")
_POLL = re.compile(rf"[{_MARKS}]*(?:POLL|SONDAGE|ENCUESTA|UMFRAGE|SONDAGGIO)\s?:")
_NOT_WRITTEN = re.compile(
    r"<[^<>\n]{1,60}>$"
    r"|.{0,200}\((?:file attached|fichier joint|datei angehängt|archivo adjunto|file allegato|"
    r"ファイル添付|arquivo anexado)\)$"
    r"|<(?:attached|anhang|pièce jointe|adjunto|allegato)\s?:[^>]{1,200}>$"
    r"|(?:image|vidéo|audio|document|sticker|gif|carte de contact|note vocale|message vocal)\s"
    r"(?:absente?|omise?|retirée?|omitted)$"
    r"|(?:image|video|audio|sticker|gif|document|contact card|video note) omitted$"
    r"|(?:bild|video|audio|sticker|gif|dokument|kontaktkarte) weggelassen$"
    r"|(?:imagen|vídeo|video|audio|sticker|gif|documento) (?:omitid[oa]|omess[oa])$"
    r"|immagine omessa$"
    r"|ce message a été supprimé\.?$|vous avez supprimé ce message\.?$"
    r"|this message was deleted\.?$|you deleted this message\.?$"
    r"|diese nachricht wurde gelöscht\.?$|du hast diese nachricht gelöscht\.?$"
    r"|se eliminó este mensaje\.?$|eliminaste este mensaje\.?$"
    r"|null$",
    re.IGNORECASE,
)
_NOTICES = (
    "messages and calls are end-to-end", "messages to this group are now secured",
    "messages you send to this group are now secured", "this business uses a secure service",
    "les messages et les appels sont chiffrés", "les messages et appels sont chiffrés",
    "nachrichten und anrufe sind ende-zu-ende", "los mensajes y las llamadas están cifrados",
    "missed voice call", "missed video call", "appel manqué", "appel vocal manqué",
    "appel vidéo manqué", "verpasster anruf", "verpasster sprachanruf", "verpasster videoanruf",
    "llamada perdida",
)  # fmt: skip
_DEEDS = re.compile(
    r"created (?:this )?group|a créé (?:le|ce) groupe|changed the (?:subject|group name)"
    r"|a (?:changé|modifié) le (?:sujet|nom)|hat die gruppe|creó (?:el|este) grupo",
    re.IGNORECASE,
)
"""What WhatsApp reports of a person; with a colon in the group's name it looks like an author."""
_EDITED = re.compile(
    r"\s*<(?:ce message a été modifié|this message was edited|diese nachricht wurde bearbeitet"
    r"|se editó este mensaje)>$",
    re.IGNORECASE,
)


class Message(NamedTuple):
    """One message or notice, its lines joined."""

    date: tuple[int, int, int]
    is_half_day: bool
    author: str | None
    """None for a notice, which is nobody's words."""
    body: str


@dataclass
class DateOrder:
    """What a file's own dates say about the order of day and month."""

    first_over_12: int = 0
    second_over_12: int = 0
    half_days: int = 0
    day_first_breaks: int = 0
    month_first_breaks: int = 0
    _last_day_first: tuple[int, int, int] = (0, 0, 0)
    _last_month_first: tuple[int, int, int] = (0, 0, 0)

    def see(self, date: tuple[int, int, int], *, is_half_day: bool) -> None:
        """Take one date into account."""
        first, second, third = date
        if first > 31:
            return
        self.first_over_12 += first > 12
        self.second_over_12 += second > 12
        self.half_days += is_half_day
        day_first, month_first = (third, second, first), (third, first, second)
        self.day_first_breaks += day_first < self._last_day_first
        self.month_first_breaks += month_first < self._last_month_first
        self._last_day_first, self._last_month_first = day_first, month_first

    def at(self, date: tuple[int, int, int]) -> float | None:
        """Noon of that day in seconds since 1970; None when the file contradicts itself."""
        first, second, third = date
        if first > 31:
            year, month, day = first, second, third
        elif self.first_over_12 and self.second_over_12:
            return None
        elif self._is_month_first():
            month, day, year = first, second, third
        else:
            day, month, year = first, second, third
        try:
            return datetime(
                year + 2000 if year < 100 else year, month, day, 12, tzinfo=UTC
            ).timestamp()
        except (ValueError, OverflowError):
            return None

    def _is_month_first(self) -> bool:
        if self.first_over_12 or self.second_over_12:
            return bool(self.second_over_12)
        if self.day_first_breaks != self.month_first_breaks:
            return self.month_first_breaks < self.day_first_breaks
        return bool(self.half_days)


@dataclass
class Chat:
    """What the first pass over a conversation found out."""

    authors: Counter[str] = field(default_factory=Counter)
    order: DateOrder = field(default_factory=DateOrder)


@dataclass
class Notes:
    """The conversations of the archive, by number of their entry."""

    chats: dict[int, Chat] = field(default_factory=dict)


def prepare(knowledge: Knowledge) -> None:
    """Ask which author the donor is, unless a name they gave is one of them."""
    chats: dict[int, Chat] = knowledge.notes.chats
    authors = Counter(author for chat in chats.values() for author in chat.authors.elements())
    if authors and not any(knowledge.is_own(author) for author in authors):
        options = tuple(author for author, _ in authors.most_common(200))
        knowledge.questions.append(Question("author", "whatsapp", options))
    for number, chat in chats.items():
        others = [author for author in chat.authors if not knowledge.is_own(author)]
        knowledge.chats[_key(number, chat)] = ", ".join(others[:6])


reader = Reader("whatsapp", version=1, title="WhatsApp", notes=Notes, prepare=prepare)


def survey(found: Iterable[str], knowledge: Knowledge) -> None:
    """First pass: who writes, who is mentioned, and in which order dates are written."""
    chat = knowledge.notes.chats.setdefault(knowledge.entry, Chat())
    for message in _messages(found):
        chat.order.see(message.date, is_half_day=message.is_half_day)
        if message.author is not None:
            chat.authors[message.author] += 1
            if "\u2068" in message.body:
                knowledge.identities.add("names", *_MENTION.findall(message.body))
    for author in chat.authors:
        is_number = sum(c.isdigit() for c in author) >= 8
        knowledge.identities.add("phones" if is_number else "names", author)


@reader.signal(
    "_chat.txt",
    decode=lines, family="messages", whole=True, learn=survey,
    signature=(
        r"(?m)^(?:\xef\xbb\xbf)?(?:\xe2\x80\x8e)*\[?\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?:,|\s)[^\n]{0,8}?"
        r"\d{1,2}[:.]\d{2}[^\n]{0,14}?(?:\]|\s(?:-|\xe2\x80\x93)\s|:\s)[^\n]{1,120}?:"
    ),
)  # fmt: skip
def conversation(found: Iterable[str], knowledge: Knowledge) -> Iterator[Finding]:
    """Second pass: every message, the donor's own and the others'."""
    chat = knowledge.notes.chats[knowledge.entry]
    key = _key(knowledge.entry, chat)
    own = {author for author in chat.authors if knowledge.is_own(author)}
    for message in _messages(found):
        if message.author is None:
            yield SetAside("notices", "no_preference")
        elif message.author in own and not _is_written(message.body):
            yield SetAside("messages", "no_preference")
        else:
            author: Author = "donor" if message.author in own else "other"
            body = message.body.strip()
            if body.endswith(">"):
                body = _EDITED.sub("", body)
            yield Interaction(
                platform="whatsapp",
                family="messages",
                kind="reply",
                signal="reply",
                options=(Option("unlabelled", Passage(body, author, "private")),),
                object_type="message",
                at=chat.order.at(message.date),
                chat=key,
            )


def _messages(found: Iterable[str]) -> Iterator[Message]:
    """Lines joined to messages: a line without a header goes on with the message before it."""
    header: re.Match[str] | None = None
    body: list[str] = []
    for line in found:
        start = _HEADER.match(line)
        if start is None:
            body.append(line)
            continue
        if header is not None:
            yield _message(header, body)
        header, body = start, [start["rest"]]
    if header is not None:
        yield _message(header, body)


def _message(header: re.Match[str], parts: list[str]) -> Message:
    date = int(header["first"]), int(header["second"]), int(header["third"])
    is_half_day = header["half"] is not None
    text = "\n".join(parts)
    raw_author, colon, body = text.partition(": ")
    if not colon:
        # An empty message ends with its colon; a notice has none.
        raw_author, colon, body = text.removesuffix(" ").rpartition(":")
        if not colon or body:
            return Message(date, is_half_day, None, text)
    author = _author(raw_author)
    if author is None or body.lstrip(_MARKS)[:50].casefold().startswith(_NOTICES):
        return Message(date, is_half_day, None, body)
    return Message(date, is_half_day, author, body)


@lru_cache(4096)
def _author(raw: str) -> str | None:
    """The author without invisible marks; None when it is no person's name."""
    author = "".join(c for c in raw if not is_invisible(c)).strip(" ~\u202f\u00a0")
    if not author or len(author) > _AUTHOR_CHARS or "\n" in raw:
        return None
    if author.casefold() in _SERVICE_AUTHORS or _DEEDS.search(author):
        return None
    return author


def _is_written(body: str) -> bool:
    """Whether somebody wrote the body: no attachment, no deleted message, no poll, not empty."""
    if body.startswith("\u200e") or _POLL.match(body):
        return False
    visible = "".join(c for c in body if not is_invisible(c)).strip()
    return bool(visible) and not _NOT_WRITTEN.match(visible)


def _key(number: int, chat: Chat) -> str:
    return chat_key("whatsapp", "\n".join([str(number), *sorted(chat.authors)]))
