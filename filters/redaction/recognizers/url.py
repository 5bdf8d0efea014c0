"""Links: a path or a query may lead to a person, so the whole link goes; its domain is shown.

A bare domain of a well-known site is a word like another and stays.
"""

import re
from collections.abc import Iterator

from filters.redaction.domains import SUFFIXES
from filters.redaction.finder import Finder, Hit, either, has, holds

_SCHEME = re.compile(
    r"(?<!\w)(?:https?|ftp|ssh|git|mailto|tel|sms|geo|tg|steam):(?://)?[^\s<>\"«»\\^`{|}]{3,}+",
    re.IGNORECASE,
)
_WWW = re.compile(r"(?<![\w@.\-/])www\.[\w\-]++\.[^\s<>\"«»\\^`{|}]++", re.IGNORECASE)
_BARE = re.compile(
    r"(?<![\w@.\-/])(?:[\w\-]{1,63}\.){1,6}[^\W\d_]{2,24}(?![\w\-@]|\.\w)(?::\d{2,5})?"
    r"(?:[/?#][^\s<>\"«»\\^`{|}]*+)?"
)
_WELL_KNOWN_WORDS = (
    "amazon.com amazon.fr apple.com bing.com booking.com chatgpt.com deezer.com facebook.com "
    "github.com gmail.com google.com google.fr instagram.com leboncoin.fr lemonde.fr "
    "linkedin.com microsoft.com mistral.ai netflix.com openai.com python.org reddit.com "
    "service-public.fr spotify.com stackoverflow.com tiktok.com twitter.com wikipedia.org "
    "x.com youtube.com impots.gouv.fr ameli.fr doctolib.fr sncf-connect.com vinted.fr "
    "airbnb.com airbnb.fr"
)
_WELL_KNOWN = frozenset(_WELL_KNOWN_WORDS.split())
_SECOND_LEVEL = frozenset({"co", "com", "gouv", "gov", "ac", "org", "asso"})
_LABELS = 2
_CLOSING = ".,;:!?…)]'’»*_~"


_HOLDS_START = holds(":", "www.")
_HAS_ENDING = has(r"\.[^\W\d_]{2}")


def _find(text: str) -> Iterator[Hit]:
    if _HOLDS_START(text):
        for pattern in (_SCHEME, _WWW):
            for match in pattern.finditer(text):
                yield match.start(), _end(match)
    if _HAS_ENDING(text):
        yield from _bare(text)


def _bare(text: str) -> Iterator[Hit]:
    for match in _BARE.finditer(text):
        host = re.split(r"[:/?#]", match.group(), maxsplit=1)[0]
        has_path = len(host) < match.end() - match.start()
        if host.rsplit(".", 1)[1].lower() not in SUFFIXES:
            continue
        if has_path or host.lower().removeprefix("www.") not in _WELL_KNOWN:
            yield match.start(), _end(match)


def _end(match: re.Match[str]) -> int:
    """Where the link ends: what closes the sentence around it is not its own."""
    written = match.group()
    kept = written.rstrip(_CLOSING)
    if written[len(kept) : len(kept) + 1] == ")" and "(" in kept:
        kept += ")"
    return match.start() + len(kept)


recognizer = Finder("URL", _find, needs=either(_HOLDS_START, _HAS_ENDING))


def domain_of(address: str) -> str:
    """The domain of a link, without user, port, path and subdomains that could be a person's name.

    Of `jean.wordpress.com` only `wordpress.com` is left.
    """
    rest = re.sub(r"^[a-zA-Z][a-zA-Z0-9+]*:(?://)?", "", address)
    host = re.split(r"[/?#\\]", rest, maxsplit=1)[0].rsplit("@", 1)[-1].split(":")[0].casefold()
    labels = host.split(".")
    if len(labels) < _LABELS or not re.fullmatch(r"[\w.-]{3,100}", host):
        return ""
    kept = _LABELS + 1 if labels[-2] in _SECOND_LEVEL and len(labels) > _LABELS else _LABELS
    return ".".join(labels[-kept:])
