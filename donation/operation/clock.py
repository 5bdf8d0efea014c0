"""A clock that was set, told from one that ran: what is kept for hours must not go early."""

import time
from collections.abc import Callable

SET_SECONDS = 300
"""Wall time that leaves steady time by more than this was set; less is drift and correction."""


def steady() -> float:
    """Seconds that nobody can set, the time of a suspended machine included."""
    return time.clock_gettime(time.CLOCK_BOOTTIME)


class Clock:
    """Watches wall time beside steady time, from one look to the next."""

    def __init__(
        self, wall: Callable[[], float] = time.time, steadily: Callable[[], float] = steady
    ) -> None:
        self._wall, self._steadily = wall, steadily
        self._difference = wall() - steadily()
        self._distrusted_until = 0.0

    def was_set_by(self) -> float:
        """Seconds the clock was set by since the last look; 0 when it was not."""
        difference = self._wall() - self._steadily()
        change, self._difference = difference - self._difference, difference
        return change if abs(change) > SET_SECONDS else 0.0

    def distrust(self, seconds: float) -> None:
        """From now on, for so long."""
        self._distrusted_until = self._steadily() + seconds

    @property
    def is_trusted(self) -> bool:
        """Whether what it says may be acted on."""
        return self._steadily() >= self._distrusted_until
