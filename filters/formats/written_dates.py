"""Dates as pages write them for people, in the languages of this continent.

`Dec 28, 2020 7:20 am`, `28 déc. 2020 à 07:20`, `9 de octubre de 2025, 8:09:15 a. m.`. Only the day
is read: nothing finer than the quarter is kept.
"""

import re
import unicodedata
from datetime import UTC, datetime
from functools import lru_cache

from filters.formats.dates import seconds

_MONTHS: dict[str, int] = {
    "jan": 1, "ene": 1, "gen": 1, "янв": 1, "feb": 2, "fev": 2, "фев": 2, "mar": 3, "mrz": 3,
    "mrt": 3, "maa": 3, "мар": 3, "apr": 4, "avr": 4, "abr": 4, "апр": 4, "may": 5, "mai": 5,
    "mag": 5, "mei": 5, "maj": 5, "мая": 5, "маи": 5, "jun": 6, "juin": 6, "giu": 6, "июн": 6,
    "jul": 7, "juil": 7, "lug": 7, "июл": 7, "aug": 8, "aou": 8, "ago": 8, "авг": 8, "sep": 9,
    "set": 9, "сен": 9, "oct": 10, "okt": 10, "out": 10, "ott": 10, "окт": 10, "nov": 11,
    "ноя": 11, "dec": 12, "dez": 12, "dic": 12, "дек": 12,
}  # fmt: skip
"""By the first letters, without accents; four where three are two months (juin, juillet)."""

_DATE = re.compile(
    r"(?:\w{2,9},?\s)?"
    r"(?:(?P<month>[^\W\d_]{3,10})\.?\s(?P<day>\d{1,2}),?\s(?P<year>\d{4})"
    r"|(?P<day2>\d{1,2})(?:er|\.|º)?\s(?:de\s)?(?P<month2>[^\W\d_]{3,10})\.?\s(?:de\s)?(?P<year2>\d{4})"
    r"|(?P<year3>\d{4})-(?P<month3>\d{2})-(?P<day3>\d{2}))"
    r"(?:\s?г\.)?"
    r"(?:[,T]?\s?(?:(?:à|at|um|às|a las|alle ore|alle|kl\.|klo|om|в)\s)?"
    r"\d{1,2}\s?[:.h]\s?\d{2}(?:[:.]\d{2})?(?:\s?[ap]\.?\s?m\.?)?(?:\s?(?:UTC|GMT|Z|[+-]\d\d:?\d\d))*)?",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\d{4}")
_LONGEST = 60


def written_date(text: str) -> float | None:
    """Noon of the day a text names and nothing else, in seconds since 1970; None otherwise."""
    if len(text) > 2 * _LONGEST or _YEAR.search(text) is None:
        return None  # Most texts: not worth another look.
    return _written_date(text)


@lru_cache(4096)
def _written_date(text: str) -> float | None:
    """What happens within a minute is written alike, and a page is in order of time."""
    text = " ".join(text.split())
    if len(text) > _LONGEST or (match := _DATE.fullmatch(text)) is None:
        return None
    if match["year3"]:
        return _noon(int(match["year3"]), int(match["month3"]), int(match["day3"]))
    month = _month(match["month"] or match["month2"])
    if month is None:
        return None
    return _noon(int(match["year"] or match["year2"]), month, int(match["day"] or match["day2"]))


@lru_cache(256)
def _month(word: str) -> int | None:
    letters = unicodedata.normalize("NFD", word.casefold())
    plain = "".join(c for c in letters if not unicodedata.combining(c))
    return _MONTHS.get(plain[:4]) or _MONTHS.get(plain[:3])


@lru_cache(4096)
def _noon(year: int, month: int, day: int) -> float | None:
    try:
        return seconds(datetime(year, month, day, 12, tzinfo=UTC).timestamp())
    except (ValueError, OverflowError):
        return None
