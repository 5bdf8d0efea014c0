"""Word vectors computed once a word, however often it stands in an archive.

The first layers of spaCy's models see one word at a time and cost a third of all the model costs;
everyday words are most of any text. The vectors are kept in the process that reads one archive, and
gone with it.
"""

from collections.abc import Sequence
from itertools import accumulate
from typing import Any

import numpy as np
from spacy.attrs import NORM, ORTH
from spacy.tokens import Doc
from thinc.api import Model

_OF_THE_WORD = frozenset({"ORTH", "LOWER", "NORM", "PREFIX", "SUFFIX", "SHAPE", "IS_SPACE"})
"""Features that depend on the word alone (and on its norm, which the tokenizer may set)."""
_MOST_WORDS = 30_000
"""Words whose vectors are held at a time: about 12 MB."""


def embed_words_once(encoder: Any, features: Sequence[str]) -> None:
    """Put the saving in place of the first layer of an `embed >> encode` chain.

    A model that looks at more than words is left as it is: `features` are those it was trained on.
    """
    if _OF_THE_WORD.issuperset(features):
        once = _Once(encoder.layers[0])
        encoder.layers[0] = Model(
            "words_once", once.forward, layers=[once.embed], dims={"nO": None}
        )


class _Once:
    """The embedding layer, and what it gave for the words met so far."""

    def __init__(self, embed: Any) -> None:
        self.embed = embed
        self._places: dict[tuple[int, int], int] = {}
        self._vectors: Any = None

    def forward(self, _model: Any, documents: Sequence[Doc], is_train: bool) -> tuple[Any, Any]:  # noqa: FBT001 - thinc's interface
        """Vectors of each document's words, one matrix a document."""
        words = np.concatenate([document.to_array([ORTH, NORM]) for document in documents])
        if is_train or not len(words):
            result: tuple[Any, Any] = self.embed(documents, is_train)
            return result
        pairs = list(map(tuple, words.tolist()))
        if missing := [pair for pair in dict.fromkeys(pairs) if pair not in self._places]:
            self._learn(missing, pairs, documents[0].vocab)
        rows = self._vectors[[self._places[pair] for pair in pairs]]
        ends = list(accumulate(len(document) for document in documents))
        return np.split(rows, ends[:-1]), None

    def _learn(
        self, missing: list[tuple[int, int]], pairs: list[tuple[int, int]], vocabulary: Any
    ) -> None:
        if len(self._places) + len(missing) > _MOST_WORDS:
            self._places, self._vectors = {}, None
            missing = list(dict.fromkeys(pairs))
        text = Doc(vocabulary, words=[vocabulary.strings[orth] for orth, _ in missing])
        norms: Any = np.array([[norm] for _, norm in missing], dtype="uint64")
        text.from_array([NORM], norms)
        vectors = self.embed.predict([text])[0]
        start = len(self._places)
        self._places.update((pair, start + n) for n, pair in enumerate(missing))
        known = self._vectors
        self._vectors = vectors if known is None else np.concatenate([known, vectors])
