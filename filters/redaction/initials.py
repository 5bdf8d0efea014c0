"""People behind an initial, whom nothing else tells: "Y. Trébeurden m'a répondu".

A letter and a dot also end a sentence ("vitamine C. Elle aide"), open an answer ("B. Faux") or are
half an abbreviation ("U.S. Steel"): the word behind must be no ordinary one, nor a town or a brand.
"""

import re
from collections.abc import Callable, Iterator

from filters.language import is_everyday
from filters.redaction.identities import folded
from filters.redaction.lexicon import FIRST_NAMES, NOT_PEOPLE
from filters.redaction.outcome import Span

_INITIALLED = re.compile(
    r"(?<![\w.&'’\-])(?P<initials>[A-ZÀ-ÖØ-Þ]\.(?:[ ]?-?[A-ZÀ-ÖØ-Þ]\.){0,2})[ ]?"
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
