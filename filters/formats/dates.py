"""Points in time as exports write them, and the only precision that is kept: the quarter."""

import math
import re
import time
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

_FIRST_EXPORTS = 631_152_000  # 1990
_FAR_FUTURE = 4_102_444_800  # 2100
_SENTINELS = (0.0, 1.0)


def seconds(value: Any) -> float | None:
    """Seconds since 1970 from seconds, milliseconds or microseconds, as number or digits.

    None for what is no time: sentinels 0 and 1, other types, and years outside 1990 to 2100.
    """
    if type(value) is float and _FIRST_EXPORTS <= value < _FAR_FUTURE:
        return value  # Almost all of them, in the archives that have the most.
    if isinstance(value, str):
        if not value.replace(".", "", 1).isdigit() or len(value) > 24:
            return None
        value = float(value)
    if isinstance(value, bool) or not isinstance(value, int | float) or value in _SENTINELS:
        return None
    try:
        number = float(value)
    except OverflowError:
        return None
    if not math.isfinite(number):
        return None
    while number >= _FAR_FUTURE:
        number /= 1000
        if number < _FIRST_EXPORTS:
            return None
    return number if number >= _FIRST_EXPORTS else None


def iso(value: Any) -> float | None:
    """Seconds since 1970 from ISO 8601, without a zone taken as UTC; None for anything else."""
    if not isinstance(value, str) or len(value) > 40:
        return None
    try:
        moment = datetime.fromisoformat(value.strip().replace(" UTC", "+00:00"))
    except ValueError:
        return None
    return _timestamp(moment)


@lru_cache(4096)
def _day(value: str) -> float | None:
    return iso(value)


def iso_day(value: Any) -> float | None:
    """The beginning of the day of an ISO 8601 date, in a hundredth of the time: the quarter is all
    that is kept. None for anything else."""
    return _day(value[:10]) if isinstance(value, str) else None


def pattern(value: Any, layout: str) -> float | None:
    """Seconds since 1970 from a text in a `strptime` layout; None when it does not fit."""
    if not isinstance(value, str) or len(value) > 80:
        return None
    try:
        return _timestamp(datetime.strptime(value, layout))  # noqa: DTZ007 - zone set below
    except ValueError:
        return None


def quarter(at: float | None) -> str | None:
    """`2024-Q1`, or None: no finer time leaves the worker (records, section 5)."""
    if at is None:
        return None
    moment = time.gmtime(at)
    return f"{moment.tm_year}-Q{(moment.tm_mon + 2) // 3}"


def _timestamp(moment: datetime) -> float | None:
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    try:
        return seconds(moment.timestamp())
    except (OverflowError, OSError, ValueError):
        return None


def is_under_age(age: int, year: Any, month: Any = 1, day: Any = 1) -> bool:
    """Whether somebody born on that day has not reached `age` years today; False when unknown."""
    if not all(isinstance(part, int) for part in (year, month, day)) or year < 1900:
        return False
    today = datetime.now(UTC).date()
    return (today.year, today.month, today.day) < (year + age, month, day)


_BIRTHDAYS = ("%d-%b-%Y", "%d/%m/%Y", "%b %d, %Y", "%B %d, %Y", "%d %B %Y")


def born_under_age(age: int, written: Any) -> bool:
    """As `is_under_age`, from a birth date as text; where only the year can be told, on its last
    day: in doubt a child is taken for one. False for what is no date, and for a day of no year."""
    if not isinstance(written, str):
        return False
    text = written.strip().removesuffix(" UTC")
    day = iso(text[:10])
    for layout in _BIRTHDAYS:
        day = pattern(text, layout) if day is None else day
    if day is not None:
        moment = time.gmtime(day)
        return is_under_age(age, moment.tm_year, moment.tm_mon, moment.tm_mday)
    year = re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", text)
    return year is not None and is_under_age(age, int(year[0]), 12, 31)
