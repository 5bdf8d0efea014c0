"""Full dates since 1900, in digits and in words: with a town they are as good as a name.

A year, a month or a day of the month in digits stays, and so does what happened before 1900. A day said
in words ("le trois mai") goes unless it is a public holiday.
"""

import re
from collections.abc import Iterator

from filters.redaction.calendar import DAY_WORDS, ENGLISH_MONTH, FRENCH_MONTH
from filters.redaction.finder import Finder, Hit

_DAY_NAME = r"(?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|(?:mon|tues|wednes|thurs|fri|satur|sun)day),?[ ]"
"""Belongs to the date it stands before."""
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
_PATTERNS = (
    # A year in two figures or in words is one where a day and a month stand before it.
    re.compile(
        rf"(?<![^\W_])(?<!\d,)(?:{_DAY_NAME})?(?:(?:0?[1-9]|[12]\d|3[01])(?:er|ᵉʳ)?|{DAY_WORDS})[ .\-/]{{1,2}}{FRENCH_MONTH}[ .\-/]{{1,2}}"
        rf"(?:{_YEAR_SHORT}|{_YEAR_SHORT_WORDS})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<![^\W_])(?:\d{{1,2}}|{DAY_WORDS})[ ]?(?:er|[èe]?me|e|i[èe]me)?[ ]jour (?:de |du mois de |d['’])(?:mois de |mois d['’])?{FRENCH_MONTH}[ ](?:{_YEAR}\b|{_YEAR_WORDS})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<![^\W_])(?<!\d,)(?:{_DAY_NAME})?(?:\d{{1,2}}(?:er|ᵉʳ)?|"
        rf"{DAY_WORDS})[ .\-/]{{1,2}}{FRENCH_MONTH}[ .\-/]{{1,2}}"
        rf"(?:{_YEAR}\b|{_YEAR_WORDS})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<!\w)(?:{_DAY_NAME})?\d{{1,2}}(?:st|nd|rd|th)?(?: of)?[ .\-]{ENGLISH_MONTH},?[ .\-]{_YEAR}(?!\d)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<!\w)(?:{_DAY_NAME})?{ENGLISH_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? {_YEAR}(?!\d)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<![^\W_])(?<![./\-])(?:{_DAY_NAME})?(?:0?[1-9]|[12]\d|3[01])\s?([/.\-])\s?(?:0?[1-9]|"
        rf"1[0-2])\s?\1\s?{_YEAR}(?![^\W_]|[/\-]\d|\.\d)"
    ),
    re.compile(
        rf"(?<![^\W_])(?<![./\-])(?:0?[1-9]|1[0-2])/(?:0?[1-9]|[12]\d|3[01])/{_YEAR}(?![\w/])"
    ),
    re.compile(
        rf"(?<![\w./\-]){_YEAR}([/.\-])(?:0[1-9]|1[0-2])\1(?:0[1-9]|[12]\d|3[01])(?![\w/\-]|\.\d)"
    ),
    # Two digits of a year: with slashes as it stands, with dots it is a version unless "le" says so.
    re.compile(
        r"(?<![^\W_])(?<![./\-])(?:0[1-9]|[12]\d|3[01])/(?:0[1-9]|1[0-2])/\d{2}(?![^\W_]|[/.]\d)"
    ),
    re.compile(
        r"(?:\b(?:le|du|au|depuis|avant|apr[èe]s|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche)[ ])"
        r"(?P<value>(?:0?[1-9]|[12]\d|3[01])(?P<dot>[./\-])(?:0?[1-9]|1[0-2])(?P=dot)\d{2})(?![^\W_]|[/.\-]\d)",
        re.IGNORECASE,
    ),
)
_SAID = re.compile(
    rf"(?<![^\W_])(?<![\w]-)(?:{_DAY_NAME})?{DAY_WORDS}[ ]{FRENCH_MONTH}(?!\w)", re.IGNORECASE
)
_HOLIDAY = re.compile(
    r"premier (?:janvier|mai|avril)|huit mai|quatorze juillet|quinze ao[uû]t|(?:premier|onze) novembre|vingt[- ]cinq d[ée]cembre|"
    r"onze septembre",
    re.IGNORECASE,
)
"""Everybody's days: said in words they tell nothing of anybody."""


def _find(text: str) -> Iterator[Hit]:
    for pattern in _PATTERNS:
        group = "value" if "value" in pattern.groupindex else 0
        for match in pattern.finditer(text):
            yield match.span(group)
    for match in _SAID.finditer(text):
        if not _HOLIDAY.fullmatch(match.group()):
            yield match.span()


recognizer = Finder(
    "DATE", _find, needs=rf"\d{{4}}|/\d\d|[./\-]\d\d|\bmil|cent|deux|{FRENCH_MONTH}"
)
