"""What is known of one record of "My Activity", whichever form it is written in."""

import unicodedata
from functools import lru_cache
from typing import Any

import msgspec

from filters.formats.html import lines_of

_ADS = ("google ads", "google adwords", "annonces google", "anuncios de google", "google-anzeigen",
        "google anzeigen", "google-advertenties", "google advertenties", "annunci google",
        "anúncios do google", "anúncios google", "reklamy google")  # fmt: skip

ARCHIVES = (
    r"(?P<stem>takeout-\d{8}t\d{6}z-(?:\d{1,3}-)?)(?P<number>\d{3})(?: ?\(\d{1,2}\))?"
    r"(?P<end>\.zip|\.tgz|\.tar\.gz)"
)
"""`takeout-20240501T120000Z-001.zip`, or `-1-001`: one for every two gigabytes."""


class Activity(msgspec.Struct, frozen=True, gc=False):
    """One record, whatever it was written in."""

    header: str
    """The product, in the account's language, without case."""
    title: str
    """What was done, to what: a sentence in the account's language."""
    links: tuple[str, ...]
    time: str
    """As it is written: ISO 8601, or a date in the account's language."""
    is_ad: bool
    answer: str
    """What an assistant answered, as text."""
    has_files: bool


def is_assistant(product: str) -> bool:
    """Whether the product is Gemini, or Bard as it was called until 2024."""
    return "gemini" in product or "bard" in product


def plain(source: Any) -> str:
    """The text of a piece of HTML, line by line."""
    if not isinstance(source, str):
        return ""
    return "\n".join(line.text for line in lines_of(source))


@lru_cache(4096)
def folded(words: str) -> str:
    """Words as they are compared: plain spaces, no case."""
    plain_words = unicodedata.normalize("NFC", words).replace("\u00a0", " ")
    return " ".join(plain_words.split()).casefold()


@lru_cache(1024)
def is_ad_by_words(words: str) -> bool:
    """Whether the words beside a record, text or HTML, say that an advertisement made it."""
    said = folded(plain(words))
    return any(one in said for one in _ADS)
