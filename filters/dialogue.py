"""A conversation with an AI assistant, and the preferences its shape and thumbs show.

Readers of assistants translate their platform's messages into `Message`; what follows from them is
the same for all (records, section 4): a thumb judges one answer; of several answers to one prompt,
the one the donor went on from is kept over the others; an answer nobody judged is no preference.
One that was stopped before its end lost to no other, and is marked wherever it is judged.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

import msgspec

from filters.expressed.feedback import Feedback, feedback_in
from filters.interaction import (
    Interaction,
    Label,
    Option,
    Passage,
    Signal,
    Turn,
    order_flags,
)
from filters.reader import Finding, SetAside

CONTEXT_TURNS = 7
"""Turns of context kept before an answer: three exchanges and the prompt."""


class Thumb(msgspec.Struct, frozen=True):
    """An explicit judgement of one answer, with the donor's own words about it."""

    signal: Signal
    label: Label
    comment: str = ""
    flags: tuple[str, ...] = ()


THUMB_UP = Thumb("thumb_up", "good")
THUMB_DOWN = Thumb("thumb_down", "bad")
_UP = frozenset(
    ["like", "liked", "up", "positive", "thumbsup", "thumbup", "good", "upvote", "upvoted", "1"]
)
_DOWN = frozenset(
    ["dislike", "disliked", "down", "negative", "thumbsdown", "thumbdown", "bad", "downvote",
     "downvoted", "-1"]
)  # fmt: skip
_JOINED = dict.fromkeys(map(ord, "_- "))


def thumb_called(word: str) -> Thumb | None:
    """The thumb an export calls so; None for a word that says neither up nor down."""
    plain = word.casefold()
    plain = plain if plain == "-1" else plain.translate(_JOINED)
    return THUMB_UP if plain in _UP else THUMB_DOWN if plain in _DOWN else None


class Message(msgspec.Struct, frozen=True, gc=False):
    """One visible message: the donor's, or the assistant's answer. Millions of them pass."""

    id: str
    parent: str | None
    role: Literal["user", "assistant"]
    text: str
    at: float | None = None
    thumb: Thumb | None = None
    has_files: bool = False
    """Whether a picture or a file went with it: that is not kept."""
    is_cut: bool = False
    """Whether the answer was stopped before its end."""


@dataclass
class Dialogue:
    """One conversation, as a tree of messages."""

    platform: str
    messages: Iterable[Message]
    last: str | None = None
    """The message the donor saw last; None when the export does not say."""
    choices: Iterable[tuple[str, str]] = ()
    """(chosen, rejected): answers the donor was asked to choose between."""
    are_branches_known: bool = True
    """False where the export does not say which of several answers the donor went on from."""
    _by_id: dict[str, Message] = field(init=False)
    _judged: set[str] = field(init=False, default_factory=set)
    _turns: dict[str, Turn] = field(init=False, default_factory=dict)
    """Messages as turns of a context: one may be of several."""

    def __post_init__(self) -> None:
        """Index the messages; of two with one id the first counts."""
        messages = list(self.messages)
        self._by_id = {message.id: message for message in messages}
        if len(self._by_id) < len(messages):
            self._by_id = {}
            for message in messages:
                self._by_id.setdefault(message.id, message)

    def findings(self) -> Iterator[Finding]:
        """Choices, thumbs, kept branches, feedback in words; then the answers nobody judged."""
        for chosen, rejected in self.choices:
            if self._is_answer(chosen) and self._is_answer(rejected):
                yield self._pair(chosen, rejected, "ab_choice")
        for message in self._by_id.values():
            if message.thumb is not None and message.role == "assistant":
                yield self._thumbed(message, message.thumb)
        if self.are_branches_known:
            yield from self._kept_branches()
        yield from self._expressed()
        messages = self._by_id.values()
        answers = [m for m in messages if m.role == "assistant" and m.text]
        unjudged = [one for one in answers if one.id not in self._judged]
        if unjudged:
            yield SetAside("conversations", "no_preference", len(unjudged))

    def _kept_branches(self) -> Iterator[Interaction]:
        parents = [message.parent for message in self._by_id.values()]
        if len(set(parents)) == len(parents):
            return  # One after the other: most conversations.
        children: defaultdict[str | None, list[Message]] = defaultdict(list)
        for message in self._by_id.values():
            children[message.parent].append(message)
        children.pop(None, None)
        path = self._path()
        asked = {pair for one in self.choices for pair in (one, one[::-1])}
        for siblings in children.values():
            answers = [m for m in siblings if m.role == "assistant" and m.text]
            if len(answers) < 2:
                continue
            continued = [
                m
                for m in answers
                if any(after.role == "user" and after.text for after in children.get(m.id, ()))
            ]
            if len(continued) > 1:
                continued = [m for m in continued if m.id in path]
            if len(continued) != 1:
                continue
            (kept,) = continued
            for other in answers:
                if _could_be_kept_instead(other, kept):
                    self._judged.update((kept.id, other.id))
                    if not _contradicts(kept, other) and (kept.id, other.id) not in asked:
                        yield self._pair(kept.id, other.id, "branch_kept")

    def _path(self) -> set[str]:
        """From the message last seen back to the first."""
        path: set[str] = set()
        at = self.last
        while at is not None and at in self._by_id and at not in path:
            path.add(at)
            at = self._by_id[at].parent
        return path

    def _expressed(self) -> Iterator[Interaction]:
        """The donor's next words judge the answer before them, if nothing else has."""
        for message in self._by_id.values():
            if message.role != "user" or message.parent is None:
                continue
            answer = self._by_id.get(message.parent)
            if answer is None or answer.role != "assistant" or not answer.text:
                continue
            if answer.id in self._judged:
                continue
            asked = self._by_id.get(answer.parent or "")
            signal = feedback_in(message.text, answer.text, asked.text if asked else "")
            if signal is not None:
                self._judged.add(answer.id)
                yield _judged_in_words(
                    self.platform, signal, answer.text, message.text,
                    at=answer.at, context=self._context(answer), flags=self._flags(answer),
                )  # fmt: skip

    def _thumbed(self, answer: Message, thumb: Thumb) -> Interaction:
        self._judged.add(answer.id)
        comment = (
            (Option("unlabelled", Passage(thumb.comment, "donor", "assistant")),)
            if thumb.comment
            else ()
        )
        return Interaction(
            platform=self.platform,
            family="feedback",
            kind="binary",
            signal=thumb.signal,
            context=self._context(answer),
            options=(Option(thumb.label, _ai(answer.text)), *comment),
            object_type="ai_answer",
            at=answer.at,
            flags=(*thumb.flags, *self._flags(answer)),
        )

    def _pair(
        self, chosen: str, rejected: str, signal: Literal["ab_choice", "branch_kept"]
    ) -> Interaction:
        self._judged.update((chosen, rejected))
        first, second = self._by_id[chosen], self._by_id[rejected]
        return Interaction(
            platform=self.platform,
            family="comparisons" if signal == "ab_choice" else "conversations",
            kind="pairwise",
            signal=signal,
            evidence="explicit" if signal == "ab_choice" else "structural",
            context=self._context(first),
            options=(Option("chosen", _ai(first.text)), Option("rejected", _ai(second.text))),
            object_type="ai_answer",
            at=first.at,
            flags=(*order_flags(first.at, second.at), *self._flags(first, second)),
        )

    def _flags(self, *answers: Message) -> tuple[str, ...]:
        """What the answers to one prompt lack: their ends, or what was shown with the prompt."""
        prompt = self._by_id.get(answers[0].parent or "")
        has_files = prompt is not None and prompt.has_files
        is_cut = any(answer.is_cut for answer in answers)
        return ("attachment_missing",) * has_files + ("truncated",) * is_cut

    def _context(self, answer: Message) -> tuple[Turn, ...]:
        """The turns before an answer, the prompt last."""
        turns: list[Turn] = []
        seen = {answer.id}
        at = answer.parent
        while at is not None and at not in seen and len(turns) < CONTEXT_TURNS:
            seen.add(at)
            message = self._by_id.get(at)
            if message is None:
                break
            if message.text and (message.role == "user" or (turns and turns[-1].role == "user")):
                turns.append(self._turns.get(at) or self._turn(message))
            at = message.parent
        while turns and turns[-1].role != "user":
            turns.pop()
        return tuple(reversed(turns))

    def _turn(self, message: Message) -> Turn:
        passage = (
            Passage(message.text, "donor", "assistant")
            if message.role == "user"
            else _ai(message.text)
        )
        turn = self._turns[message.id] = Turn(message.role, passage)
        return turn

    def _is_answer(self, key: str) -> bool:
        message = self._by_id.get(key)
        return message is not None and message.role == "assistant" and bool(message.text)


def linear(messages: Iterable[Message]) -> Iterator[Message]:
    """The same messages, each the child of the one before: for exports that are plain lists."""
    before: str | None = None
    for message in messages:
        yield Message(
            message.id, before, message.role, message.text, message.at, message.thumb,
            message.has_files, message.is_cut,
        )  # fmt: skip
        before = message.id


def expressed(
    platform: str, answer: str, turn: str, at: float | None, asked: str = ""
) -> Interaction | None:
    """What the donor's next turn says of the answer to what was asked; None when nothing."""
    signal = feedback_in(turn, answer, asked)
    if signal is None:
        return None
    return _judged_in_words(platform, signal, answer, turn, at=at)


def _judged_in_words(
    platform: str,
    signal: Feedback,
    answer: str,
    turn: str,
    *,
    at: float | None,
    context: tuple[Turn, ...] = (),
    flags: tuple[str, ...] = (),
) -> Interaction:
    label: Label = "good" if signal == "praise" else "bad"
    return Interaction(
        platform=platform,
        family="conversations",
        kind="expressed",
        signal=signal,
        evidence="inferred",
        context=context,
        options=(
            Option(label, _ai(answer)),
            Option("unlabelled", Passage(turn, "donor", "assistant")),
        ),
        object_type="ai_answer",
        at=at,
        flags=flags,
    )


def _could_be_kept_instead(other: Message, kept: Message) -> bool:
    """Whether leaving it for the kept one was a choice: not where it was stopped before its end."""
    return other is not kept and not other.is_cut and _folded(other.text) != _folded(kept.text)


def _contradicts(kept: Message, other: Message) -> bool:
    """Whether a thumb says the opposite of what the kept branch suggests."""
    return (kept.thumb is not None and kept.thumb.label == "bad") or (
        other.thumb is not None and other.thumb.label == "good"
    )


def _ai(text: str) -> Passage:
    return Passage(text, "ai", "assistant")


def _folded(text: str) -> str:
    return " ".join(text.split())
