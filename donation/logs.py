"""Log lines without personal data: of an exception only its type and its place in our code."""

import logging
import traceback
from pathlib import Path
from types import TracebackType


class WithoutValues(logging.Formatter):
    """A formatter that never prints an exception's message: it could quote a donor."""

    def formatException(  # noqa: N802 - the name is logging's
        self,
        ei: (
            tuple[type[BaseException], BaseException, TracebackType | None]
            | tuple[None, None, None]
        ),
    ) -> str:
        """The exception's type and the lines it came through."""
        kind, _, place = ei
        frames = traceback.extract_tb(place) if place is not None else []
        way = " > ".join(f"{Path(f.filename).name}:{f.lineno}" for f in frames)
        return f"{kind.__name__ if kind else 'error'} at {way}"
