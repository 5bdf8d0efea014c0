"""Full dates since 1900, in digits and in words: with a town they are as good as a name.

A year, a month or a day of the month stays, in digits or in words, and so does what happened before 1900.
"""

import re
from collections.abc import Iterator

from filters.redaction.calendar import DAY_WORDS, ENGLISH_MONTH, FRENCH_MONTH, MONTH_WORDS
from filters.redaction.finder import Finder, Hit, both, either, figures, has, says

_DAY_NAME = re.compile(
    r"(?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|(?:mon|tues|wednes|thurs|fri|satur|sun)day),?[ ]$",
    re.IGNORECASE,
)
"""Belongs to the date it stands before."""
_DAY_NAME_CHARS = 12
_YEAR = r"(?:19|20)\d{2}"
_YEAR_WORDS = (
    r"(?:mil(?:le)?[- ]neuf[- ]cents?|dix[- ]neuf[- ]cents?|deux[- ]mille?)"
    r"(?:[- ](?:et|un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|"
    r"quinze|seize|vingts?|trente|quarante|cinquante|soixante|septante|huitante|nonante)\b){0,6}"
)
_YEAR_SHORT = r"(?:['’]\d{2}|\d{2})(?![\w:]|[.,]\d)(?=[ ]?(?:[^\w\s€%$°]|\n|$)|[ ](?:à|a|et|ou|dans|au|chez|en|avec|sur|pour|que?|qui|je|j|on|il|elle|nous|ils|c|mais|donc|le|la|les|mon|ma|après|avant|jusqu|depuis|est|était|stp|svp|merci)(?!\w))"
_YEAR_SHORT_WORDS = (
    r"(?:(?:quatre[- ]vingts?|soixante|cinquante|quarante|trente)(?:[- ](?:et|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|"
    r"quatorze|quinze|seize)){0,4})(?![\w-])(?![ ](?:ans|euros?|personnes?|minutes?|heures?|km|jours?|fois)(?!\w))"
)
_IN_FRENCH = re.compile(
    rf"(?<![^\W_])(?<!\d,)(?:\d{{1,2}}(?:er|ᵉʳ)?|{DAY_WORDS})(?:[ .\-/]{{1,2}}|[ ]?(?:[èe]?me|e|i[èe]me)?[ ]jour (?:de |d['’])(?:mois (?:de |d['’]))?){FRENCH_MONTH}[ .\-/]{{1,2}}"
    rf"(?:{_YEAR}\b|{_YEAR_WORDS}|{_YEAR_SHORT}|{_YEAR_SHORT_WORDS})",
    re.IGNORECASE,
)
_IN_ENGLISH = (
    re.compile(
        rf"(?<!\w)\d{{1,2}}(?:st|nd|rd|th)?(?: of)?[ .\-]{ENGLISH_MONTH},?[ .\-]{_YEAR}(?!\d)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<!\w){ENGLISH_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? {_YEAR}(?!\d)",
        re.IGNORECASE,
    ),
)
_IN_FIGURES = (
    re.compile(
        rf"(?<![^\W_])(?<![./\-])(?:0?[1-9]|[12]\d|3[01])\s?([/.\-])\s?(?:0?[1-9]|"
        rf"1[0-2])\s?\1\s?{_YEAR}(?![^\W_]|[/\-]\d|\.\d)"
    ),
    re.compile(
        rf"(?<![^\W_])(?<![./\-])(?:0?[1-9]|1[0-2])/(?:0?[1-9]|[12]\d|3[01])/{_YEAR}(?![\w/])"
    ),
    re.compile(
        rf"(?<![\w./\-]){_YEAR}([/.\-])(?:0[1-9]|1[0-2])\1(?:0[1-9]|[12]\d|3[01])(?![\w/\-]|\.\d)"
    ),
    re.compile(
        r"(?<![^\W_])(?<![./\-])(?:0[1-9]|[12]\d|3[01])/(?:0[1-9]|1[0-2])/\d{2}(?![^\W_]|[/.]\d)"
    ),
)
_SHORT = re.compile(
    r"(?<![^\W_])(?<![./\-])(?:0?[1-9]|[12]\d|3[01])(?P<dot>[./\-])(?:0?[1-9]|1[0-2])(?P=dot)\d{2}(?![^\W_]|[/.\-]\d)"
)
"""Two digits of a year; with dots it is a version unless "le" or a day says so."""
_SAYS_DAY = re.compile(
    r"(?<!\w)(?:le|du|au|depuis|avant|apr[èe]s|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche)[ ]$",
    re.IGNORECASE,
)
_SAYS_MONTH = says(*MONTH_WORDS)
_HAS_FIGURES = both(figures(4), has(r"\d[ ]?[./\-][ ]?\d"))


def _find(text: str) -> Iterator[Hit]:
    for match in _dates(text):
        before = _DAY_NAME.search(text[max(0, match.start() - _DAY_NAME_CHARS) : match.start()])
        yield match.start() - (len(before.group()) if before else 0), match.end()


def _dates(text: str) -> Iterator[re.Match[str]]:
    if _SAYS_MONTH(text):
        yield from _IN_FRENCH.finditer(text)
        for pattern in _IN_ENGLISH:
            yield from pattern.finditer(text)
    if not _HAS_FIGURES(text):
        return
    for pattern in _IN_FIGURES:
        yield from pattern.finditer(text)
    for match in _SHORT.finditer(text):
        if _SAYS_DAY.search(text[max(0, match.start() - _DAY_NAME_CHARS) : match.start()]):
            yield match


recognizer = Finder("DATE", _find, needs=either(_SAYS_MONTH, _HAS_FIGURES))
