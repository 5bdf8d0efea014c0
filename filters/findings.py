"""What the readers find in the entries of an archive: each act once, nothing lost.

An entry that breaks off, and a record that has another shape than its reader expects, become
findings themselves; no exception but that of an unusable archive leaves this file.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import replace
from itertools import chain
from typing import Any

from filters.archive.archive import Archive
from filters.archive.entry import Entry
from filters.copies import same_bytes
from filters.formats.json import Damaged
from filters.interaction import Interaction
from filters.limits import Limits
from filters.overlap import Overlap, copy_mark, exports_among, identity, without_copy
from filters.problem import EntryDamaged
from filters.reader import MALFORMED, Choices, Finding, Knowledge, Purpose, SetAside, Unread
from filters.recognition import Claim, Part

Handle = Callable[[Any, Knowledge], Iterable[Finding] | None]


class Findings:
    """The archive as its readers see it.

    In: whether the donor gave `several` containers, which may be several exports; `has_read`, told
    how many bytes were just read of an entry; `leaves_unread`, told of bytes that nobody will read.
    """

    def __init__(
        self,
        archive: Archive,
        choices: Choices,
        limits: Limits,
        *,
        several: bool,
        has_read: Callable[[int], None],
        leaves_unread: Callable[[int], None],
    ) -> None:
        self._archive = archive
        self._choices = choices
        self._limits = limits
        self._several = several
        self._has_read = has_read
        self._leaves_unread = leaves_unread
        self._copies: Counter[Entry] = Counter()

    def without_copies(self, part: Part) -> Part:
        """The part without the entries that are copies of others: how many each has is noted."""
        copies = same_bytes(part.claims, self._archive)
        if not copies:
            return part
        for number, first in copies.items():
            self._copies[part.claims[first].entry] += 1
            self._leaves_unread(part.claims[number].entry.size)
        claims = [claim for number, claim in enumerate(part.claims) if number not in copies]
        return replace(part, claims=claims)

    def of_entry(
        self, claim: Claim, handle: Handle | None, knowledge: Knowledge
    ) -> Iterator[Finding]:
        """The findings of one entry. One that breaks off is counted; the others are still read."""
        row, entry = claim
        knowledge.folder = entry.name.rpartition("/")[0]
        knowledge.path = self._archive.path_of(entry)
        assert row.decode is not None
        assert handle is not None
        decoded = row.decode(self._told(self._archive.chunks(entry)), self._limits)
        try:
            for item in (decoded,) if row.whole else decoded:
                if isinstance(item, Damaged):
                    yield Unread(row.family, item.reason)
                    continue
                try:
                    yield from handle(item, knowledge) or ()
                except MALFORMED:
                    yield Unread(row.family, "shape")
        except EntryDamaged:
            yield Unread(row.family, "damaged")
            self._leaves_unread(entry.size)

    def of_signals(self, part: Part, knowledge: Knowledge) -> Iterator[Finding]:
        """The findings of all that one platform's part holds of signals, and its reader's last."""
        claims = part.of(Purpose.SIGNAL)
        names = {claim.entry.name for claim in claims}
        if self._several or any(copy_mark(name, names) for name in names):
            yield from self._of_exports(part, knowledge)
        else:
            for knowledge.entry, claim in enumerate(claims):
                yield from self._of_signal(claim, knowledge)
        if part.reader.finish is not None:
            yield from part.reader.finish(knowledge)

    def _of_exports(self, part: Part, knowledge: Knowledge) -> Iterator[Finding]:
        """The findings of what may be several exports: an act that two of them hold comes once."""
        given: defaultdict[Hashable, list[tuple[int, Claim]]] = defaultdict(list)
        for number, claim in enumerate(part.of(Purpose.SIGNAL)):
            given[self._archive.container_of(claim.entry)].append((number, claim))
        held: defaultdict[Hashable, list[tuple[int, Claim]]] = defaultdict(list)
        for container, some in given.items():
            names = {claim.entry.name for _, claim in some}
            for number, claim in some:
                # A later copy is of another export than the file it lies beside.
                held[container, copy_mark(claim.entry.name, names)].append((number, claim))
        exports = (
            [[one] for one in held]
            if part.reader.exports_in_one_file
            else exports_among(
                {one: [claim.entry.name for _, claim in some] for one, some in held.items()}
            )
        )
        overlap = Overlap()
        for parts in exports:
            overlap.begin_export()
            for knowledge.entry, claim in chain.from_iterable(held[part] for part in parts):
                # Where an export is one file, its name tells no lists apart.
                name = "" if part.reader.exports_in_one_file else claim.entry.name
                for finding in self._of_signal(claim, knowledge):
                    if (
                        len(exports) > 1
                        and isinstance(finding, Interaction)
                        and overlap.repeats(self._act(finding, name, knowledge))
                    ):
                        yield SetAside(finding.family, "quality")
                    else:
                        yield finding

    def _of_signal(self, claim: Claim, knowledge: Knowledge) -> Iterator[Finding]:
        """The findings of one entry; its acts are counted once more for each copy of it."""
        found = self.of_entry(claim, claim.row.handle, knowledge)
        copies = self._copies[claim.entry] if self._copies else 0
        return _with_copies(found, claim.row.family, copies) if copies else found

    def _act(self, found: Interaction, name: str, knowledge: Knowledge) -> Hashable | None:
        """What makes an act of an entry called so the same one in two exports, if anything does."""
        # Some keys of a conversation are of one export only; what it is called is of every one. An
        # act of one that the donor did not tick must not stand for that of one they did.
        title = "" if found.chat is None else knowledge.chats.get(found.chat, "")
        chat = (title, self._choices.includes(found.chat)) if title else found.chat
        return identity(found, chat, without_copy(name.rsplit("/", 1)[-1]))

    def _told(self, chunks: Iterable[bytes]) -> Iterator[bytes]:
        for chunk in chunks:
            self._has_read(len(chunk))
            yield chunk


def _with_copies(found: Iterable[Finding], family: str, copies: int) -> Iterator[Finding]:
    acts = 0
    for finding in found:
        acts += isinstance(finding, Interaction)
        yield finding
    if acts:
        yield SetAside(family, "quality", acts * copies)
