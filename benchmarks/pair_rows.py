"""A row of somebody else's file of pairs: plain strings, transcripts, or lists of messages.

Transcripts are those of HH-RLHF: turns that begin with `Human:` or `Assistant:` on a line of their
own, the prompt ending with an empty `Assistant:`; its answers may repeat the whole transcript.
"""

import re
from typing import Any, NamedTuple

_TURN = re.compile(r"(?:^|\n\s*)(Human|Assistant):[ \t]*")
_ROLES = {"Human": "user", "Assistant": "assistant"}
Turns = tuple[tuple[str, str], ...]


class Pair(NamedTuple):
    """A prompt, as turns that end with the user's, and two answers."""

    prompt: Turns
    chosen: str
    rejected: str


def read(row: dict[str, Any]) -> Pair | None:
    """The pair of a row; None when it has no prompt, or no two answers."""
    chosen, rejected = (_turns(row[side], "assistant") for side in ("chosen", "rejected"))
    # Where no prompt is given, it is all that the answers have in common.
    prompt = _turns(row["prompt"], "user") if row.get("prompt") else chosen[:-1]
    while prompt and (prompt[-1][0] != "user" or not prompt[-1][1]):
        prompt = prompt[:-1]
    said = [side[-1] for side in (chosen, rejected) if side]
    if not prompt or len(said) != 2 or any(role != "assistant" or not text for role, text in said):
        return None
    return Pair(prompt, said[0][1], said[1][1])


def _turns(held: Any, role: str) -> Turns:
    """The turns of a string, of a transcript, of a message or of a list of them."""
    if isinstance(held, dict):
        held = [held]
    if not isinstance(held, str):
        return tuple((turn["role"], turn["content"].strip()) for turn in held)
    marks = list(_TURN.finditer(held))
    if not marks or held[: marks[0].start()].strip():
        return ((role, held.strip()),)
    ends = [mark.start() for mark in marks[1:]] + [len(held)]
    return tuple(
        (_ROLES[mark[1]], held[mark.end() : end].strip())
        for mark, end in zip(marks, ends, strict=True)
    )
