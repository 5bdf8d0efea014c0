"""Le Chat (Mistral): thumbs with reasons, and the answer preferred over another.

Facts: formats/mistral-lechat, from one public reader of real exports of 2025; no sample was found.
Non-neutral values of `reaction` were never seen: words for up and down are accepted, anything else
is counted. `preference` and `preferenceOver` are taken for a choice only where they name messages
of the same conversation. `version` tells that an answer was made again, not which one was kept.
"""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from filters.dialogue import THUMB_DOWN, THUMB_UP, Dialogue, Message, Thumb
from filters.formats.dates import iso, iso_day
from filters.formats.json import Damaged, records_as
from filters.reader import Finding, Knowledge, Reader, Unread

_UP = frozenset({"like", "liked", "up", "positive", "thumbsup", "thumbup", "good", "upvote"})
_DOWN = frozenset({"dislike", "disliked", "down", "negative", "thumbsdown", "thumbdown", "bad",
                   "downvote"})  # fmt: skip
_NEUTRAL = frozenset({"", "neutral", "none", "null"})
_TAGS = frozenset({"harmful", "false", "not_helpful", "lazy", "incorrect", "unsafe", "too_long",
                   "too_short", "off_topic", "inaccurate", "incomplete"})  # fmt: skip

reader = Reader(
    "lechat",
    version=1,
    title="Le Chat (Mistral)",
    numbers_parts_without_gaps=False,
    signals={"one_source": ("thumb_up", "thumb_down", "ab_choice")},
)
reader.ignore("chat-*-files/**", family="files")


class Chunk(msgspec.Struct, frozen=True, gc=False):
    """What is read of a piece of a message: of a tool call, or a reference, only what it is."""

    type: Any = None
    text: Any = None


Plain = str | int | float | bool | None
Chunks = Chunk | list[Chunk | list[Any] | Plain] | Plain
"""Whatever may stand there, its objects as chunks: quicker to decode than dictionaries."""


class Said(msgspec.Struct, frozen=True, gc=False, rename="camel"):
    """What is read of a message, as it stands there."""

    role: Any = None
    id: Any = None
    chat_id: Any = None
    created_at: Any = None
    content: Any = None
    content_chunks: Chunks = None
    files: Any = None
    reaction: Any = None
    reaction_detail: Any = None
    reaction_comment: Any = None
    preference: Any = None
    preference_over: Any = None


@reader.signal(
    "chat-*.json",
    decode=records_as(Said),
    family="conversations",
    signature=r'(?s)\A\s*\[\s*\{(?=.*"chatId")(?=.*"createdAt")(?=.*"role")(?=.*"(?:contentChunks|reaction)")',
    whole=True,
)
def conversation(found: Iterable[Any], knowledge: Knowledge) -> Iterator[Finding]:
    """A file is one conversation: a bare list of messages."""
    chats: dict[str, list[Said]] = {}
    chat: Any = None
    messages: list[Said] = []
    for record in found:
        if not isinstance(record, Said) or record.role is None:
            damage = record.reason if isinstance(record, Damaged) else "message"
            yield Unread("conversations", damage)
            continue
        if record.chat_id != chat or not messages:
            chat = record.chat_id
            messages = chats.setdefault(str(chat), [])
        messages.append(record)
    for key, messages in chats.items():
        told = _conversation(_in_time(messages))
        yield from knowledge.in_conversation("lechat", key, None, told)


def _in_time(messages: list[Said]) -> list[Said]:
    written = [str(one.created_at) for one in messages]
    if len(set(map(len, written))) > 1:
        order = sorted(range(len(messages)), key=lambda n: iso(messages[n].created_at) or 0.0)
    elif sorted(written) == written:  # ISO 8601 sorts as text.
        return messages
    else:
        order = sorted(range(len(messages)), key=written.__getitem__)
    return [messages[number] for number in order]


def _conversation(found: list[Said]) -> Iterator[Finding]:
    messages: list[Message] = []
    compared: list[Said] = []
    seen: set[str] = set()
    versions: set[str] = set()
    prompt: str | None = None
    answer: str | None = None
    for record in found:
        if record.preference or record.preference_over:
            compared.append(record)
        number = str(record.id or len(messages) + 1)
        if number in seen:  # Versions of an answer.
            versions.add(number)
            number = f"{number}/{len(messages)}"
        seen.add(number)
        text, has_files = _text(record), bool(record.files)
        if record.role == "user":
            messages.append(Message(number, answer or prompt, "user", text, has_files=has_files))
            prompt, answer = number, None
        elif record.role == "assistant":
            is_judged = record.reaction is not None and record.reaction != "neutral"
            thumb = _thumb(record) if is_judged else None
            if isinstance(thumb, Unread):
                yield thumb
                thumb = None
            at = iso_day(record.created_at)
            messages.append(Message(number, prompt, "assistant", text, at, thumb, has_files))
            if text:
                answer = number
        else:
            yield Unread("conversations", "shape")
    choices = [
        _choice(one, messages, versions)
        for one in compared
        if _says(one.preference) or _says(one.preference_over)
    ]
    yield from (Unread("comparisons", "preference") for choice in choices if choice is None)
    told = dict.fromkeys(choice for choice in choices if choice is not None)
    yield from Dialogue("lechat", messages, choices=told, are_branches_known=False).findings()


def _says(value: Any) -> bool:
    return bool(value) and str(value).casefold() not in _NEUTRAL


def _choice(record: Said, messages: list[Message], versions: set[str]) -> tuple[str, str] | None:
    """(chosen, rejected), when both are answers of this conversation, and known by their ids: not
    those that several `versions` share."""
    answers = {one.id for one in messages if one.role == "assistant" and one.text} - versions
    over, own = record.preference_over, str(record.id)
    preferred = record.preference
    chosen = preferred if isinstance(preferred, str) and preferred in answers else own
    if isinstance(over, str) and over in answers and chosen in answers and over != chosen:
        return chosen, over
    return None


def _thumb(record: Said) -> Thumb | Unread | None:
    word = str(record.reaction or "").replace("_", "").replace("-", "").replace(" ", "").casefold()
    if word in _NEUTRAL:
        return None
    if word not in _UP and word not in _DOWN:
        return Unread("feedback", "reaction")
    plain = THUMB_UP if word in _UP else THUMB_DOWN
    comment = record.reaction_comment
    detail = str(record.reaction_detail or "").replace("-", "_").replace(" ", "_").casefold()
    return Thumb(
        plain.signal,
        plain.label,
        comment.strip() if isinstance(comment, str) else "",
        (f"tag_{detail}",) if detail in _TAGS else (),
    )


def _text(record: Said) -> str:
    """Text chunks before `content`: tool calls and references in them are never read."""
    chunks, content = record.content_chunks, record.content
    if isinstance(chunks, list):
        text, goes_on = "", False
        for one in chunks:
            if not isinstance(one, Chunk):
                continue
            if one.type == "reference":
                goes_on = True  # It stands amid a sentence.
            elif one.type == "text" and isinstance(one.text, str) and one.text:
                text += one.text if goes_on or not text else f"\n{one.text}"
                goes_on = False
            else:
                goes_on = False
        if text:
            return text.strip()
    return content.strip() if isinstance(content, str) else ""
