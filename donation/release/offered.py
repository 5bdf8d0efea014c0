"""What can be downloaded: the files a release's manifest names, and nothing else."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec

from donation.models import Release
from donation.release import manifest
from donation.release.tombstones import folder_of

OPEN = "open"
"""The channel that needs no token."""
_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")
_PIECE_BYTES = 256 * 1024


class Offered(NamedTuple):
    """One file of a release."""

    name: str
    size: int
    sha256: str
    path: Path


class Unsatisfiable(Exception):
    """The range asked for lies behind the end of the file."""


def releases() -> list[Release]:
    """Releases that are served, the newest first; demonstrations are shown to nobody."""
    return list(Release.objects.filter(is_demo=False, retired_at=None).order_by("-built_at"))


def files(release: Release) -> list[Offered]:
    """Every file of a release, its manifest first; none when the folder is gone."""
    folder = folder_of(release)
    try:
        listed = manifest.read(folder).files
        own = (folder / manifest.NAME).stat().st_size
    except (OSError, msgspec.MsgspecError):
        return []
    return [
        Offered(manifest.NAME, own, release.manifest_sha256, folder / manifest.NAME),
        *(Offered(name, f.bytes, f.sha256, folder / name) for name, f in listed.items()),
    ]


def file(release: Release, name: str) -> Offered | None:
    """The file of that name: looked up in the manifest, so that no other path can be asked for."""
    return next((offered for offered in files(release) if offered.name == name), None)


def span(header: str, size: int) -> tuple[int, int] | None:
    """First and last byte of a Range header (RFC 9110, section 14); None for the whole file: what
    is not understood, or asks for several ranges, may be ignored. Raises Unsatisfiable."""
    asked = _RANGE.fullmatch(header.strip())
    if asked is None or asked.group(0) == "bytes=-":
        return None
    first, last = asked.groups()
    if not first:
        if int(last) == 0 or size == 0:
            raise Unsatisfiable
        return max(0, size - int(last)), size - 1
    if last and int(last) < int(first):
        return None
    if int(first) >= size:
        raise Unsatisfiable
    return int(first), min(int(last), size - 1) if last else size - 1


def pieces(path: Path, first: int, last: int) -> Iterator[bytes]:
    """The bytes from `first` to `last`, a piece at a time."""
    left = last - first + 1
    with path.open("rb") as opened:
        opened.seek(first)
        while left > 0 and (piece := opened.read(min(_PIECE_BYTES, left))):
            left -= len(piece)
            yield piece
