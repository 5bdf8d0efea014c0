"""Confirmation cards: an answer that was asked for again, and which of the two the donor prefers.

A pair read from the shape of a conversation is weak evidence. On a card the donor says which
answer was better; the pair is then trained on as theirs (records, section 2). The order on the card
is drawn by the row's random id, so that neither place means anything.
"""

from enum import StrEnum

import msgspec
from django.db import transaction

from donation import draft, lifecycle
from donation.models import Donation, Stage
from filters.interaction import Retained, turned_flags

MOST = 10
TAGS = (
    "useful", "complete", "creative", "clear_formatting", "incorrect", "superficial",
    "instructions_not_followed",
)  # fmt: skip
"""compar:IA's seven words for the quality of an answer."""
_FAMILY_END = ":pairwise:branch_kept"


class Choice(StrEnum):
    """What a donor may say of the two answers of a card."""

    FIRST = "first"
    SECOND = "second"
    EQUAL = "equal"
    UNUSED = "unused"


class Card(msgspec.Struct, frozen=True):
    """One pair to look at."""

    row: int
    question: str
    answers: tuple[str, str]
    is_answered: bool


class _Verdict(msgspec.Struct, frozen=True):
    """What was said of a row: `kept` when the answer the shape speaks for is the better one."""

    better: str
    tags: tuple[str, ...] = ()


def cards(donation: Donation) -> list[Card]:
    """At most ten pairs of a donation in stage report. Raises vault.Unopenable."""
    with draft.Draft(donation) as rows:
        return of(rows, donation)


def of(rows: draft.Draft, donation: Donation) -> list[Card]:
    """The same, from rows that are open."""
    removed = bytes(donation.removed)
    found: list[Card] = []
    for place in rows.places:
        if len(found) == MOST:
            break
        if not _may_be_a_card(place):
            continue
        is_answered = str(place.row) in donation.verdicts
        if draft.is_removed(removed, place.row) and not is_answered:
            continue
        record = rows.record(place)
        if (answers := _answers(record)) is not None:
            question = record.context[-1].content if record.context else ""
            found.append(Card(place.row, question, answers, is_answered))
    return found


def answer(donation: Donation, row: int, choice: Choice, tags: tuple[str, ...] = ()) -> None:
    """Take the donor's word on one card. Raises KeyError (no such card), NotAllowed, Unopenable."""
    with draft.Draft(donation) as rows:
        place = {place.row: place for place in rows.places if _may_be_a_card(place)}[row]
        is_turned = _is_turned(rows.record(place))
    better = choice.value
    if choice in (Choice.FIRST, Choice.SECOND):
        better = "kept" if (choice is Choice.FIRST) != is_turned else "dropped"
    verdict = _Verdict(better, tuple(tag for tag in tags if tag in TAGS))
    with transaction.atomic():
        locked = Donation.objects.select_for_update().get(pk=donation.pk)
        if locked.stage != Stage.REPORT:
            raise lifecycle.NotAllowed
        locked.verdicts[str(row)] = msgspec.to_builtins(verdict)
        locked.save(update_fields=["verdicts"])
    donation.refresh_from_db(fields=["verdicts"])


def judged(donation: Donation, row: int, line: bytes) -> bytes | None:
    """A row as it is kept after its card: confirmed, turned round, a tie; None when unused."""
    if (said := donation.verdicts.get(str(row))) is None:
        return line
    verdict = msgspec.convert(said, _Verdict)
    if verdict.better == Choice.UNUSED:
        return None
    record = msgspec.json.decode(line, type=Retained)
    labels = {
        "kept": {},
        "dropped": {"chosen": "rejected", "rejected": "chosen"},
        "equal": {"chosen": "tie", "rejected": "tie"},
    }[verdict.better]
    candidates = tuple(
        msgspec.structs.replace(one, label=labels.get(one.label, one.label))
        for one in record.candidates
    )
    own = turned_flags(record.flags) if verdict.better == "dropped" else record.flags
    flags = tuple(dict.fromkeys((*own, *verdict.tags)))
    return msgspec.json.encode(
        msgspec.structs.replace(record, candidates=candidates, evidence="confirmed", flags=flags)
    )


def _may_be_a_card(place: draft.Place) -> bool:
    return place.family.endswith(_FAMILY_END) and not place.is_sensitive


def _answers(record: Retained) -> tuple[str, str] | None:
    """Both answers in the order of the card, when both are there."""
    texts = {one.label: one.content for one in record.candidates}
    chosen, rejected = texts.get("chosen"), texts.get("rejected")
    if not chosen or not rejected:
        return None
    return (rejected, chosen) if _is_turned(record) else (chosen, rejected)


def _is_turned(record: Retained) -> bool:
    return int(record.uid[-1], 16) % 2 == 1
