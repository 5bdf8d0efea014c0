"""The files that are, or are about to be, part of the project."""

import subprocess
from functools import lru_cache
from pathlib import Path

ROOT = Path(__file__).parents[2]


@lru_cache
def tracked_files() -> tuple[Path, ...]:
    """Every file git keeps or would keep."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    ).stdout.split("\0")  # fmt: skip
    return tuple(ROOT / name for name in listed if name and (ROOT / name).is_file())


def text_of(path: Path) -> str:
    """The file as text; what is no text has whatever UTF-8 can see in it."""
    return path.read_text(encoding="utf-8", errors="ignore")
