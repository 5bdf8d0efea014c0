"""The record: one preference-style act, as read from an archive and as retained.

`Interaction` is what a reader says it found, before any rule: every text states its author and
where it was written. `Retained` is what may leave the worker, after rules and redaction. All
vocabularies are closed: a value outside them refuses the record.
"""

from collections.abc import Iterable, Iterator
from typing import Literal, get_args

import msgspec

Author = Literal["donor", "ai", "other", "work"]
"""`work`: the words are the title of a published film, book or piece of music, whoever made it."""
Kind = Literal["pairwise", "binary", "rating", "choice", "reaction", "reply", "expressed"]
Evidence = Literal["explicit", "structural", "inferred", "confirmed"]
Tier = Literal["T1", "T2", "T3"]
Signal = Literal[
    "thumb_up", "thumb_down", "like", "dislike", "upvote", "downvote", "love", "haha", "wow",
    "sad", "angry", "care", "support", "celebrate", "insightful", "funny", "other_emoji", "star",
    "poll_option", "ab_choice", "branch_kept", "praise", "complaint", "correction",
    "helpful_note", "somewhat_helpful_note", "unhelpful_note", "save", "hide", "reply",
]  # fmt: skip
Polarity = Literal[-1, 0, 1]
Role = Literal["system", "user", "assistant"]
Label = Literal["chosen", "rejected", "good", "bad", "tie", "unlabelled"]
Origin = Literal["donor", "ai", "third_party_public", "third_party_private"]
Status = Literal["present", "not_in_export", "withheld"]
ObjectType = Literal[
    "ai_answer", "post", "comment", "message", "video", "music", "film", "product", "place",
    "note", "page",
]  # fmt: skip
Rule = Literal[
    "R0", "R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8", "no_preference", "quality", "unknown"
]

KINDS: tuple[Kind, ...] = get_args(Kind)
SIGNALS: tuple[Signal, ...] = get_args(Signal)
TIERS: tuple[Tier, ...] = get_args(Tier)
RULES: tuple[Rule, ...] = get_args(Rule)
LABELS: tuple[Label, ...] = get_args(Label)

POLARITY: dict[Signal, Polarity] = {
    "thumb_up": 1, "thumb_down": -1, "like": 1, "dislike": -1, "upvote": 1, "downvote": -1,
    "love": 1, "care": 1, "support": 1, "celebrate": 1, "insightful": 1, "helpful_note": 1,
    "unhelpful_note": -1, "save": 1, "hide": -1, "praise": 1, "complaint": -1, "correction": -1,
}  # fmt: skip
"""Signals not named here have polarity 0: haha, wow, sad and angry judge nothing."""
NEWEST_CHOSEN, OLDER_CHOSEN = "newest_chosen", "older_chosen"
"""Flags of a pair whose answers are dated: whether the chosen one was written after the other."""


def order_flags(chosen_at: float | None, rejected_at: float | None) -> tuple[str, ...]:
    """The flag of a pair, from when its answers were written; none when that is not known."""
    if chosen_at is None or rejected_at is None or chosen_at == rejected_at:
        return ()
    return (NEWEST_CHOSEN,) if chosen_at > rejected_at else (OLDER_CHOSEN,)


def turned_flags(flags: Iterable[str]) -> Iterator[str]:
    """The flags of a pair whose chosen answer turns out to be the rejected one."""
    turned = {NEWEST_CHOSEN: OLDER_CHOSEN, OLDER_CHOSEN: NEWEST_CHOSEN}
    return (turned.get(flag, flag) for flag in flags)


class Passage(msgspec.Struct, frozen=True, gc=False):
    """A text with the two facts the rules need: whose words, and written where."""

    text: str | None
    """None when the archive does not hold the text, only that it existed."""
    author: Author
    setting: Literal["public", "private", "assistant"]
    place: str = ""
    """The name of the place the words are about, where they are a review of one: of a place only
    its category is kept, so that it is masked in them."""


class Turn(msgspec.Struct, frozen=True, gc=False):
    """One turn of the exchange that led to the act, before any rule."""

    role: Role
    passage: Passage


class Option(msgspec.Struct, frozen=True, gc=False):
    """One thing the act judged, before any rule."""

    label: Label
    passage: Passage


class Interaction(msgspec.Struct, frozen=True, kw_only=True):
    """One act as a reader found it. Never leaves the worker's memory."""

    platform: str
    family: str
    """The kind of file it came from, in neutral words of ours; never a name from the archive."""
    kind: Kind
    signal: Signal
    evidence: Evidence = "explicit"
    context: tuple[Turn, ...] = ()
    options: tuple[Option, ...] = ()
    object_type: ObjectType
    object_ref: str | None = None
    at: float | None = None
    """Seconds since 1970; only the quarter survives."""
    value: float | None = None
    scale: str | None = None
    received: int | None = None
    """How many others approved of the donor's own words: then the act is theirs (rule R5)."""
    chat: str | None = None
    """The conversation it belongs to, by a key: what rows are grouped by for the donor, and if it
    is a private one what the donor's tick applies to. No record says it."""
    flags: tuple[str, ...] = ()


class RetainedTurn(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One turn of the context, cleaned."""

    role: Role
    content: str


class Candidate(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One thing that was judged, cleaned or withheld."""

    label: Label
    content: str | None
    origin: Origin
    status: Status
    rule: Rule | None = None
    """The rule that withheld the content, if one did."""


class Retained(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A retained interaction: what the donor is shown and, once confirmed, what is released."""

    uid: str
    platform: str
    reader: str
    source: str
    kind: Kind
    signal: Signal
    evidence: Evidence
    polarity: Polarity
    value: float | None = None
    scale: str | None = None
    context: tuple[RetainedTurn, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    object_type: ObjectType
    object_ref: str | None = None
    rule: Rule
    language: str
    period: str | None = None
    redactions: dict[str, int] = {}
    flags: tuple[str, ...] = ()


def tier(record: Retained) -> Tier:
    """How far a record can be trained on (records, section 2). The only place that knows."""
    labelled = [c for c in record.candidates if c.label != "unlabelled"]
    if record.kind in ("pairwise", "binary", "rating", "expressed") and labelled:
        answers_present = all(c.content and c.origin == "ai" for c in labelled)
        prompt_present = bool(record.context) and record.context[-1].role == "user"
        if answers_present and prompt_present:
            trusted = record.evidence in ("explicit", "confirmed") and record.kind != "expressed"
            return "T1" if trusted else "T2"
    own_text = any(c.content and c.origin == "donor" for c in record.candidates)
    if own_text and (record.kind == "rating" or "received" in record.flags):
        return "T2"
    return "T3"
