"""A worker that is stuck ends itself: its lease has passed on by then, and its place is needed.

Whatever the process waits for or loops in, in Python or in a library, a thread that needs neither
the interpreter's lock nor its memory ends it. Nothing is cleaned up, as after any other death.
"""

import faulthandler
import os
from collections.abc import Iterator
from contextlib import contextmanager


class Watchdog:
    """Counts down from `seconds`; at zero the process exits. `feed` starts the count again."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        # The thread prints where each thread is: places in code, but nobody asked for them.
        self._silence = os.open(os.devnull, os.O_WRONLY)
        self.feed()

    def feed(self) -> None:
        """The work goes on."""
        faulthandler.dump_traceback_later(self._seconds, exit=True, file=self._silence)

    def release(self) -> None:
        """The work is done."""
        faulthandler.cancel_dump_traceback_later()
        os.close(self._silence)


@contextmanager
def watched(seconds: float) -> Iterator[Watchdog]:
    """A watchdog for the time of a block."""
    dog = Watchdog(seconds)
    try:
        yield dog
    finally:
        dog.release()
