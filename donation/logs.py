"""Log lines without personal data: of an exception only its type and its place in our code."""

import json
import logging
import traceback
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

_CONTROLS = {n: f"\\x{n:02x}" for n in (*range(32), *range(127, 160), 0x2028, 0x2029)}
_CONTROLS[ord("\n")] = " | "


class WithoutValues(logging.Formatter):
    """A formatter that never prints an exception's message: it could quote a donor.

    Nor does it print a control character, with which a message could feign lines of its own.
    """

    def format(self, record: logging.LogRecord) -> str:
        """One line."""
        return super().format(_without_values(record)).translate(_CONTROLS)

    def formatException(  # noqa: N802 - the name is logging's
        self,
        ei: (
            tuple[type[BaseException], BaseException, TracebackType | None]
            | tuple[None, None, None]
        ),
    ) -> str:
        """The exception's type and the lines it came through."""
        kind, error, _ = ei
        return f"{kind.__name__} at {way(error)}" if kind and error else "error"


class AsJson(WithoutValues):
    """The same as one JSON object a line, for programs that gather logs."""

    def format(self, record: logging.LogRecord) -> str:
        """One line."""
        record = _without_values(record)
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            line["exception"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=True)


def _without_values(record: logging.LogRecord) -> logging.LogRecord:
    """The record, with exceptions among its arguments named by their type only.

    Celery hands its own logger what a task raised, as an exception or as its `repr`.
    """
    safe = logging.makeLogRecord(record.__dict__)
    safe.exc_text = None
    if isinstance(record.args, Mapping):
        safe.args = {**record.args}
        if "exc" in safe.args:
            safe.args["exc"] = str(safe.args["exc"]).partition("(")[0]
    elif record.args:
        safe.args = tuple(
            type(arg).__name__ if isinstance(arg, BaseException) else arg for arg in record.args
        )
    return safe


def way(error: BaseException) -> str:
    """The lines an exception came through, without a value."""
    frames = traceback.extract_tb(error.__traceback__)
    return " > ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in frames)


def code(error: BaseException) -> str:
    """What kind of exception it was and where it was raised: enough to find a defect by."""
    (*_, last) = traceback.extract_tb(error.__traceback__) or [None]
    place = f" at {Path(last.filename).name}:{last.lineno}" if last else ""
    return f"{type(error).__name__}{place}"
