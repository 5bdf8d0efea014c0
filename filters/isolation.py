"""A process gives up the network, other programs and other processes, for good.

Linux refuses it those calls from then on (seccomp: the kernel's userspace-api/seccomp_filter.rst;
the numbers are those of linux/filter.h, linux/seccomp.h and each machine's table of system calls).
Whatever a library in C is made to do by the bytes it reads, it can tell nobody.
"""

import ctypes
import os
import platform
import socket
import stat
import struct
import sys
from contextlib import suppress
from errno import EPERM
from pathlib import Path
from typing import NamedTuple

_NO_NEW_PRIVILEGES, _SECCOMP, _FILTER = 38, 22, 2
_LOAD, _IF_EQUAL, _IF_AT_LEAST, _ANSWER = 0x20, 0x15, 0x35, 0x06
_NUMBER, _ARCHITECTURE = 0, 4
"""Where these stand in `seccomp_data`."""
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000 | EPERM
_STEP = struct.Struct("<HBBI")
"""What to do, how many steps to pass over when it is so and when not, and its value."""
_OTHER_TABLE = 0x40000000
"""Numbers from here on are those of x32, a second table for the same calls."""


class _Machine(NamedTuple):
    architecture: int
    refused: tuple[int, ...]
    """socket, connect, execve, execveat, ptrace, process_vm_readv and _writev, io_uring_setup."""


_MACHINES = {
    "x86_64": _Machine(0xC000003E, (41, 42, 59, 322, 101, 310, 311, 425)),
    "aarch64": _Machine(0xC00000B7, (198, 203, 221, 281, 117, 270, 271, 425)),
}


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_void_p))


def is_known() -> bool:
    """Whether this machine is one that can be told to refuse them."""
    return sys.platform == "linux" and platform.machine() in _MACHINES


def isolate() -> bool:
    """From here on no connection that was open can be used; where the machine is a known one, none
    can be opened either, no other program started, no other process looked into.

    Out: whether the kernel took that, too.
    """
    _drop_connections()
    if not is_known():
        return False
    program = _program(_MACHINES[platform.machine()])
    kept = ctypes.create_string_buffer(program, len(program))
    asked = _Program(len(program) // _STEP.size, ctypes.addressof(kept))
    prctl = ctypes.CDLL(None).prctl
    prctl.argtypes = (ctypes.c_int, *[ctypes.c_ulong] * 4)
    prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    return bool(prctl(_SECCOMP, _FILTER, ctypes.addressof(asked), 0, 0) == 0)


def is_possible() -> bool:
    """Whether a process on this machine can be isolated: tried on one that is made for that."""
    child = os.fork()
    if child == 0:
        is_isolated = False
        with suppress(Exception):
            is_isolated = isolate() and not _can_open_a_connection()
        os._exit(0 if is_isolated else 1)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def _can_open_a_connection() -> bool:
    try:
        socket.socket().close()
    except PermissionError:
        return False
    return True


def _program(machine: _Machine) -> bytes:
    """For each call: one of another machine or table is refused, then those that are named."""
    last = len(machine.refused) + 5
    steps = [
        (_LOAD, 0, 0, _ARCHITECTURE),
        (_IF_EQUAL, 0, last - 2, machine.architecture),
        (_LOAD, 0, 0, _NUMBER),
        (_IF_AT_LEAST, last - 4, 0, _OTHER_TABLE),
        *((_IF_EQUAL, last - at, 0, number) for at, number in enumerate(machine.refused, 5)),
        (_ANSWER, 0, 0, _ALLOW),
        (_ANSWER, 0, 0, _REFUSE),
    ]
    return b"".join(_STEP.pack(*step) for step in steps)


def _drop_connections() -> None:
    """To the database and the queue, from before the fork: their numbers lead nowhere now."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    # The listing has a number of its own, which is closed by then.
    for number in [int(path.name) for path in Path("/dev/fd").iterdir()]:
        with suppress(OSError):
            if stat.S_ISSOCK(os.fstat(number).st_mode):
                os.dup2(nowhere, number)
    os.close(nowhere)
