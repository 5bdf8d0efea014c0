"""A worker that is stuck, in Python or in a library, ends; one that works on is left alone."""

import subprocess
import sys

import pytest

STUCK = {
    "a loop": "while True: pass",
    "a wait": "__import__('threading').Event().wait()",
    "a library that keeps the lock": "__import__('ctypes').PyDLL(None).pause()",
}


def ended(body: str) -> "subprocess.CompletedProcess[str]":
    code = f"from donation.watchdog import watched\nwith watched(0.3) as dog:\n    {body}\n"
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)


@pytest.mark.parametrize("body", STUCK.values(), ids=STUCK)
def test_a_process_without_a_sign_of_life_exits_and_says_nothing(body: str) -> None:
    done = ended(body)
    assert done.returncode == 1
    assert (done.stdout, done.stderr) == ("", "")


def test_a_sign_of_life_starts_the_count_again() -> None:
    wait = "for _ in range(8): __import__('time').sleep(0.1); dog.feed()"
    assert ended(wait).returncode == 0


def test_after_the_work_nobody_is_watched() -> None:
    code = "from donation.watchdog import watched\nwith watched(0.1): pass\n"
    code += "__import__('time').sleep(0.4); print('alive')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stdout == "alive\n"
