"""The sieve in a child process with limits: the death of the child is an answer.

Bytes nobody trusts are only ever parsed in a forked child that may not grow, write files, open a
connection or run for ever. The child shares the redactor it was forked with, copy on write, and
speaks to its parent through one pipe. It is not in charge of what is done with the records.
"""

import gc
import os
import resource
import select
import signal
import struct
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Annotated, Any, NoReturn

import msgspec

from filters import isolation, sieve
from filters.archive.archive import Source
from filters.interaction import Retained
from filters.limits import Limits
from filters.outcome import Keep, Outcome, Progress
from filters.problem import ArchiveProblem, Problem
from filters.reader import Choices
from filters.redaction.outcome import Redacts

_LENGTH = struct.Struct("<I")
_POLL_SECONDS = 1.0
_READ_BYTES = 1 << 20


class _Stopped(msgspec.Struct, tag=True):
    """The child's last word when the archive cannot be used."""

    problem: Problem
    platform: str | None
    layout: dict[str, int]


class _Broken(msgspec.Struct, tag=True):
    """The child's last word when it has a defect: nothing but the kind and the place of it."""

    kind: Annotated[str, msgspec.Meta(pattern=r"^\w{1,60}\Z")]
    file: Annotated[str, msgspec.Meta(pattern=r"^\w{1,60}\.py\Z")]
    line: int


class _Row(msgspec.Struct, tag=True):
    """One retained interaction."""

    record: Retained
    chat: int


class Killed(Exception):
    """The child was killed by somebody else: a host short of memory, most likely. Worth another
    try."""


def _counter(kind: type, counts: Any) -> Any:
    return kind(counts)


_Message = Progress | Outcome | _Stopped | _Broken | _Row
_decode = msgspec.msgpack.Decoder(_Message, dec_hook=_counter).decode


def sift(
    sources: Sequence[Source],
    choices: Choices | None = None,
    *,
    redactor: Redacts | None,
    keep: Keep = lambda _record, _chat: None,
    progress: Callable[[Progress], None] = lambda _: None,
    examples: int = 0,
    limits: Limits | None = None,
) -> Outcome:
    """As `filters.sieve.sift`, confined. `keep` and `progress` are called in this process.

    `progress` is called at least every two seconds; what it raises stops the child and goes on up.
    Raises ArchiveProblem; a child that dies or has a defect is `Problem.UNREADABLE`, one that uses
    up its processor time or says nothing any more is `Problem.TOO_LONG`. Raises Killed.
    """
    limits = limits or Limits()
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _run_child(
            writing, sources, choices or Choices(), redactor, limits=limits, examples=examples
        )
    os.close(writing)
    try:
        outcome = _listen(reading, keep, progress, limits.quiet_seconds)
    finally:
        os.close(reading)
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
    if outcome is None:
        # It had ended before our own signal came: what it died of is its own.
        died_of = os.WTERMSIG(status) if os.WIFSIGNALED(status) else None
        if died_of == signal.SIGKILL:
            raise Killed
        is_out_of_time = died_of == signal.SIGXCPU
        raise ArchiveProblem(Problem.TOO_LONG if is_out_of_time else Problem.UNREADABLE)
    return outcome


def _listen(
    reading: int,
    keep: Keep,
    progress: Callable[[Progress], None],
    quiet_seconds: float,
) -> Outcome | None:
    """The child's last word; None when it died without one."""
    latest = Progress(stage="reading", found=0, masked=0, read_bytes=0, total_bytes=0)
    heard_at = time.monotonic()
    for message in _messages(reading):
        if message is None:
            if time.monotonic() - heard_at > quiet_seconds:
                raise ArchiveProblem(Problem.TOO_LONG)
            progress(latest)
            continue
        heard_at = time.monotonic()
        if isinstance(message, _Row):
            keep(message.record, message.chat)
        elif isinstance(message, Progress):
            latest = message
            progress(message)
        elif isinstance(message, Outcome):
            return message
        elif isinstance(message, _Broken):
            defect = f"{message.kind} at {message.file}:{message.line}"
            raise ArchiveProblem(Problem.UNREADABLE, defect=defect)
        else:
            raise ArchiveProblem(message.problem, message.platform, message.layout)
    return None


def _messages(reading: int) -> Iterator[_Message | None]:
    """What the child says; None each time it has said nothing for a while."""
    pending = bytearray()
    while True:
        while len(pending) >= _LENGTH.size:
            end = _LENGTH.size + _LENGTH.unpack_from(pending)[0]
            if len(pending) < end:
                break
            yield _decode(bytes(pending[_LENGTH.size : end]))
            del pending[:end]
        if not select.select([reading], [], [], _POLL_SECONDS)[0]:
            yield None
            continue
        piece = os.read(reading, _READ_BYTES)
        if not piece:
            return
        pending += piece


def _run_child(
    writing: int,
    sources: Sequence[Source],
    choices: Choices,
    redactor: Redacts | None,
    *,
    limits: Limits,
    examples: int,
) -> NoReturn:
    """The life of the child. It never returns to the caller's code, and says nothing on stderr:
    a traceback could quote the archive."""
    encode = msgspec.msgpack.Encoder().encode
    status = 1

    def say(message: _Message) -> None:
        frame = encode(message)
        view = memoryview(_LENGTH.pack(len(frame)) + frame)
        while view:
            view = view[os.write(writing, view) :]

    try:
        _confine(limits)
        outcome = sieve.sift(
            sources,
            choices,
            redactor=redactor,
            keep=lambda record, chat: say(_Row(record, chat)),
            progress=say,
            examples=examples,
            limits=limits,
        )
        say(outcome)
        status = 0
    except ArchiveProblem as stopped:
        say(_Stopped(stopped.problem, stopped.platform, stopped.layout))
        status = 0
    except MemoryError:
        # Nothing can be said safely any more: the silence is the answer.
        status = 1
    except Exception as error:  # noqa: BLE001 - whatever it is, its words stay here
        say(_broken(error))
        status = 0
    finally:
        os._exit(status)


def _broken(error: Exception) -> _Broken:
    frames = traceback.extract_tb(error.__traceback__)
    last = [frame for frame in frames if frame.filename.endswith(".py")][-1]
    return _Broken(type(error).__name__, Path(last.filename).name, last.lineno or 0)


def _confine(limits: Limits) -> None:
    # Records come and go by the hundred thousand without cycles: look for cycles less often.
    gc.set_threshold(100_000, 50, 50)
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGPIPE):
        signal.signal(number, signal.SIG_DFL)
    silence = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(silence, standard)
    isolation.isolate()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (limits.cpu_seconds, limits.cpu_seconds + 5))
    most = _address_space_bytes() + limits.memory_bytes
    resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _address_space_bytes() -> int:
    """What the child was forked with: the redactor's models are in it."""
    with Path("/proc/self/statm").open("rb") as statm:
        return int(statm.read().split()[0]) * resource.getpagesize()
