"""What a release is made of: every file with its hash, so that a copy can be checked alone.

Signed by the key that signs receipts: whoever knows the site's public key sees that the list is
the one that was published.
"""

import hashlib
import json
import subprocess
from pathlib import Path
from typing import Any

import msgspec
from django.conf import settings

from donation import signing
from donation.release import columns

NAME = "MANIFEST.json"


class File(msgspec.Struct, frozen=True):
    """One file of a release."""

    sha256: str
    bytes: int


class Manifest(msgspec.Struct, frozen=True):
    """What the manifest states, as far as anybody here reads it."""

    files: dict[str, File]
    rows: dict[str, dict[str, int]] = {}
    schemas: dict[str, str] = {}
    signature: dict[str, str] = {}


def write(folder: Path, facts: dict[str, Any]) -> str:
    """Write the manifest over every file that is there; out: its own hash."""
    files = {
        name: {"sha256": sha256(folder / name), "bytes": (folder / name).stat().st_size}
        for name in names(folder)
    }
    stated = {
        **facts,
        "schemas": {config: schema_hash(config) for config in facts.get("rows", ())},
        "code": {"commit": _commit(), "sha256": _code()},
        "files": files,
    }
    path = folder / NAME
    path.write_text(json.dumps(signing.signed(stated), indent=2) + "\n", encoding="utf-8")
    return sha256(path)


def read(folder: Path) -> Manifest:
    """The manifest of a release folder. Raises OSError, msgspec.MsgspecError."""
    return msgspec.json.decode((folder / NAME).read_bytes(), type=Manifest)


def is_signed(folder: Path) -> bool:
    """Whether nobody changed the manifest since it was signed, by the key it names."""
    return signing.holds(json.loads((folder / NAME).read_bytes()))


def names(folder: Path) -> list[str]:
    """Every file of a release but its manifest."""
    found = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return [name for path in found if (name := path.relative_to(folder).as_posix()) != NAME]


def sha256(path: Path) -> str:
    """Hash of a file, read in pieces."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def schema_hash(config: str) -> str:
    """Changes when a column of a config does."""
    stated = columns.schema(config).to_string(show_schema_metadata=False)
    return hashlib.sha256(stated.encode()).hexdigest()


def _commit() -> str | None:
    """The commit of the code that runs: as it is stated, else from the working copy."""
    if settings.COMMIT:
        return str(settings.COMMIT)
    try:
        asked = subprocess.run(
            ["git", "rev-parse", "HEAD"],  # noqa: S607 - whichever git there is
            cwd=settings.BASE_DIR, capture_output=True, text=True, timeout=10, check=True,
        )  # fmt: skip
    except (OSError, subprocess.SubprocessError):
        return None
    return asked.stdout.strip()


def _code() -> str:
    """Hash of the source that runs, whatever the working copy says of it."""
    found = hashlib.sha256()
    for package in ("donation", "filters"):
        for path in sorted((Path(settings.BASE_DIR) / package).rglob("*.py")):
            found.update(path.relative_to(settings.BASE_DIR).as_posix().encode() + b"\0")
            found.update(path.read_bytes() + b"\0")
    return found.hexdigest()
