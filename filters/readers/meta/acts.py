"""Acts all of Meta's exports know: a reaction, a press of one button, one's own words, a vote."""

from collections.abc import Iterable
from typing import Any, Literal

from filters.formats.dates import seconds
from filters.formats.labelled import Labelled
from filters.interaction import POLARITY, Interaction, Label, ObjectType, Option, Passage, Signal
from filters.readers.meta.mentions import named
from filters.readers.meta.words import is_comment_label, is_other_label

Setting = Literal["public", "private"]


def reaction(
    platform: str, family: str, signal: Signal, at: Any, *,
    setting: Setting = "public", object_type: ObjectType = "post", chat: str | None = None,
) -> Interaction:  # fmt: skip
    """A reaction. What it was given to is not in the export, or is somebody else's."""
    label: Label = "good" if POLARITY.get(signal, 0) > 0 else "unlabelled"
    return Interaction(
        platform=platform,
        family=family,
        kind="reaction",
        signal=signal,
        options=(Option(label, Passage(None, "other", setting)),),
        object_type=object_type,
        at=seconds(at),
        chat=chat,
    )


def binary(
    platform: str, family: str, signal: Signal, at: Any, *,
    setting: Setting = "public", object_type: ObjectType = "post", object_ref: str | None = None,
) -> Interaction:  # fmt: skip
    """One button pressed: like, save or hide. Addresses may name a person, so only the act."""
    return Interaction(
        platform=platform,
        family=family,
        kind="binary",
        signal=signal,
        options=(
            Option("bad" if POLARITY[signal] < 0 else "good", Passage(None, "other", setting)),
        ),
        object_type=object_type,
        object_ref=object_ref,
        at=seconds(at),
    )


def comment(platform: str, family: str, text: str, at: Any) -> Interaction:
    """The donor's own words under something that is not in the export."""
    return Interaction(
        platform=platform,
        family=family,
        kind="reply",
        signal="reply",
        options=(Option("unlabelled", Passage(named(text), "donor", "public")),),
        object_type="comment",
        at=seconds(at),
    )


def choice(
    platform: str, family: str, options: Iterable[Option], at: Any, *,
    signal: Signal = "poll_option",
) -> Interaction:  # fmt: skip
    """A vote, with the options the export shows."""
    return Interaction(
        platform=platform,
        family=family,
        kind="choice",
        signal=signal,
        options=tuple(options),
        object_type="post",
        at=seconds(at),
    )


def comment_among(fields: Iterable[Labelled]) -> str:
    """The donor's comment among labelled values; empty when none of them is sure to be one.

    A value in a group, with an address, or under a label known for names is somebody else's. A
    label that says comment decides; otherwise the longest that is no user name, for a user name
    alone may be all that is left of a comment without words.
    """
    free = [
        one
        for one in fields
        if one.value and not one.group and not one.href and not one.timestamp
        and "://" not in one.value.split(" ", 1)[0]
    ]  # fmt: skip
    said = [f for f in free if is_comment_label(f.label) or "comment" in f.field.casefold()]
    if said:
        return said[0].value
    unknown = [f.value for f in free if not is_other_label(f.label)]
    worded = [value for value in unknown if not _is_handle(value)]
    if worded:
        return max(worded, key=len)
    return unknown[0] if len(unknown) > 1 else ""


def _is_handle(value: str) -> bool:
    return len(value) <= 30 and all(c.isascii() and (c.isalnum() or c in "._") for c in value)
