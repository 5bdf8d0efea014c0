"""One conversation of ChatGPT: a tree of messages, and what the donor's way through it says.

The path to `current_node` is what the donor last saw. Between a question and its answer may stand
tool calls and thoughts, which nobody sees. Each message is looked at once, for whole histories pass
here.
"""

from collections.abc import Iterator
from typing import Any

import msgspec

from filters.dialogue import CONTEXT_TURNS, expressed
from filters.formats.dates import seconds
from filters.interaction import Interaction, Label, Passage, Signal, Turn, order_flags
from filters.reader import Finding, SetAside
from filters.readers.chatgpt.judgements import answer_of, compared, thumbed
from filters.readers.chatgpt.message import Node, node_of
from filters.readers.chatgpt.notes import Comparison, Notes, Thumb

_AI = ("assistant", "tool")


class Conversation:
    """One conversation as the donor walked through it."""

    def __init__(self, document: dict[str, Any], notes: Notes) -> None:
        self._nodes = {
            key: node_of(key, node)
            for key, node in document["mapping"].items()
            if isinstance(node, dict)
        }
        self._notes = notes
        self._path = self._walk_back(document.get("current_node"))
        self._last_question = max(
            (place for key, place in self._path.items() if self._is_question(key)), default=-1
        )

    def findings(self) -> Iterator[Finding]:
        """Thumbs, comparisons and regenerated answers, then the count of answers nobody judged."""
        judged: set[str] = set()
        asked: set[frozenset[str]] = set()
        thumbs, comparisons = self._notes.thumbs, self._notes.comparisons
        said = [k for k, n in self._nodes.items() if n.id in thumbs or n.id in comparisons]
        for key in [key for key in said if not self._nodes[key].is_answer]:
            if (answer := self._sole_answer(key)) is not None:
                yield from self._pass_on(key, answer)
                said.append(answer)
        for key in dict.fromkeys(said):
            if (node := self._nodes[key]).is_answer:
                yield from self._said_outright(key, node, judged, asked)
        for key, node in self._nodes.items():
            if node.role == "user" and key in self._path:
                for kept, other in self._regenerated(node):
                    judged.update((kept, other))
                    pair = frozenset((kept, other))
                    # What was said outright says it better than going on with the answer.
                    if pair not in asked and not self._contradicted(kept, other):
                        asked.add(pair)  # A turn nobody sees may stand below the same question.
                        yield self._pair(kept, other, "branch_kept", ("chosen", "rejected"))
        yield from self._expressed(judged)
        answers = sum(node.is_answer for node in self._nodes.values())
        if answers > len(judged):
            yield SetAside("conversations", "no_preference", answers - len(judged))

    def _pass_on(self, step: str, answer: str) -> Iterator[Finding]:
        """Give the thumb on a step nobody sees to the answer it led to; the latest wins."""
        thumbs, place = self._notes.thumbs, self._nodes[answer].id
        thumb, other = thumbs.pop(self._nodes[step].id, None), thumbs.get(place)
        if thumb is None:
            return
        if other is not None:
            yield SetAside("feedback", "quality")
        if other is None or (thumb.at or 0) >= (other.at or 0):
            thumbs[place] = thumb

    def _said_outright(
        self, key: str, node: Node, judged: set[str], asked: set[frozenset[str]]
    ) -> Iterator[Finding]:
        """The thumb on an answer, and the comparisons it was the newer one of."""
        thumb = self._notes.thumbs.get(node.id)
        if thumb is not None:
            judged.add(key)
            yield self._thumbed(key, thumb)
        for one in self._notes.comparisons.get(node.id, ()):
            pair = self._compared(one)
            if pair is not None:
                self._notes.joined.add(one)
                judged.update((one.original, one.new))
                asked.add(frozenset((one.original, one.new)))
                yield pair

    def _expressed(self, judged: set[str]) -> Iterator[Finding]:
        """What the donor wrote next, where it judges an answer nothing else has judged."""
        for node in self._nodes.values():
            if node.role != "user" or not node.text:
                continue
            key = self._before(node)
            if key is None or key in judged or not (answer := self._nodes[key]).is_answer:
                continue
            prompt = self._before(answer)
            said = expressed(
                "chatgpt", answer.text, node.text, seconds(node.written),
                asked=self._nodes[prompt].text if prompt is not None else "",
            )  # fmt: skip
            if said is not None:
                judged.add(key)
                yield msgspec.structs.replace(
                    said, context=self._context(key), flags=(*said.flags, *self._flags(key))
                )

    def _before(self, node: Node) -> str | None:
        """What stands before a turn, above whatever nobody sees."""
        at = node.parent
        for _ in range(len(self._nodes)):
            above = self._nodes.get(at) if isinstance(at, str) else None
            if above is None or not above.is_hidden:
                return None if above is None else at
            at = above.parent
        return None

    def _thumbed(self, key: str, thumb: Thumb) -> Interaction:
        node = self._nodes[key]
        self._notes.joined.add(node.id)
        found = thumbed(thumb, answer_of(node.text), self._context(key), seconds(node.written))
        flags = self._flags(key)
        return msgspec.structs.replace(found, flags=(*found.flags, *flags)) if flags else found

    def _compared(self, one: Comparison) -> Interaction | None:
        if not all(
            (node := self._nodes.get(key)) is not None and node.is_answer
            for key in (one.original, one.new)
        ):
            return None
        return self._pair(one.original, one.new, "ab_choice", one.labels, at=one.at)

    def _regenerated(self, prompt: Node) -> Iterator[tuple[str, str]]:
        """(kept, other) answers to one prompt, when the kept one was continued."""
        nodes = self._nodes
        branches = self._branches(prompt)
        on_path = [key for key in branches if key in self._path]
        if len(branches) < 2 or len(on_path) != 1:
            return
        kept = self._last_answer(on_path[0], stay_on_path=True)
        if kept is None or self._last_question <= self._path[kept]:
            return  # The donor did not write again after it.
        for branch in branches:
            other = None if branch in self._path else self._last_answer(branch)
            # One that was stopped before its end was never up for the choice.
            if other is None or nodes[other].is_cut:
                continue
            if _folded(nodes[other].text) != _folded(nodes[kept].text):
                yield kept, other

    def _branches(self, prompt: Node) -> list[str]:
        """Where the answers to a prompt begin, below whatever nobody sees."""
        nodes, ways = self._nodes, prompt.children
        if not any(key in nodes and nodes[key].is_hidden for key in ways):
            return [key for key in ways if key in nodes and nodes[key].role in _AI]
        found: list[str] = []
        ahead, seen = list(reversed(ways)), set[str]()
        while ahead:
            key = ahead.pop()
            if key in seen or (node := nodes.get(key)) is None:
                continue
            seen.add(key)
            if node.role in _AI:
                found.append(key)
            elif node.is_hidden:
                ahead.extend(reversed(node.children))
        return found

    def _last_answer(self, key: str, *, stay_on_path: bool = False) -> str | None:
        """The last visible answer of a branch before the next user turn.

        Tool calls, thoughts and what nobody sees may stand between the prompt and the answer.
        """
        answer: str | None = None
        seen: set[str] = set()
        at: str | None = key
        while at is not None and at not in seen:
            seen.add(at)
            node = self._nodes.get(at)
            if node is None or (node.role == "user" and (answer or not node.is_hidden)):
                break
            if node.is_answer:
                answer = at
            children = [c for c in node.children if c in self._nodes]
            if stay_on_path:
                children = [c for c in children if c in self._path]
            at = children[-1] if children else None
        return answer

    def _sole_answer(self, step: str) -> str | None:
        """The last visible answer that thoughts or a tool led to, before the next user turn; None
        where the ways part, or where none leads to an answer."""
        answer: str | None = None
        seen: set[str] = set()
        at: str | None = step if self._nodes[step].role in _AI else None
        while at is not None and at not in seen:
            seen.add(at)
            node = self._nodes[at]
            answer = at if node.is_answer else answer
            ways = [c for c in node.children if c in self._nodes and self._nodes[c].role != "user"]
            if len(ways) > 1:
                return None
            at = ways[0] if ways else None
        return answer

    def _is_question(self, key: str) -> bool:
        node = self._nodes[key]
        return node.role == "user" and bool(node.text)

    def _contradicted(self, kept: str, other: str) -> bool:
        """Whether a thumb says the opposite of what the kept branch suggests."""
        of_kept, of_other = (
            self._notes.thumbs.get(self._nodes[key].id) for key in (kept, other)
        )  # fmt: skip
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
        answers = answer_of(self._nodes[first].text), answer_of(self._nodes[second].text)
        written = {
            label: seconds(self._nodes[key].written)
            for label, key in zip(labels, (first, second), strict=True)
        }
        return compared(
            answers,
            labels,
            signal=signal,
            context=self._context(first),
            at=at or written[labels[0]],
            flags=(
                *order_flags(written.get("chosen"), written.get("rejected")),
                *self._flags(first, second),
            ),
        )

    def _context(self, answer: str) -> tuple[Turn, ...]:
        """The visible turns before an answer, the prompt last."""
        turns: list[Turn] = []
        at = self._nodes[answer].parent
        seen = {answer}
        while isinstance(at, str) and at not in seen and len(turns) < CONTEXT_TURNS:
            seen.add(at)
            node = self._nodes.get(at)
            if node is None:
                break
            if node.text:
                if node.role == "user":
                    turns.append(Turn("user", Passage(node.text, "donor", "assistant")))
                elif turns and turns[-1].role == "user":
                    # Of an answer in several messages only the last, what the donor replied to.
                    turns.append(Turn("assistant", answer_of(node.text)))
            at = node.parent
        while turns and turns[-1].role != "user":
            turns.pop()
        return tuple(reversed(turns))

    def _flags(self, *answers: str) -> tuple[str, ...]:
        """What the answers to one prompt lack: their ends, or what was shown with the prompt."""
        cut = ("truncated",) if any(self._nodes[key].is_cut for key in answers) else ()
        return (*self._missing(answers[0]), *cut)

    def _missing(self, answer: str) -> tuple[str, ...]:
        """The flag of an answer whose prompt had a picture or a file with it."""
        at = self._nodes[answer].parent
        for _ in range(len(self._nodes)):
            node = self._nodes.get(at) if isinstance(at, str) else None
            if node is None or (node.role == "user" and not node.is_hidden):
                return ("attachment_missing",) if node is not None and node.has_files else ()
            at = node.parent
        return ()

    def _walk_back(self, current: Any) -> dict[str, int]:
        """Position of each node on the path from the root to the node last seen."""
        path: list[str] = []
        at = current
        while isinstance(at, str) and at in self._nodes and at not in path[-1:]:
            path.append(at)
            if len(path) > len(self._nodes):
                return {}
            at = self._nodes[at].parent
        return {key: position for position, key in enumerate(reversed(path))}


def _folded(text: str) -> str:
    return " ".join(text.split())
