"""The import contracts of .importlinter hold."""

import subprocess
import sys
from pathlib import Path

from tests.architecture.tracked import ROOT


def test_imports_point_one_way() -> None:
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=ROOT, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout


def test_no_file_is_a_drawer() -> None:
    drawers = {"utils", "util", "helpers", "helper", "common", "misc", "managers", "services"}
    code = [p for folder in ("filters", "donation") for p in (ROOT / folder).rglob("*")]
    assert [str(path) for path in code if path.stem in drawers] == []
