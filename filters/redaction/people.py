"""The people of a text, by the language model and by evidence: what takes most of the time."""

from collections.abc import Mapping, Sequence

from presidio_analyzer import RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts
from spacy.lang.en.stop_words import STOP_WORDS as ENGLISH_STOP_WORDS
from spacy.lang.fr.stop_words import STOP_WORDS as FRENCH_STOP_WORDS

from filters.language import is_everyday
from filters.redaction.accounts import accounts_of_letters
from filters.redaction.capitals import seen_otherwise
from filters.redaction.evidence import likely_people, with_surnames
from filters.redaction.families import families
from filters.redaction.identities import folded
from filters.redaction.initials import initialled
from filters.redaction.lexicon import FIRST_NAMES, NOT_PEOPLE, Lexicon, is_scrawl
from filters.redaction.likeness import Likeness
from filters.redaction.outcome import Span
from filters.redaction.person import PersonRecognizer, may_hold_name
from filters.redaction.pipeline import Pipeline, capitalised

_OTHERS = frozenset(["LOC", "ORG", "GPE", "FAC"])


class People:
    """Finds the people of texts in one language."""

    def __init__(self, pipeline: Pipeline, likeness: Likeness, lexicons: Sequence[Lexicon]) -> None:
        """In: the words of every language that is read: French texts hold English ones."""
        self._pipeline = pipeline
        self._lexicons = lexicons
        self._likeness = likeness
        self.recognizer = PersonRecognizer(pipeline.language, pipeline.lexicon)

    def knows(self, word: str) -> bool:
        """Whether this is an ordinary word of the language."""
        return self._pipeline.lexicon.knows(word)

    def find(self, masked: Mapping[str, Sequence[Span]]) -> dict[str, list[Span] | None]:
        """For each text, given what is masked in it already, its people; None when nobody could
        look.

        The model is most of the cost: it reads only what could be a name, and is not masked yet.
        """
        lexicon = self._pipeline.lexicon
        texts = [text for text, spans in masked.items() if may_hold_name(text, spans, lexicon)]
        again = [(text, seen) for text in texts if (seen := capitalised(text, lexicon))]
        otherwise = {
            text: seen
            for text in texts
            if (seen := seen_otherwise(text, self._is_word, _is_common))
        }
        again += otherwise.items()
        looks = [*((text, text) for text in texts), *again]
        artifacts = self._pipeline.artifacts([seen for _, seen in looks])
        people: dict[str, list[Span] | None] = {text: [] for text in texts}
        others: dict[str, list[tuple[int, int]]] = {text: [] for text in texts}
        for (text, seen), read in zip(looks, artifacts, strict=True):
            known = people[text]
            if read is None or known is None:
                people[text] = None
                continue
            known += _spans(self.recognizer.analyze(seen, ["PERSON"], read))
            others[text] += _others(read)
        for text, read_people in people.items():
            if read_people is not None:
                hidden = [*masked[text], *read_people]
                more: list[Span] = []
                for form in {text, otherwise.get(text, text)}:
                    likely = likely_people(form, hidden, others[text], lexicon, self._likeness)
                    named = [span for span in (*hidden, *likely) if span.type == "PERSON"]
                    more += with_surnames(form, named, lexicon, self._likeness)
                more += families(text, self._is_word)
                more += initialled(text, self._is_word)
                more += accounts_of_letters(text, self._is_word)
                people[text] = more
        return people

    def _is_word(self, word: str) -> bool:
        """Of any language that is read."""
        plain = folded(word)
        return plain not in FIRST_NAMES and (
            plain in _STOP_WORDS or any(lexicon.knows(word) for lexicon in self._lexicons)
        )


_STOP_WORDS = frozenset(map(folded, FRENCH_STOP_WORDS | ENGLISH_STOP_WORDS))
"""What the tables of lemmas leave out: "than", "whose"."""


def _is_common(word: str) -> bool:
    plain = folded(word)
    return (
        is_everyday(word.casefold())
        or plain in NOT_PEOPLE
        or plain in _STOP_WORDS
        or is_scrawl(plain)
    )


def _others(read: NlpArtifacts) -> list[tuple[int, int]]:
    """What the model takes for a place or an organisation."""
    return [(e.start_char, e.end_char) for e in read.entities if e.label_ in _OTHERS]


def _spans(results: Sequence[RecognizerResult]) -> list[Span]:
    return [Span(r.start, r.end, r.entity_type) for r in results]
