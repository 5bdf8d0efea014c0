"""E-mail addresses, also dictated or written out to fool robots ("arobase", "[at]"). RFC 5321, loosely.

An address whose at sign is a word that says other things too ("at", "chez"), or stands apart, must
look like one: a mark or a figure before it, or a mail host behind.
"""

import re
from collections.abc import Iterator

from filters.language import is_everyday
from filters.redaction.domains import MAIL_HOST, MAIL_HOSTS, SUFFIX
from filters.redaction.finder import Finder, Hit

_PLAIN = re.compile(r"(?<![\w.+%\-])[\w+%][\w.+%'\-]*+@(?:[\w\-]{1,63}\.){1,8}[^\W\d_]{2,24}")
_AT = r"(?:\s?[\[({<]\s?(?:at|arobase|arobas|a|@)\s?[\])}>]\s?|\s(?:arobase|arobas|arrobase|arobaze)\s|\s@\s|@)"
_LOOSE_AT = r"(?:\sat\s|\schez\s|\s@|@\s{1,2})"
_DOT = r"(?:\s?[\[({<]\s?(?:dot|point|\.)\s?[\])}>]\s?|\s(?:dot|point)\s|\.)"
_DASH = r"(?:\s(?:tiret(?:\s(?:du\s)?(?:bas|haut|milieu|6|8|six|huit))?|underscore|under\sscore|dash|hyphen|trait\sd['’]union)\s)"
_LOCAL = rf"(?<![\w.+\-])(?P<local>[\w+\-]{{1,64}}(?:(?:{_DOT}|{_DASH})[\w+\-]{{1,64}}){{0,5}})"
_HOST = (
    rf"(?P<host>[\w\-]{{1,63}}(?:(?:{_DOT}|{_DASH})[\w\-]{{1,63}}){{0,3}}){_DOT}{SUFFIX}(?![\w\-])"
)
_SPELLED = re.compile(rf"{_LOCAL}{_AT}{_HOST}", re.IGNORECASE)
_LOOSE = re.compile(rf"{_LOCAL}{_LOOSE_AT}{_HOST}", re.IGNORECASE)
_MISTYPED = re.compile(
    rf"(?<![\w.+%\-])[\w+%][\w.+%'\-]*+@{MAIL_HOST}(?:\s?[.,;]\s?{SUFFIX})?(?![\w\-])",
    re.IGNORECASE,
)
"""At a mail host, the ending gone astray or forgotten."""
_MARK = re.compile(r"\d|[^\W_][._][^\W_]")


def _find(text: str) -> Iterator[Hit]:
    for pattern in (_PLAIN, _SPELLED, _MISTYPED):
        for match in pattern.finditer(text):
            yield match.span()
    for match in _LOOSE.finditer(text):
        local = match["local"]
        last = re.split(r"\s", local)[-1]
        is_host = re.split(r"[.\s]", match["host"])[0].casefold() in MAIL_HOSTS
        if _MARK.search(last) or (is_host and not is_everyday(last.casefold())):
            yield match.span()


recognizer = Finder("EMAIL", _find, needs=r"@|arr?oba|\sat\s|chez\s|[\[({<]\s?(?:at|a)\b")
