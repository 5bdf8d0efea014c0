"""WhatsApp: one conversation per exported text file, from Android or iOS, in any language.

Facts: formats/whatsapp. The text says neither which author is the donor (asked), nor the order of
day and month (found out from the whole file), nor any reaction. What can be kept are the donor's
own messages, when they tick that conversation (rule R4).
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain, repeat

import msgspec

from filters.formats.copied_messages import own_talk
from filters.formats.text import lines
from filters.interaction import Interaction, Option, Passage
from filters.reader import Finding, Knowledge, Reader, SetAside, visible
from filters.readers.whatsapp.people import Chat, Notes, key_of, own_names, prepare, title_of
from filters.readers.whatsapp.wording import (
    ADDED,
    DEEDS,
    MARKS,
    NOTICES,
    SERVICE_AUTHORS,
    begins_notice,
    written_in,
)

_AUTHOR_CHARS = 120
HEADER = re.compile(
    rf"[{MARKS}]*\[?"
    r"(?P<first>\d{1,4})[./-](?P<second>\d{1,2})[./-](?P<third>\d{1,4})"
    r"\.?,?\s+(?:(?:à|klo|um|at|alle|às|a las|kl\.?|om|в)\s+)?"
    r"(?:(?:[上下]午|午[前後]|오[전후])\s?)?"
    r"\d{1,2}(?:[:.]|\s?h\s?)\d{2}(?:(?:[:.]|\s?min\s?)\d{2})?(?:\s?s)?"
    r"(?P<half>[\s_]*[AaPp]\.?\s?[Mm]\.?)?"
    r"(?:\]\s*|\s+[-–—]\s+|:\s+)"
)
_HALF, _NO_HALF = r"([\s_]*[AaPp]\.?\s?[Mm]\.?)", r"([^\s\S])?"
_PART = re.compile(r"\d+|\D")
NOTICE = SetAside("notices", "no_preference")
SOMEBODY_ELSES = SetAside("messages", "R3")
"""What another wrote: no rule keeps it, so it is not looked into."""
_MENTION = re.compile("@\u2068([^\u2069]{1,80})\u2069")
_CONTACT_CARD = re.compile(rf"[{MARKS}]*(?:<[^:<>]{{1,20}}:\s?)?(?:\d+-)?([^<>\n]{{1,80}})\.vcf\b")


class Message(msgspec.Struct, frozen=True, gc=False):
    """One message or notice, its lines joined."""

    date: tuple[int, int, int]
    is_half_day: bool
    author: str | None
    """None for a notice, which is nobody's words."""
    body: str


reader = Reader(
    "whatsapp", version=2, title="WhatsApp", notes=Notes, prepare=prepare,
    signals={"confirmed": ("reply",)},
)  # fmt: skip


def survey(found: Iterable[str], knowledge: Knowledge) -> None:
    """First pass: who writes, who is mentioned, and in which order dates are written."""
    chat = knowledge.notes.chats.setdefault(knowledge.entry, Chat(title_of(knowledge.path)))
    for message in _messages(found):
        chat.order.see(message.date, is_half_day=message.is_half_day)
        if message.author is not None:
            chat.authors[message.author] += 1
            if "\u2068" in message.body:
                knowledge.identities.add("names", *_MENTION.findall(message.body))
            if ".vcf" in message.body:
                knowledge.identities.add("names", *_CONTACT_CARD.findall(message.body))
        elif (added := ADDED.fullmatch(visible(message.body).strip())) is not None:
            people = re.split(r",\s|\s(?:et|and|und|y|e)\s", added["whom"])
            knowledge.identities.add("names", added["by"], *people)
    for author in chat.authors:
        is_number = sum(c.isdigit() for c in author) >= 8
        knowledge.identities.add("phones" if is_number else "names", author.strip("~ \u202f\u00a0"))


@reader.signal(
    "_chat.txt",
    decode=lines, family="messages", whole=True, learn=survey,
    signature=(
        r"(?m)^(?:\xef\xbb\xbf)?(?:\xe2\x80\x8e)*\[?\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?:,|\s)[^\n]{0,8}?"
        r"\d{1,2}(?:[:.]|\s?h\s?)\d{2}[^\n]{0,14}?(?:\]|\s(?:-|\xe2\x80\x93)\s|:\s)[^\n]{1,120}?:"
    ),
)  # fmt: skip
def conversation(found: Iterable[str], knowledge: Knowledge) -> Iterator[Finding]:
    """Second pass: every message, the donor's own and the others'."""
    chat = knowledge.notes.chats[knowledge.entry]
    key = key_of(knowledge.entry, chat)
    own = own_names(chat, knowledge)
    for message in _messages(found):
        if message.author is None:
            yield NOTICE
        elif message.author not in own:
            yield SOMEBODY_ELSES
        elif not (words := own_talk(written_in(message.body))):
            yield SetAside("messages", "no_preference")
        else:
            yield Interaction(
                platform="whatsapp",
                family="messages",
                kind="reply",
                signal="reply",
                options=(Option("unlabelled", Passage(words, "donor", "private")),),
                object_type="message",
                at=chat.order.at(message.date),
                chat=key,
            )


def _messages(found: Iterable[str]) -> Iterator[Message]:
    """Lines joined to messages: a line without a header goes on with the message before it."""
    header: re.Match[str] | None = None
    body: list[str] = []
    usual = HEADER
    for line in found:
        start = usual.match(line)
        if start is None:
            if (start := HEADER.match(line)) is None:
                body.append(line)
                continue
            usual = alike(start)
        if header is not None:
            yield _message(header, body)
        header, body = start, [line[start.end() :]]
    if header is not None:
        yield _message(header, body)


def alike(header: re.Match[str]) -> re.Pattern[str]:
    """An expression for headers written as this one, as all of a file are: what it matches `HEADER`
    matches in the same way, but not as fast."""
    start, end = header.span("half")
    written, half = header[0], _NO_HALF
    if start >= 0:
        written, half = written[:start] + "\0" + written[end:], _HALF
    numbers = chain((r"(\d{1,4})", r"(\d{1,2})", r"(\d{1,4})", r"\d{1,2}"), repeat(r"\d{2}"))
    written = written.lstrip(MARKS).rstrip()
    behind = r"\s*" if written.endswith("]") else r"\s+"
    expression = [
        next(numbers) if part.isdecimal() else half if part == "\0" else re.escape(part)
        for part in _PART.findall(written)
    ]
    if start < 0:
        expression.append(half)
    return re.compile(f"[{MARKS}]*{''.join(expression)}{behind}")


def _message(header: re.Match[str], parts: list[str]) -> Message:
    first, second, third, half = header.groups()
    date = _date(first, second, third)
    # "p. m." is Spanish, where the day comes first; only "PM" speaks for the month.
    is_half_day = half is not None and "." not in half
    text = "\n".join(parts) if len(parts) > 1 else parts[0]
    raw_author, colon, body = text.partition(": ")
    if not colon:
        # An empty message ends with its colon; a notice has none.
        raw_author, colon, body = text.removesuffix(" ").rpartition(":")
        if not colon or body:
            return Message(date, is_half_day, None, text)
    author = _author(raw_author)
    if author is None or begins_notice(body):
        return Message(date, is_half_day, None, body)
    return Message(date, is_half_day, author, body)


@lru_cache(1024)
def _date(first: str, second: str, third: str) -> tuple[int, int, int]:
    return int(first), int(second), int(third)


@lru_cache(4096)
def _author(raw: str) -> str | None:
    """The author without invisible marks; None when it is no person's name."""
    # "~" stays: it marks who is in nobody's address book, and may have a contact's own name.
    author = visible(raw).strip(" \u202f\u00a0")
    if not author or len(author) > _AUTHOR_CHARS or "\n" in raw:
        return None
    said = author.casefold()
    if said in SERVICE_AUTHORS or said.startswith(NOTICES) or DEEDS.search(author):
        return None
    return author
