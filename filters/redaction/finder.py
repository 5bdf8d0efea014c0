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

from filters.redaction.identities import folded

Hit = tuple[int, int]
"""Where something stands, in code points."""
Condition = Callable[[str], bool]
"""Something a text must have."""
_SCORE = 1.0
_CHARS_AFTER = 28
_TEXTS = 8
"""One text is asked by all recognizers in turn: what they share is found out once."""
_LETTERS = re.compile(r"[^\W\d_]+")
_FIGURE = re.compile(r"\d")


class Finder(EntityRecognizer):
    """One entity and the function that finds it; the same for every language, since identifiers
    do not change with the words around them."""

    def __init__(
        self,
        entity: str,
        find: Callable[[str], Iterable[Hit]],
        *,
        needs: Condition | None = None,
    ) -> None:
        """In: `needs`, what there must be for the entity to be in a text: cheap, and looked at
        first. Most texts hold next to nothing of what is looked for."""
        self._find = find
        self._needs = needs
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
        if self._needs is not None and not self._needs(text):
            return []
        return [
            RecognizerResult(self.supported_entities[0], start, end, _SCORE)
            for start, end in self._find(text)
        ]

    def finds(self, text: str) -> bool:
        """Whether the entity is in a text."""
        if self._needs is not None and not self._needs(text):
            return False
        return next(iter(self._find(text)), None) is not None


def says(*words: str) -> Condition:
    """One of these words stands in the text, whole; in: small letters without accents.

    A word is letters only: "20ans" says "ans", "l'av." says "av".
    """
    wanted = frozenset(words)
    return lambda text: not wanted.isdisjoint(words_of(text))


def holds(*parts: str) -> Condition:
    """One of these stands in the text, in a word or not, whatever the case; in: small letters."""
    return lambda text: any(map(_lowered(text).__contains__, parts))


def figures(least: int) -> Condition:
    """So many figures stand in the text, anywhere."""
    return lambda text: _figures(text) >= least


def has(pattern: str) -> Condition:
    """A pattern that is cheap to look for stands in the text."""
    search = re.compile(pattern).search
    return lambda text: search(text) is not None


def either(*conditions: Condition) -> Condition:
    """One of these holds."""

    def one(text: str) -> bool:
        for condition in conditions:  # noqa: SIM110 - twice as fast as `any` over so few
            if condition(text):
                return True
        return False

    return one


def both(*conditions: Condition) -> Condition:
    """All of these hold."""

    def all_of_them(text: str) -> bool:
        for condition in conditions:  # noqa: SIM110 - the same
            if not condition(text):
                return False
        return True

    return all_of_them


@lru_cache(_TEXTS)
def words_of(text: str) -> frozenset[str]:
    """Its runs of letters, in small letters without accents."""
    return frozenset(_LETTERS.findall(folded(text)))


@lru_cache(_TEXTS)
def _lowered(text: str) -> str:
    return text.lower()


@lru_cache(_TEXTS)
def _figures(text: str) -> int:
    return len(_FIGURE.findall(text))


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
