"""How much a word resembles people's names, by the company it keeps: a line drawn through the word
vectors that come with the French model.

The line is fitted when the model is loaded, by least squares, in a fraction of a second: first
names and surnames on one side; ordinary words, towns, countries and brands on the other. It is one
sign among others.
"""

import random
from collections.abc import Iterable
from typing import Any

import numpy as np

from filters.redaction.lexicon import BRANDS_AND_PLACES, FIRST_NAMES, SURNAMES
from filters.redaction.pipeline import Pipeline

_ORDINARY_WORDS = 8000
_PLACES_COUNT = 3
"""A town or a brand weighs as much as so many ordinary words: it is closer to a name."""
_PRIOR = 1.0
_PEOPLE, _ELSE = 1.0, -0.2
"""What the line is drawn towards. Names are the smaller side."""


class Likeness:
    """Resemblance of words to names: about 1 for a name, about -0.2 for anything else."""

    def __init__(self, pipelines: Iterable[Pipeline]) -> None:
        """In: the models. Names are alike everywhere: the first with vectors serves all."""
        self._line: Any = None
        for pipeline in pipelines:
            if len(pipeline.vocabulary.vectors.data):
                self._vectors, self._strings = (
                    pipeline.vocabulary.vectors,
                    pipeline.vocabulary.strings,
                )
                self._line = self._drawn(pipeline.lexicon.words)
                return

    def _drawn(self, ordinary: Iterable[str]) -> Any:
        people = (FIRST_NAMES | SURNAMES) - BRANDS_AND_PLACES
        words = sorted(set(ordinary) - people - BRANDS_AND_PLACES)
        sample = random.Random(0).sample(words, min(_ORDINARY_WORDS, len(words)))  # noqa: S311 - a fixed sample, no secret
        told = [
            *((word.title(), _PEOPLE) for word in sorted(people)),
            *((word.title(), _ELSE) for word in sorted(BRANDS_AND_PLACES) * _PLACES_COUNT),
            *((word.title(), _ELSE) for word in sample[::2]),
            *((word, _ELSE) for word in sample[1::2]),
        ]
        known = [(v, side) for word, side in told if (v := self._vector(word)) is not None]
        points = np.array([vector for vector, _ in known], dtype=np.float64)
        sides = np.array([side for _, side in known])
        square = points.T @ points + _PRIOR * np.eye(points.shape[1])
        return np.linalg.solve(square, points.T @ sides)

    def of(self, word: str) -> float | None:
        """The resemblance of a word as it is written; None for one without a vector."""
        if self._line is None:
            return None
        vector = self._vector(word)
        return None if vector is None else float(vector @ self._line)

    def _vector(self, word: str) -> Any:
        """The direction of a word, and one more coordinate for the height of the line."""
        row = self._vectors.key2row.get(self._strings[word]) if word in self._strings else None
        if row is None:
            return None
        vector = self._vectors.data[row]
        length = float(np.linalg.norm(vector))
        return np.append(vector / length, 1.0) if length else None
