"""A file of "My Activity": each record goes to the product it is of.

Usually a file holds one product, but an old or a merged one may hold several: then every reader of
Google reads it in the same way, and each interaction carries its own platform.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from filters.formats.json import Damaged
from filters.reader import MALFORMED, Finding, Knowledge, SetAside, Unread
from filters.readers.google import ai_mode
from filters.readers.google.cells import Cell, words_at_sight
from filters.readers.google.dialogue import Dialogue
from filters.readers.google.facts import Activity, is_assistant
from filters.readers.google.record import activity, title_at_sight
from filters.readers.google.verbs import Act, Opening, behind, opening_before, read_title
from filters.readers.google.videos import ADVERTISEMENT, PASSED_OVER, video_act

FOLDERS = ("m* acti*", "m* akt[iy]*", "m* ativi*", "a* minha* ativi*", "l* mi* attivit*")
"""My Activity: English, French, Spanish, Dutch; German, Polish; Portuguese; Italian."""

_ELSEWHERE = SetAside("activity", "no_preference")
_SHAPE = Unread("activity", "shape")
_NOTHING = (None, None, None)


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
            aside, opening, said = _at_sight(record)
            if aside is not None:
                yield aside  # Most of what is done there.
                continue
            one = activity(record)
            if opening is not None:
                said = behind(opening, one.title)
            if said is not None or _is_of_youtube(one):
                yield video_act(one, said)
            else:
                yield from _act(one, dialogue, knowledge)
        except MALFORMED:
            yield _SHAPE
    yield from dialogue.end()


def _at_sight(
    record: Any,
) -> tuple[SetAside | None, Opening | None, tuple[Act, str] | None]:
    """Why a record of YouTube is set aside, where that is clear before all its facts are known;
    else how its title begins, or all it says, where that was read for it."""
    if isinstance(record, Cell):
        if "youtube" not in record.product:
            return _NOTHING
        if record.is_ad:
            return ADVERTISEMENT, None, None
        opening = opening_before(*words_at_sight(record))
        return (None if opening is None else PASSED_OVER.get(opening[1])), opening, None
    title = title_at_sight(record)
    said = None if title is None else read_title(title)
    return (None if said is None else PASSED_OVER.get(said[0])), None, said


def _is_of_youtube(one: Activity) -> bool:
    return "youtube" in one.header or (
        not one.header and any("youtu" in link for link in one.links[:1])
    )


def _act(one: Activity, dialogue: Dialogue, knowledge: Knowledge) -> Iterator[Finding]:
    product = one.header
    if is_assistant(product):
        return dialogue.take(one)
    if product.startswith(ai_mode.NAMES):
        # A record is a whole dialogue, and has no name.
        key = f"{one.time}\n{one.answer[:200]}"
        return knowledge.in_conversation("gemini", key, None, ai_mode.talk(one))
    return iter((_ELSEWHERE,))
