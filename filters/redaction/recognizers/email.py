"""E-mail addresses, also dictated or written out to fool robots ("arobase", "[at]"). RFC 5321, loosely.

An address whose at sign is a word that says other things too ("at", "chez"), or stands apart, must
look like one: a mark or a figure before it, or a mail host behind.
"""

import re
from collections.abc import Iterator

from filters.language import is_everyday
from filters.redaction.domains import MAIL_HOST, MAIL_HOSTS, SUFFIX
from filters.redaction.finder import Finder, Hit, both, either, holds, says

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


_HOLDS_SIGN = holds("@")
_HOLDS_WORD = either(holds("arob", "arrob"), both(holds("[", "(", "{", "<"), says("a", "at")))
_SAYS_AT = says("at", "chez")


def _find(text: str) -> Iterator[Hit]:
    has_sign = _HOLDS_SIGN(text)
    for pattern, is_needed in (
        (_PLAIN, has_sign),
        (_SPELLED, has_sign or _HOLDS_WORD(text)),
        (_MISTYPED, has_sign),
    ):
        for match in pattern.finditer(text) if is_needed else ():
            yield match.span()
    for match in _LOOSE.finditer(text) if has_sign or _SAYS_AT(text) else ():
        local = match["local"]
        last = re.split(r"\s", local)[-1]
        is_host = re.split(r"[.\s]", match["host"])[0].casefold() in MAIL_HOSTS
        if _MARK.search(last) or (is_host and not is_everyday(last.casefold())):
            yield match.span()


recognizer = Finder("EMAIL", _find, needs=either(_HOLDS_SIGN, _SAYS_AT, _HOLDS_WORD))
