"""Every other place of what is masked in one place of a record.

A value stands again in the same writing; a person also in any case, with accents or without, and in
part: who is "ysoline trébeurden" in a question is "TREBEURDEN" in the answer.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

from filters.redaction.identities import folded
from filters.redaction.lexicon import NOT_PEOPLE
from filters.redaction.outcome import Span
from filters.redaction.placeholders import name_parts

_LEAST_REPEATED = 3
_LEAST_PART = 4


def values(text: str, spans: Iterable[Span]) -> dict[str, str]:
    """The values masked in a text that are long enough to be told apart, with their types."""
    return {
        text[span.start : span.end]: span.type
        for span in spans
        if span.end - span.start >= _LEAST_REPEATED
    }


def repeated(text: str, known: Mapping[str, str]) -> list[Span]:
    """Where values masked somewhere in a record stand again, in the same writing."""
    return [
        Span(start, end, entity)
        for value, entity in known.items()
        for start, end in _places(text, value)
    ]


def names(known: Mapping[str, str], is_telling: Callable[[str], bool]) -> frozenset[str]:
    """What the people among these values are called, whole and in part, without case and accents.

    In: whether a word alone tells a name, being no ordinary word: "plombier" does not.
    """
    found: set[str] = set()
    for value, entity in known.items():
        if entity != "PERSON":
            continue
        parts = name_parts(folded(value))
        if len(parts) > 1:
            found.add(folded(value))
        found.update(
            part
            for part in parts
            if len(part) >= _LEAST_PART and part not in NOT_PEOPLE and is_telling(part)
        )
    return frozenset(found)


def named_again(text: str, people: Iterable[str]) -> list[Span]:
    """Where these people stand in a text, however they are written."""
    plain = folded(text)
    return [Span(*place, "PERSON") for name in people for place in _places(plain, name)]


def _places(text: str, value: str) -> Iterator[tuple[int, int]]:
    at = text.find(value)
    while at >= 0:
        end = at + len(value)
        if _stands_alone(text, at, end):
            yield at, end
        at = text.find(value, end)


def _stands_alone(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (before.isalnum() and text[start].isalnum()) and not (
        after.isalnum() and text[end - 1].isalnum()
    )
