"""The entities of a whole batch read off spaCy's network at once, instead of word by word.

spaCy walks through each text and asks its network at every word which of 18 or 74 moves comes next;
that walk is half of all the model costs. Outside an entity the answer depends on the word alone, so
it is computed for all words in one matrix product; inside one only two moves are left, and all
entities of the batch take each step together. The answers are spaCy's own (a test compares them).
"""

from collections.abc import Sequence
from functools import reduce
from itertools import accumulate
from typing import Any

import numpy as np
from spacy.attrs import IS_SPACE
from spacy.tokens import Doc, Span

_OUTSIDE = "O"


class Decoder:
    """The entity recognizer of one spaCy model, by its own weights."""

    def __init__(self, recognizer: Any) -> None:
        """In: the pipeline's `ner` component: word, first and last word of the entity so far."""
        network = recognizer.model
        self._tok2vec = network.get_ref("tok2vec")
        lower, upper = network.get_ref("lower"), network.get_ref("upper")
        weights = lower.get_param("W")
        features, self._hidden, self._pieces, width = weights.shape
        self._features = [
            np.ascontiguousarray(weights[n].reshape(-1, width).T) for n in range(features)
        ]
        self._bias = lower.get_param("b").reshape(-1)
        pad = lower.get_param("pad").reshape(features, -1)
        self._bias_outside = self._bias + pad[1:].sum(axis=0)
        self._weights, self._scores_bias = upper.get_param("W"), upper.get_param("b")
        moves = [recognizer.moves.get_class_name(n) for n in range(len(self._weights))]
        self._labels = sorted({move[2:] for move in moves if move.startswith("L-")})
        self._begin, self._inside, self._last, self._unit = (
            [moves.index(f"{action}-{label}") for label in self._labels] for action in "BILU"
        )
        self._outside = moves.index(_OUTSIDE)

    def entities(self, documents: Sequence[Doc]) -> list[list[Span]]:
        """The entities of each document, in order."""
        vectors = self._tok2vec.predict(list(documents))
        ends = np.array(list(accumulate(len(document) for document in documents)), dtype=np.intp)
        starts, labels, stops = self._open(vectors, ends, documents)
        found: list[list[Span]] = [[] for _ in documents]
        reached = 0
        homes = np.searchsorted(ends, starts, side="right")
        for start, stop, label, home in zip(
            starts.tolist(), stops.tolist(), labels.tolist(), homes.tolist(), strict=True
        ):
            if start >= reached:  # What opens inside an entity that was taken never opened.
                document, reached = documents[home], stop
                first = int(ends[home]) - len(document)
                found[home].append(
                    Span(document, start - first, stop - first, label=self._labels[label])
                )
        return found

    def _open(self, vectors: Any, ends: Any, documents: Sequence[Doc]) -> tuple[Any, Any, Any]:
        """First word, label and end of whatever would be an entity if nothing were open there."""
        hidden = self._maxout(vectors @ self._features[0] + self._bias_outside)
        begin = hidden @ self._weights[self._begin].T + self._scores_bias[self._begin]
        begin[ends - 1] = -np.inf  # The last word can only be an entity of its own.
        unit = hidden @ self._weights[self._unit].T + self._scores_bias[self._unit]
        outside = hidden @ self._weights[self._outside] + self._scores_bias[self._outside]
        spaces = np.concatenate([document.to_array(IS_SPACE) for document in documents])
        begins, units = begin.max(axis=1), unit.max(axis=1)
        opens = (np.maximum(begins, units) > outside) & (spaces == 0)
        starts = np.flatnonzero(opens)
        is_long = begins[starts] >= units[starts]
        labels = np.where(is_long, begin[starts].argmax(axis=1), unit[starts].argmax(axis=1))
        stops = starts + 1
        stops[is_long] = self._close(vectors, starts[is_long], labels[is_long], ends)
        return starts, labels, stops

    def _close(self, vectors: Any, starts: Any, labels: Any, ends: Any) -> Any:
        """Where each of these entities ends, one step for all of them at a time."""
        stops = starts + 1
        limits = ends[np.searchsorted(ends, starts, side="right")]
        of_start = vectors[starts] @ self._features[1] + self._bias
        inside, last = np.array(self._inside), np.array(self._last)
        open_ones = np.arange(len(starts))
        while len(open_ones):
            words = stops[open_ones]
            hidden = self._maxout(
                vectors[words] @ self._features[0]
                + of_start[open_ones]
                + vectors[words - 1] @ self._features[2]
            )
            kind = labels[open_ones]
            goes_on = (hidden * self._weights[inside[kind]]).sum(axis=1)
            goes_on += self._scores_bias[inside[kind]]
            closes = (hidden * self._weights[last[kind]]).sum(axis=1)
            closes += self._scores_bias[last[kind]]
            stops[open_ones] += 1
            open_ones = open_ones[(goes_on > closes) & (words + 1 < limits[open_ones])]
        return stops

    def _maxout(self, sums: Any) -> Any:
        # Many times as fast as `max` along an axis of two.
        pieces = sums.reshape(-1, self._hidden, self._pieces)
        return reduce(np.maximum, (pieces[:, :, n] for n in range(self._pieces)))
