"""The numbers of the report: what was kept, what was removed by rule and file family, what was
masked by entity, what was not read. Numbers and words of ours only, nothing from the archive."""

from collections import Counter
from typing import Literal, TypedDict

import msgspec

from filters.interaction import Kind, Rule, Signal, Tier


class Kept(TypedDict):
    """Retained interactions: how many, and how many of each kind, tier and signal."""

    total: int
    by_kind: dict[str, int]
    by_tier: dict[str, int]
    by_signal: dict[str, int]


class Items(TypedDict):
    """Everything that was read, once: `read` is always `kept` plus `dropped`."""

    read: int
    kept: int
    dropped: int


class Removed(TypedDict):
    """How often one rule removed something from one file family: an item, a text of an item that
    is kept without it, or a whole entry that was never looked at (R8)."""

    rule: str
    family: str
    count: int


class Unopened(TypedDict):
    """Entries that were not read, and their size in bytes."""

    entries: int
    bytes: int


class Unknown(TypedDict):
    """How often one reader met something it does not know: a field of ours, or a kind of entry."""

    reader: str
    family: str
    field: str
    count: int


class Numbers(TypedDict):
    """The stable, documented schema of `python -m filters report --json`, without platforms."""

    kept: Kept
    removed: list[Removed]
    redacted: dict[str, int]
    unread: Unopened
    unknown: list[Unknown]
    read: dict[str, int]
    items: Items


class Tally(msgspec.Struct):
    """Counts while an archive is read. Everything read is counted once, kept or removed."""

    kinds: Counter[str] = msgspec.field(default_factory=Counter)
    tiers: Counter[str] = msgspec.field(default_factory=Counter)
    signals: Counter[str] = msgspec.field(default_factory=Counter)
    removed: Counter[tuple[str, str]] = msgspec.field(default_factory=Counter)
    redacted: Counter[str] = msgspec.field(default_factory=Counter)
    unknown: Counter[tuple[str, str, str]] = msgspec.field(default_factory=Counter)
    """What was not understood, by reader, family and field: how a change of format is noticed."""
    read: Counter[str] = msgspec.field(default_factory=Counter)
    """Everything each reader found, known or not: what `unknown` is a share of."""
    dropped: int = 0
    """Items that were read and not kept."""
    own_private_messages: Counter[str] = msgspec.field(default_factory=Counter)
    """The donor's own messages by private chat, kept or not: what a tick would include."""
    unread_entries: int = 0
    unread_bytes: int = 0

    @property
    def kept_total(self) -> int:
        """Retained interactions."""
        return self.kinds.total()

    def keep(
        self, kind: Kind, tier: Tier, signal: Signal | Literal["received"], count: int = 1
    ) -> None:
        """Count retained interactions; what others pressed is `received`, and no like of the
        donor's."""
        self.kinds[kind] += count
        self.tiers[tier] += count
        self.signals[signal] += count

    def drop(self, rule: Rule, family: str, count: int = 1) -> None:
        """Count items that a rule removed."""
        self.dropped += count
        self.remove(rule, family, count)

    def remove(self, rule: Rule, family: str, count: int = 1) -> None:
        """Count what a rule removed that is no item: texts, entries."""
        self.removed[rule, family] += count

    def meet_unknown(self, reader: str, family: str, field: str, count: int = 1) -> None:
        """Count what a reader does not know, in our own words only."""
        self.unknown[reader, family, field] += count

    def leave_unread(self, size_bytes: int) -> None:
        """Count one entry that was not opened, or not to its end."""
        self.unread_entries += 1
        self.unread_bytes += size_bytes

    def as_report(self) -> Numbers:
        """The numbers as they are stored and printed, largest first."""
        return {
            "kept": {
                "total": self.kept_total,
                "by_kind": dict(self.kinds.most_common()),
                "by_tier": dict(sorted(self.tiers.items())),
                "by_signal": dict(self.signals.most_common()),
            },
            "removed": [
                {"rule": rule, "family": family, "count": count}
                for (rule, family), count in self.removed.most_common()
            ],
            "redacted": dict(self.redacted.most_common()),
            "unread": {"entries": self.unread_entries, "bytes": self.unread_bytes},
            "unknown": [
                {"reader": reader, "family": family, "field": field, "count": count}
                for (reader, family, field), count in self.unknown.most_common()
            ],
            "read": dict(self.read.most_common()),
            "items": {
                "read": self.read.total(),
                "kept": self.kept_total,
                "dropped": self.dropped,
            },
        }
