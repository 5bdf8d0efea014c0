"""Parts of an export that were not given: gaps in a numbering, what a manifest lists, and the full
export where only the quick one was asked for.

Large lists are cut into numbered files (`like-part1.js`, `comments_1.csv`, `message_2.json`,
`conversations-001.json`), and large exports into several zips. A part that is missing is named to
the donor, who alone can bring it (formats, rule 11).
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

import msgspec

from filters.archive.entry import Entry, folded
from filters.reader import Purpose
from filters.recognition import Part

_NUMBERED = re.compile(
    r"(?P<stem>.*?)(?P<mark>-part|_part|[-_])(?P<number>\d{1,3})(?P<end>\.\w{2,5})", re.DOTALL
)
_PLAIN = re.compile(r"[a-z0-9_.-]{1,60}")
_MOST_NAMED = 20


class MissingPart(msgspec.Struct, frozen=True):
    """A file the export should hold. `name` is its last part only, in plain characters; the family
    in brackets when the platform did not name it."""

    platform: str
    family: str
    name: str


def missing_parts(
    part: Part, expected: Collection[str], entries: Iterable[Entry]
) -> list[MissingPart]:
    """What is missing of one platform's signals, at most twenty, in a stable order."""
    found = dict.fromkeys((*_gaps(part), *_not_asked_for(part)))
    if expected:
        found.update(dict.fromkeys(_unmet(part, expected, {entry.name for entry in entries})))
    return list(found)[:_MOST_NAMED]


def missing_archives(parts: Iterable[Part], given: Iterable[str]) -> list[MissingPart]:
    """Which of the zips that a platform numbers lie before others and were not given.

    In: what those that were given are called. That the last ones are missing, nothing says.
    """
    part = next((one for one in parts if one.reader.archives is not None), None)
    if part is None or part.reader.archives is None:
        return []
    exports: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    for name in given:
        if split := part.reader.archives.fullmatch(name):
            exports[split["stem"], split["end"]].add(int(split["number"]))
    absent = [
        f"{stem}{number:03d}{end}"
        for (stem, end), numbers in sorted(exports.items())
        for number in range(1, max(numbers))
        if number not in numbers
    ]
    return list(_named(part, "archive", absent))[:_MOST_NAMED]


def _gaps(part: Part) -> Iterator[MissingPart]:
    if not part.reader.numbers_parts_without_gaps:
        return
    numbered: dict[tuple[str, str, str], dict[int, str]] = defaultdict(dict)
    families: dict[tuple[str, str, str], str] = {}
    given = {"/".join(claim.entry.name.split("/")[-2:]) for claim in part.claims}
    for claim in part.of(Purpose.SIGNAL):
        split = _NUMBERED.fullmatch(claim.entry.name)
        # Where an entry is known by what it holds, its name is the donor's, and a number in it may
        # be anything.
        if split is not None and claim.row.name.fullmatch(claim.entry.name):
            # Zips of one export may each have a root folder of their own.
            stem = "/".join(split["stem"].split("/")[-2:])
            series = (stem, split["mark"], split["end"])
            numbered[series][int(split["number"])] = split["number"]
            families[series] = claim.row.family
    for (stem, mark, end), numbers in sorted(numbered.items()):
        last, width = max(numbers), len(min(numbers.values(), key=len))
        # The first part may bear no number: `comments.csv`, then `comments-2.csv`.
        first = 2 if mark != "-part" and f"{stem}{end}" in given else min(1, *numbers)
        absent = [n for n in range(first, last) if n not in numbers]
        if len(absent) > len(numbers):
            continue  # Numbers that name things, as a year does, and count no parts.
        names = [f"{stem}{mark}{number:0{width}d}{end}" for number in absent]
        if mark == "-part" and f"{stem}{end}" not in given:
            names.insert(0, f"{stem}{end}")
        yield from _named(part, families[stem, mark, end], names)


def _not_asked_for(part: Part) -> Iterator[MissingPart]:
    full = part.reader.full_export
    if full is not None and full.marks.isdisjoint(claim.row.family for claim in part.claims):
        yield from _named(part, full.family, [folded(full.name)])


def _unmet(part: Part, expected: Iterable[str], given: Collection[str]) -> Iterator[MissingPart]:
    rows = [row for row in part.reader.rows if row.patterns]
    ends = {name.rsplit("/", 1)[-1] for name in given}
    for name in sorted(map(folded, expected)):
        row = next((row for row in rows if row.name.fullmatch(name)), None)
        if (
            row is not None
            and row.purpose is Purpose.SIGNAL
            and name.rsplit("/", 1)[-1] not in ends
        ):
            yield from _named(part, row.family, [name])


def _named(part: Part, family: str, names: Iterable[str]) -> Iterator[MissingPart]:
    for name in names:
        last = name.rsplit("/", 1)[-1]
        yield MissingPart(
            part.reader.platform, family, last if _PLAIN.fullmatch(last) else f"({family})"
        )
