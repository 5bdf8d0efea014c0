"""What a recognizer declares, as Presidio's registry wants it.

A file under `recognizers/` declares one `Finder`: the entity, and a function that says where it
stands in a text. Nothing inherits from anything there. Every pattern is linear: it starts only
where a run of its characters starts, and counts what it repeats.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from presidio_analyzer import EntityRecognizer, RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts

Hit = tuple[int, int]
"""Where something stands, in code points."""
_SCORE = 1.0
_CHARS_AFTER = 28


class Finder(EntityRecognizer):
    """One entity and the function that finds it; the same for every language, since identifiers
    do not change with the words around them."""

    def __init__(
        self,
        entity: str,
        find: Callable[[str], Iterable[Hit]],
        *,
        words: tuple[str, ...] = (),
        needs: str | None = None,
    ) -> None:
        """In: what there must be for the entity to be in a text: one of `words`, small letters that
        are looked for first, being cheapest, and `needs`, a cheap pattern."""
        self._find = find
        self._words = words
        self._needs = None if needs is None else re.compile(needs, re.IGNORECASE)
        super().__init__(supported_entities=[entity], name=f"{entity.title()}Recognizer")

    def load(self) -> None:
        """Nothing to load: patterns are compiled when their file is imported."""

    def analyze(
        self,
        text: str,
        entities: list[str] | None = None,  # noqa: ARG002 - Presidio's interface
        nlp_artifacts: NlpArtifacts | None = None,  # noqa: ARG002 - the same
    ) -> list[RecognizerResult]:
        """Where the entity stands in a text."""
        if self._words and not holds_any(text, self._words):
            return []
        if self._needs is not None and not self._needs.search(text):
            return []
        return [
            RecognizerResult(self.supported_entities[0], start, end, _SCORE)
            for start, end in self._find(text)
        ]


def holds_any(text: str, words: tuple[str, ...]) -> bool:
    """Whether one of these stands in a text, whatever the case; in: small letters."""
    return any(map(_lowered(text).__contains__, words))


@lru_cache(4)
def _lowered(text: str) -> str:
    return text.lower()


def matches(*patterns: re.Pattern[str]) -> Callable[[str], Iterator[Hit]]:
    """The find function of an entity whose patterns are all the evidence there is.

    The group named `value`, where a pattern has one, is what is masked.
    """
    groups = [(pattern, "value" if "value" in pattern.groupindex else 0) for pattern in patterns]

    def find(text: str) -> Iterator[Hit]:
        for pattern, group in groups:
            for match in pattern.finditer(text):
                yield match.span(group)

    return find


def announced(pattern: re.Pattern[str], words: re.Pattern[str]) -> Callable[[str], Iterator[Hit]]:
    """The find function of an entity that is only one when a word nearby says so."""

    def find(text: str) -> Iterator[Hit]:
        return (match.span() for match in pattern.finditer(text) if near(text, match, words))

    return find


def near(text: str, match: re.Match[str], words: re.Pattern[str], *, chars: int = 40) -> bool:
    """Whether one of `words` stands shortly before the match, or just after it.

    An underscore parts words: `numero_fiscal`.
    """
    before = text[max(0, match.start() - chars) : match.start()].replace("_", " ")
    after = text[match.end() : match.end() + _CHARS_AFTER].replace("_", " ")
    return bool(words.search(before) or words.search(after))


def digits_of(text: str) -> str:
    """The digits of a number written with separators."""
    return "".join(c for c in text if c.isdecimal())
