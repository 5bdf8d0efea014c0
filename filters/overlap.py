"""Exports that overlap: an act that an earlier of the given exports holds is counted once.

A donor may give last year's export and this month's, or the same one under two names. Within one
export equal acts are several acts (two likes in one second of posts that are not named); in two
exports they are the same ones, so that of n in one and m in the other the larger number is kept.

An act is remembered by 64 bits, for as long as its archive is read. It is not in charge of entries
that are the same byte for byte: the archive lists those once, and `copies` those of another name.
"""

import re
from array import array
from bisect import bisect_left
from collections.abc import Collection, Hashable, Iterable, Mapping

from filters.interaction import Interaction

MOST_ACTS = 200_000
"""How many acts are remembered, in 12 bytes each. One that comes after them is kept, and counted
twice if a later export holds it too: rather that than lost."""
_DAY_SECONDS = 86_400
_FORM = re.compile(r"\.(?:json|html?)\Z")
"""What an export is asked for in: one or the other, never both."""
_COPY = re.compile(
    r"(?: ?\(\d{1,2}\)| - cop(?:ie|y)(?: \(\d{1,2}\))?)(?=\.\w{1,5}\Z)"
    r"|(?:\A|(?<=/))copie de (?=[^/]*\Z)"
)


class Overlap:
    """The acts of one platform, one export after the other."""

    def __init__(self, most: int = MOST_ACTS) -> None:
        self._most = most
        self._known = array("q")
        """What the exports before this one hold, in order, an act as often as it is kept."""
        self._met = array("I")
        """How often this export holds it too, at the first place of each act."""
        self._new = array("q")

    def begin_export(self) -> None:
        """What follows is of another export than what came before."""
        self._known = array("q", sorted([*self._known, *self._new]))
        self._met = array("I", bytes(self._met.itemsize * len(self._known)))
        self._new = array("q")

    def repeats(self, act: Hashable | None) -> bool:
        """Whether an earlier export holds this act as often as this one has brought it by now; of
        one that nothing tells apart, None, no export does."""
        if act is None:
            return False
        # Tuples of texts and numbers hash to 64 bits that a stranger cannot foresee.
        mark = hash(act)
        first = bisect_left(self._known, mark)
        if first < len(self._known):
            place = first + self._met[first]
            if place < len(self._known) and self._known[place] == mark:
                self._met[first] += 1
                return True
        if len(self._known) + len(self._new) < self._most:
            self._new.append(mark)
        return False


def without_copy(name: str) -> str:
    """The name of a file, without what says that it is a second copy: `chat (1).txt`."""
    return _COPY.sub("", name)


def copy_mark(name: str, beside: Collection[str]) -> str:
    """What says of an entry that it is a second copy of one of those beside it; else nothing."""
    # Few names have a mark, and an archive may hold fifty thousand.
    found = _COPY.search(name) if "(" in name or "cop" in name else None
    return found[0] if found is not None and without_copy(name) in beside else ""


def exports_among(names: Mapping[Hashable, Iterable[str]]) -> list[list[Hashable]]:
    """Which of the given containers make up one export.

    In: what the entries of each are called. Parts of one export never hold one file twice, so that
    a container which holds a file of the same name as another is of another export. Folders around
    it do not count: the first may bear the date of the export, and who zips it again adds one. Nor
    does what a browser or a desk adds to the name of a second copy, nor whether it is a page.
    """
    exports: list[tuple[list[Hashable], set[str]]] = []
    for container, some in names.items():
        within = {
            known
            for name in (_FORM.sub("", without_copy(one)) for one in some)
            for known in (name.partition("/")[2] or name, "/".join(name.split("/")[-2:]))
        }
        for parts, held in exports:
            if held.isdisjoint(within):
                parts.append(container)
                held.update(within)
                break
        else:
            exports.append(([container], within))
    return [parts for parts, _ in exports]


def identity(found: Interaction, chat: Hashable, file: str) -> Hashable | None:
    """What makes an act the same one in two exports; None where too little is known of it.

    In: `chat`, what tells its conversation from others in every export; `file`, what the entry it
    was read from is called. Times count in whole seconds, which every layout gives. What was judged
    under a public id, and an answer of an AI, are the same whatever else an export says of them.
    Approval by others grows from one export to the next, and tells nothing apart.
    """
    pressed = (
        found.family,
        found.kind,
        found.signal,
        found.object_type,
        found.object_ref,
        found.value,
        found.received is None,
    )
    is_own_words = found.kind in ("reply", "expressed") or found.received is not None
    if found.object_ref is not None and not is_own_words:
        return pressed
    at = None if found.at is None else found.at // 1
    texts = tuple((option.label, option.passage.text) for option in found.options)
    if any(o.passage.text and o.passage.author == "ai" for o in found.options):
        return (*pressed, at, texts)
    if at and at % _DAY_SECONDS:
        return (*pressed, at, chat, texts)
    if at or any(text for _, text in texts):
        # Many acts share a day, or a word: they are the same where the same file says so.
        return (*pressed, at, chat, texts, file)
    return None
