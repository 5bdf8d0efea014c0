"""R0 to R8: whose words may be kept (records, section 3). Pure functions, and nothing but them.

Reading says whose words a text is and where it was written; these rules say what becomes of it.
`decide` works before redaction. `hold_back` works after it, on what redaction found out. What the
donor may still refuse or add in the report is not decided here.
"""

from collections.abc import Collection, Hashable
from typing import Final

import msgspec

from filters.interaction import Interaction, ObjectType, Origin, Passage, Retained, Rule
from filters.reader import Choices

RECEIVED: Final = "received"
"""The flag of a record whose act is others' approval of the donor's own words."""

WORKS: frozenset[ObjectType] = frozenset(("film", "music", "product"))
"""A published work is nobody's personal data, so its title stays with what the donor gave it
(records, section 4). A book is a product. What private persons publish, a video or a post, has no
such title; nor has a product of which the reader does not say that it is a work."""

RECEIVED_SCALE = "0|1|2-4|5-9|10-49|50+"
_RECEIVED_BOUNDS = (1, 2, 5, 10, 50)


class Decision(msgspec.Struct, frozen=True):
    """What becomes of an interaction: kept under `rule`, or dropped by it.

    `withheld` names the rule for each of its texts that must not be kept although the act is; the
    first entries are the context turns, the others the options; None where the text may stay.
    """

    keep: bool
    rule: Rule
    withheld: tuple[Rule | None, ...] = ()


def rule_of(passage: Passage) -> Rule:
    """The rule that speaks of a text, from its author and where it was written."""
    if passage.author == "ai":
        return "R1"
    if passage.author == "donor":
        return "R4" if passage.setting == "private" else "R0"
    return "R3" if passage.setting == "private" else "R2"


def origin_of(passage: Passage) -> Origin:
    """Whose words they are, in the record's vocabulary."""
    if passage.author == "ai":
        return "ai"
    if passage.author == "donor":
        return "donor"
    return "third_party_private" if passage.setting == "private" else "third_party_public"


def decide(
    found: Interaction, choices: Choices, *, third_party_public_text: bool = False
) -> Decision:
    """Keep or drop one interaction, and which of its texts are withheld.

    `third_party_public_text` is the operator's switch of rule R2; it is off by default.
    """
    context = [
        _verdict(turn.passage, found, choices, public=third_party_public_text)
        for turn in found.context
    ]
    options = [
        _verdict(o.passage, found, choices, public=third_party_public_text) for o in found.options
    ]
    own_words_needed = found.kind in ("reply", "expressed") or found.received is not None
    for refused in options:
        if refused is not None and (own_words_needed or refused == "R4"):
            # The words are the act: without them there is nothing left to keep.
            return Decision(keep=False, rule=refused)
    rules: list[Rule] = [rule_of(passage) for passage in passages(found)]
    if found.received is not None:
        rules.append("R5")
    return Decision(keep=True, rule=max(rules, default="R2"), withheld=(*context, *options))


def passages(found: Interaction) -> list[Passage]:
    """Every text of an interaction, context first: the order of `Decision.withheld`."""
    return [turn.passage for turn in found.context] + [o.passage for o in found.options]


def shape(found: Interaction) -> Hashable:
    """All that rules, tiers and the tally look at: everything but the words, the time and the id.

    Interactions of one shape are decided alike.
    """
    seen: list[Hashable] = [
        found.family, found.signal, found.kind, found.evidence, found.platform,
        found.received is None,
    ]  # fmt: skip
    # Flat, and no turn looks like an option: a role is no label.
    for turn in found.context:
        said = turn.passage
        seen += (turn.role, said.author, said.setting, not said.text)
    for option in found.options:
        said = option.passage
        seen += (option.label, said.author, said.setting, said.text and True)
    if "private" in seen:
        # The donor ticks private ones; which other conversation an act is from decides nothing.
        seen.append(found.chat)
    return tuple(seen)


def _verdict(
    passage: Passage, found: Interaction, choices: Choices, *, public: bool
) -> Rule | None:
    """The rule that withholds a text, or None where it may stay."""
    rule = rule_of(passage)
    is_title = passage.author == "work" and found.object_type in WORKS
    allowed = (
        rule in ("R0", "R1")
        or (rule == "R2" and is_title)
        or (rule == "R4" and choices.includes(found.chat))
        or (rule == "R2" and public)
    )
    return None if allowed else rule


def hold_back(record: Retained, topics: Collection[str]) -> Retained:
    """Put a record that speaks of special categories (R6) aside, until the donor ticks the box."""
    return msgspec.structs.replace(record, rule="R6") if topics else record


def received_bucket(count: int) -> tuple[float, str]:
    """Others' approval of the donor's own words as a rough size, no names (R5).

    In: how many reactions were received. Out: the bucket's rank, scaled to 0..1, and the scale.
    """
    rank = sum(count >= bound for bound in _RECEIVED_BOUNDS)
    return rank / len(_RECEIVED_BOUNDS), RECEIVED_SCALE
