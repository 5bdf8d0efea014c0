"""Who takes part in private conversations of Messenger and Instagram, and who of them is the donor.

Facts: formats/messenger. These exports number nobody: names are all there is to tell people by. Who
takes part is listed once, the donor too, so that a name that is listed twice is borne by two. Where
names are not listed, or each of them once, as on pages, a conversation between two shows it by its
title: it is called after the other person. Whose words are whose then nobody can say, not even the
donor, and in that thread no word and no reaction is theirs. So it is with what one writes to
oneself, which looks alike.
"""

import unicodedata
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from filters.reader import Knowledge, Question, folded_name


class File(NamedTuple):
    """What one file of a thread says of it."""

    chat: str
    """The key of the conversation."""
    title: str
    thread: str
    """What all files of the thread have in common: the name of its folder, where it has one."""
    listed: Mapping[str, int]
    """How often each name is listed among those who take part."""
    writers: Collection[str]
    titles: Collection[str] = ()
    """What the thread is called."""


@dataclass
class Notes:
    """Who takes part in each thread."""

    threads: list[frozenset[str]] = field(default_factory=list)
    files: dict[int, File] = field(default_factory=dict)
    """What each file says of its thread, by number of the entry: it may say so at its end."""
    _unclear: frozenset[str] | None = None
    """Threads in which names do not tell the donor from somebody else; None before it is asked."""

    def donor_in(self, file: File, knowledge: Knowledge) -> Callable[[object], bool]:
        """Whether a name is the donor's in this file. To be asked once all is learned."""
        if self._unclear is None:
            self._unclear = _unclear(self.files.values(), knowledge)
        return _nobody if file.thread in self._unclear else donor_among(file, knowledge)


def donor_among(file: File, knowledge: Knowledge) -> Callable[[object], bool]:
    """Whether a name is the donor's, by what this file alone says."""
    own = _own(file, knowledge)
    if _bearers(own, file) > 1:
        return _nobody
    if own.issuperset(filter(knowledge.is_own, (*file.listed, *file.writers))):
        return knowledge.is_own  # Who did no more than react is not among the names.
    return lambda name: isinstance(name, str) and name in own


def asker(platform: str) -> Callable[[Knowledge], None]:
    """Find out who the donor is, or ask: for the reader of one platform."""

    def prepare(knowledge: Knowledge) -> None:
        threads: list[frozenset[str]] = knowledge.notes.threads
        everybody = Counter(name for thread in threads for name in thread)
        if any(knowledge.is_own(name) for name in everybody):
            return
        in_all = [name for name, count in everybody.items() if count == len(threads) > 1]
        if len(in_all) == 1:
            knowledge.own_names.add(in_all[0])
        elif everybody:
            options = tuple(name for name, _ in everybody.most_common(200))
            knowledge.questions.append(Question("author", platform, options))

    return prepare


def _nobody(_: object) -> bool:
    return False


def _unclear(files: Iterable[File], knowledge: Knowledge) -> frozenset[str]:
    """The threads in which two people bear the donor's name, or one writes to themselves."""
    shared: set[str] = set()
    called_so: set[str] = set()
    with_others: set[str] = set()
    for file in files:
        own = _own(file, knowledge)
        if _bearers(own, file) > 1:
            shared.add(file.thread)
        if own and _is_called(own, file):
            called_so.add(file.thread)
        if not own.issuperset((*file.listed, *file.writers)):
            with_others.add(file.thread)
    # A group of others may be called after the donor.
    return frozenset(shared | (called_so - with_others))


def _own(file: File, knowledge: Knowledge) -> frozenset[str]:
    return knowledge.own_among((*file.listed, *file.writers))


def _bearers(own: frozenset[str], file: File) -> int:
    """How many people bear these names. Only of those who are listed each is listed once: whoever
    left a group is not, and may have written under a former name."""
    return sum(file.listed.get(name, 0) for name in own) or len(own)


def _is_called(own: frozenset[str], file: File) -> bool:
    """Whether a thread is called by one of these names."""
    names = set(map(folded_name, own))
    folder = _plain(file.thread.rpartition("_")[0])
    return not names.isdisjoint(map(folded_name, file.titles)) or (
        bool(folder) and any(folder in (_plain(n), _plain(_unaccented(n))) for n in own)
    )


def _plain(name: str) -> str:
    """A name as folders are called: letters and digits without accents, and no others."""
    return "".join(c for c in name.casefold() if c.isascii() and c.isalnum())


def _unaccented(name: str) -> str:
    return unicodedata.normalize("NFKD", name)
