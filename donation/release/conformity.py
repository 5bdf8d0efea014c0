"""Whether rows are what they must be, told from their columns: closed lists, trainers' shapes,
lengths, how much is masked (records, gates G1 to G3).

Used on what a build writes and on what a copy holds. No row becomes a Python object, so that a
million take seconds. Every function takes a batch of one config and marks its rows.
"""

from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from donation.release import columns
from donation.release.facts import masked
from donation.release.shapes import PREFERENCES, UNPAIRED
from donation.release.thinning import (
    MOST_MASKED,
    SHORTEST_COMPLETION_CHARS,
    SHORTEST_PROMPT_CHARS,
    SHORTEST_PROMPT_WORDS,
)

Marks = npt.NDArray[np.bool_]
Counts = npt.NDArray[np.int64]
_SPACES = (
    r"[\t-\r\x{1c}-\x{20}\x{85}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}"
    r"\x{3000}]+"
)
"""What `str.split` splits at, for RE2."""
_MAY_BE_MASKED = "<[A-Z]"


def is_closed(batch: pa.RecordBatch) -> Marks:
    """Every value of a closed list is one of it (G1)."""
    fits = np.ones(len(batch), dtype=bool)
    for name, allowed in columns.CLOSED.items():
        fits &= _in(batch.column(name), allowed)
    if "label" in batch.schema.names and pa.types.is_string(batch.schema.field("label").type):
        fits &= _in(batch.column("label"), columns.CLOSED_LABELS)
    return fits


def is_trainable(config: str, batch: pa.RecordBatch) -> Marks:
    """As TRL wants it (G2): the prompt ends with a user's turn, a completion is one answer with
    words, and the two of a pair differ by more than spaces."""
    fits = np.ones(len(batch), dtype=bool)
    if "prompt" in batch.schema.names:
        fits &= _last_role_is(batch.column("prompt"), "user")
    said = []
    for side in sides(config):
        turns = batch.column(side)
        fits &= (lengths(turns) == 1) & _last_role_is(turns, "assistant")
        words = folded(last_content(turns))
        fits &= _true(pc.not_equal(words, ""))
        said.append(words)
    if len(said) == 2:
        fits &= _true(pc.not_equal(*said))
    return fits


def is_short(config: str, batch: pa.RecordBatch) -> Marks:
    """Too few words to teach anything (G3)."""
    short = np.zeros(len(batch), dtype=bool)
    if "prompt" in batch.schema.names:
        asked = folded(last_content(batch.column("prompt")))
        short |= _counts(pc.utf8_length(asked)) < SHORTEST_PROMPT_CHARS
        short |= _words(asked) < SHORTEST_PROMPT_WORDS
    for side in sides(config):
        said = folded(last_content(batch.column(side)))
        short |= _counts(pc.utf8_length(said)) < SHORTEST_COMPLETION_CHARS
    return short


def is_masked(config: str, batch: pa.RecordBatch) -> Marks:
    """More of it is placeholders than may be (G3). Only rows that may hold one are read as text."""
    marks = np.zeros(len(batch), dtype=bool)
    names = [name for name in ("prompt", *sides(config), "text") if name in batch.schema.names]
    for name in names:
        column = batch.column(name)
        if pa.types.is_list(column.type):
            texts = pc.struct_field(column.flatten(), "content")
            rows = np.repeat(np.arange(len(batch)), lengths(column))
            marks[rows[_true(pc.match_substring_regex(texts, _MAY_BE_MASKED))]] = True
        else:
            marks |= _true(pc.match_substring_regex(column, _MAY_BE_MASKED))
    for row in np.flatnonzero(marks):
        held = [batch.column(name)[row].as_py() for name in names]
        texts = [text for one in held for text in _texts(one)]
        marks[row] = masked("\n".join(texts)) > MOST_MASKED
    return marks


def _texts(held: str | list[dict[str, str]] | None) -> list[str]:
    if isinstance(held, list):
        return [turn["content"] for turn in held]
    return [held] if held else []


def sides(config: str) -> tuple[str, ...]:
    """The columns of a config that hold an answer."""
    if config in PREFERENCES:
        return "chosen", "rejected"
    return ("completion",) if config in UNPAIRED else ()


def lengths(turns: pa.ListArray) -> Counts:
    """How many turns each list has."""
    return _counts(pc.list_value_length(turns))


def last_content(turns: pa.ListArray) -> pa.StringArray:
    """The words of each list's last turn; null where there is none."""
    return pc.struct_field(turns.flatten(), "content").take(_last(turns))


def _last_role_is(turns: pa.ListArray, role: str) -> Marks:
    roles = pc.struct_field(turns.flatten(), "role").take(_last(turns))
    return _true(pc.equal(roles, role))


def _last(turns: pa.ListArray) -> pa.Array:
    """Where the last turn of each list stands among all turns."""
    many = lengths(turns)
    return pa.array(np.cumsum(many) - 1, mask=many == 0)


def folded(texts: pa.StringArray) -> pa.StringArray:
    """Runs of white space as one space, and none around."""
    spaced = pc.replace_substring_regex(texts, _SPACES, " ")
    return pc.utf8_trim(spaced, characters=" ")


def _words(folded: pa.StringArray) -> Counts:
    spaces = _counts(pc.count_substring(folded, " "))
    return spaces + _true(pc.not_equal(folded, ""))


def _in(column: pa.Array, allowed: tuple[str, ...]) -> Marks:
    return _true(pc.is_in(column, value_set=pa.array(allowed, pa.string())))


def _counts(numbers: Any) -> Counts:
    return np.asarray(pc.fill_null(numbers, 0).to_numpy(zero_copy_only=False), dtype=np.int64)


def _true(values: Any) -> Marks:
    """Null is not true."""
    return np.asarray(pc.fill_null(values, fill_value=False).to_numpy(zero_copy_only=False))
