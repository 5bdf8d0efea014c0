"""Open WebUI: thumbs on answers, answers made again.

No format page: layout from general knowledge of the software's own export (chats as a list, each
with `chat.history.messages` as a tree and `annotation` on judged answers; feedback as a list with a
snapshot of the chat). Unverified, read tolerantly: unknown ratings are counted.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from filters.dialogue import THUMB_DOWN, THUMB_UP, Dialogue, Message, Thumb
from filters.formats.asides import answer_alone
from filters.formats.dates import seconds
from filters.formats.json import objects_with
from filters.interaction import Interaction, Option, Passage
from filters.reader import Finding, Knowledge, Reader, SetAside, Unread


@dataclass
class Notes:
    """Answers whose judgement was read: chats and feedback may be given together."""

    judged: set[tuple[str, str]] = field(default_factory=set)
    """By the ids of the chat and of the message."""
    waiting: dict[tuple[str, str], Thumb] = field(default_factory=dict)
    """What came without its chat, which may be given too."""


reader = Reader(
    "openwebui",
    version=1,
    notes=Notes,
    finish=lambda knowledge: map(_alone, knowledge.notes.waiting.values()),
    title="Open WebUI",
    signals={"unverified": ("thumb_up", "thumb_down", "branch_kept")},
)


# First: a judgement holds a conversation whole.
@reader.signal(
    "feedback-history-export*.json", decode=objects_with("meta"), family="feedback",
    signature=r'(?s)\A(?=.*?"type"\s*:\s*"rating").*?"(?:snapshot"\s*:\s*\{|sibling_model_ids"\s*:)',
)  # fmt: skip
def feedback(record: dict[str, Any], knowledge: Knowledge) -> Iterator[Finding]:
    """One judgement, with the conversation as it stood: what it says of other answers stands in
    rows of their own."""
    thumb, meta = _thumb(record["data"]), record["meta"]
    chat_id, key = str(meta.get("chat_id")), str(meta["message_id"])
    if not isinstance(thumb, Thumb) or (chat_id, key) in knowledge.notes.judged:
        yield thumb if isinstance(thumb, Unread) else SetAside("feedback", "no_preference")
        return
    held = (record.get("snapshot") or {}).get("chat")
    if held is None:
        knowledge.notes.waiting[chat_id, key] = thumb
        return
    found = _dialogue(held.get("chat", held), {key: thumb}, chat_id, knowledge.notes)
    judged = (one for one in found if isinstance(one, Interaction) and one.family == "feedback")
    yield from knowledge.in_conversation("openwebui", chat_id, held.get("title"), judged)


@reader.signal(
    "chat-export-*.json", "all-chats-export-*.json",
    decode=objects_with("chat"), family="conversations",
    signature='(?s)"chat"\\s*:.*"history"\\s*:\\s*\\{.*"messages"\\s*:\\s*\\{',
)  # fmt: skip
def chat(record: dict[str, Any], knowledge: Knowledge) -> Iterator[Finding]:
    """One conversation, with the annotations on its answers."""
    held, key = record["chat"], str(record.get("id"))
    found = _dialogue(held, None, key, knowledge.notes)
    title = record.get("title") or held.get("title")
    yield from knowledge.in_conversation("openwebui", key, title, found)


def _dialogue(
    held: dict[str, Any], thumbs: dict[str, Thumb] | None, chat_id: str, notes: Notes
) -> Iterator[Finding]:
    """The findings of one conversation, by its annotations or, where given, by `thumbs` alone."""
    history = held["history"]
    messages = []
    for key, one in history["messages"].items():
        role, content = one.get("role"), one.get("content")
        if role not in ("user", "assistant"):
            if role != "system":
                yield Unread("conversations", "role")
            continue
        annotation = one.get("annotation")
        if thumbs is not None:
            thumb: Thumb | Unread | None = thumbs.get(key)
        else:
            thumb = _thumb(annotation) if isinstance(annotation, dict) else None
        if isinstance(thumb, Unread):
            yield thumb
        waiting = notes.waiting.pop((chat_id, key), None)
        if waiting is not None and not isinstance(thumb, Thumb):
            thumb = waiting
        if not isinstance(thumb, Thumb) or (chat_id, key) in notes.judged:
            thumb = None
        else:
            notes.judged.add((chat_id, key))
        text = _text(content)
        messages.append(
            Message(
                str(key),
                str(one["parentId"]) if one.get("parentId") else None,
                role,
                text if role == "user" else answer_alone(text),
                seconds(one.get("timestamp")),
                thumb,
                bool(one.get("files")) or _has_picture(content),
                is_cut=one.get("done") is False,
            )
        )
    last = history.get("currentId")
    yield from Dialogue("openwebui", messages, last if isinstance(last, str) else None).findings()


def _text(content: Any) -> str:
    """A text, or the texts among parts of other kinds."""
    if isinstance(content, list):
        parts = (part.get("text") for part in content if isinstance(part, dict))
        content = "\n".join(part for part in parts if isinstance(part, str))
    return content.strip() if isinstance(content, str) else ""


def _has_picture(content: Any) -> bool:
    return isinstance(content, list) and any(
        isinstance(part, dict) and part.get("type") != "text" for part in content
    )


def _alone(thumb: Thumb) -> Interaction:
    """A judgement whose chat is not given: the act, without words."""
    return Interaction(
        platform="openwebui", family="feedback", kind="binary", signal=thumb.signal,
        options=(Option(thumb.label, Passage(None, "ai", "assistant")),), object_type="ai_answer",
    )  # fmt: skip


def _thumb(judged: dict[str, Any]) -> Thumb | Unread | None:
    rating, comment = judged.get("rating"), judged.get("comment")
    if rating is None:
        return None
    if str(rating) not in ("1", "-1"):
        return Unread("feedback", "rating")
    plain = THUMB_UP if str(rating) == "1" else THUMB_DOWN
    return Thumb(plain.signal, plain.label, comment.strip() if isinstance(comment, str) else "")
