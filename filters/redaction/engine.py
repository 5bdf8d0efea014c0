"""Presidio with our recognizers, on a spaCy pipeline that does nothing but find names, in batches.

Order: the archive's dictionary, the patterns, the names the model finds, every other place of what
was found, then a second look at the cleaned text. Fail closed: a text that cannot be cleaned is
refused, never passed on.
"""

import gc
import os
import time
from collections.abc import Callable, Iterable, Sequence

# Presidio's URL recognizer would fetch a list from the network; nothing here ever does.
os.environ["TLDEXTRACT_PUBLIC_SUFFIX_LIST_URLS"] = ""

from presidio_analyzer import RecognizerRegistry, RecognizerResult

from filters import language as languages_known
from filters.language import UNKNOWN, detect
from filters.limits import Limits
from filters.reader import Identities
from filters.redaction.finder import Finder
from filters.redaction.identities import Dictionary
from filters.redaction.initials import with_initials
from filters.redaction.lexicon import is_no_name
from filters.redaction.likeness import Likeness
from filters.redaction.minors.statement import tells_of_a_minor
from filters.redaction.outcome import PLACEHOLDER, Cleaned, OfPlace, Refusal, Refused, Span, Title
from filters.redaction.people import People
from filters.redaction.pipeline import Pipeline
from filters.redaction.place_names import named as places_named
from filters.redaction.placeholders import Numbering, untouched
from filters.redaction.recognizers import (
    address,
    address_abroad,
    age,
    bare_subject,
    birth,
    card,
    coordinates,
    credential,
    crypto,
    date,
    driving_licence,
    email,
    first_name,
    handle,
    hashtag,
    home_folder,
    iban,
    identity_card,
    ip,
    mac,
    nir,
    passport,
    phone,
    plate,
    postcode,
    reference,
    said_name,
    signature,
    siret,
    tax_number,
    titled_name,
    url,
)
from filters.redaction.repeats import named_again, names, repeated, values
from filters.redaction.spans import (
    masked_share,
    merged,
    with_titles,
    with_whole_accounts,
)
from filters.redaction.topics import topics_of
from filters.redaction.visible import Visible

MOST_MASKED = 0.3
TEXT_SECONDS = 2.0
"""How long the recognizers may take over one text."""
_ALWAYS_ALLOWED_CHARS = 12
"""A text this short may be a name and little else: the share says nothing about it."""
_IN_PLACE_OF_PLACEHOLDER = "\ufffc"

PATTERNS: tuple[Finder, ...] = tuple(
    module.recognizer
    for module in (
        credential, url, email, iban, nir, siret, card, phone, tax_number, ip, mac, crypto,
        coordinates, plate, passport, identity_card, driving_licence, address,
        postcode, address_abroad, birth, date, age, handle, said_name,
        titled_name, signature, hashtag, bare_subject, first_name, home_folder, reference,
    )
)  # fmt: skip
"""In order of trust: of two that overlap, the earlier names the type."""
IN_TITLES: tuple[Finder, ...] = tuple(
    module.recognizer
    for module in (credential, url, email, iban, nir, card, phone, ip, crypto, coordinates)
)
"""What no published work is called."""
_TRUST = {
    entity: rank for rank, entity in enumerate(r.supported_entities[0] for r in reversed(PATTERNS))
}


class TimeReached(Exception):
    """The analysis of one text took too long."""


class Redactor:
    """One a worker process; what it loads is shared by the children that are forked from it."""

    def __init__(self, languages: Iterable[str] = ("fr", "en")) -> None:
        pipelines = {language: Pipeline(language) for language in languages}
        likeness = Likeness(pipelines.values())
        lexicons = [pipeline.lexicon for pipeline in pipelines.values()]
        self._people = {
            language: People(pipeline, likeness, lexicons)
            for language, pipeline in pipelines.items()
        }
        self._registry = RecognizerRegistry(supported_languages=list(pipelines))
        self._registry.recognizers = list(PATTERNS)
        for people in self._people.values():
            self._registry.add_recognizer(people.recognizer)
        self._dictionary = Dictionary(Identities())
        languages_known.classifier()
        # The models stay: what looks for garbage need not walk through them, here or in a child.
        gc.freeze()

    def redact(
        self, records: Sequence[Sequence[str]], identities: Identities, limits: Limits
    ) -> list[list[Cleaned | Refused]]:
        """Clean the texts of each record.

        A text in a language without a model is refused; one that shows no language takes that of
        the record's other texts, else French.
        """
        self._learn(identities)
        jobs = [_Job(texts, limits, self._people) for texts in records]
        for language in self._people:
            texts = [
                t for job in jobs for t in job.texts if t.language == language and not t.refusal
            ]
            self._find(language, [text for text in texts if not text.is_title])
            self._find(language, [text for text in texts if text.is_title])
        return [self._finish(job) for job in jobs]

    def spans(
        self, texts: Sequence[str], language: str, identities: Identities
    ) -> list[list[Span]]:
        """Where something is masked in each text, in a given language; nothing is withheld.

        A text whose analysis fails is masked whole.
        """
        self._learn(identities)
        prepared = [_Text(text, language) for text in texts]
        self._find(language, prepared)
        for text in prepared:
            _mask_repeated([text], self._tells_a_name)
            if text.refusal is not None and text.visible.text:
                text.found = [Span(0, len(text.visible.text), "UNREADABLE")]
        return [text.spans for text in prepared]

    def _learn(self, identities: Identities) -> None:
        if self._dictionary.identities is identities:
            self._dictionary.update()
        else:
            self._dictionary = Dictionary(identities, self._is_word)

    def _is_word(self, plain: str) -> bool:
        return is_no_name(plain) and any(p.knows(plain) for p in self._people.values())

    def _tells_a_name(self, plain: str) -> bool:
        """Whether a word of a name that was found is a name wherever it stands."""
        return not any(people.knows(plain) for people in self._people.values())

    def _find(self, language: str, texts: Sequence["_Text"]) -> None:
        """Fill in what each text holds: all titles, or none. The same words in the same batch are
        analysed once."""
        alike: dict[str, list[_Text]] = {}
        for one in texts:
            alike.setdefault(one.visible.text, []).append(one)
        found: dict[str, list[Span]] = {}
        refused: dict[str, Refusal] = {}
        for text in alike:
            try:
                found[text] = self._sure(text, is_title=alike[text][0].is_title)
            except TimeReached:
                refused[text] = "time"
            except Exception:  # noqa: BLE001 - whatever fails, this text is not passed on
                refused[text] = "failed"
        by_model = {text: spans for text, spans in found.items() if not alike[text][0].is_title}
        for text, people in self._look_for_people(language, by_model).items():
            if people is None:
                refused[text] = "failed"
            else:
                found[text] += people
        for text, same in alike.items():
            whole = untouched(text, with_whole_accounts(text, found[text]))
            spans = [] if text in refused else merged(text, whole, _TRUST)
            for one in same:
                one.found, one.refusal = list(spans), refused.get(text)
                if one.place:
                    places = places_named(text, one.place, self._tells_a_name)
                    one.found = merged(text, [*spans, *places], _TRUST)

    def _look_for_people(
        self, language: str, found: dict[str, list[Span]]
    ) -> dict[str, list[Span] | None]:
        try:
            return self._people[language].find(found)
        except Exception:  # noqa: BLE001 - whatever fails, these texts are not passed on
            return dict.fromkeys(found)

    def _sure(self, text: str, *, is_title: bool = False) -> list[Span]:
        """What dictionary and patterns find: all that the second look looks for again."""
        until = time.monotonic() + TEXT_SECONDS
        found = self._dictionary.find(text)
        for recognizer in IN_TITLES if is_title else PATTERNS:
            found += _spans(recognizer.analyze(text))
            if time.monotonic() > until:
                raise TimeReached
        return found

    def _finish(self, job: "_Job") -> list[Cleaned | Refused]:
        _mask_repeated(job.texts, self._tells_a_name)
        numbering = Numbering(job.language)
        for text in job.texts:
            numbering.see(text.visible.text, text.found)
        return [self._cleaned(text, numbering) for text in job.texts]

    def _cleaned(self, text: "_Text", numbering: Numbering) -> Cleaned | Refused:
        source = text.visible.text
        if text.refusal is not None:
            return Refused(text.refusal)
        if any(span.type == "CREDENTIAL" for span in text.found):
            return Refused("credential")
        if masked_share(source, text.found) > MOST_MASKED and len(source) > _ALWAYS_ALLOWED_CHARS:
            return Refused("too_masked")
        clean = numbering.replace(source, text.found)
        try:
            # Where nothing was masked, the first look has seen the very same text.
            again = PLACEHOLDER.sub(_IN_PLACE_OF_PLACEHOLDER, clean)
            left = text.found and self._sure(again, is_title=text.is_title)
        except Exception:  # noqa: BLE001 - a text nobody could look at again is not passed on
            return Refused("failed")
        if left:
            return Refused("second_look")
        return Cleaned(clean, text.said_language, tuple(text.spans), topics_of(source))


class _Text:
    """One text on its way through."""

    def __init__(
        self, original: str, language: str, refusal: Refusal | None = None, *, is_told: bool = True
    ) -> None:
        # The models take no text of another class.
        self.visible = Visible(str(original))
        self.said_language = language if is_told else UNKNOWN
        """Without evidence the text is looked at as French, and said to be in no language."""
        self.is_title = isinstance(original, Title)
        self.place = original.place if isinstance(original, OfPlace) else ""
        self.language = language
        self.refusal = refusal
        self.found: list[Span] = []
        """Offsets into the visible form."""

    @property
    def spans(self) -> list[Span]:
        """Offsets into the text as it was given."""
        return [
            Span(*self.visible.in_original(span.start, span.end), span.type) for span in self.found
        ]


class _Job:
    """The texts of one record, and the language they share when one of them does not tell."""

    def __init__(self, originals: Sequence[str], limits: Limits, known: Iterable[str]) -> None:
        found = [detect(text)[0] for text in originals]
        told = [language for language in found if language in known]
        self.language = told[0] if told else "fr"
        self.texts = [
            _Text(
                original if len(original) <= limits.text_chars else "",
                language if language in known else self.language,
                _refusal(original, language, limits, known),
                is_told=language in known or bool(told),
            )
            for original, language in zip(originals, found, strict=True)
        ]
        self._refuse_if_a_minors()

    def _refuse_if_a_minors(self) -> None:
        """A record in which one text says that somebody is a minor is that minor's data, all of it:
        nothing of it is analysed, nor shown as an example."""
        if any(tells_of_a_minor(text.visible.text) for text in self.texts if not text.is_title):
            for text in self.texts:
                text.refusal = "minor"


def _refusal(original: str, language: str, limits: Limits, known: Iterable[str]) -> Refusal | None:
    if len(original) > limits.text_chars:
        return "too_long"
    # No model is needed for a title, whatever its language.
    is_read = language == UNKNOWN or language in known or isinstance(original, Title)
    return None if is_read else "language"


def _mask_repeated(texts: Sequence[_Text], is_telling: Callable[[str], bool]) -> None:
    """What is masked in one place of a record is masked in all its texts."""
    known: dict[str, str] = {}
    for text in texts:
        known |= values(text.visible.text, text.found)
    people = names(known, is_telling)
    for text in texts:
        again = repeated(text.visible.text, known)
        if people and not text.is_title:
            again += named_again(text.visible.text, people)
        if len(again) > len(text.found) or any(span not in text.found for span in again):
            text.found = merged(text.visible.text, [*text.found, *again], _TRUST)
        text.found = with_initials(text.visible.text, text.found)
        if text.language == "fr":
            text.found = with_titles(text.visible.text, text.found)


def _spans(results: Iterable[RecognizerResult]) -> list[Span]:
    return [Span(r.start, r.end, r.entity_type) for r in results if r.end > r.start]
