"""A few masked passages with the words that were masked, for the donor's eyes alone.

They are gathered while texts are cleaned, kept in memory, and given back with the outcome. Whoever
asks for them must seal them at once; without being asked none is gathered.
"""

from collections import Counter
from collections.abc import Sequence

import msgspec

from filters.limits import Limits
from filters.reader import Identities
from filters.redaction.outcome import Cleaned, Redacts, Refused

_AROUND_CHARS = 60
_MOST_OF_A_TYPE = 2
_NEVER = frozenset({"CREDENTIAL"})
"""What is not shown to anybody (rule R7)."""


class Stretch(msgspec.Struct, frozen=True):
    """Words of a passage, and the type of what they were masked as; empty when they stayed."""

    text: str
    type: str = ""


class Example(msgspec.Struct, frozen=True):
    """One passage, as it was and as it is, in order."""

    stretches: tuple[Stretch, ...]


class Witness:
    """A redactor that hands everything to another, and keeps a few passages it masked."""

    def __init__(self, redactor: Redacts, most: int) -> None:
        self._redactor = redactor
        self._most = most
        self._seen: Counter[str] = Counter()
        self.examples: list[Example] = []

    def redact(
        self, records: Sequence[Sequence[str]], identities: Identities, limits: Limits
    ) -> list[list[Cleaned | Refused]]:
        """As the other does."""
        cleaned = self._redactor.redact(records, identities, limits)
        for texts, results in zip(records, cleaned, strict=True):
            for text, result in zip(texts, results, strict=True):
                if isinstance(result, Cleaned) and not result.topics:
                    self._look(text, result)
        return cleaned

    def _look(self, text: str, result: Cleaned) -> None:
        types = {span.type for span in result.spans}
        if len(self.examples) >= self._most or types & _NEVER:
            return
        for span in result.spans:
            if self._seen[span.type] < _MOST_OF_A_TYPE:
                self._seen.update(types)
                start, end = max(0, span.start - _AROUND_CHARS), span.end + _AROUND_CHARS
                self.examples.append(_cut(text, result, start, min(end, len(text))))
                return


def _cut(text: str, result: Cleaned, start: int, end: int) -> Example:
    stretches: list[Stretch] = []
    at = start
    for span in sorted(result.spans, key=lambda one: one.start):
        if span.end <= at or span.start >= end:
            continue
        stretches += [
            Stretch(text[at : span.start]),
            Stretch(text[span.start : span.end], span.type),
        ]
        at = span.end
    stretches.append(Stretch(text[at : max(at, end)]))
    return Example(tuple(one for one in stretches if one.text))
