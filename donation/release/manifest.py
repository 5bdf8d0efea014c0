"""What a release is made of: every file with its hash, so that a copy can be checked alone."""

import hashlib
import json
from pathlib import Path
from typing import Any

NAME = "MANIFEST.json"


def write(folder: Path, facts: dict[str, Any]) -> str:
    """Write the manifest over every file that is there; out: its own hash."""
    files = {
        str(path.relative_to(folder)): {"sha256": sha256(path), "bytes": path.stat().st_size}
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != NAME
    }
    path = folder / NAME
    path.write_text(json.dumps({**facts, "files": files}, indent=2) + "\n", encoding="utf-8")
    return sha256(path)


def read(folder: Path) -> dict[str, Any]:
    """The manifest of a release folder. Raises OSError, ValueError."""
    found: dict[str, Any] = json.loads((folder / NAME).read_text(encoding="utf-8"))
    return found


def sha256(path: Path) -> str:
    """Hash of a file, read in pieces."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
