"""When something was done, as Google writes it: read to the month, for the quarter is kept."""

import re
import unicodedata
from datetime import UTC, datetime
from functools import lru_cache

_WORDS = re.compile(r"\d+|[^\W\d_]+")
_MONTHS = {
    "jan": 1, "ene": 1, "gen": 1, "feb": 2, "fev": 2, "mar": 3, "maa": 3, "mrt": 3, "mrz": 3,
    "apr": 4, "avr": 4, "abr": 4, "may": 5, "mai": 5, "mei": 5, "mag": 5, "maj": 5, "jun": 6,
    "giu": 6, "jul": 7, "lug": 7, "aug": 8, "aou": 8, "ago": 8, "sep": 9, "set": 9, "oct": 10,
    "okt": 10, "ott": 10, "out": 10, "nov": 11, "dec": 12, "dez": 12, "dic": 12,
}  # fmt: skip
"""By the first three letters without accents; French "juin" and "juillet" need a fourth."""


def quarter_time(written: str) -> float | None:
    """Seconds since 1970 in the middle of the month: finer time is not kept anyway."""
    if written[4:5] == "-" and written[:4].isdigit():
        return _middle(written[:7])
    day, is_clock, _ = written.partition(":")
    # Without the hour, of one or two digits: then records of one day are looked up once.
    return _middle_of_words(day[:-2] if is_clock else day)


@lru_cache(4096)
def _middle(year_and_month: str) -> float | None:
    year, _, month = year_and_month.partition("-")
    return _timestamp(int(year), int(month)) if month.isdigit() else None


@lru_cache(4096)
def _middle_of_words(written: str) -> float | None:
    words = _WORDS.findall(written[:80])
    years = [n for n, word in enumerate(words) if word.isdigit() and len(word) == 4]
    if not years:
        return None
    named = [month for word in words if (month := _month(word))]
    if named:
        return _timestamp(int(words[years[0]]), named[0])
    # Numbers only: the year comes first, or the day before the month.
    others = [int(word) for word in words[:3] if word.isdigit() and len(word) < 3]
    if len(others) < 2:
        return None
    day, month = others[:2] if years[0] else reversed(others[:2])
    return _timestamp(int(words[years[0]]), month if month <= 12 else day)


def _month(word: str) -> int | None:
    if len(word) < 3:
        return None
    letters = unicodedata.normalize("NFD", word.casefold())
    base = "".join(c for c in letters if not unicodedata.combining(c))[:4]
    return {"juin": 6, "juil": 7}.get(base) or _MONTHS.get(base[:3])


def _timestamp(year: int, month: int) -> float | None:
    if not (1990 <= year < 2100 and 1 <= month <= 12):
        return None
    return datetime(year, month, 15, tzinfo=UTC).timestamp()
