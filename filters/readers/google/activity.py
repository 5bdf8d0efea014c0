"""A file of "My Activity": each record goes to the product it is of.

Usually a file holds one product, but an old or a merged one may hold several: then every reader of
Google reads it in the same way, and each interaction carries its own platform.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from filters.formats.json import Damaged
from filters.reader import MALFORMED, Finding, Knowledge, SetAside, Unread
from filters.readers.google import ai_mode
from filters.readers.google.dialogue import Dialogue
from filters.readers.google.record import Activity, activity, is_assistant
from filters.readers.google.videos import video_act

FOLDERS = ("m* acti*", "m* akt[iy]*", "m* ativi*", "a* minha* ativi*", "l* mi* attivit*")
"""My Activity: English, French, Spanish, Dutch; German, Polish; Portuguese; Italian."""

_ELSEWHERE = SetAside("activity", "no_preference")
_SHAPE = Unread("activity", "shape")


def within(folder: str, *ends: str) -> tuple[str, ...]:
    """Patterns for the files of one product in "My Activity", in both forms."""
    return tuple(f"{base}/{folder}/*.{end}" for base in FOLDERS for end in ends or ("json", "html"))


def acts(found: Iterable[Any], knowledge: Knowledge) -> Iterator[Finding]:
    """What the records of one file say the donor did, newest first."""
    dialogue = Dialogue()
    for record in found:
        if isinstance(record, Damaged):
            yield Unread("activity", record.reason)
            continue
        try:
            yield from _act(activity(record), dialogue, knowledge)
        except MALFORMED:
            yield _SHAPE
    yield from dialogue.end()


def _act(one: Activity, dialogue: Dialogue, knowledge: Knowledge) -> Iterator[Finding]:
    product = one.header
    if "youtube" in product:
        return video_act(one)
    if is_assistant(product):
        return dialogue.take(one)
    if product.startswith(ai_mode.NAMES):
        # A record is a whole dialogue, and has no name.
        key = f"{one.time}\n{one.answer[:200]}"
        return knowledge.in_conversation("gemini", key, None, ai_mode.talk(one))
    if not product and any("youtu" in link for link in one.links[:1]):
        return video_act(one)
    return iter((_ELSEWHERE,))
