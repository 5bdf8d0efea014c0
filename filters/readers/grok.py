"""Grok: what the donor said of an answer in words, and answers made again.

Facts: formats/grok, from one public reader; no sample was found. No rating stands in the export.
Case of `sender` varies; dates are ISO texts or MongoDB's `{"$date": {"$numberLong": …}}`.
"""

from collections.abc import Iterator
from typing import Any

from filters.dialogue import Dialogue, Message, linear
from filters.formats.asides import answer_alone
from filters.formats.dates import iso, seconds
from filters.formats.json import objects_with, records
from filters.reader import Finding, Knowledge, Reader, Unread

_ROLES = {"human": "user", "user": "user", "assistant": "assistant", "grok": "assistant"}

reader = Reader("grok", version=1, title="Grok", signals={"unverified": ("branch_kept",)})


@reader.identity("prod-mc-auth*.json", "*auth*backend*.json", decode=records, family="account")
def account(record: Any, knowledge: Knowledge) -> None:
    """The account: names and addresses at any depth, to mask them."""
    pending = [record]
    while pending:
        one = pending.pop()
        if isinstance(one, list):
            pending.extend(one)
        elif isinstance(one, dict):
            knowledge.identities.add("emails", one.get("email"))
            knowledge.identities.add(
                "names", *(one.get(key) for key in ("givenName", "familyName", "name", "full_name"))
            )
            pending.extend(value for value in one.values() if isinstance(value, dict | list))


@reader.signal(
    "prod-grok-backend.json", decode=objects_with("responses"), family="conversations",
    signature='(?s)"conversations"\\s*:\\s*\\[.*"responses"\\s*:\\s*\\[\\s*\\{[^{}\\[\\]]{0,400}"response"'
    '|\\A\\s*\\{\\s*"conversations"\\s*:\\s*\\[\\s*\\]\\s*,\\s*"(?:projects|tasks|media_posts)"',
)  # fmt: skip
def conversation(record: dict[str, Any], knowledge: Knowledge) -> Iterator[Finding]:
    """One conversation with its responses, which are the donor's turns too."""
    messages = []
    for place, wrapped in enumerate(record["responses"] or ()):
        one = wrapped.get("response", wrapped) if isinstance(wrapped, dict) else {}
        role = _ROLES.get(str(one.get("sender")).casefold())
        if role is None:
            yield Unread("conversations", "sender")
            continue
        text, parent = one.get("message"), one.get("parent_response_id")
        text = text.strip() if isinstance(text, str) else ""
        messages.append(
            Message(
                str(one.get("_id") or one.get("id") or place),
                str(parent) if parent else None,
                "user" if role == "user" else "assistant",
                text if role == "user" else answer_alone(text),
                _moment(one.get("create_time")),
                has_files=bool(one.get("file_attachments")),
            )
        )
    messages.sort(key=lambda message: message.at or 0.0)
    known = {message.id for message in messages}
    is_tree = sum(message.parent in known for message in messages) >= len(messages) - 1 > 0
    found = Dialogue("grok", messages if is_tree else linear(messages)).findings()
    about = record.get("conversation")
    about = about if isinstance(about, dict) else {}
    key = about.get("id") or messages[0].id if messages else None
    yield from knowledge.in_conversation("grok", key, about.get("title"), found)


# Media, billing: nothing anybody preferred.
reader.ignore("prod-mc-*.json", "prod-*-backend.json", family="account")
reader.ignore("prod-mc-asset-server/**", "canvas_thumbnails/**", family="media")


def _moment(value: Any) -> float | None:
    if isinstance(value, dict):
        held = value.get("$date")
        value = held.get("$numberLong") if isinstance(held, dict) else held
    return iso(value) or seconds(value)
