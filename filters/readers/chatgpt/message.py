"""One message of ChatGPT, as far as the donor saw it."""

from dataclasses import dataclass
from typing import Any

from filters.formats.asides import without_citations

_ROLES = {"human": "user", "ai": "assistant"}
"""As files of 2023, and of other programs, call them."""
_BROKEN_OFF = ("in_progress", "finished_partial_completion")
_CUT = ("interrupted", "max_tokens")
_SPOKEN = "audio_transcription"
_FILE = "_asset_pointer"


@dataclass(slots=True)
class Node:
    """One node of the tree: a message, or only a place in it."""

    parent: Any
    children: list[Any]
    role: str | None
    text: str
    """What the donor saw of it; empty when they saw nothing."""
    written: Any
    """When, as the export has it."""
    id: str
    """What feedback calls the message."""
    has_files: bool = False
    """Whether there was more than words in it, which is not in the export or not read."""

    is_cut: bool = False
    """Whether it was stopped before its end."""
    is_hidden: bool = False
    """Whether it stands where nobody sees it, and is no part of an answer: a place without a
    message, a word of the system's, a turn the donor never wrote."""

    @property
    def is_answer(self) -> bool:
        """Whether it is an answer the donor saw."""
        return self.role == "assistant" and bool(self.text)


def node_of(key: str, node: dict[str, Any]) -> Node:
    """What is needed of a node. Raises TypeError when its message is none: then nothing around it
    can be trusted."""
    children = node.get("children")
    parent, known = node.get("parent"), list(children) if isinstance(children, list) else []
    message = node.get("message")
    if message and not isinstance(message, dict):
        raise TypeError("message")
    if not message:
        return Node(parent, known, None, "", None, key, is_hidden=True)
    author = message.get("author")
    role = author.get("role") if isinstance(author, dict) else None
    if role not in ("user", "assistant"):
        role = _ROLES.get(str(role).casefold(), role)
    metadata, content = message.get("metadata") or {}, message.get("content") or {}
    parts = content.get("parts")
    is_shown = role in ("user", "assistant") and _is_shown(message, metadata)
    text = _text(content.get("content_type", "text"), parts) if is_shown else ""
    return Node(
        parent, known, role, without_citations(text) if role == "assistant" else text,
        message.get("create_time"), message.get("id") or key,
        bool(metadata.get("attachments")) or _hold_files(parts),
        role == "assistant" and _is_cut(message, metadata),
        not is_shown and role not in ("assistant", "tool"),
    )  # fmt: skip


def _is_cut(message: dict[str, Any], metadata: dict[str, Any]) -> bool:
    finish = metadata.get("finish_details")
    if isinstance(finish, dict) and finish.get("type") in _CUT:
        return True
    return message.get("status") in _BROKEN_OFF and not message.get("end_turn")


def _hold_files(parts: Any) -> bool:
    for part in parts if isinstance(parts, list) else ():
        if isinstance(part, dict) and str(part.get("content_type", "")).endswith(_FILE):
            return True
    return False


def _is_shown(message: dict[str, Any], metadata: dict[str, Any]) -> bool:
    """Whether the donor could see the message: not hidden, and not addressed to a tool."""
    return (
        message.get("weight") != 0
        and message.get("recipient") in (None, "all")
        and not metadata.get("is_visually_hidden_from_conversation")
        and not metadata.get("is_user_system_message")
    )


def _text(kind: Any, parts: Any) -> str:
    """What the message says: what was written or spoken, without images, thoughts, tool output."""
    if kind not in ("text", "multimodal_text") or not isinstance(parts, list):
        return ""
    if len(parts) == 1 and isinstance(parts[0], str):
        return parts[0].strip()
    said = [
        part.get("text") if isinstance(part, dict) and part.get("content_type") == _SPOKEN else part
        for part in parts
    ]
    return "\n".join([part for part in said if isinstance(part, str)]).strip()
