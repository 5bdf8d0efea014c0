"""A small reward model: logistic regression on the difference of two answers' TF-IDF.

Bradley and Terry's model of a choice between two; words and pairs of words, sublinear counts, L2.
Fitted by Nesterov's accelerated gradient with the step that the largest eigenvalue allows.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_FEWEST = 2
_STEPS = 300
Texts = tuple[str, str]
"""Chosen and rejected."""


def terms(text: str) -> Counter[str]:
    words = _WORD.findall(text.casefold())
    return Counter([*words, *map(" ".join, pairwise(words))])


class Probe:
    """Trained on pairs, scores pairs."""

    def __init__(self, pairs: Sequence[Texts], strength: float = 1.0) -> None:
        """In: large weights are held back by 1 / `strength`."""
        spread: Counter[str] = Counter()
        for pair in pairs:
            for text in pair:
                spread.update(terms(text).keys())
        known = sorted(term for term, count in spread.items() if count >= _FEWEST)
        self._place = {term: at for at, term in enumerate(known)}
        many = 2 * len(pairs)
        self._rarity = np.array([math.log((1 + many) / (1 + spread[t])) + 1 for t in known])
        self._weights = self._fitted(self._difference(pairs), len(pairs), 1 / strength)

    def scores(self, pairs: Sequence[Texts]) -> npt.NDArray[np.float64]:
        """Above zero where the first answer is the better one."""
        rows, columns, values = self._difference(pairs)
        return np.bincount(rows, values * self._weights[columns], minlength=len(pairs))

    def accuracy(self, pairs: Sequence[Texts]) -> float:
        return right(self.scores(pairs))

    def _difference(self, pairs: Iterable[Texts]) -> tuple[npt.NDArray[np.int64], ...]:
        rows: list[int] = []
        columns: list[int] = []
        values: list[float] = []
        for row, pair in enumerate(pairs):
            for sign, text in zip((1.0, -1.0), pair, strict=True):
                found = [(self._place[t], n) for t, n in terms(text).items() if t in self._place]
                weights = [(1 + math.log(n)) * self._rarity[at] for at, n in found]
                length = math.sqrt(sum(w * w for w in weights)) or 1.0
                rows += [row] * len(found)
                columns += [at for at, _ in found]
                values += [sign * w / length for w in weights]
        return np.array(rows, dtype=np.int64), np.array(columns, dtype=np.int64), np.array(values)

    def _fitted(
        self, matrix: tuple[npt.NDArray[np.int64], ...], pairs: int, held_back: float
    ) -> npt.NDArray[np.float64]:
        rows, columns, values = matrix
        width = len(self._place)

        def forward(weights: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
            return np.bincount(rows, values * weights[columns], minlength=pairs)

        def back(errors: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
            return np.bincount(columns, values * errors[rows], minlength=width)

        steep = np.random.default_rng(1).normal(size=width)
        for _ in range(30):
            steep = back(forward(steep))
            largest = float(np.linalg.norm(steep)) or 1.0
            steep /= largest
        step = 1 / (0.25 * largest + held_back)
        weights = ahead = np.zeros(width)
        pace = 1.0
        for _ in range(_STEPS):
            gradient = held_back * ahead - back(1 / (1 + np.exp(forward(ahead))))
            following = ahead - step * gradient
            quicker = (1 + math.sqrt(1 + 4 * pace * pace)) / 2
            ahead = following + (pace - 1) / quicker * (following - weights)
            weights, pace = following, quicker
        return weights


def right(scores: npt.NDArray[np.float64]) -> float:
    """The share above zero; a tie is half right."""
    return float(((scores > 0) + 0.5 * (scores == 0)).mean())


def by_length(pairs: Sequence[Texts], held_out: Sequence[Texts]) -> float:
    """What the longer answer alone says, in the direction the training pairs suggest."""
    lean = sum(np.sign(len(chosen) - len(rejected)) for chosen, rejected in pairs)
    lengths = np.array([len(c) - len(r) for c, r in held_out], dtype=float)
    return right(lengths * (1 if lean >= 0 else -1))
