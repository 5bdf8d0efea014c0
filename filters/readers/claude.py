"""Claude: what the donor said of an answer in words, and answers made again.

Facts: formats/claude. No rating was seen in the official export; the field in which the site keeps
one is read should it come, and counted where its words are new. Lists are plain in all exports
seen; where `parent_message_uuid` stands, siblings are answers made again, and `stop_reason` tells
an answer the donor stopped (all unverified).
"""

import re
from collections.abc import Iterator
from typing import Any, Literal

from filters.dialogue import Dialogue, Message, Thumb, linear, thumb_called
from filters.formats.asides import answer_alone
from filters.formats.dates import iso_day
from filters.formats.json import objects_with, records
from filters.reader import Finding, Knowledge, Reader, Unread

_ROLES: dict[str, Literal["user", "assistant"]] = {
    "human": "user",
    "user": "user",
    "assistant": "assistant",
}
_PLACEHOLDER = re.compile(r"(?:```\s*)?This block is not supported[^\n`]*(?:\s*```)?")

reader = Reader(
    "claude",
    version=1,
    title="Claude",
    signals={"unverified": ("branch_kept", "thumb_up", "thumb_down")},
)


@reader.identity("users.json", decode=records, signature='"email_address"\\s*:', telling=True)
def users(record: dict[str, Any], knowledge: Knowledge) -> None:
    """The account."""
    knowledge.identities.add("names", record.get("full_name"))
    knowledge.identities.add("emails", record.get("email_address"))
    knowledge.identities.add("phones", record.get("verified_phone_number"))


@reader.signal(
    "conversations.json", "conversations_claude.json", decode=objects_with("chat_messages"),
    family="conversations", signature='(?s)"chat_messages"\\s*:\\s*\\[(?:\\s*\\]|.*"sender"\\s*:)',
)  # fmt: skip
def conversation(record: dict[str, Any], knowledge: Knowledge) -> Iterator[Finding]:
    """One conversation."""
    messages = []
    for place, one in enumerate(record["chat_messages"] or ()):
        sender = one.get("sender") if isinstance(one, dict) else None
        role = _ROLES.get(sender) if isinstance(sender, str) else None
        if role is None:
            yield Unread("conversations", "sender")
            continue
        parent = one.get("parent_message_uuid")
        thumb = _thumb(one["chat_feedback"]) if one.get("chat_feedback") else None
        if isinstance(thumb, Unread):
            yield thumb
            thumb = None
        messages.append(
            Message(
                str(one.get("uuid") or place),
                str(parent) if parent else None,
                role,
                answer_alone(_text(one)) if role == "assistant" else _text(one),
                iso_day(one.get("created_at")),
                thumb,
                bool(one.get("attachments") or one.get("files")),
                is_cut=one.get("stop_reason") == "user_canceled",
            )
        )
    known = {message.id for message in messages}
    is_tree = any(message.parent in known for message in messages)
    last = record.get("current_leaf_message_uuid")
    found = Dialogue(
        "claude", messages if is_tree else linear(messages), last if isinstance(last, str) else None
    ).findings()
    name = record.get("name")
    yield from knowledge.in_conversation("claude", record.get("uuid") or name, name, found)


# Memories and projects hold the donor's life in words: not read.
reader.ignore("projects.json", "projects/**.json", "memories.json", family="account")
reader.ignore(
    family="account", signature='"(?:conversations_memory|prompt_template)"', telling=True
)


def _thumb(said: Any) -> Thumb | Unread:
    word = said.get("type") or said.get("rating") if isinstance(said, dict) else said
    return thumb_called(str(word)) or Unread("feedback", "feedback")


def _text(message: dict[str, Any]) -> str:
    """The text blocks, without thoughts, tools or attachments; `text` where there are none."""
    content = message.get("content")
    said = [
        block["text"]
        for block in (content if isinstance(content, list) else ())
        if isinstance(block, dict) and block.get("type") == "text"
        and isinstance(block.get("text"), str)
    ]  # fmt: skip
    if said:
        return "\n".join(said).strip()
    whole = message.get("text")
    if not isinstance(whole, str):
        return ""
    # What the site cannot show stands there as a notice.
    return (_PLACEHOLDER.sub("", whole) if "This block is not" in whole else whole).strip()
