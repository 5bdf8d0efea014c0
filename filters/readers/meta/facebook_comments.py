"""Comments on Facebook, and which of them are the donor's.

Facts: formats/facebook. What a comment answers is not in the export. Each is signed; a file merged
from several by a tool holds others' too.
"""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from filters.formats.json import Damaged, Item, items
from filters.formats.labelled import labelled
from filters.formats.mojibake import repaired
from filters.reader import Finding, Knowledge, SetAside, each
from filters.readers.meta.acts import comment, comment_among
from filters.readers.meta.facebook_account import (
    FIRST_KEY,
    dicts,
    is_somebody_elses,
    meet_author,
    reader,
)
from filters.readers.meta.mentions import mentioned_in

__all__ = ["reader"]


def _meet_people(item: Item | Damaged, knowledge: Knowledge) -> None:
    if isinstance(item, Damaged) or not isinstance(item.value, dict):
        return
    for row in _rows(item):
        if not isinstance(row, dict):
            continue
        texts = [one.get("value") for one in dicts(row, "label_values")]
        for entry in dicts(row, "data"):
            said = entry.get("comment")
            if isinstance(said, dict):
                texts.append(said.get("comment"))
                if not knowledge.notes.names:
                    meet_author(said.get("author"), knowledge)
        for text in texts:
            knowledge.identities.add("names", *map(repaired, mentioned_in(text)))


@reader.signal(
    decode=items, family="comments", learn=_meet_people,
    signature=FIRST_KEY + '"(?:group_)?comments(?:_v2)?"\\s*:',
)  # fmt: skip
@reader.signal(
    "comments/comments.json", "comments_and_reactions/comments*.json",
    "groups/your_comments_in_groups.json",
    decode=items, family="comments", learn=_meet_people,
)  # fmt: skip
def given_comment(item: Item, knowledge: Knowledge) -> Iterator[Finding]:
    """The donor's own comment. What it answers is not in the export."""
    yield from each(_rows(item), lambda row: _comment(row, knowledge), "comments")


def _rows(item: Item) -> Iterable[Any]:
    if {"data", "timestamp", "label_values"} & item.value.keys():
        return (item.value,)
    # Several files merged into one list by a tool: lists under their own keys.
    return chain.from_iterable(item.value.values())


def _comment(row: dict[str, Any], knowledge: Knowledge) -> Iterator[Finding]:
    if "label_values" in row and (text := comment_among(labelled(row))):
        yield comment("facebook", "comments", text, row.get("timestamp"))
        return
    for entry in dicts(row, "data"):
        said = entry.get("comment")
        said = said if isinstance(said, dict) else {}
        if is_somebody_elses(said.get("author"), knowledge, words=True):
            yield SetAside("comments", "R2")
            return
        words = repaired(said.get("comment"))
        if isinstance(words, str) and words.strip():
            at = said.get("timestamp") or row.get("timestamp")
            yield comment("facebook", "comments", words.strip(), at)
            return
    # A sticker, a picture or a deleted comment: no words of the donor's.
    yield SetAside("comments", "no_preference")
