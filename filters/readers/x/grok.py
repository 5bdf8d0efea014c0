"""Talks with Grok inside X: what the donor said of an answer in words. No rating is in the archive.

Facts: formats/x. One turn a record, newest first, of all talks; `sender` was not seen, and is read
tolerantly.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from filters.dialogue import Dialogue, Message, linear
from filters.formats.asides import answer_alone
from filters.formats.dates import iso, seconds
from filters.formats.json import Damaged, assigned_records
from filters.reader import MALFORMED, Finding, Knowledge, Unread
from filters.readers.x.account import reader, signature, unwrapped

_ROLES = {
    "user": "user", "human": "user", "agent": "assistant", "assistant": "assistant",
    "grok": "assistant", "bot": "assistant", "ai": "assistant",
}  # fmt: skip


@reader.signal(
    "data/grok-chat-item*.js", decode=assigned_records, family="conversations", whole=True,
    signature=signature("grok_chat_item"),
)  # fmt: skip
def turns(found: Iterable[Any], knowledge: Knowledge) -> Iterator[Finding]:
    """Turns that stand together are one talk: only one is held at a time."""
    for chat, records in groupby(found, _chat):
        messages: list[Message] = []
        for record in records:
            if isinstance(record, Damaged):
                yield Unread("conversations", record.reason)
                continue
            try:
                messages.append(_message(unwrapped(record), str(len(messages))))
            except MALFORMED:
                yield Unread("conversations", "shape")
        if chat is not None:
            messages.sort(key=lambda message: message.at or 0.0)
            said = Dialogue("x", linear(messages)).findings()
            yield from knowledge.in_conversation("x", f"grok {chat}", None, said)


def _chat(record: Any) -> str | None:
    turn = unwrapped(record) if isinstance(record, dict) else {}
    return str(turn["chatId"]) if "chatId" in turn else None


def _message(turn: dict[str, Any], place: str) -> Message:
    sender = turn["sender"]
    role = _ROLES[str(sender.get("name") if isinstance(sender, dict) else sender).casefold()]
    text, created = turn["message"], turn.get("createdAt")
    text = text.strip() if isinstance(text, str) else ""
    return Message(
        place,
        None,
        "user" if role == "user" else "assistant",
        text if role == "user" else answer_alone(text),
        iso(created) or seconds(created),
    )
