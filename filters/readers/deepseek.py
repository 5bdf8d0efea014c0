"""DeepSeek: answers made again, thumbs where a dump of the site holds them.

Facts: formats/deepseek. The official export is a tree like ChatGPT's without the node last seen:
the answer the donor went on from is kept. Dumps made by browser tools hold one session with
`parent_id`, `current_message_id` and `feedback` (values unverified: read tolerantly).
"""

from collections.abc import Iterator
from typing import Any, Literal

from filters.dialogue import Dialogue, Message, Thumb, thumb_called
from filters.formats.asides import answer_alone, without_citations
from filters.formats.dates import iso_day, seconds
from filters.formats.json import documents, objects_with
from filters.reader import Finding, Knowledge, Reader, Unread

_SAID = {"REQUEST": "user", "RESPONSE": "assistant"}
"""The fragments that count: thoughts and searches are not the answer."""
_ROLES: dict[str, Literal["user", "assistant"]] = {"USER": "user", "ASSISTANT": "assistant"}

reader = Reader(
    "deepseek", version=1, title="DeepSeek",
    signals={"confirmed": ("branch_kept",), "unverified": ("thumb_up", "thumb_down")},
)  # fmt: skip


@reader.identity(
    "user.json", decode=documents, signature='"(?:mobile|mobile_number|id_profile)"\\s*:'
)
def account(document: dict[str, Any], knowledge: Knowledge) -> None:
    """The account, and the profile of the service it was made with."""
    profile = document.get("id_profile")
    for own in (document, profile if isinstance(profile, dict) else {}):
        knowledge.identities.add("emails", own.get("email"))
        knowledge.identities.add("phones", own.get("mobile"), own.get("mobile_number"))
        knowledge.identities.add("names", own.get("name"))


@reader.signal(
    "conversations.json", decode=objects_with("mapping"), family="conversations",
    signature='(?s)"inserted_at".*"mapping"\\s*:|"mapping"\\s*:.*"fragments"\\s*:',
)  # fmt: skip
def conversation(record: dict[str, Any], knowledge: Knowledge) -> Iterator[Finding]:
    """One conversation of the official export."""
    messages: list[Message] = []
    for key, node in record["mapping"].items():
        if not isinstance(node, dict) or not isinstance(node.get("message"), dict):
            continue
        unread = _message(key, node.get("parent"), node["message"], messages)
        if unread is not None:
            yield unread
    found = Dialogue("deepseek", messages).findings()
    yield from knowledge.in_conversation("deepseek", record.get("id"), record.get("title"), found)


@reader.signal(
    decode=documents, family="conversations",
    signature='(?s)"chat_session".*"chat_messages"\\s*:|"current_message_id"\\s*:',
)  # fmt: skip
def session(document: dict[str, Any], knowledge: Knowledge) -> Iterator[Finding]:
    """One session, as a browser tool saved the site's own answer."""
    held = document
    for key in ("data", "biz_data"):
        held = held[key] if isinstance(held.get(key), dict) else held
    messages: list[Message] = []
    for one in held["chat_messages"]:
        unread = _message(one["message_id"], one.get("parent_id"), one, messages)
        if unread is not None:
            yield unread
    about = held.get("chat_session") or {}
    found = Dialogue("deepseek", messages, str(about.get("current_message_id"))).findings()
    yield from knowledge.in_conversation("deepseek", about.get("id"), about.get("title"), found)


def _message(
    key: Any, parent: Any, message: dict[str, Any], messages: list[Message]
) -> Unread | None:
    """Add one message to the others; out: what of it was not understood."""
    fragments = message.get("fragments")
    asked: list[str] = []
    answered: list[str] = []
    for fragment in fragments if isinstance(fragments, list) else ():
        said = _SAID.get(fragment.get("type"))
        if said is not None and isinstance(content := fragment.get("content"), str):
            (asked if said == "user" else answered).append(content)
    written = message.get("role")
    role = _ROLES.get(str(written).upper()) if written else "user" if asked else "assistant"
    if role is None:
        return Unread("conversations", "role")
    text = "\n".join(asked if role == "user" else answered)
    if not fragments and isinstance(content := message.get("content"), str):
        text = content
    if role == "assistant":
        text = without_citations(answer_alone(text))
    at = iso_day(written := message.get("inserted_at")) or seconds(written)
    thumb = _thumb(message.get("feedback")) if role == "assistant" else None
    unread = thumb if isinstance(thumb, Unread) else None
    messages.append(
        Message(
            str(key), None if parent is None else str(parent), role, text.strip(), at,
            None if isinstance(thumb, Unread) else thumb,
            has_files=bool(message.get("files")),
            is_cut=role == "assistant" and message.get("status") not in (None, "FINISHED"),
        )
    )  # fmt: skip
    return unread


def _thumb(feedback: Any) -> Thumb | Unread | None:
    if not feedback:
        return None
    value = feedback
    if isinstance(feedback, dict):
        value = feedback.get("feedback_type") or feedback.get("type") or feedback.get("rating")
    return thumb_called(str(value)) or Unread("feedback", "feedback")
