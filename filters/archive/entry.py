"""One entry of an archive, and the name it is matched by."""

import unicodedata
from typing import NamedTuple

MEDIA_SUFFIXES = (
    ".jpg", ".jpeg", ".png", ".gif", ".webp", ".heic", ".bmp", ".svg", ".ico", ".mp4", ".mov",
    ".webm", ".avi", ".mkv", ".3gp", ".mp3", ".m4a", ".aac", ".ogg", ".opus", ".wav", ".amr",
    ".pdf", ".woff", ".woff2", ".ttf", ".css",
)  # fmt: skip
"""Never opened: nothing that a person chose stands in them."""

ARCHIVE_SUFFIXES = (".zip", ".dms", ".tar", ".tgz", ".gz", ".7z", ".rar")
"""Never opened inside an archive: what lies in them is read when they are given by themselves."""
ARCHIVE_MARKS = (b"PK\x03\x04", b"\x1f\x8b\x08", b"Rar!", b"7z\xbc\xaf")

JUNK = ("__macosx/", ".ds_store", "thumbs.db", "desktop.ini", "no-data.txt", "no-data.html")
_FOLDED = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2019": "'", "\u02bc": "'"})


class Entry(NamedTuple):
    """An entry as its archive's directory describes it. Sizes are in bytes, and only claims."""

    name: str
    """Folded for matching only; may hold names of people, so it is never shown or logged."""
    size: int
    stored_size: int
    source: int
    """Which of the given files it lies in."""
    place: int
    """Where in that file; what it means is the container's own business."""
    method: int = 0
    crc: int | None = None
    is_encrypted: bool = False

    @property
    def is_media(self) -> bool:
        """Whether its name alone says that it is a picture, a film, a sound or the like."""
        return self.name.endswith(MEDIA_SUFFIXES)


def folded(name: str) -> str:
    """A name as it is matched: NFC, plain spaces and apostrophes, no case.

    A backslash stays: it is legal in names (Stack Exchange exports hold some).
    """
    if name.isascii():  # Most names: nothing of the kind stands in them.
        return name.lower()
    return unicodedata.normalize("NFC", name).translate(_FOLDED).casefold()


def is_junk(name: str) -> bool:
    """Whether a folded name is litter that computers leave in archives."""
    last = name.rsplit("/", 1)[-1]
    return not last or last.startswith("._") or last in JUNK or "__macosx/" in name
