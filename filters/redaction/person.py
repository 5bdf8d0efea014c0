"""People's names as the language model finds them, less what is certainly none."""

import re

from presidio_analyzer import EntityRecognizer, RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts

from filters.redaction.lexicon import REQUESTS, Lexicon

_LABELS = frozenset({"PER", "PERSON"})
_CODE = re.compile(r"```.*?(?:```|\Z)|`[^`\n]*`", re.DOTALL)
_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
_ELISION = re.compile(r"(?:[dlnmtsjc]|qu)['’]", re.IGNORECASE)
_LONGEST_WORDS = 6
_SCORE = 0.85


class PersonRecognizer(EntityRecognizer):
    """Reads the named entities of the text's NLP artifacts; does no analysis of its own."""

    def __init__(self, language: str, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        super().__init__(supported_entities=["PERSON"], supported_language=language)

    def load(self) -> None:
        """Nothing to load: the model is the engine's."""

    def analyze(
        self,
        text: str,
        entities: list[str] | None = None,  # noqa: ARG002 - Presidio's interface
        nlp_artifacts: NlpArtifacts | None = None,
    ) -> list[RecognizerResult]:
        """Names of people; offsets in code points.

        The capitals of `text` count: an ordinary word in lower case is no part of a name.
        """
        if nlp_artifacts is None:
            return []
        found = [entity for entity in nlp_artifacts.entities if entity.label_ in _LABELS]
        if not found:
            return []
        code = [match.span() for match in _CODE.finditer(text)] if "`" in text else []
        return [
            RecognizerResult("PERSON", start, end, _SCORE)
            for entity in found
            for start, end in self._names(text, entity.start_char, entity.end_char)
            if not any(a <= start < b for a, b in code)
        ]

    def _names(self, text: str, start: int, end: int) -> list[tuple[int, int]]:
        """The name without elision and ordinary words at its ends; a line end ends a name."""
        names = []
        for line in re.finditer(r"[^\n]+", text[start:end]):
            words = []
            for match in _WORD.finditer(line.group()):
                elided = _ELISION.match(match.group())
                first = match.start() + (elided.end() if elided else 0)
                if first < match.end():
                    words.append((start + line.start() + first, start + line.start() + match.end()))
            while words and self._is_ordinary(text[slice(*words[0])]):
                words.pop(0)
            while words and self._is_ordinary(text[slice(*words[-1])]):
                words.pop()
            if words and len(words) <= _LONGEST_WORDS and words[-1][1] - words[0][0] > 1:
                names.append((words[0][0], words[-1][1]))
        return names

    def _is_ordinary(self, word: str) -> bool:
        """An ordinary word in lower case, or one of the words nobody is called by."""
        return (
            word.lower() in REQUESTS
            or (word.islower() and self._lexicon.knows(word))
            or (word.isupper() and len(word) > 1 and self._lexicon.knows(word))
        )
