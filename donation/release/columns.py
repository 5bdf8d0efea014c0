"""The Arrow schema of each config. No donation id, no timestamp, no stable id of a donor."""

import pyarrow as pa

from filters.interaction import KINDS, LABELS, SIGNALS, TIERS

_MESSAGES = pa.list_(pa.struct([("role", pa.string()), ("content", pa.string())]))
_COMMON = [
    ("record_id", pa.string()),
    ("split", pa.string()),
    ("tier", pa.string()),
    ("platform", pa.string()),
    ("kind", pa.string()),
    ("signal", pa.string()),
    ("evidence", pa.string()),
    ("language", pa.string()),
    ("period", pa.string()),
    ("object_type", pa.string()),
    ("object_ref", pa.string()),
    ("weight", pa.float32()),
    ("contributor_bucket", pa.int32()),
    ("consent_version", pa.string()),
    ("purposes", pa.list_(pa.string())),
    ("flags", pa.list_(pa.string())),
]
_OWN = {
    "pairs": [("prompt", _MESSAGES), ("chosen", _MESSAGES), ("rejected", _MESSAGES)],
    "binary": [("prompt", _MESSAGES), ("completion", _MESSAGES), ("label", pa.bool_())],
    "ratings": [("text", pa.string()), ("value", pa.float32()), ("scale", pa.string())],
    "prompts": [("prompt", _MESSAGES)],
    "signals": [("text", pa.string()), ("label", pa.string()), ("polarity", pa.int8())],
}
CLOSED: dict[str, tuple[str, ...]] = {"tier": TIERS, "kind": KINDS, "signal": SIGNALS}
"""Columns with a closed list of values."""
CLOSED_LABELS = LABELS


def schema(config: str) -> pa.Schema:
    """The columns of one config, in order."""
    return pa.schema([*_OWN[config.removesuffix("_weak")], *_COMMON])
