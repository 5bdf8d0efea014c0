"""Feedback on ChatGPT's answers, while it waits for the conversations it belongs to."""

from dataclasses import dataclass, field
from typing import NamedTuple

from filters.interaction import Label, Signal


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
    """By the id of the message; of a comparison, of the newer answer."""

    thumbs: dict[str, Thumb] = field(default_factory=dict)
    comparisons: dict[str, list[Comparison]] = field(default_factory=dict)
    joined: set[str | Comparison] = field(default_factory=set)
    """Thumbs, by the id of their message, and comparisons whose answers were met."""
    read: dict[int, int] = field(default_factory=dict)
    """Of each conversation that was read, by the hash of its id, how many turns it had: two exports
    hold the same ones."""
