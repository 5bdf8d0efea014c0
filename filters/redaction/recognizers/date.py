"""Full dates since 1900, in digits and in words: with a town they are as good as a name.

A year, a month or a day alone stays, and so does what happened before 1900.
"""

import re
from collections.abc import Iterator

from filters.redaction.finder import Finder, Hit

_FRENCH_MONTH = (
    r"(?:janvier|janv\.?|f[ée]vrier|f[ée]vr?\.?|mars|avril|avr\.?|mai|juin|juillet|juil\.?|ao[uû]t|"
    r"septembre|sept\.?|octobre|oct\.?|novembre|nov\.?|d[ée]cembre|d[ée]c\.?)"
)
_ENGLISH_MONTH = (
    r"(?:january|jan\.?|february|feb\.?|march|mar\.?|april|apr\.?|may|june|jun\.?|july|jul\.?|"
    r"august|"
    r"aug\.?|september|sept?\.?|october|oct\.?|november|nov\.?|december|dec\.?)"
)
_YEAR = r"(?:19|20)\d{2}"
_UNITS = "(?:un|une|deux|trois|quatre|cinq|six|sept|huit|neuf)"
_DAY_WORDS = (
    r"(?:premier|deux|trois|quatre|cinq|six|sept|huit|neuf|dix(?:[- ](?:sept|huit|neuf))?|onze|"
    r"douze|"
    rf"treize|quatorze|quinze|seize|vingt(?:[- ](?:et[- ])?{_UNITS})?|trente(?:[- ]et[- ]un)?)"
)
_YEAR_WORDS = (
    r"(?:mil(?:le)?[- ]neuf[- ]cents?|dix[- ]neuf[- ]cents?|deux[- ]mille?)"
    r"(?:[- ](?:et|un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|"
    r"quinze|seize|vingts?|trente|quarante|cinquante|soixante|septante|huitante|nonante)\b){0,6}"
)
_PATTERNS = (
    re.compile(
        rf"(?<![\w,])(?:\d{{1,2}}(?:er|ᵉʳ)?|"
        rf"{_DAY_WORDS})[ .\-/]{{1,2}}{_FRENCH_MONTH}[ .\-/]{{1,2}}"
        rf"(?:{_YEAR}\b|{_YEAR_WORDS})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<!\w)\d{{1,2}}(?:st|nd|rd|th)?(?: of)?[ .\-]{_ENGLISH_MONTH},?[ .\-]{_YEAR}(?!\d)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<!\w){_ENGLISH_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? {_YEAR}(?!\d)", re.IGNORECASE
    ),
    re.compile(
        rf"(?<![\w./\-])(?:0?[1-9]|[12]\d|3[01])\s?([/.\-])\s?(?:0?[1-9]|"
        rf"1[0-2])\s?\1\s?{_YEAR}(?![\w/\-]|\.\d)"
    ),
    re.compile(rf"(?<![\w./\-])(?:0?[1-9]|1[0-2])/(?:0?[1-9]|[12]\d|3[01])/{_YEAR}(?![\w/])"),
    re.compile(
        rf"(?<![\w./\-]){_YEAR}([/.\-])(?:0[1-9]|1[0-2])\1(?:0[1-9]|[12]\d|3[01])(?![\w/\-]|\.\d)"
    ),
)


def _find(text: str) -> Iterator[Hit]:
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            yield match.span()


recognizer = Finder("DATE", _find, needs=r"\d{4}|\bmil|cent|deux")
