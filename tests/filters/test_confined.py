"""Faults F02 and F03: whatever the child that reads does or suffers, its parent gets an answer."""

import os
import re
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Sequence

import pytest

from filters import isolation, sift
from filters.archive.archive import Source
from filters.confined import Killed
from filters.limits import MIB, Limits
from filters.outcome import Progress
from filters.problem import ArchiveProblem, Problem
from filters.reader import Identities
from filters.redaction.outcome import Cleaned, Refused
from tests.filters.reading import AsIs, zipped

LIKES = 'window.YTD.like.part0 = [{"like": {"tweetId": "1", "fullText": "Bien dit !"}}]'
TWEETS = 'window.YTD.tweets.part0 = [{"tweet": {"id_str": "1", "full_text": "Une phrase à moi."}}]'


class Fate:
    """A redactor in whose middle something happens to the child."""

    def __init__(self, happens: Callable[[], object]) -> None:
        self._happens = happens

    def redact(
        self, records: Sequence[Sequence[str]], identities: Identities, limits: Limits
    ) -> list[list[Cleaned | Refused]]:
        self._happens()
        return AsIs().redact(records, identities, limits)


def loop() -> None:
    while True:
        pass


def hoard() -> None:
    kept = []
    while True:
        kept.append(bytearray(8 * MIB))


def archive() -> list[Source]:
    return [zipped({"data/tweets.js": TWEETS, "data/like.js": LIKES})]


@pytest.mark.parametrize(
    ("happens", "problem"),
    [
        (lambda: os.kill(os.getpid(), signal.SIGSEGV), Problem.UNREADABLE),
        (lambda: os._exit(0), Problem.UNREADABLE),
        (hoard, Problem.UNREADABLE),
        (lambda: 1 / 0, Problem.UNREADABLE),
        (loop, Problem.TOO_LONG),
        (lambda: time.sleep(3600), Problem.TOO_LONG),
        (lambda: os.kill(os.getpid(), signal.SIGSTOP), Problem.TOO_LONG),
    ],
    ids=["segfault", "exit", "memory", "defect", "endless loop", "asleep", "frozen"],
)
def test_a_child_that_dies_or_is_stuck_is_an_answer(
    happens: Callable[[], object], problem: Problem
) -> None:
    limits = Limits(memory_bytes=256 * MIB, cpu_seconds=1, quiet_seconds=3)
    with pytest.raises(ArchiveProblem) as stopped:
        sift(archive(), redactor=Fate(happens), limits=limits)
    assert stopped.value.problem is problem
    assert sift(archive(), redactor=AsIs()).tally.kept_total == 1, "the next archive is read"


@pytest.mark.parametrize(
    "tries",
    [
        lambda: socket.create_connection(("127.0.0.1", 9)),
        lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"a", ("127.0.0.1", 9)),
        lambda: os.execv("/bin/true", ["true"]),
        lambda: subprocess.run(["/bin/true"], check=True),
    ],
    ids=["a connection", "a packet", "another program", "another program in a child"],
)
def test_the_child_can_tell_nobody(tries: Callable[[], object]) -> None:
    """Whatever the bytes it reads make it do."""
    if not isolation.is_known():
        pytest.skip("Only Linux on x86-64 and 64-bit ARM can be told to refuse it.")
    with pytest.raises(ArchiveProblem) as stopped:
        sift(archive(), redactor=Fate(tries))
    assert stopped.value.defect.startswith("PermissionError at ")


def test_a_connection_of_before_leads_nowhere_in_the_child() -> None:
    here, there = socket.socketpair()
    with here, there:
        sift(archive(), redactor=Fate(lambda: os.write(here.fileno(), b"Camille")))
        here.sendall(b"from the parent")
        assert there.recv(100) == b"from the parent"


def test_a_defect_is_told_by_its_kind_and_place_alone() -> None:
    def fail() -> None:
        raise KeyError("Camille")

    with pytest.raises(ArchiveProblem) as stopped:
        sift(archive(), redactor=Fate(fail))
    assert re.fullmatch(r"KeyError at test_confined\.py:\d+", stopped.value.defect)


def test_a_child_that_somebody_else_kills_is_no_word_on_the_archive() -> None:
    """As a host does that is short of memory."""
    with pytest.raises(Killed):
        sift(archive(), redactor=Fate(lambda: os.kill(os.getpid(), signal.SIGKILL)))
    assert sift(archive(), redactor=AsIs()).tally.kept_total == 1


def test_what_the_parent_raises_stops_the_child_and_comes_through() -> None:
    class Withdrawn(Exception):
        pass

    def refuse(_: Progress) -> None:
        raise Withdrawn

    with pytest.raises(Withdrawn):
        sift(archive(), redactor=Fate(lambda: time.sleep(3600)), progress=refuse)
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)
