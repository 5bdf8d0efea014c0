"""The name of the place that a review is of, wherever the review says it, whole or in part.

Of a place a record keeps its category only, so that its name may not stand in the words about it.
A name is made of ordinary words more often than not ("Au Bon Coin"), and nothing but the export
tells that it is one. Said whole it is masked whatever the case; a part of it is where a word in it
is no word of the language, or has a capital that no sentence gave it.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from filters.language import is_everyday
from filters.redaction.identities import folded
from filters.redaction.outcome import Span

_WORD = re.compile(r"[^\W_]+")
_BETWEEN_CHARS = 3
_BEGINS_SENTENCE = re.compile(r"(?:\A|[.!?:\n])[^\w\n]*\Z")
_LOOKED_BACK_CHARS = 6
_MOST_WORDS = 20
"""A name of more is cut: no sign over a door is so long."""
_LEAST_UNUSUAL = 3


class _Word(NamedTuple):
    plain: str
    start: int
    end: int


def named(text: str, place: str, is_unusual: Callable[[str], bool]) -> list[Span]:
    """Where the place is named.

    In: `is_unusual` says of a word, in small letters without accents, that no language has it.
    """
    name = [word.plain for word in _words(place)][:_MOST_WORDS]
    if not name:
        return []
    words = _words(text)
    has_cases = not text.isupper()
    spans: list[Span] = []
    for run in _runs(text, words, name):
        is_whole = len(run) == len(name)
        telling = [
            word for word in run
            if (len(word.plain) >= _LEAST_UNUSUAL and is_unusual(word.plain))
            or (has_cases and _has_own_capital(text, word))
        ]  # fmt: skip
        if is_whole and (len(run) > 1 or telling or text[run[0].start].isupper()):
            spans.append(Span(run[0].start, run[-1].end, "ADDRESS"))
        elif telling:
            kept = _without_small_edges(text, run)
            spans.append(Span(kept[0].start, kept[-1].end, "ADDRESS"))
    return spans


def _words(text: str) -> list[_Word]:
    return [_Word(folded(m.group()), *m.span()) for m in _WORD.finditer(text)]


def _runs(text: str, words: Sequence[_Word], name: Sequence[str]) -> Iterator[Sequence[_Word]]:
    """The longest pieces of the name in the text, one behind the other."""
    places: dict[str, list[int]] = {}
    for number, word in enumerate(name):
        places.setdefault(word, []).append(number)
    at = 0
    while at < len(words):
        longest = max(
            (_length(text, words, at, name, place) for place in places.get(words[at].plain, ())),
            default=0,
        )
        if longest:
            yield words[at : at + longest]
        at += longest or 1


def _length(text: str, words: Sequence[_Word], at: int, name: Sequence[str], place: int) -> int:
    """How many words from one on are those of the name from a place on."""
    length = 1
    while (
        at + length < len(words)
        and place + length < len(name)
        and words[at + length].plain == name[place + length]
        and _goes_on(text, words[at + length - 1].end, words[at + length].start)
    ):
        length += 1
    return length


def _goes_on(text: str, end: int, start: int) -> bool:
    between = text[end:start]
    return len(between) <= _BETWEEN_CHARS and "\n" not in between and ". " not in between


def _has_own_capital(text: str, word: _Word) -> bool:
    before = text[max(0, word.start - _LOOKED_BACK_CHARS) : word.start]
    at_start = word.start <= _LOOKED_BACK_CHARS and not _WORD.search(text[: word.start])
    return (
        text[word.start].isupper()
        and not is_everyday(word.plain)
        and not at_start
        and not _BEGINS_SENTENCE.search(before)
    )


def _without_small_edges(text: str, run: Sequence[_Word]) -> Sequence[_Word]:
    """Without the words at either side that only join others: "de la Gare" is "Gare"."""

    def joins(word: _Word) -> bool:
        return text[word.start].islower() and is_everyday(word.plain)

    first = next(n for n, word in enumerate(run) if not joins(word))
    last = next(n for n in reversed(range(len(run))) if not joins(run[n]))
    return run[first : last + 1]
