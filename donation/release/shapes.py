"""The shapes trainers read: one row of a config from one retained record.

`pairs` and `binary` follow TRL's conversational preference and unpaired preference formats
(records, section 6). A prompt ends with a user turn; a completion is one assistant message.
"""

from typing import Any, NamedTuple

from filters.interaction import Candidate, Retained, tier

CONFIGS = ("pairs", "pairs_weak", "binary", "binary_weak", "ratings", "prompts", "signals")
PREFERENCES = ("pairs", "pairs_weak")
UNPAIRED = ("binary", "binary_weak")
Message = dict[str, str]


class Row(NamedTuple):
    """One row before it is thinned: its config, its own columns, and what it is known by."""

    config: str
    columns: dict[str, Any]
    text: str
    """All words in it, for near duplicates and for the second look; empty when there are none."""
    prompt: str
    """What was asked last, its spaces folded."""


def rows_of(record: Retained) -> list[Row]:
    """The rows of one record: at most one of a preference, and its prompt."""
    context = [{"role": turn.role, "content": turn.content} for turn in record.context]
    labelled = [c for c in record.candidates if c.label != "unlabelled" and c.content]
    found: list[Row] = []
    weak = "" if tier(record) == "T1" else "_weak"
    if context and context[-1]["role"] == "user":
        pair = _pair(labelled)
        if record.kind == "pairwise" and pair is not None:
            chosen, rejected = pair
            columns: dict[str, Any] = {
                "prompt": context,
                "chosen": _said(chosen),
                "rejected": _said(rejected),
            }
            found.append(_row(f"pairs{weak}", columns))
        elif record.kind in ("binary", "expressed") and len(labelled) == 1:
            (judged,) = labelled
            if judged.label in ("good", "bad") and judged.origin == "ai":
                columns = {
                    "prompt": context, "completion": _said(judged), "label": judged.label == "good",
                }  # fmt: skip
                found.append(_row(f"binary{weak}", columns))
        if found:
            found.append(_row("prompts", {"prompt": context}))
    own = next((c.content for c in record.candidates if c.content and c.origin == "donor"), None)
    if not found and record.kind == "rating":
        columns = {"text": own, "value": record.value, "scale": record.scale}
        found.append(_row("ratings", columns))
    elif not found:
        label = labelled[0].label if labelled else _label(record)
        found.append(_row("signals", {"text": own, "label": label, "polarity": record.polarity}))
    return found


def folded(text: str) -> str:
    """A text as two are compared: case and spaces apart."""
    return " ".join(text.split()).casefold()


def _row(config: str, columns: dict[str, Any]) -> Row:
    messages = [*columns.get("prompt", ())]
    for key in ("chosen", "rejected", "completion"):
        messages += columns.get(key, ())
    words = [message["content"] for message in messages] or [columns.get("text") or ""]
    prompt = columns["prompt"][-1]["content"] if "prompt" in columns else ""
    return Row(config, columns, "\n".join(words).strip(), " ".join(prompt.split()))


def _pair(labelled: list[Candidate]) -> tuple[Candidate, Candidate] | None:
    """Chosen and rejected; None for a tie, or when one of them is withheld."""
    chosen = [c for c in labelled if c.label == "chosen" and c.origin == "ai"]
    rejected = [c for c in labelled if c.label == "rejected" and c.origin == "ai"]
    return (chosen[0], rejected[0]) if len(chosen) == 1 and len(rejected) == 1 else None


def _said(candidate: Candidate) -> list[Message]:
    return [{"role": "assistant", "content": candidate.content or ""}]


def _label(record: Retained) -> str:
    return record.candidates[0].label if record.candidates else "unlabelled"
