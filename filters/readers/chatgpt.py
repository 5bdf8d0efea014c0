"""ChatGPT: thumbs, regenerated answers with a continued branch, side-by-side comparisons.

Facts: formats/chatgpt; the layout of `model_comparisons.json` is documented nowhere by its maker
and was seen in public readers of exports of 2023 (`output.feedback_step_2`): read defensively.
A conversation is a tree of messages; the path to `current_node` is what the donor last saw.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import msgspec

from filters.dialogue import CONTEXT_TURNS, expressed
from filters.formats.dates import iso, seconds
from filters.formats.json import Damaged, Item, documents, items, records
from filters.interaction import Interaction, Label, Option, Passage, Signal, Turn
from filters.reader import Finding, Knowledge, Reader, SetAside, Unread

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


class Thumb(NamedTuple):
    """One row of `message_feedback.json`."""

    signal: Signal
    label: Label
    at: float | None
    comment: str
    tags: tuple[str, ...]


class Comparison(NamedTuple):
    """One row of `model_comparisons.json`, by the ids of the two answers."""

    original: str
    new: str
    labels: tuple[Label, Label]
    at: float | None


@dataclass
class Notes:
    """Feedback waiting for the conversations it belongs to."""

    thumbs: dict[str, Thumb] = field(default_factory=dict)
    comparisons: dict[str, list[Comparison]] = field(default_factory=dict)


reader = Reader(
    "chatgpt",
    version=1,
    title="ChatGPT",
    notes=Notes,
    signals={
        "confirmed": ("thumb_up", "thumb_down", "branch_kept"),
        "unverified": ("ab_choice",),
    },
)
reader.ignore("chat.html", family="copies")
reader.ignore(
    "shared_conversations.json", "group_chats.json", "shopping.json", "sora.json", "ads.json",
    "conversation_asset_file_names.json", "user_settings.json", "library_files.json",
    family="account",
)  # fmt: skip


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
    knowledge.notes.comparisons.setdefault(new, []).append(seen)


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
        yield from Conversation(document, knowledge).findings()
    except (KeyError, TypeError, ValueError, AttributeError):
        yield Unread("conversations", "shape")


class Conversation:
    """One conversation as the donor walked through it."""

    def __init__(self, document: dict[str, Any], knowledge: Knowledge) -> None:
        self._nodes: dict[str, dict[str, Any]] = {
            key: node for key, node in document["mapping"].items() if isinstance(node, dict)
        }
        self._notes: Notes = knowledge.notes
        self._path = self._walk_back(document.get("current_node"))

    def findings(self) -> Iterator[Finding]:
        """Thumbs, comparisons and regenerated answers, then the count of answers nobody judged."""
        judged: set[str] = set()
        for key, node in self._nodes.items():
            message: Any = node.get("message")
            if not _is_answer(message):
                continue
            thumb = self._notes.thumbs.get(message.get("id") or key)
            if thumb is not None:
                judged.add(key)
                yield self._thumbed(key, thumb)
            for one in self._notes.comparisons.get(message.get("id") or key, ()):
                pair = self._compared(one)
                judged.update((one.original, one.new))
                yield pair if pair is not None else Unread("comparisons", "answer")
        for key, node in self._nodes.items():
            if _role(node) == "user" and key in self._path:
                for kept, other in self._regenerated(node):
                    judged.update((kept, other))
                    if not self._contradicted(kept, other):
                        yield self._pair(kept, other, "branch_kept", ("chosen", "rejected"))
        yield from self._expressed(judged)
        answers = sum(_is_answer(node.get("message")) for node in self._nodes.values())
        if answers > len(judged):
            yield SetAside("conversations", "no_preference", answers - len(judged))

    def _expressed(self, judged: set[str]) -> Iterator[Finding]:
        """What the donor wrote next, where it judges an answer nothing else has judged."""
        for node in list(self._nodes.values()):
            answer = node.get("parent")
            if (
                _role(node) != "user"
                or not isinstance(answer, str)
                or answer in judged
                or not _is_answer(self._message(answer))
                or not _visible(node)
            ):
                continue
            at = seconds(node["message"].get("create_time"))
            said = expressed("chatgpt", self._text(answer), _text(node["message"]), at)
            if said is not None:
                judged.add(answer)
                yield msgspec.structs.replace(said, context=self._context(answer))

    def _thumbed(self, key: str, thumb: Thumb) -> Interaction:
        answer = Option(thumb.label, _ai(self._text(key)))
        comment = (
            (Option("unlabelled", Passage(thumb.comment, "donor", "assistant")),)
            if thumb.comment
            else ()
        )
        return Interaction(
            platform="chatgpt",
            family="feedback",
            kind="binary",
            signal=thumb.signal,
            context=self._context(key),
            options=(answer, *comment),
            object_type="ai_answer",
            at=thumb.at or seconds(self._nodes[key]["message"].get("create_time")),
            flags=tuple(f"tag_{tag.replace('-', '_')}" for tag in thumb.tags),
        )

    def _compared(self, one: Comparison) -> Interaction | None:
        if not all(_is_answer(self._message(key)) for key in (one.original, one.new)):
            return None
        return self._pair(one.original, one.new, "ab_choice", one.labels, at=one.at)

    def _regenerated(self, prompt: dict[str, Any]) -> Iterator[tuple[str, str]]:
        """(kept, other) answers to one prompt, when the kept one was continued."""
        branches = [
            key for key in prompt.get("children") or () if _role(self._nodes.get(key)) in _AI
        ]
        on_path = [key for key in branches if key in self._path]
        if len(branches) < 2 or len(on_path) != 1:
            return
        kept = self._last_answer(on_path[0], stay_on_path=True)
        if kept is None or not self._is_continued(kept):
            return
        for branch in branches:
            other = None if branch in self._path else self._last_answer(branch)
            if other is not None and _folded(self._text(other)) != _folded(self._text(kept)):
                yield kept, other

    def _last_answer(self, key: str, *, stay_on_path: bool = False) -> str | None:
        """The last visible answer of a branch before the next user turn.

        Tool calls and thoughts may stand between the prompt and the answer.
        """
        answer: str | None = None
        seen: set[str] = set()
        at: str | None = key
        while at is not None and at not in seen:
            seen.add(at)
            node = self._nodes.get(at)
            if node is None or _role(node) == "user":
                break
            if _is_answer(node.get("message")):
                answer = at
            children = [c for c in node.get("children") or () if c in self._nodes]
            if stay_on_path:
                children = [c for c in children if c in self._path]
            at = children[-1] if children else None
        return answer

    def _is_continued(self, answer: str) -> bool:
        """Whether the donor wrote again after this answer, on the path last seen."""
        after = self._path[answer]
        return any(
            position > after and _role(self._nodes[key]) == "user" and _visible(self._nodes[key])
            for key, position in self._path.items()
        )

    def _contradicted(self, kept: str, other: str) -> bool:
        """Whether a thumb says the opposite of what the kept branch suggests."""
        thumbs = self._notes.thumbs
        of_kept = thumbs.get(self._nodes[kept]["message"].get("id") or kept)
        of_other = thumbs.get(self._nodes[other]["message"].get("id") or other)
        return (of_kept is not None and of_kept.label == "bad") or (
            of_other is not None and of_other.label == "good"
        )

    def _pair(
        self,
        first: str,
        second: str,
        signal: Signal,
        labels: tuple[Label, Label],
        *,
        at: float | None = None,
    ) -> Interaction:
        return Interaction(
            platform="chatgpt",
            family="comparisons" if signal == "ab_choice" else "conversations",
            kind="pairwise",
            signal=signal,
            evidence="explicit" if signal == "ab_choice" else "structural",
            context=self._context(first),
            options=(
                Option(labels[0], _ai(self._text(first))),
                Option(labels[1], _ai(self._text(second))),
            ),
            object_type="ai_answer",
            at=at or seconds(self._nodes[first]["message"].get("create_time")),
        )

    def _context(self, answer: str) -> tuple[Turn, ...]:
        """The visible turns before an answer, the prompt last."""
        turns: list[Turn] = []
        at = self._nodes[answer].get("parent")
        seen = {answer}
        while isinstance(at, str) and at not in seen and len(turns) < CONTEXT_TURNS:
            seen.add(at)
            node = self._nodes.get(at)
            if node is None:
                break
            if _visible(node):
                if _role(node) == "user":
                    turns.append(
                        Turn("user", Passage(_text(node["message"]), "donor", "assistant"))
                    )
                elif turns and turns[-1].role == "user":
                    # Of an answer in several messages only the last, what the donor replied to.
                    turns.append(Turn("assistant", _ai(_text(node["message"]))))
            at = node.get("parent")
        while turns and turns[-1].role != "user":
            turns.pop()
        return tuple(reversed(turns))

    def _walk_back(self, current: Any) -> dict[str, int]:
        """Position of each node on the path from the root to the node last seen."""
        path: list[str] = []
        at = current
        while isinstance(at, str) and at in self._nodes and at not in path[-1:]:
            path.append(at)
            if len(path) > len(self._nodes):
                return {}
            at = self._nodes[at].get("parent")
        return {key: position for position, key in enumerate(reversed(path))}

    def _message(self, key: str) -> Any:
        return self._nodes.get(key, {}).get("message")

    def _text(self, key: str) -> str:
        return _text(self._nodes[key]["message"])


_AI = ("assistant", "tool")


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


def _role(node: dict[str, Any] | None) -> str | None:
    author = ((node or {}).get("message") or {}).get("author")
    return author.get("role") if isinstance(author, dict) else None


def _visible(node: dict[str, Any]) -> bool:
    """Whether the donor saw the message: not hidden, not addressed to a tool, and not empty."""
    message = node.get("message")
    if not isinstance(message, dict):
        return False
    metadata = message.get("metadata") or {}
    return (
        _role(node) in ("user", "assistant")
        and message.get("weight") != 0
        and message.get("recipient") in (None, "all")
        and not metadata.get("is_visually_hidden_from_conversation")
        and not metadata.get("is_user_system_message")
        and bool(_text(message))
    )


def _is_answer(message: Any) -> bool:
    return (
        isinstance(message, dict)
        and (message.get("author") or {}).get("role") == "assistant"
        and _visible({"message": message})
    )


def _text(message: dict[str, Any]) -> str:
    """What the message says: its text parts, without images, thoughts or tool output."""
    content = message.get("content") or {}
    if content.get("content_type", "text") not in ("text", "multimodal_text"):
        return ""
    parts = content.get("parts")
    said = [part for part in parts if isinstance(part, str)] if isinstance(parts, list) else []
    return "\n".join(said).strip()


def _ai(text: str) -> Passage:
    return Passage(text, "ai", "assistant")


def _folded(text: str) -> str:
    return " ".join(text.split())
