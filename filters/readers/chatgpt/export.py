"""ChatGPT: thumbs, regenerated answers with a continued branch, side-by-side comparisons.

Facts: formats/chatgpt; the layout of `model_comparisons.json` is documented nowhere by its maker
and was seen in public readers of exports of 2023 (`output.feedback_step_2`): read defensively.
What the conversations show by themselves is in `conversation`.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from filters.formats.dates import iso
from filters.formats.json import Damaged, Item, documents, items, records
from filters.interaction import Label, Signal
from filters.reader import Finding, Knowledge, Reader, SetAside, Unread
from filters.readers.chatgpt.conversation import Conversation
from filters.readers.chatgpt.judgements import without_answer
from filters.readers.chatgpt.notes import Comparison, Notes, Thumb

_RATINGS: dict[str, tuple[Signal, Label]] = {
    "thumbsup": ("thumb_up", "good"),
    "thumbsdown": ("thumb_down", "bad"),
}
_COMPARISONS: dict[str, tuple[Label, Label]] = {
    "original": ("chosen", "rejected"),
    "new": ("rejected", "chosen"),
    "same": ("tie", "tie"),
}
_TAGS = frozenset({"harmful", "false", "not-helpful", "not_helpful", "lazy", "dont-like-style"})


reader = Reader(
    "chatgpt",
    version=1,
    title="ChatGPT",
    notes=Notes,
    finish=lambda knowledge: without_answer(knowledge.notes),
    signals={
        "confirmed": ("thumb_up", "thumb_down", "branch_kept"),
        "unverified": ("ab_choice",),
    },
)
# Shows the conversations of `conversations.json`, without what was thought of them.
reader.html("chat.html", signature="<title>\\s*ChatGPT Data Export\\s*</title>")
reader.ignore("chat.html", family="copies")
reader.ignore(
    "shared_conversations.json", "group_chats.json", "shopping.json", "sora.json", "ads.json",
    "conversation_asset_file_names.json", "user_settings.json", "library_files.json",
    family="account",
)  # fmt: skip
reader.ignore("file[-_]*.dat", family="files")


@reader.identity("user.json", decode=documents, signature='"chatgpt_plus_user"', telling=True)
def account(document: dict[str, Any], knowledge: Knowledge) -> None:
    """The account: an e-mail address, a phone number, sometimes a name."""
    knowledge.identities.add("emails", document.get("email"))
    knowledge.identities.add("phones", document.get("phone_number"))
    knowledge.identities.add("names", document.get("name"))


@reader.identity("export_manifest.json", decode=documents, signature='"logical_files"')
def manifest(document: dict[str, Any], knowledge: Knowledge) -> None:
    """The shards the export was made with: a listed one can be absent."""
    for logical in document["logical_files"].values():
        files = logical.get("files") if isinstance(logical, dict) else None
        for file in files if isinstance(files, list) else ():
            name = file.get("path") or file.get("name") if isinstance(file, dict) else file
            knowledge.expected.update([name] if isinstance(name, str) else [])


@reader.context(
    "message_feedback.json",
    decode=records,
    family="feedback",
    signature='"rating"\\s*:\\s*"[a-zA-Z_]{3,14}"',
)
def feedback(row: dict[str, Any], knowledge: Knowledge) -> Iterator[Finding]:
    """A thumb: which message, up or down, when, with which tags and words. The latest wins."""
    rating = _RATINGS.get(str(row["rating"]).replace("_", "").replace("-", "").casefold())
    message_id = row.get("message_id") or row.get("id")
    if rating is None or not isinstance(message_id, str):
        yield Unread("feedback", "rating")
        return
    said = _said(row.get("content"))
    tags = tuple(sorted(tag for tag in said.get("tags") or () if tag in _TAGS))
    comment = said.get("text")
    thumb = Thumb(*rating, iso(row.get("create_time")), comment or "", tags)
    earlier = knowledge.notes.thumbs.get(message_id)
    if earlier is not None:
        yield SetAside("feedback", "quality")
    if earlier is None or (thumb.at or 0) >= (earlier.at or 0):
        knowledge.notes.thumbs[message_id] = thumb


@reader.context(
    "model_comparisons.json",
    decode=records,
    family="comparisons",
    signature='"completion_comparison_rating"|"feedback_step_',
)
def comparison(row: dict[str, Any], knowledge: Knowledge) -> Iterator[Finding]:
    """A choice between two answers shown side by side, or one regenerated after the other."""
    output = row["output"]
    step = output.get("feedback_step_2") or output.get("feedback_step_1") or output
    labels = _COMPARISONS.get(step["completion_comparison_rating"])
    ids = [_turn_id(step, "original"), _turn_id(step, "new")]
    if labels is None or not all(ids):
        yield Unread("comparisons", "choice")
        return
    original, new = map(str, ids)
    seen = Comparison(original, new, labels, iso(row.get("create_time")))
    known = knowledge.notes.comparisons.setdefault(new, [])
    if seen in known:
        yield SetAside("comparisons", "quality")
    else:
        known.append(seen)


@reader.signal(
    "conversations.json",
    "conversations-[0-9]*.json",
    decode=items,
    family="conversations",
    # DeepSeek's tree looks alike, and dates its messages otherwise.
    signature='(?s)\\A(?!.*"inserted_at"\\s*:).*"mapping"\\s*:\\s*\\{',
    whole=True,
)
def conversations(found: Iterable[Item | Damaged], knowledge: Knowledge) -> Iterator[Finding]:
    """A file of conversations: a list, a list under a key, or one conversation alone."""
    alone: dict[str, Any] = {}
    for item in found:
        if isinstance(item, Damaged):
            yield Unread("conversations", item.reason)
        elif isinstance(item.value, dict) and isinstance(item.value.get("mapping"), dict):
            yield from _guarded(item.value, knowledge)
        elif item.key is not None:
            alone[item.key] = item.value
        else:
            yield Unread("conversations", "mapping")
    if isinstance(alone.get("mapping"), dict):
        yield from _guarded(alone, knowledge)


def _guarded(document: dict[str, Any], knowledge: Knowledge) -> Iterator[Finding]:
    try:
        key, title = document.get("conversation_id") or document.get("id"), document.get("title")
        if isinstance(key, str):
            # Of two exports the newer may have gone on with it.
            turns, read = len(document["mapping"]), knowledge.notes.read
            if read.get(hash(key), 0) >= turns:
                return
            read[hash(key)] = turns
        found = Conversation(document, knowledge.notes).findings()
        yield from knowledge.in_conversation("chatgpt", key or title, title, found)
    except (KeyError, TypeError, ValueError, AttributeError):
        yield Unread("conversations", "shape")


def _said(content: Any) -> dict[str, Any]:
    """The donor's words and tags: a JSON text, an object, or nothing."""
    if isinstance(content, str) and content:
        try:
            content = json.loads(content)
        except (ValueError, RecursionError):
            return {}
    return content if isinstance(content, dict) else {}


def _turn_id(step: dict[str, Any], which: str) -> str | None:
    direct = step.get(f"{which}_message_id")
    if isinstance(direct, str):
        return direct
    turn = step.get(f"{which}_turn")
    last = turn[-1] if isinstance(turn, list) and turn else {}
    return last.get("id") if isinstance(last, dict) else None
