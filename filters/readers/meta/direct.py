"""Private conversations of Messenger and Instagram: one schema, on two platforms and two forms.

Facts: formats/messenger. Threads inside the Facebook or Instagram archive (classic, each UTF-8 byte
written as one character), end-to-end encrypted chats on their own (`senderName`, `text`), and pages
in HTML. Who the donor is stands in the profile; without it, it is the one person who takes part in
every thread, or it is asked.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from filters.formats.dates import seconds
from filters.formats.json import Damaged, documents
from filters.formats.mojibake import repaired
from filters.formats.sections import Section, sections
from filters.interaction import Interaction, Option, Passage
from filters.reader import Finding, Knowledge, Question, Reader, SetAside, Unread, chat_key, each
from filters.readers.meta.acts import reaction
from filters.readers.meta.notices import is_notice
from filters.readers.meta.words import reaction_of

FOLDERS = (
    "inbox", "archived_threads", "filtered_threads", "message_requests", "e2ee_cutover",
    "broadcast", "other",
)  # fmt: skip
_WRITTEN_TYPES = (None, "", "Generic", "Share", "text", "Text")


@dataclass
class Notes:
    """Who takes part in each thread."""

    threads: list[frozenset[str]] = field(default_factory=list)


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


def read_threads(
    reader: Reader, root: str = "", *, signature: str | None = None, telling: bool = True
) -> None:
    """Add the rows for conversations under `root`, in JSON and on pages."""
    threads = Threads(reader.platform)
    names = [f"{root}messages/{folder}/*/message*" for folder in FOLDERS]
    reader.signal(
        *(f"{name}.json" for name in names), decode=documents, family="messages",
        learn=threads.people, signature=signature, telling=telling,
    )(threads.thread)  # fmt: skip
    reader.signal(
        *(f"{name}.html" for name in names), decode=sections, family="messages", whole=True,
        learn=threads.people_on_page, telling=telling,
    )(threads.page)  # fmt: skip


class Threads:
    """The handlers for one platform's conversations."""

    def __init__(self, platform: str) -> None:
        self._platform = platform

    def people(self, document: dict[str, Any], knowledge: Knowledge) -> None:
        """The names in one thread, for the redaction dictionary."""
        names = _participants(document)
        title = repaired(document.get("title") or document.get("threadName"))
        self._learn(names, title, knowledge)

    def people_on_page(self, found: Iterable[Section | Damaged], knowledge: Knowledge) -> None:
        """As `people`, for a page: only those who wrote are named on it."""
        self._learn(list(_senders(found)), None, knowledge)

    def _learn(self, names: list[str], title: object, knowledge: Knowledge) -> None:
        kind = "handles" if self._platform == "instagram" else "names"
        knowledge.identities.add("names", *names, title)
        knowledge.identities.add(kind, *(name for name in names if " " not in name))
        if names:
            knowledge.notes.threads.append(frozenset(names))

    def thread(self, document: dict[str, Any], knowledge: Knowledge) -> Iterator[Finding]:
        """One page of a thread, up to 10,000 messages."""
        title = repaired(document.get("title") or document.get("threadName") or "")
        names = ", ".join(sorted(_participants(document)))
        chat = chat_key(self._platform, str(document.get("thread_path") or title or names))
        knowledge.chats.setdefault(chat, str(title or names))
        yield from each(
            document.get("messages") or (),
            lambda message: self._message(message, chat, knowledge),
            "messages",
        )

    def _message(
        self, message: dict[str, Any], chat: str, knowledge: Knowledge
    ) -> Iterator[Finding]:
        sender = message["sender_name"] if "sender_name" in message else message["senderName"]
        text = repaired(message.get("content") or message.get("text") or "").strip()
        at = seconds(message.get("timestamp_ms") or message.get("timestamp"))
        is_unsent = message.get("is_unsent") is True or message.get("isUnsent") is True
        is_written = message.get("type") in _WRITTEN_TYPES and bool(text) and not is_unsent
        is_own = knowledge.is_own(repaired(sender))
        yield self._said(text, at, chat, is_own=is_own, is_written=is_written)
        for given in message.get("reactions") or ():
            emoji = repaired(given.get("reaction") or given.get("emoji"))
            actor = repaired(given.get("actor") or given.get("sender") or given["name"])
            when = seconds(given.get("timestamp")) or at
            yield self._reaction(emoji, actor, when, knowledge)

    def page(self, found: Iterable[Section | Damaged], knowledge: Knowledge) -> Iterator[Finding]:
        """One page of a thread in HTML. It names no thread: who writes tells chats apart."""
        held: list[Section] = []
        for section in found:
            if isinstance(section, Damaged):
                yield Unread("messages", section.reason)
            elif _is_message(section):
                held.append(section)
        names = sorted(set(_senders(held)))
        chat = chat_key(self._platform, "\n".join(names))
        others = [name for name in names if not knowledge.is_own(name)]
        knowledge.chats.setdefault(chat, ", ".join(others[:6]))
        for section in held:
            text = "\n".join(cell.text for cell in section.cells if cell.depth <= _TEXT_DEPTH)
            is_own = knowledge.is_own(section.heading)
            yield self._said(text, section.at, chat, is_own=is_own, is_written=bool(text))
            for emoji, actor in section.reactions:
                yield self._reaction(emoji, actor, section.at, knowledge)

    def _said(
        self, text: str, at: float | None, chat: str, *, is_own: bool, is_written: bool
    ) -> Finding:
        return said(self._platform, text, at, chat, is_own=is_own, is_written=is_written)

    def _reaction(
        self, emoji: object, actor: object, at: float | None, knowledge: Knowledge
    ) -> Finding:
        """A reaction the donor gave is a signal without the text; others' are only counted."""
        if not knowledge.is_own(actor):
            return SetAside("messages", "R5")
        signal = reaction_of(emoji) if isinstance(emoji, str) else None
        if signal is None:
            return Unread("messages", "reaction")
        return reaction(
            self._platform, "messages", signal, at, setting="private", object_type="message"
        )


def said(
    platform: str, text: str, at: float | None, chat: str, *, is_own: bool, is_written: bool
) -> Finding:
    """One message: the donor's words, somebody else's, or a notice in the donor's name."""
    if is_own and (not is_written or is_notice(text)):
        return SetAside("messages", "no_preference")
    return Interaction(
        platform=platform,
        family="messages",
        kind="reply",
        signal="reply",
        options=(Option("unlabelled", Passage(text, "donor" if is_own else "other", "private")),),
        object_type="message",
        at=at,
        chat=chat,
    )


_TEXT_DEPTH = 3
"""What is written stands at most three boxes deep; captions of shared posts stand deeper."""


def _is_message(section: Section) -> bool:
    """A box with a name and a date; boxes that list the participants have no date."""
    return bool(section.heading) and section.at is not None


def _senders(found: Iterable[Section | Damaged]) -> Iterator[str]:
    seen: set[str] = set()
    for section in found:
        if isinstance(section, Section) and _is_message(section) and section.heading not in seen:
            seen.add(section.heading)
            yield section.heading


def _participants(document: dict[str, Any]) -> list[str]:
    """Names of the people of a thread: objects in classic files, plain texts in encrypted ones."""
    found = document.get("participants")
    names = [p.get("name") if isinstance(p, dict) else p for p in found or ()]
    if not any(isinstance(name, str) for name in names):
        names = [
            m.get("sender_name") or m.get("senderName")
            for m in document.get("messages") or ()
            if isinstance(m, dict)
        ]
    return list(dict.fromkeys(repaired(name) for name in names if isinstance(name, str)))
