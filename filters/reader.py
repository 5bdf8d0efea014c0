"""What a reader is: one platform's table of entries, and the pure functions behind it.

A row of the table names an entry of the archive (French and English names side by side), says what
it is wanted for, and how it is decoded. What is in no row is unknown, and counted: that is how a
change of format is noticed. A reader is not in charge of opening archives, of deciding what may be
kept, or of finding personal data in a text.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from hashlib import blake2b
from typing import Any, Literal

import msgspec

from filters.entry_names import longest_word, name_matcher
from filters.interaction import Interaction, Rule, Signal
from filters.limits import Limits

_MOST_ANSWERS = 10_000
MOST_TITLES = 20_000
"""How many conversations are remembered by title; there may be any number."""
TITLE_CHARS = 120
HEAD_BYTES = 64 * 1024
"""How much of an entry is looked at to recognise it by its content."""


class Unread(msgspec.Struct, frozen=True):
    """Records that a reader could not understand. Quotes nothing from the archive."""

    family: str
    reason: str
    """The name of the field or shape that was not understood, from our own words."""
    count: int = 1


BROKEN_OFF = frozenset({"end", "damaged"})
"""Reasons that say of the file itself that it is cut or damaged."""


class SetAside(msgspec.Struct, frozen=True):
    """Items known by their place alone not to be kept, for example an answer nobody judged."""

    family: str
    rule: Rule
    count: int = 1


Finding = Interaction | Unread | SetAside


class Identities(msgspec.Struct):
    """The people of one archive: the redaction dictionary, in memory, gone with the job."""

    names: set[str] = msgspec.field(default_factory=set)
    handles: set[str] = msgspec.field(default_factory=set)
    emails: set[str] = msgspec.field(default_factory=set)
    phones: set[str] = msgspec.field(default_factory=set)
    addresses: set[str] = msgspec.field(default_factory=set)

    def add(self, field_name: str, *values: object) -> None:
        """Take the texts among `values`; anything that is no text is passed over."""
        known: set[str] = getattr(self, field_name)
        known.update(v.strip() for v in values if isinstance(v, str) and v.strip())

    @property
    def size(self) -> int:
        """How many identities are known: it only ever grows."""
        return sum(len(getattr(self, name)) for name in self.__struct_fields__)


class Choices(msgspec.Struct, frozen=True, kw_only=True):
    """What the donor decided before the archive is read."""

    me: frozenset[str] = frozenset()
    """The names the donor goes by, where the archive cannot say."""
    private_chats: frozenset[str] = frozenset()
    """Keys of the private conversations whose own messages the donor includes (rule R4)."""
    all_private_chats: bool = False

    def includes(self, chat: str | None) -> bool:
        """Whether the donor's own words in this private conversation may be kept."""
        return self.all_private_chats or (chat is not None and chat in self.private_chats)


class Question(msgspec.Struct, frozen=True):
    """What the archive cannot say and the donor must, before anything can be kept."""

    id: str
    platform: str
    options: tuple[str, ...]
    """The possible answers, in the archive's own words: shown to the donor, never logged."""


class PrivateChat(msgspec.Struct, frozen=True):
    """A private conversation the donor may include. Off unless ticked."""

    key: str
    title: str
    own_messages: int = 0


@dataclass
class Knowledge:
    """What a reader learns from the small entries before it reads the signals.

    `notes` is the reader's own: each reader puts a type of its own there.
    """

    choices: Choices
    identities: Identities = field(default_factory=Identities)
    """Shared by all readers of the archive."""
    own_names: set[str] = field(default_factory=set)
    """The names the donor goes by, shared by all readers of the archive."""
    questions: list[Question] = field(default_factory=list)
    chats: dict[str, str] = field(default_factory=dict)
    """Title of each private conversation by its key."""
    titles: dict[str, str] = field(default_factory=dict)
    """Title of each other conversation by its key, as far as they are remembered."""
    expected: set[str] = field(default_factory=set)
    """Names of entries that the archive's own manifest lists: those that are not there are said."""
    notes: Any = None
    entry: int = 0
    """Number of the entry being read, the same in the learning pass and in the reading pass."""
    folder: str = ""
    """Where the entry being read lies: entries of one folder may speak of one another."""
    path: str = ""
    """What the entry being read is called, and what the file it was given in: no case."""
    _answers: dict[str, bool] = field(default_factory=dict)
    """Of each name that was asked about, whether it is the donor's: few write many messages."""
    _answered_for: int = 0
    """How many names of the donor's were known then; they only ever grow."""

    def is_own(self, name: object) -> bool:
        """Whether a name is one the donor goes by."""
        if not isinstance(name, str):
            return False
        if self._answered_for != len(self.own_names) or len(self._answers) > _MOST_ANSWERS:
            self._answered_for = len(self.own_names)
            self._answers.clear()
        answer = self._answers.get(name)
        if answer is None:
            own = {folded_name(one) for one in self.own_names}
            answer = self._answers[name] = folded_name(name) in own
        return answer

    def own_among(self, names: Iterable[str]) -> frozenset[str]:
        """The donor's among these names. One written as the donor's is leaves no room for another
        that is merely alike: that may be somebody else's."""
        alike = frozenset(filter(self.is_own, names))
        return alike & self.own_names or alike

    def entitle(self, chat: str, title: str) -> None:
        """Remember what the donor calls a conversation that is not private."""
        if len(self.titles) < MOST_TITLES:
            self.titles.setdefault(chat, title[:TITLE_CHARS])

    def in_conversation(
        self, platform: str, key: object, title: object, found: Iterable[Finding]
    ) -> Iterator[Finding]:
        """The same findings of a conversation with an assistant; the acts among them say which.

        `key` is whatever tells it from the platform's others, `title` what the donor calls it;
        without a key the acts are in no conversation.
        """
        chat: str | None = None
        for one in found:
            if key is not None and isinstance(one, Interaction):
                if chat is None:
                    chat = chat_key(platform, str(key))
                    if isinstance(title, str):
                        self.entitle(chat, title)
                yield msgspec.structs.replace(one, chat=chat)
            else:
                yield one


class FullExport(msgspec.Struct, frozen=True):
    """What tells a platform's full export from the quick one, which has no act in it."""

    name: str
    """A file that the quick one lacks, to name it to the donor."""
    family: str
    marks: frozenset[str]
    """Families of files that only the full one has: one is enough."""


class Purpose(StrEnum):
    """What an entry is wanted for."""

    IDENTITY = "identity"
    CONTEXT = "context"
    SIGNAL = "signal"
    IGNORED = "ignored"
    HTML = "html"


Certainty = Literal["confirmed", "one_source", "unverified"]
"""How well a signal is known: seen in real exports or in the platform's own code, in one public
reader only, or from general knowledge (formats, "Level of certainty")."""

Decode = Callable[[Iterable[bytes], Limits], Iterator[Any]]
Learn = Callable[[Any, Knowledge], Iterator[Finding] | None]
Read = Callable[[Any, Knowledge], Iterator[Finding]]


@dataclass(frozen=True)
class Row:
    """One row of a reader's table."""

    purpose: Purpose
    patterns: tuple[str, ...]
    family: str
    decode: Decode | None = None
    handle: Callable[[Any, Knowledge], Any] | None = None
    whole: bool = False
    """The handler gets the iterator of all items of the entry, not one item."""
    signature: re.Pattern[bytes] | None = None
    """What the first bytes must hold; alone it recognises an entry that was renamed."""
    telling: bool = True
    """Whether finding the entry is evidence of the platform."""
    learn: Callable[[Any, Knowledge], Any] | None = None
    """Run over the same items before any signal is read."""
    by_folder: bool = False
    """Whether the folder an entry lies in says what it is about: then no entry of another folder
    is a copy of it, though it held the same bytes."""

    @cached_property
    def name(self) -> re.Pattern[str]:
        """What the names of its entries fit. Made at need: few archives meet many rows."""
        return name_matcher(self.patterns)

    @property
    def words_of_names(self) -> frozenset[bytes]:
        """Words of which one stands in every name that fits."""
        return frozenset(longest_word(p.casefold()).encode() for p in self.patterns)


class Reader:
    """One platform's table. Declare it once per file, then register rows with the decorators.

    `platform` and `version` make the record's `reader` field. `title` is what people call it.
    `signals` says which signals the export can hold, and how well each is known.
    """

    def __init__(
        self,
        platform: str,
        *,
        version: int,
        title: str,
        signals: Mapping[Certainty, tuple[Signal, ...]] | None = None,
        notes: Callable[[], Any] = lambda: None,
        prepare: Callable[[Knowledge], None] | None = None,
        finish: Callable[[Knowledge], Iterable[Finding]] | None = None,
        within: str | None = None,
        numbers_parts_without_gaps: bool = True,
        exports_in_one_file: bool = False,
        full_export: FullExport | None = None,
        archives: str | None = None,
    ) -> None:
        self.platform = platform
        self.version = version
        self.title = title
        self.signals = signals or {}
        self.new_notes = notes
        self.prepare = prepare
        """Called between the context entries and the signals: who is the donor, what to ask."""
        self.finish = finish
        """Called after the signals: acts that waited for an entry which is not in the export."""
        self.within = within or platform
        """The platform whose archive this one's entries come in, as Messenger's in Facebook's."""
        self.numbers_parts_without_gaps = numbers_parts_without_gaps
        """Whether a number that is left out says that a part was not given."""
        self.exports_in_one_file = exports_in_one_file
        """Whether what was given in two files is of two exports, whatever they are called."""
        self.full_export = full_export
        """Where a platform gives a quick export too: how the full one is known."""
        self.archives = None if archives is None else re.compile(archives)
        """What the zips of one export are called, numbered from 1 on, with no case: the groups are
        `stem`, `number` and `end`."""
        self.rows: list[Row] = []

    @property
    def name(self) -> str:
        """`platform@version`, as it stands in every record."""
        return f"{self.platform}@{self.version}"

    def identity(
        self,
        *patterns: str,
        decode: Decode,
        family: str = "profile",
        signature: str | None = None,
        telling: bool = False,
    ) -> Callable[[Learn], Learn]:
        """Entries that only feed the redaction dictionary (rule R8): read, then forgotten."""
        return self._register(
            Purpose.IDENTITY, patterns, family, decode, signature, telling=telling
        )

    def context(
        self,
        *patterns: str,
        decode: Decode,
        family: str,
        signature: str | None = None,
        whole: bool = False,
        telling: bool = True,
    ) -> Callable[[Learn], Learn]:
        """Entries read before the signals, because the signals need them."""
        return self._register(
            Purpose.CONTEXT, patterns, family, decode, signature, whole=whole, telling=telling
        )

    def signal(
        self,
        *patterns: str,
        decode: Decode,
        family: str,
        signature: str | None = None,
        whole: bool = False,
        telling: bool = True,
        learn: Learn | None = None,
        by_folder: bool = False,
    ) -> Callable[[Read], Read]:
        """Entries that hold acts. The handler yields findings for one record (or, `whole`, for
        the iterator of all records of one entry). `learn` sees the same items once before."""
        return self._register(
            Purpose.SIGNAL, patterns, family, decode, signature,
            whole=whole, telling=telling, learn=learn, by_folder=by_folder,
        )  # fmt: skip

    def ignore(
        self, *patterns: str, family: str, signature: str | None = None, telling: bool = False
    ) -> None:
        """Entries that are known and not wanted: counted, never read. `signature` recognises them
        when they were renamed, or are all there is."""
        compiled = None if signature is None else re.compile(signature.encode())
        self.rows.append(
            Row(Purpose.IGNORED, patterns, family, signature=compiled, telling=telling)
        )

    def html(self, *patterns: str, signature: str | None = None) -> None:
        """Entries that show the export was asked for in HTML, which is not read."""
        compiled = None if signature is None else re.compile(signature.encode())
        self.rows.append(Row(Purpose.HTML, patterns, "html", signature=compiled))

    def _register(
        self,
        purpose: Purpose,
        patterns: tuple[str, ...],
        family: str,
        decode: Decode,
        signature: str | None,
        *,
        whole: bool = False,
        telling: bool = True,
        learn: Learn | None = None,
        by_folder: bool = False,
    ) -> Callable[[Any], Any]:
        compiled = None if signature is None else re.compile(signature.encode())

        def register(handle: Any) -> Any:
            self.rows.append(
                Row(
                    purpose, patterns, family, decode, handle, whole, compiled,
                    telling=telling, learn=learn, by_folder=by_folder,
                )
            )  # fmt: skip
            return handle

        return register


def folded_name(name: str) -> str:
    """A person's name as it is compared: NFC, no case, no invisible marks, single spaces."""
    seen = visible(unicodedata.normalize("NFC", name))
    return " ".join(seen.split()).casefold()


def visible(text: str) -> str:
    """The text without characters that only steer the direction or joining of others."""
    if text.isprintable():
        return text  # Most texts: none of those is.
    for mark in {c for c in text if not c.isprintable() and unicodedata.category(c) == "Cf"}:
        text = text.replace(mark, "")
    return text


def chat_key(platform: str, text: str) -> str:
    """A neutral, stable key for a conversation, from whatever names it in the archive."""
    return f"{platform}:{blake2b(text.encode('utf-8', 'replace'), digest_size=8).hexdigest()}"


MALFORMED = (KeyError, TypeError, ValueError, AttributeError, IndexError, ArithmeticError)
"""What a handler raises on a record of a shape it does not know. Caught around one record."""


def each(
    records: Iterable[Any], read: Callable[[Any], Iterable[Finding]], family: str
) -> Iterator[Finding]:
    """Run `read` on every record; one it cannot understand is counted, the rest go on."""
    for record in records:
        try:
            yield from read(record)
        except MALFORMED:
            yield Unread(family, "shape")
