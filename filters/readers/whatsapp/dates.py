"""In which order the dates of a chat are written: the file never says, and a phone decides.

Facts: formats/whatsapp, "Line grammar".
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache


@dataclass
class DateOrder:
    """What a file's own dates say about the order of day and month."""

    first_over_12: int = 0
    second_over_12: int = 0
    half_days: int = 0
    day_first_breaks: int = 0
    month_first_breaks: int = 0
    _last: tuple[int, int, int] = (0, 0, 0)
    _last_day_first: tuple[int, int, int] = (0, 0, 0)
    _last_month_first: tuple[int, int, int] = (0, 0, 0)

    def see(self, date: tuple[int, int, int], *, is_half_day: bool) -> None:
        """Take one date into account."""
        if date == self._last:
            # Most messages: only whether a number is over 12 counts, not how often.
            self.half_days += is_half_day and date[0] <= 31
            return
        self._last = date
        first, second, third = date
        if first > 31:
            return
        self.first_over_12 += first > 12
        self.second_over_12 += second > 12
        self.half_days += is_half_day
        day_first, month_first = (third, second, first), (third, first, second)
        self.day_first_breaks += day_first < self._last_day_first
        self.month_first_breaks += month_first < self._last_month_first
        self._last_day_first, self._last_month_first = day_first, month_first

    def at(self, date: tuple[int, int, int]) -> float | None:
        """Noon of that day in seconds since 1970; None when the file contradicts itself."""
        first, second, third = date
        if first > 31:
            year, month, day = first, second, third
        elif self.first_over_12 and self.second_over_12:
            return None
        elif self._is_month_first():
            month, day, year = first, second, third
        else:
            day, month, year = first, second, third
        return _noon(year + 2000 if year < 100 else year, month, day)

    def _is_month_first(self) -> bool:
        if self.first_over_12 or self.second_over_12:
            return bool(self.second_over_12)
        if self.day_first_breaks != self.month_first_breaks:
            return self.month_first_breaks < self.day_first_breaks
        return bool(self.half_days)


@lru_cache(4096)
def _noon(year: int, month: int, day: int) -> float | None:
    """Many messages are of one day."""
    try:
        return datetime(year, month, day, 12, tzinfo=UTC).timestamp()
    except (ValueError, OverflowError):
        return None
