"""Which of many expressions can match a text at all: one pass over the text, not one for each.

Most expressions match only where one of a few words stands, in whatever case. A text that holds
none of them need not be tried: of two hundred expressions a handful is left. Python's parse tree is
private (`re._parser`); what is not known in it demands nothing, so that the expression is tried.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

from ahocorasick_rs import BytesAhoCorasick, Implementation

Words = frozenset[bytes]
"""Without case. Empty: nothing is known to be demanded."""
_SHORTEST = 3
"""A shorter word stands in too many texts to tell any apart."""


class Shortlist:
    """Expressions by the words they demand, in an order that is kept."""

    def __init__(self, demands: Sequence[Collection[bytes]]) -> None:
        words = sorted({word for demand in demands for word in demand})
        # The automaton of a thousand words is made anew in the child of each archive: not as a DFA.
        self._automaton = BytesAhoCorasick(words, implementation=Implementation.ContiguousNFA)
        self._by_word = [
            [number for number, demand in enumerate(demands) if word in demand] for word in words
        ]
        self._always = [number for number, demand in enumerate(demands) if not demand]

    def of(self, text: bytes) -> list[int]:
        """The numbers of those that may match, ascending. All that do match are among them."""
        found = {
            word
            for word, _, _ in self._automaton.find_matches_as_indexes(
                text.lower(), overlapping=True
            )
        }
        able = set(self._always)
        for word in found:
            able.update(self._by_word[word])
        return sorted(able)


def demanded(pattern: re.Pattern[bytes]) -> Words:
    """Words of which one stands in every text that the expression is found in."""
    return _of_sequence(_parser.parse(pattern.pattern, pattern.flags))


def _of_sequence(items: Iterable[tuple[Any, Any]]) -> Words:
    """Of all that must be there, what tells most: the longest words."""
    return max(_demands(items), key=lambda words: min(map(len, words)), default=frozenset())


def _demands(items: Iterable[tuple[Any, Any]]) -> Iterator[Words]:
    letters = bytearray()
    for kind, value in [*items, (None, None)]:
        if kind is op.LITERAL:
            letters.append(value)
            continue
        if len(letters) >= _SHORTEST:
            yield frozenset({bytes(letters).lower()})
        letters.clear()
        inner = _INNER.get(kind)
        if inner is not None and (words := inner(value)):
            yield words


def _of_branches(value: Any) -> Words:
    branches = [_of_sequence(branch) for branch in value[1]]
    return frozenset().union(*branches) if all(branches) else frozenset()


def _of_repeat(value: Any) -> Words:
    least, _most, repeated = value
    return _of_sequence(repeated) if least else frozenset()


_INNER: dict[Any, Callable[[Any], Words]] = {
    op.SUBPATTERN: lambda value: _of_sequence(value[3]),
    op.ATOMIC_GROUP: _of_sequence,
    op.ASSERT: lambda value: _of_sequence(value[1]),
    op.BRANCH: _of_branches,
    op.MAX_REPEAT: _of_repeat,
    op.MIN_REPEAT: _of_repeat,
    op.POSSESSIVE_REPEAT: _of_repeat,
}
