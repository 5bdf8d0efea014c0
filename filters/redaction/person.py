"""People's names as the language model finds them, less what is certainly none."""

import re
from collections.abc import Sequence

from presidio_analyzer import EntityRecognizer, RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts

from filters.language import is_everyday
from filters.redaction.code import is_code
from filters.redaction.identities import folded
from filters.redaction.lexicon import (
    FIRST_NAMES,
    NAMES_THAT_ARE_WORDS,
    NOT_PEOPLE,
    REQUESTS,
    SURNAMES,
    Lexicon,
    is_no_name,
    is_scrawl,
)
from filters.redaction.outcome import Span

_SENTENCE_END = ".!?\n:;"
LABELS = frozenset({"PER", "PERSON"})
_CODE = re.compile(r"```.*?(?:```|\Z)|`[^`\n]*`", re.DOTALL)
_WORD = re.compile(r"(?<![^\W_])[^\W\d_]+\d?[^\W\d_]*(?:['’\-][^\W\d_]+)*(?![^\W_])")
"""A name may hold a figure ("b2o"); a reference holds more."""
_ELISION = re.compile(r"(?:[dlnmtsjc]|qu)['’]", re.IGNORECASE)
_OPENS_PLACE = re.compile(r" (?:du|de la|des|of the) ")
_OPENERS_WORDS = (
    "bonjour bonsoir salut coucou hello hey hi dear cher chere chers cheres bravo merci "
    "franchement bon bonne joyeux joyeuse happy felicitations rip allo wesh oh ah eh alors "
    "donc enfin dommage courage desole sorry thanks congrats finished with merry good poor "
    "pauvre super madame monsieur mademoiselle mme mlle tel telephone fax mobile"
)
_OPENERS = frozenset(_OPENERS_WORDS.split())
"""Words that stand before a name and are none, whatever their case."""
_VERB_AND_PRONOUN = re.compile(
    r".+-(?:moi|toi|nous|vous|les?|la|lui|ce|ils?|elles?|je|tu|on)", re.IGNORECASE
)
_HAS_ARTICLE = re.compile(r"[ ](?:(?:les?|la|the)[ ]|l['’])")
_OPENS_ITEM = re.compile(r"(?:^|\n)[ \t]*(?:[-–—*•]|\d{1,2}[.)])[ *_]{1,4}$")
_ITEM_CHARS = 12
_PARTS = re.compile(r"[^\W\d_]+")
_ARTICLES = frozenset(["l", "le", "la", "les", "the"])
_LONGEST_WORDS = 6
_LONGEST_ACRONYM = 4
_INITIALS = 2
"""Of a compound first name: JP, JC; other pairs of capitals are seldom people."""
_NAMES = FIRST_NAMES | SURNAMES
_NO_PEOPLE = NOT_PEOPLE - _NAMES
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
        found = [entity for entity in nlp_artifacts.entities if entity.label_ in LABELS]
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
            while words and self._stands_before(text[slice(*words[0])]):
                words.pop(0)
            while words and self._stands_behind(text[slice(*words[-1])]):
                words.pop()
            if len(words) == 1 and self._is_no_person(text, *words[0]):
                continue
            if folded("-".join(text[slice(*word)] for word in words)) in NOT_PEOPLE:
                continue
            if words and self._is_sentence(text, words[0][0], words[-1][1]):
                continue
            if words and len(words) <= _LONGEST_WORDS and words[-1][1] - words[0][0] > 1:
                names.append((words[0][0], words[-1][1]))
        return names

    def _is_sentence(self, text: str, start: int, end: int) -> bool:
        """Ordinary words with an article between ("Croquez la Vie"), or that open an item of a list
        ("2. Mix Flour"): they name nobody."""
        written = text[start:end]
        if " " not in written or not (
            _HAS_ARTICLE.search(written)
            or _OPENS_ITEM.search(text[max(0, start - _ITEM_CHARS) : start])
        ):
            return False
        words = [word for word in _PARTS.findall(written) if word.lower() not in _ARTICLES]
        return all(self._lexicon.knows(word) and is_no_name(folded(word)) for word in words)

    def _stands_before(self, word: str) -> bool:
        return folded(word) in _OPENERS or _is_ordinary(word, self._lexicon)

    def _stands_behind(self, word: str) -> bool:
        is_compound = folded(word).partition("-")[0] in FIRST_NAMES
        return _is_ordinary(word, self._lexicon) or (
            not is_compound and _VERB_AND_PRONOUN.fullmatch(word) is not None
        )

    def _is_no_person(self, text: str, start: int, end: int) -> bool:
        """A town or a brand, alone, whose name nobody bears; an ordinary word that opens a sentence
        or the name of a place ("Maison du tourisme")."""
        word = text[start:end]
        plain = folded(word)
        if is_code(text, start, end):
            return True
        if plain in _NO_PEOPLE or (
            word.isupper()
            and len(word) <= _LONGEST_ACRONYM
            and plain not in _NAMES
            and not (len(word) == _INITIALS and word[0] == "J")
            and not text.isupper()
        ):
            return True
        is_word = plain not in _NAMES | NAMES_THAT_ARE_WORDS and self._lexicon.knows(word)
        return is_word and (bool(_OPENS_PLACE.match(text, end)) or _opens_sentence(text, start))


def may_hold_name(text: str, masked: Sequence[Span], lexicon: Lexicon) -> bool:
    """Whether a word of the text could be a name: then the model must look.

    A word inside a masked span is masked already. An ordinary word in lower case is no name, nor is
    an everyday word that opens a sentence: without any other, the model's answer would be dropped.
    """
    for match in _WORD.finditer(text):
        start = match.start()
        elided = _ELISION.match(match.group())
        word = match.group()[elided.end() :] if elided else match.group()
        plain = folded(word)
        if plain.partition("-")[0] in FIRST_NAMES or (
            plain in NAMES_THAT_ARE_WORDS and not is_everyday(plain)
        ):
            return True  # Masked or not, a surname may follow that is an ordinary word.
        if not word or _is_ordinary(word, lexicon):
            continue
        if word.istitle() and is_everyday(word.lower()) and _opens_sentence(text, start):
            continue
        if not any(span.start <= start and match.end() <= span.end for span in masked):
            return True
    return False


def _opens_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 4) : start].rstrip(" \t\"'«(*-")
    return start == 0 or not before or before[-1] in _SENTENCE_END


def _is_ordinary(word: str, lexicon: Lexicon) -> bool:
    """An ordinary word in lower case, or one of the words nobody is called by."""
    return (
        word.lower() in REQUESTS
        or (word.islower() and all(map(lexicon.knows, word.split("-"))))
        or (is_scrawl(folded(word)) and not word.isupper())
        or (word.isupper() and len(word) > 1 and lexicon.knows(word))
    )
