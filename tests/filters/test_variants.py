"""The same export in another writing is the same export: every generator, language and layout.

Donors unpack, re-zip, split and convert what they were given; platforms reorder keys and change
line ends between two months.
"""

import io
import json
import zipfile
from codecs import BOM_UTF8
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from filters.archive.archive import Source
from filters.limits import Limits
from filters.sieve import sift
from tests.filters.generators.catalogue import Case, cases
from tests.filters.generators.export import Export
from tests.filters.reading import AsIs
from tests.filters.test_planted import assigned

SIZE = 30
TABLES = (".csv",)
TEXTS = (".csv", ".txt", ".json", ".js")
Files = Mapping[str, bytes]


def zipped(files: Files) -> Source:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return Source(buffer, "archive.zip")


def in_more_folders(files: Files) -> list[Source]:
    return [zipped({f"Téléchargements/mes données/{name}": c for name, c in files.items()})]


def among_litter(files: Files) -> list[Source]:
    litter = {"__MACOSX/._x.json": b"\0\5\x16", ".DS_Store": b"\0\0\0\1Bud1", "desktop.ini": b"[x]",
              "Thumbs.db": b"\xd0\xcf", "polls/no-data.txt": b"", "photo.jpg": b"\xff\xd8"}  # fmt: skip
    return [zipped({**litter, **files})]


def in_two_zips(files: Files) -> list[Source]:
    names = sorted(files)
    halves = names[::2], names[1::2]
    return [zipped({name: files[name] for name in half}) for half in halves if half]


def with_a_mark(files: Files) -> list[Source]:
    return [zipped({n: marked(c) if n.endswith(TEXTS) else c for n, c in files.items()})]


def marked(content: bytes) -> bytes:
    return BOM_UTF8 + content.removeprefix(BOM_UTF8)


def with_line_ends_of_windows(files: Files) -> list[Source]:
    return [zipped({n: ended(c) if n.endswith(TEXTS) else c for n, c in files.items()})]


def ended(content: bytes) -> bytes:
    return content.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


def as_a_spreadsheet_saves_it(files: Files) -> list[Source]:
    return [zipped({n: wide(c) if n.endswith(TABLES) else c for n, c in files.items()})]


def wide(content: bytes) -> bytes:
    return content.decode("utf-8-sig").encode("utf-16")


def with_keys_the_other_way(files: Files) -> list[Source]:
    return [zipped({n: rewritten(n, c, turned) for n, c in files.items()})]


def printed_over_many_lines(files: Files) -> list[Source]:
    return [zipped({n: rewritten(n, c, lambda document: document, 2) for n, c in files.items()})]


def rewritten(
    name: str, content: bytes, change: Callable[[Any], Any], indent: int | None = None
) -> bytes:
    if not name.endswith((".json", ".js")) or (found := assigned(content)) is None:
        return content
    head, document = found
    written = json.dumps(change(document), indent=indent)
    return f"{head}{' = ' if head else ''}{written}".encode()


def turned(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: turned(one) for key, one in reversed(value.items())}
    return [turned(one) for one in value] if isinstance(value, list) else value


def signals(export: Export, sources: list[Source]) -> Counter[str]:
    found: Counter[str] = Counter()
    sift(
        sources, export.choices, redactor=AsIs(), limits=Limits(),
        keep=lambda record, _: found.update([record.signal]),
    )  # fmt: skip
    return found


CASES = [case for case in cases() if case.language == "fr"]


@pytest.mark.parametrize(
    "variant",
    [in_more_folders, among_litter, in_two_zips, with_a_mark, with_line_ends_of_windows,
     as_a_spreadsheet_saves_it, with_keys_the_other_way, printed_over_many_lines],
    ids=lambda variant: variant.__name__,
)  # fmt: skip
@pytest.mark.parametrize("case", CASES, ids=str)
def test_another_writing_of_an_export_is_read_alike(
    case: Case, variant: Callable[[Files], list[Source]]
) -> None:
    export = case.export(5, SIZE)
    assert signals(export, variant(export.files)) == signals(export, [export.source()])
