"""From an interaction the rules let through to the record that may leave the worker.

Redaction happens here, a batch at a time. Fail closed: when a text the act stands on cannot be
cleaned, the act is dropped and counted; a text beside it goes alone, and is counted too; an older
turn of its context that cannot be cleaned takes the turns before it along. Where one text tells of
a minor the whole act is dropped: whose data it is does not end with the sentence that says so.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from uuid import uuid4

from filters.formats.copied_messages import without_messages
from filters.formats.dates import quarter
from filters.interaction import (
    POLARITY,
    Candidate,
    Interaction,
    Option,
    Passage,
    Retained,
    RetainedTurn,
    Rule,
)
from filters.limits import Limits
from filters.reader import Identities
from filters.redaction.outcome import Cleaned, OfPlace, Redacts, Refusal, Refused, Title
from filters.rules import RECEIVED, Decision, hold_back, origin_of, passages, received_bucket

UNKNOWN_LANGUAGE = "und"
_QUOTED = "quotation_left_out"
"""The flag of a record whose donor pasted messages of others into an assistant (R3)."""
_OF_A_MINOR = Refused("minor")


class Admitted(NamedTuple):
    """An interaction the rules keep, and the reader that found it."""

    found: Interaction
    decision: Decision
    reader: str


class Dropped(NamedTuple):
    """An interaction whose texts could not be cleaned, and why."""

    rule: Rule
    family: str
    reason: Refusal


def retain(
    batch: Sequence[Admitted], redactor: Redacts | None, identities: Identities, limits: Limits
) -> Iterator[Retained | Dropped]:
    """The records of a batch, in order.

    Without a redactor the texts stay as they are: such records are for counting, and must not be
    written anywhere.
    """
    texts = [_kept_texts(admitted) for admitted in batch]
    if redactor is None:
        for admitted, own in zip(batch, texts, strict=True):
            unseen = [Cleaned(text, UNKNOWN_LANGUAGE, (), frozenset()) for text in own]
            yield _record(admitted, unseen)
        return
    for admitted, cleaned in zip(batch, redactor.redact(texts, identities, limits), strict=True):
        if _OF_A_MINOR in cleaned:
            yield _dropped(_OF_A_MINOR, admitted.found.family)
        else:
            yield _record(admitted, cleaned, _of_quotations(admitted.found))


def left_out(record: Retained) -> list[Rule]:
    """Why each text of a record that could not be cleaned is not in it."""
    rules = [candidate.rule for candidate in record.candidates]
    quoted: list[Rule] = ["R3"] if _QUOTED in record.flags else []
    return [*(rule for rule in rules if rule in ("quality", "R7")), *quoted]


def _kept_texts(admitted: Admitted) -> list[str]:
    """The texts that may stay, context first, in the order `_record` takes them back."""
    return [
        _known_for_what_it_is(passage, _own(passage))
        for passage, rule in zip(passages(admitted.found), admitted.decision.withheld, strict=True)
        if rule is None and passage.text is not None
    ]


def _known_for_what_it_is(passage: Passage, text: str) -> str:
    if passage.author == "work":
        return Title(text)
    return OfPlace(text, passage.place) if passage.place else text


def _own(passage: Passage) -> str:
    """A text without what others wrote to the donor, where it went to an assistant."""
    text = _written(passage.text or "")
    return without_messages(text) if _is_to_assistant(passage) else text


def _of_quotations(found: Interaction) -> tuple[str, ...]:
    sent = (one.text or "" for one in passages(found) if _is_to_assistant(one))
    return (_QUOTED,) if any(without_messages(text) != text for text in sent) else ()


def _is_to_assistant(passage: Passage) -> bool:
    return passage.author == "donor" and passage.setting == "assistant"


def _written(text: str) -> str:
    """Without what no text has: lone surrogates and NUL."""
    return text.encode("utf-8", "replace").decode().replace("\0", "")


def _record(
    admitted: Admitted, cleaned: Sequence[Cleaned | Refused], flags: Sequence[str] = ()
) -> Retained | Dropped:
    found, decision, reader = admitted
    results = iter(cleaned)
    context: list[RetainedTurn] = []
    context_results: list[Cleaned] = []
    flags = [*found.flags, *flags]
    refused: Refused | None = None
    for turn, rule in zip(found.context, decision.withheld, strict=False):
        if rule is not None or turn.passage.text is None:
            context, context_results = [], []
            continue
        result = next(results)
        refused = result if isinstance(result, Refused) else None
        if isinstance(result, Refused):
            context, context_results = [], []
            flags.append("truncated")
        else:
            context.append(RetainedTurn(turn.role, result.text))
            context_results.append(result)
    if refused is not None:
        return _dropped(refused, found.family)
    candidates: list[Candidate] = []
    option_results: list[Cleaned] = []
    titles: list[Cleaned] = []
    for option, rule in zip(found.options, decision.withheld[len(found.context) :], strict=True):
        if rule is not None or option.passage.text is None:
            candidates.append(_textless(option, rule))
            continue
        result = next(results)
        if isinstance(result, Refused):
            if _stands_on(found, option):
                return _dropped(result, found.family)
            candidates.append(_textless(option, _rule_for(result)))
            continue
        is_title = option.passage.author == "work"
        # The language of a record is that of somebody's words, before that of a title.
        (titles if is_title else option_results).append(result)
        origin = origin_of(option.passage)
        candidates.append(Candidate(option.label, result.text, origin, "present"))
    kept = [*option_results, *context_results, *titles]
    value, scale, polarity = found.value, found.scale, POLARITY.get(found.signal, 0)
    if found.received is not None:
        (value, scale), polarity = received_bucket(found.received), 0
        flags.append(RECEIVED)
    record = Retained(
        uid=str(uuid4()),
        platform=found.platform,
        reader=reader,
        source=found.family,
        kind=found.kind,
        signal=found.signal,
        evidence=found.evidence,
        polarity=polarity,
        value=value,
        scale=scale,
        context=tuple(context),
        candidates=tuple(candidates),
        object_type=found.object_type,
        object_ref=found.object_ref,
        rule=decision.rule,
        language=_language(kept),
        period=quarter(found.at),
        redactions=dict(Counter(span.type for one in kept for span in one.spans)),
        flags=tuple(dict.fromkeys(flags)),
    )
    return hold_back(record, {topic for one in kept for topic in one.topics})


def _stands_on(found: Interaction, option: Option) -> bool:
    """Whether nothing is left of an act without this text.

    A thumb and a star are acts without the comment the donor wrote beside them, and without the
    title of what they were given to; a vote is one without the options that were not chosen.
    """
    if found.kind in ("reply", "expressed") or found.received is not None:
        return True
    return option.label != "unlabelled" and option.passage.author not in ("donor", "work")


def _textless(option: Option, rule: Rule | None) -> Candidate:
    origin = origin_of(option.passage)
    if rule is None:
        return Candidate(option.label, None, origin, "not_in_export")
    return Candidate(option.label, None, origin, "withheld", rule)


def _language(results: Sequence[Cleaned]) -> str:
    known = (one.language for one in results if one.language != UNKNOWN_LANGUAGE)
    return next(known, UNKNOWN_LANGUAGE)


def _dropped(refused: Refused, family: str) -> Dropped:
    return Dropped(_rule_for(refused), family, refused.reason)


def _rule_for(refused: Refused) -> Rule:
    return "R7" if refused.reason in ("credential", "minor") else "quality"
