"""Which of many expressions can match a text at all: one pass over the text, not one for each.

Most expressions match only where one of a few words stands, in whatever case. A text that holds
none of them need not be tried: of two hundred expressions a handful is left. Python's parse tree is
private (`re._parser`); what is not known in it demands nothing, so that the expression is tried.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

from ahocorasick_rs import BytesAhoCorasick, Implementation

Words = frozenset[bytes]
"""Without case. One of them stands in every text that is matched."""
_SHORTEST = 4
"""A shorter word stands in too many texts to tell any apart."""
_MOST = 4
"""How many demands of one expression are looked at."""
_MOST_KINDS = 1024
"""Of how many sets of words it is remembered what may match."""


class Shortlist:
    """Expressions by the words they demand, in an order that is kept."""

    def __init__(self, demands: Sequence[Sequence[Words]]) -> None:
        """Of each expression all its demands, what tells most first; none: it is always tried."""
        words = sorted({word for demand in demands for some in demand for word in some})
        place = {word: number for number, word in enumerate(words)}
        # The automaton of a thousand words is made anew in the child of each archive: not as a DFA.
        self._automaton = BytesAhoCorasick(words, implementation=Implementation.ContiguousNFA)
        self._by_word: list[list[tuple[int, list[set[int]]]]] = [[] for _ in words]
        self._always: set[int] = set()
        for number, demand in enumerate(demands):
            if not demand:
                self._always.add(number)
                continue
            first, *others = ({place[word] for word in some} for some in demand[:_MOST])
            for word in first:
                self._by_word[word].append((number, others))

        # An archive of fifty thousand conversations has one kind of name.
        self._of_words = lru_cache(_MOST_KINDS)(self._able)

    def of(self, text: bytes) -> tuple[int, ...]:
        """The numbers of those that may match, ascending. All that do match are among them."""
        found = self._automaton.find_matches_as_indexes(text.lower(), overlapping=True)
        return self._of_words(frozenset([word for word, _, _ in found]))

    def _able(self, found: frozenset[int]) -> tuple[int, ...]:
        able = self._always.copy()
        for word in found:
            for number, others in self._by_word[word]:
                if not any(found.isdisjoint(some) for some in others):
                    able.add(number)
        return tuple(sorted(able))


def demanded(pattern: re.Pattern[bytes]) -> list[Words]:
    """What stands in every text that the expression is found in, what tells most first."""
    demands = _of_sequence(_parser.parse(pattern.pattern, pattern.flags))
    return [frozenset(word.encode("latin-1").lower() for word in some) for some in demands]


def demanded_words(pattern: re.Pattern[str]) -> frozenset[str]:
    """Words without case of which one stands in every text that the expression is found in: the
    demand that tells most. Raises ValueError where it demands nothing."""
    demands = _of_sequence(_parser.parse(pattern.pattern, pattern.flags))
    if not demands:
        raise ValueError("nothing is demanded")
    return frozenset(word.casefold() for word in demands[0])


def _of_sequence(items: Iterable[tuple[Any, Any]]) -> list[frozenset[str]]:
    """Long words tell more than short ones."""
    return sorted(set(_demands(items)), key=lambda some: (-min(map(len, some)), sorted(some)))


def _demands(items: Iterable[tuple[Any, Any]]) -> Iterator[frozenset[str]]:
    letters: list[str] = []
    for kind, value in [*items, (None, None)]:
        if kind is op.LITERAL:
            letters.append(chr(value))
            continue
        if len(letters) >= _SHORTEST:
            yield frozenset({"".join(letters)})
        letters.clear()
        if kind in _INNER:
            yield from _INNER[kind](value)


def _of_branches(value: Any) -> list[frozenset[str]]:
    branches = [_of_sequence(branch) for branch in value[1]]
    return [frozenset().union(*(first for first, *_ in branches))] if all(branches) else []


def _of_repeat(value: Any) -> list[frozenset[str]]:
    least, _most, repeated = value
    return _of_sequence(repeated) if least else []


_INNER: dict[Any, Callable[[Any], list[frozenset[str]]]] = {
    op.SUBPATTERN: lambda value: _of_sequence(value[3]),
    op.ATOMIC_GROUP: _of_sequence,
    op.ASSERT: lambda value: _of_sequence(value[1]),
    op.BRANCH: _of_branches,
    op.MAX_REPEAT: _of_repeat,
    op.MIN_REPEAT: _of_repeat,
    op.POSSESSIVE_REPEAT: _of_repeat,
}
