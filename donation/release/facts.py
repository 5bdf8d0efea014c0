"""What a shard hands on of each row: its columns, and the facts by which rows are thinned.

All that costs time for one row alone is done here, on as many workers as there are: the signature,
and the second look by the pattern recognizers.
"""

import hashlib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, Protocol

import msgspec

from donation.release.keyed import object_id, record_id
from donation.release.shapes import Row, folded, rows_of
from donation.release.signature import signature
from filters.interaction import Retained, tier
from filters.redaction.outcome import PLACEHOLDER

_PLAIN = "\ufffc"


class _Looks(Protocol):
    supported_entities: list[str]

    def finds(self, text: str) -> bool: ...


class Staged(msgspec.Struct, frozen=True, array_like=True, tag="row"):
    """One row of a config."""

    record_id: str
    config: str
    platform: str
    period: str
    language: str
    kind: str
    object_type: str
    object_ref: str | None
    """The object as this release knows it: see `keyed.object_id`."""
    prompt_chars: int | None
    """Lengths are those of folded texts."""
    prompt_words: int | None
    said_chars: int | None
    """The shortest completion."""
    same_sides: bool
    verdict: bytes | None
    """What was judged: rows of one verdict that say the opposite contradict one another."""
    is_good: bool
    masked: float
    """Share of its words that are placeholders."""
    hit: str
    """The first recognizer that finds an identifier in it; empty when none does."""
    digest: bytes | None
    """Equal for equal texts of a family of configs."""
    signature: bytes | None
    columns: bytes


class Given(msgspec.Struct, frozen=True):
    """Under which consents, and in which split, all rows of a donor go."""

    split: str
    consent_version: str
    purposes: tuple[str, ...]


def staged(record: Retained, given: Given, release_key: bytes) -> Iterator[Staged]:
    """The rows of one record."""
    common = {
        "tier": tier(record), "signal": record.signal, "evidence": record.evidence,
        "consent_version": given.consent_version, "purposes": given.purposes,
        "flags": record.flags,
    }  # fmt: skip
    reference = None if record.object_ref is None else object_id(release_key, record.object_ref)
    # A prompt stands in its pair too: each message is looked at once.
    looked: dict[str, str] = {}
    for row in rows_of(record):
        text = folded(row.text)
        said = [
            row.columns[key][0]["content"]
            for key in ("chosen", "rejected", "completion")
            if key in row.columns
        ]
        family = row.config.removesuffix("_weak")
        yield Staged(
            record_id(release_key, record.uid, row.config), row.config, record.platform,
            record.period or "", record.language, record.kind, record.object_type, reference,
            len(row.prompt) if "prompt" in row.columns else None,
            len(row.prompt.split()) if "prompt" in row.columns else None,
            min(len(_spaced(text)) for text in said) if said else None,
            len(said) == 2 and _spaced(said[0]) == _spaced(said[1]),
            *_verdict(row, family, said),
            masked(row.text), _hit(messages(row.columns), looked),
            _hashed(family, text) if text else None, signature(_judged(row, said) or text),
            msgspec.json.encode({**row.columns, **common}),
        )  # fmt: skip


def _judged(row: Row, said: list[str]) -> str:
    """What two judgements must share to be the same: question and answers. What was said before
    is left aside, for a long talk is no more than where several questions were asked."""
    return " ".join([folded(row.prompt), *map(folded, said)]) if said else ""


def masked(text: str) -> float:
    """Which share of the words of a text are placeholders."""
    marks = len(PLACEHOLDER.findall(text))
    words = len(PLACEHOLDER.sub(" ", text).split())
    return marks / (marks + words) if marks else 0.0


def found_by(text: str) -> str:
    """The name of the first pattern recognizer that finds something in a text, or nothing."""
    plain = PLACEHOLDER.sub(_PLAIN, text)
    for pattern in _patterns():
        if pattern.finds(plain):
            return pattern.supported_entities[0]
    return ""


def messages(columns: dict[str, Any]) -> list[str]:
    """Every text of a row."""
    turns = [*columns.get("prompt", ())]
    for key in ("chosen", "rejected", "completion"):
        turns += columns.get(key, ())
    return [turn["content"] for turn in turns] or [columns.get("text") or ""]


def _hit(texts: list[str], looked: dict[str, str]) -> str:
    for text in texts:
        if text not in looked:
            looked[text] = found_by(text)
    return next((looked[text] for text in texts if looked[text]), "")


@lru_cache(1)
def _patterns() -> Sequence[_Looks]:
    # Not imported with this module: it brings the library of the language models.
    from filters.redaction.engine import PATTERNS  # noqa: PLC0415

    return PATTERNS


def _verdict(row: Row, family: str, said: list[str]) -> tuple[bytes | None, bool]:
    talk = [folded(turn["content"]) for turn in row.columns.get("prompt", ())]
    if len(said) == 2:
        first, second = map(_spaced, said)
        return _hashed(family, *talk, *sorted((first, second))), first < second
    if said:
        return _hashed(family, *talk, _spaced(said[0])), bool(row.columns["label"])
    return None, False


def _spaced(text: str) -> str:
    return " ".join(text.split())


def _hashed(*parts: str) -> bytes:
    return hashlib.sha256("\0".join(parts).encode()).digest()[:16]
