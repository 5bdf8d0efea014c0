"""Dates of birth: whatever date follows a word that says so, however short it is written."""

import re

from filters.redaction.finder import Finder, matches

_MONTH = (
    r"(?:janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[uû]t|septembre|octobre|novembre|"
    r"d[ée]cembre|"
    r"january|february|march|april|may|june|july|august|september|october|november|december)"
)
_SAYS = (
    r"(?:\bn[ée]e?s?\s+(?:le|en)|\b(?:date|jour) de naissance|\banniversaire(?: est|"
    r" c'est)?(?: le)?|"
    r"\bddn|\bborn\s+(?:on|in)|\bdate of birth|\bbirthday(?: is)?(?: on)?|\bd\.?o\.?b\.?)"
)
_BIRTH = re.compile(
    rf"{_SAYS}\s*:?\s*(?:(?:le|est le|is|on)\s+)?"
    rf"(?P<value>\d{{1,2}}(?:er|st|nd|rd|th)?[\s./-](?:{_MONTH}|"
    rf"\d{{1,2}})(?:[\s./-]\d{{2,4}})?(?!\d)"
    rf"|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4}})?|\d{{4}}-\d\d-\d\d"
    rf"|(?:{_MONTH}\s+)?(?:19|20)\d\d\b)",
    re.IGNORECASE,
)

recognizer = Finder("DATE_OF_BIRTH", matches(_BIRTH))
