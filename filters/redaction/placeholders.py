"""Typed placeholders, numbered within one record only, in the record's language.

`<PERSONNE_1>` in French, `<PERSON_1>` in any other; the same value, or a part of the same name, has
the same number. Types other than people are numbered only when a record holds several values.
"""

import re
from collections.abc import Sequence

from filters.redaction.identities import folded
from filters.redaction.outcome import Span
from filters.redaction.recognizers.url import domain_of

_FRENCH = {
    "PERSON": "PERSONNE", "EMAIL": "EMAIL", "PHONE": "TELEPHONE", "ADDRESS": "ADRESSE",
    "HANDLE": "PSEUDO", "URL": "LIEN", "NIR": "NUMERO_SECU", "SIRET": "NUMERO_ENTREPRISE",
    "IBAN": "COMPTE", "CARD": "CARTE", "IP": "ADRESSE_IP", "MAC": "ADRESSE_MAC",
    "DATE_OF_BIRTH": "NAISSANCE", "DATE": "DATE", "AGE": "AGE", "PLATE": "PLAQUE",
    "CRYPTO": "PORTEFEUILLE",
    "COORDINATES": "COORDONNEES", "PASSPORT": "PASSEPORT", "IDENTITY_CARD": "CARTE_IDENTITE",
    "DRIVING_LICENCE": "PERMIS", "TAX_NUMBER": "NUMERO_FISCAL", "CREDENTIAL": "SECRET",
    "REFERENCE": "REFERENCE",
}  # fmt: skip
_TITLES = frozenset(
    [
        "m",
        "mm",
        "mr",
        "mrs",
        "ms",
        "mme",
        "mlle",
        "dr",
        "pr",
        "me",
        "monsieur",
        "madame",
        "mademoiselle",
        "docteur",
    ]
)
_ENGLISH = {"URL": "LINK", "NIR": "SOCIAL_SECURITY", "SIRET": "COMPANY", "IBAN": "ACCOUNT"}

_NAMES = sorted({*_FRENCH.values(), *_FRENCH, *_ENGLISH.values()} - {"LIEN", "LINK", "URL"})
WRITTEN = re.compile(
    rf"<(?P<name>{'|'.join(_NAMES)})(?:_(?P<number>\d{{1,4}}))?>"
    r"|<(?:LIEN|LINK)(?: [\w\-]{1,63}(?:\.[\w\-]{1,63}){1,5})?>"
)
"""A placeholder of ours, as a text may hold it that was cleaned before."""


def untouched(text: str, spans: Sequence[Span]) -> list[Span]:
    """The spans that leave every placeholder whole: none lies in one, none ends in one."""
    if "<" not in text:
        return list(spans)
    written = [match.span() for match in WRITTEN.finditer(text)]
    kept: list[Span] = []
    for span in spans:
        start, end = span.start, span.end
        if any(a <= start and end <= b for a, b in written):
            continue
        for a, b in written:
            if a < end and start < b:
                start, end = min(start, a), max(end, b)
        kept.append(Span(start, end, span.type))
    return kept


class Numbering:
    """The placeholders of one record."""

    def __init__(self, language: str) -> None:
        self._is_french = language == "fr"
        self._values: dict[str, list[str]] = {}
        self._taken: dict[str, int] = {}
        """The last number of each placeholder that the record holds already."""

    def see(self, text: str, spans: Sequence[Span]) -> None:
        """Take note of the values of one text, before any is replaced."""
        for match in WRITTEN.finditer(text) if "<" in text else ():
            name, number = match["name"], int(match["number"] or 1)
            if name:
                self._taken[name] = max(self._taken.get(name, 0), number)
        for span in spans:
            known = self._values.setdefault(span.type, [])
            value = folded(text[span.start : span.end])
            if value not in known:
                known.append(value)

    def replace(self, text: str, spans: Sequence[Span]) -> str:
        """The text with every span replaced; spans are in order and do not overlap."""
        parts: list[str] = []
        at = 0
        for span in spans:
            parts += (text[at : span.start], self._placeholder(text[span.start : span.end], span))
            at = span.end
        return "".join((*parts, text[at:]))

    def _placeholder(self, value: str, span: Span) -> str:
        name = (
            _FRENCH.get(span.type, span.type)
            if self._is_french
            else _ENGLISH.get(span.type, span.type)
        )
        if span.type == "URL":
            return f"<{name} {domain_of(value)}>" if domain_of(value) else f"<{name}>"
        known = self._values[span.type]
        if span.type != "PERSON":
            taken = self._taken.get(name, 0)
            number = taken + known.index(folded(value)) + 1
            return f"<{name}_{number}>" if taken or len(known) > 1 else f"<{name}>"
        return f"<{name}_{self._person(folded(value))}>"

    def _person(self, value: str) -> int:
        """Number of a person: a part of a longer name seen in the record is that person."""
        people: list[list[str]] = []
        numbers: dict[str, int] = {}
        for name in sorted(self._values["PERSON"], key=len, reverse=True):
            parts = name_parts(name)
            fits = [n for n, person in enumerate(people, 1) if _is_of(parts, person)]
            if fits:
                numbers[name] = fits[0]
            else:
                people.append(parts)
                numbers[name] = len(people)
        order = sorted(set(numbers.values()), key=lambda n: self._first_place(numbers, n))
        taken = max(self._taken.get(name, 0) for name in ("PERSONNE", "PERSON"))
        return taken + order.index(numbers[value]) + 1

    def _first_place(self, numbers: dict[str, int], number: int) -> int:
        names = self._values["PERSON"]
        return min(names.index(name) for name, other in numbers.items() if other == number)


def name_parts(name: str) -> list[str]:
    """The words of a name, in order, without the title before it."""
    words: list[str] = re.findall(r"[^\W_]+", name)
    return [word for word in words if word not in _TITLES] or words


def _is_of(parts: list[str], person: list[str]) -> bool:
    """Whether this names somebody whose full name is known: in part, by initials, in one word."""
    if all(part in person or _is_initial(part, person) for part in parts):
        return True
    together = "".join(parts)
    return together in ("".join(person), "".join(reversed(person))) or (
        len(together) > 1 and together == "".join(word[0] for word in person)[: len(together)]
    )


def _is_initial(part: str, person: list[str]) -> bool:
    return len(part) == 1 and any(word.startswith(part) for word in person)
