"""One export, in one or several files, as one list of entries that can be read in pieces."""

import io
import lzma
import os
import tarfile
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, cast

from isal import isal_zlib

from filters.archive import zip as zip_container
from filters.archive.entry import ARCHIVE_SUFFIXES, Entry, folded, is_junk
from filters.limits import KIB, Limits
from filters.problem import ArchiveProblem, EntryDamaged, Problem

_CHUNK = 256 * KIB
MARKS_ELSEWHERE = (b"Rar!", b"7z\xbc\xaf\x27\x1c", b"\xfd7zXZ", b"BZh")
MARKS_NOT_AN_ARCHIVE = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"MZ", b"\x7fELF")
"""How a file starts that is an archive of a type not read here, or is none at all."""
_MAGIC_REPOSITORY = b"\xa2eroots"
"""Behind its length, the start of the one binary file that is read: an AT Protocol repository."""
_TAR_ERRORS = (tarfile.TarError, EOFError, OSError, zlib.error, lzma.LZMAError)
_MACHINE_BYTES = bytes(range(9)) + bytes(range(14, 27)) + bytes(range(28, 32))


class Source(NamedTuple):
    """One file the donor gave: seekable, opened for reading bytes. Its name may be unknown."""

    file: BinaryIO
    name: str = ""


class Archive:
    """The entries of all the given files. The same entry in two parts is listed once.

    Raises ArchiveProblem when a file is no container we read, or is damaged as a whole.
    """

    def __init__(self, sources: Sequence[Source], limits: Limits) -> None:
        self._sources = sources
        self._limits = limits
        self._tars: dict[int, tuple[tarfile.TarFile, list[tarfile.TarInfo]]] = {}
        self._zips: set[int] = set()
        self.entries = self._list_entries()

    def chunks(self, entry: Entry) -> Iterator[bytes]:
        """The content of one entry, in pieces of at most a megabyte.

        Raises EntryDamaged, or ArchiveProblem for a password or a bomb.
        """
        file = self._sources[entry.source].file
        if entry.source in self._zips:
            return zip_container.read_entry(file, entry, self._limits)
        if entry.source in self._tars:
            return self._tar_chunks(entry)
        return _file_chunks(file, entry.size)

    def head(self, entry: Entry, size_bytes: int) -> bytes:
        """The first bytes of an entry, to recognise it; empty when it cannot be read."""
        head = b""
        try:
            for chunk in self.chunks(entry):
                head += chunk
                if len(head) >= size_bytes:
                    break
        except EntryDamaged:
            pass
        return head[:size_bytes]

    def checksum(self, entry: Entry) -> int | None:
        """The CRC-32 of an entry: its directory's, or else made of its content. None where that
        cannot be read to its end."""
        if entry.crc is not None:
            return entry.crc
        crc = 0
        try:
            for chunk in self.chunks(entry):
                crc = isal_zlib.crc32(chunk, crc)
        except EntryDamaged:
            return None
        return crc

    def container_of(self, entry: Entry) -> int | str:
        """What an entry was given in, and no entry of another export: its zip or tar; of a file
        that lies in none, the folder it was given with."""
        if entry.source in self._zips or entry.source in self._tars:
            return entry.source
        folder, in_folder, _ = entry.name.partition("/")
        return folder if in_folder else entry.source

    @property
    def containers(self) -> list[str]:
        """What the zips and tars that were given are called: no case, empty where unknown."""
        return [folded(self._sources[one].name) for one in sorted({*self._zips, *self._tars})]

    def path_of(self, entry: Entry) -> str:
        """The name of an entry, under that of the zip or tar it was given in."""
        if self._is_packed(entry):
            return f"{folded(self._sources[entry.source].name)}/{entry.name}"
        return entry.name

    def is_nested(self, entry: Entry) -> bool:
        """Whether an entry is by its name an archive that lies inside one of those given."""
        return entry.name.endswith(ARCHIVE_SUFFIXES) and self._is_packed(entry)

    def _is_packed(self, entry: Entry) -> bool:
        return entry.source in self._zips or entry.source in self._tars

    def inflates_beyond_measure(self, entry: Entry) -> bool:
        """Whether the directory declares what no honest entry reaches."""
        limits = self._limits
        return entry.size > max(limits.ratio_from_bytes, limits.ratio * entry.stored_size)

    def _list_entries(self) -> list[Entry]:
        listed: dict[tuple[str, int, int | None], Entry] = {}
        for source, (file, name) in enumerate(self._sources):
            for entry in self._entries_of(source, file, name):
                # Parts given twice overlap; single files have no name to tell them apart by.
                key = (entry.name or f"\0{source}", entry.size, entry.crc)
                listed.setdefault(key, entry)
                if len(listed) > self._limits.entries:
                    raise ArchiveProblem(Problem.TOO_MANY_ENTRIES)
        if not listed:
            raise ArchiveProblem(Problem.EMPTY)
        return list(listed.values())

    def _entries_of(self, source: int, file: BinaryIO, name: str) -> list[Entry]:
        file.seek(0)
        start = file.read(512)
        if start[:2] == b"PK":
            self._zips.add(source)
            return zip_container.read_directory(file, source, self._limits)
        if start[:2] == b"\x1f\x8b" or start[257:262] == b"ustar":
            return self._tar_entries(source, file)
        if start.startswith(MARKS_ELSEWHERE):
            raise ArchiveProblem(Problem.UNSUPPORTED_CONTAINER)
        size = file.seek(0, os.SEEK_END)
        if not size:
            raise ArchiveProblem(Problem.EMPTY)
        if start.startswith(MARKS_NOT_AN_ARCHIVE) or not _looks_readable(start):
            raise ArchiveProblem(Problem.NOT_AN_ARCHIVE)
        return [Entry(folded(name), size, size, source, 0)]

    def _tar_entries(self, source: int, file: BinaryIO) -> list[Entry]:
        unpacked_limit = self._limits.ratio_from_bytes + self._limits.ratio * _size(file)
        file.seek(0)
        entries: list[Entry] = []
        members: list[tarfile.TarInfo] = []
        try:
            tar = tarfile.open(fileobj=file, mode="r:*")  # noqa: SIM115 - read until the job ends
            for seen, member in enumerate(tar):
                name = folded(member.name)
                if seen > self._limits.entries:
                    raise ArchiveProblem(Problem.TOO_MANY_ENTRIES)
                if member.offset_data + member.size > unpacked_limit:
                    raise ArchiveProblem(Problem.BOMB)
                if member.isfile() and member.size and not is_junk(name):
                    entries.append(Entry(name, member.size, member.size, source, len(members)))
                    members.append(member)
        except _TAR_ERRORS as error:
            raise ArchiveProblem(Problem.INCOMPLETE) from error
        self._tars[source] = tar, members
        return entries

    def _tar_chunks(self, entry: Entry) -> Iterator[bytes]:
        if entry.size > self._limits.entry_bytes:
            raise ArchiveProblem(Problem.BOMB)
        tar, members = self._tars[entry.source]
        try:
            content = tar.extractfile(members[entry.place])
            while content is not None and (chunk := content.read(_CHUNK)):
                yield chunk
        except _TAR_ERRORS as error:
            raise EntryDamaged from error


class _OpenedAtNeed(io.RawIOBase):
    """A file that is open only while it is read: a folder may hold more files than may be open."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._size = path.stat().st_size
        self._offset = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        self._offset = offset + (0, self._offset, self._size)[whence]
        return self._offset

    def tell(self) -> int:
        return self._offset

    def readinto(self, buffer: Any) -> int:
        with self._path.open("rb", buffering=0) as file:
            file.seek(self._offset)
            count = file.readinto(buffer) or 0
        self._offset += count
        return count


def open_paths(paths: Sequence[Path]) -> list[Source]:
    """The files at these paths, folders walked, links not followed, names relative to the folder.

    Raises ArchiveProblem(EMPTY) when there is nothing there, OSError when a path cannot be opened.
    """
    sources: list[Source] = []
    for path in paths:
        if path.is_dir():
            for file in sorted(path.rglob("*")):
                if file.is_file() and not file.is_symlink():
                    name = file.relative_to(path).as_posix()
                    if not is_junk(folded(name)) and file.stat().st_size:
                        opened = cast("BinaryIO", _OpenedAtNeed(file))
                        sources.append(Source(opened, f"{path.name}/{name}"))
        else:
            sources.append(Source(path.open("rb"), path.name))
    if not sources:
        raise ArchiveProblem(Problem.EMPTY)
    return sources


def _size(file: BinaryIO) -> int:
    at = file.tell()
    size = file.seek(0, os.SEEK_END)
    file.seek(at)
    return size


def _file_chunks(file: BinaryIO, size: int) -> Iterator[bytes]:
    offset = 0
    while offset < size:
        file.seek(offset)
        piece = file.read(_CHUNK)
        if not piece:
            raise EntryDamaged
        offset += len(piece)
        yield piece


def _looks_readable(start: bytes) -> bool:
    """Whether a single file is text, or the repository of an account."""
    if start.startswith((b"\xff\xfe", b"\xfe\xff")) or _MAGIC_REPOSITORY in start[1:10]:
        return True
    return not any(byte in _MACHINE_BYTES for byte in start)
