"""Dates of birth: whatever date stands beside a word that says so, however short it is written."""

import re
from collections.abc import Iterator

from filters.redaction.calendar import DAY_WORDS, ENGLISH_MONTH, FRENCH_MONTH, MONTH_WORDS
from filters.redaction.finder import Finder, Hit, both, either, figures, says

_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:er|st|nd|rd|th)?"
_MONTH = rf"(?:{FRENCH_MONTH}|{ENGLISH_MONTH})"
_DATE = re.compile(
    rf"(?<![^\W_])(?<![./\-])(?:"
    rf"{_DAY}(?P<gap>[ ]?[/.\-][ ]?|[ ])(?:0?[1-9]|1[0-2])(?:(?P=gap)(?:19|20)?\d{{2}})?"
    rf"|(?:{_DAY}|{DAY_WORDS})(?: of)?[ .\-]{_MONTH}(?:,?[ .\-](?:(?:19|20)\d{{2}}|['’]?\d{{2}}))?"
    rf"|{_MONTH}[ ]{_DAY}(?:,?[ ](?:19|20)\d{{2}})?"
    rf"|(?:19|20)\d{{2}}[/.\-]\d{{1,2}}[/.\-]\d{{1,2}}"
    rf"|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d{{2}}"
    rf"|(?:{_MONTH}[ ])?(?:19|20)\d{{2}})(?![^\W_]|[/.\-]\d)",
    re.IGNORECASE,
)
_SAYS = r"(?:n[ée]e?s?(?= (?:le|en|un)\b|[^\w]|$)|naissance|naiss|anniv(?:ersaire)?|ddn|born|birth ?da(?:y|te)|date of birth|d\.?o\.?b\.?|bday)"
_BEFORE = re.compile(
    rf"(?<![^\W_]){_SAYS}(?: n°)?[^\w\n]{{0,6}}"
    r"(?:(?:le|la|un|une|en|est|c['’]?est|c|c'etait|c['’][ée]tait|n|on|in|is|was|obligatoire|au|du|jour|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)[^\w\n]{1,5}){0,3}$",
    re.IGNORECASE,
)
_AFTER = re.compile(rf"(?:</t[dh]>)?[^\w\n]{{1,12}}(?:date de )?(?:{_SAYS})(?!\w)", re.IGNORECASE)
_CHARS_BEFORE = 60
_CHARS_AFTER = 40
_YEAR_CHARS = 4


def _find(text: str) -> Iterator[Hit]:
    for match in _DATE.finditer(text):
        before = text[max(0, match.start() - _CHARS_BEFORE) : match.start()].replace("_", " ")
        after = text[match.end() : match.end() + _CHARS_AFTER].replace("_", " ")
        is_year = match.group().isdigit() and len(match.group()) == _YEAR_CHARS
        if _BEFORE.search(before) or (not is_year and _AFTER.match(after)):
            yield match.span()


recognizer = Finder(
    "DATE_OF_BIRTH",
    _find,
    needs=both(
        says(
            "ne",
            "nee",
            "nes",
            "nees",
            "naissance",
            "naiss",
            "anniv",
            "anniversaire",
            "ddn",
            "born",
            "birth",
            "birthday",
            "birthdate",
            "bday",
            "dob",
            "ob",
            "b",
        ),
        either(figures(1), says(*MONTH_WORDS)),
    ),
)
