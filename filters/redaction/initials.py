"""People behind an initial: "Y. Trébeurden m'a répondu", whether or not something else tells them.

A letter and a dot also end a sentence ("vitamine C. Elle aide"), open an answer ("B. Faux") or are
half an abbreviation ("U.S. Steel"): the word behind must be no ordinary one, nor a town or a brand.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from filters.language import is_everyday
from filters.redaction.identities import folded
from filters.redaction.lexicon import FIRST_NAMES, NOT_PEOPLE
from filters.redaction.outcome import Span

_INITIALS = r"(?<![\w.&'’\-])(?P<initials>[A-ZÀ-ÖØ-Þ]\.(?:[ ]?-?[A-ZÀ-ÖØ-Þ]\.){0,2}|(?:Chr?|Fr|Ph|Th)\.)[ ]?"
"""Or the letters that French shortens a first name to: "Ph. Mercier"."""
_INITIALS_CHARS = 12
_BEFORE = re.compile(rf"{_INITIALS}$")
_NO_LETTER = re.compile(r"[\W\d_]")
_INITIALLED = re.compile(
    rf"{_INITIALS}"
    r"(?P<particle>(?:de|du|des|le|la|van|von|el|ben|d['’])[ ]?(?<=[ '’]))?"
    r"(?P<surname>[A-ZÀ-ÖØ-Þ](?:['’][A-ZÀ-ÖØ-Þ])?[^\W\d_]{2,24}(?:-[A-ZÀ-ÖØ-Þ][^\W\d_]{1,24})?)(?![\w@/])"
)
_ABBREVIATIONS = frozenset(
    ["US", "UK", "EU", "UN", "UE", "DC", "LA", "NY", "PS", "NB", "AM", "PM", "QG", "JO"]
)
_ANSWERS = (
    (re.compile(r"(?<![\w.])A[.)]"), re.compile(r"(?<![\w.])B[.)]")),
    (re.compile(r"(?<![\w.])I\."), re.compile(r"(?<![\w.])II\.")),
)
"""Letters that number what stands behind them, the first and the next."""


def initialled(text: str, is_word: Callable[[str], bool]) -> Iterator[Span]:
    """People with their initials; in: whether a word is one of a language that is read."""
    found = [match for match in _INITIALLED.finditer(text) if _is_name(match, is_word)]
    if found and not _numbers_answers(text):
        yield from (Span(match.start(), match.end(), "PERSON") for match in found)


def _numbers_answers(text: str) -> bool:
    for first, second in _ANSWERS:
        opening = first.search(text)
        if opening and second.search(text, opening.end()):
            return True
    return False


def _is_name(match: re.Match[str], is_word: Callable[[str], bool]) -> bool:
    surname = folded(match["surname"])
    return not (
        match["initials"].replace(".", "") in _ABBREVIATIONS
        or surname in NOT_PEOPLE
        or surname in FIRST_NAMES
        or any(is_everyday(part) or is_word(part) for part in surname.split("-"))
    )


def with_initials(text: str, spans: Sequence[Span]) -> list[Span]:
    """The same spans, a surname's with the initials before: "Y. Trébeurden", "J.-P. Quillivic".

    Before a first name a letter and a dot end a sentence: "le plan B. Julie arrive".
    """
    result: list[Span] = []
    for span in spans:
        least = result[-1].end if result else 0
        start = span.start
        if span.type == "PERSON" and "." in text[max(least, start - 2) : start]:
            initials = _BEFORE.search(text[max(least, start - _INITIALS_CHARS) : start])
            if initials and text[start].isupper() and not _opens_with_first_name(text, span):
                start -= len(initials.group())
        result.append(Span(start, span.end, span.type))
    return result


def _opens_with_first_name(text: str, span: Span) -> bool:
    return folded(_NO_LETTER.split(text[span.start : span.end], maxsplit=1)[0]) in FIRST_NAMES
