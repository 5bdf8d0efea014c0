"""What comes of one archive, and how far it is: what the sieve answers to whoever called it."""

from collections.abc import Callable, Mapping, Sequence
from typing import Literal

import msgspec

from filters.examples import Example
from filters.interaction import Retained
from filters.parts import MissingPart
from filters.reader import PrivateChat, Question
from filters.recognition import Confidence
from filters.tally import Tally

SEVERAL = "several"
"""Stands for the reader where an archive holds several platforms and an entry is of none."""


class PlatformRead(msgspec.Struct, frozen=True):
    """A platform found in the archive, and the reader that read it (`chatgpt@1`)."""

    platform: str
    reader: str
    confidence: Confidence = "sure"


class Progress(msgspec.Struct, frozen=True, tag=True):
    """How far the sieve is. Sizes in bytes, stored or inflated as the archive's kind has it."""

    stage: Literal["reading", "cleaning"]
    found: int
    masked: int
    read_bytes: int
    total_bytes: int


class Outcome(msgspec.Struct, frozen=True, tag=True):
    """What came of one archive."""

    platforms: tuple[PlatformRead, ...]
    tally: Tally
    questions: tuple[Question, ...] = ()
    """Unanswered: until they are, nothing of that platform that depends on them is kept."""
    private_chats: tuple[PrivateChat, ...] = ()
    """What the donor may tick (rule R4)."""
    missing: tuple[MissingPart, ...] = ()
    """Parts of the export that were not given."""
    poorer: tuple[str, ...] = ()
    """Platforms read from pages in HTML, which hold less than the same export in JSON."""
    examples: tuple[Example, ...] = ()
    """Masked passages with the words that were masked: to be sealed at once."""
    is_cut: bool = False
    """Whether every entry that could hold a preference breaks off: a download that is not whole,
    though its container is."""
    chats: tuple[str, ...] = ()
    """What the donor calls the conversations that `keep` was told by number, the first of them
    (number 1) first; empty where that is not known. Names of people: to be sealed at once."""

    def meet_at_home(self, unknown: Mapping[str, int]) -> None:
        """Count entries nobody knows that stayed on the donor's device, by their kind, as if they
        had been given: how a change of format is noticed though little leaves the device."""
        reader = reader_of_strangers([part.reader for part in self.platforms])
        for kind, count in unknown.items():
            self.tally.meet_unknown(reader, "entry", kind, count)


Keep = Callable[[Retained, int], None]
"""Takes one retained interaction, and the number within this archive of the conversation it is
from: counted from 1 as they come, 0 for what is in none."""


def reader_of_strangers(readers: Sequence[str]) -> str:
    """The reader under which entries that none of them knows are counted."""
    return readers[0] if len(readers) == 1 else SEVERAL
