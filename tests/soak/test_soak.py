"""Sixty times a worker or a queue is killed, emptied or stopped: nothing is lost, nothing doubled."""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CYCLES = 60


def test_sixty_kill_cycles_lose_nothing_and_double_nothing() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.soak", str(CYCLES)], cwd=ROOT, capture_output=True, text=True
    )
    assert done.stdout, done.stderr
    summary = json.loads(done.stdout.splitlines()[-1])
    assert (summary["lost"], summary["doubled"], summary["left_behind"]) == (0, 0, 0), summary
    assert len(summary["faults"]) == 5
