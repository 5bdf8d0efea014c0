"""Private conversations of Messenger and Instagram: one schema, on two platforms and two forms.

Facts: formats/messenger. Threads inside the Facebook or Instagram archive (classic, each UTF-8 byte
written as one character), end-to-end encrypted chats on their own (`senderName`, `text`), and pages
in HTML. Who the donor is stands in the profile; without it, it is the one person who takes part in
every thread, or it is asked.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import Any, NamedTuple

from filters.formats.dates import seconds
from filters.formats.json import Damaged, Item, items
from filters.formats.mojibake import repaired
from filters.formats.sections import Section, boxes, section_of
from filters.interaction import Interaction, Option, Passage
from filters.reader import (
    MALFORMED,
    Finding,
    Knowledge,
    Question,
    Reader,
    SetAside,
    Unread,
    chat_key,
)
from filters.readers.meta.acts import reaction
from filters.readers.meta.notices import is_notice
from filters.readers.meta.words import reaction_of

FOLDERS = (
    "inbox", "archived_threads", "filtered_threads", "message_requests", "e2ee_cutover",
    "broadcast", "other",
)  # fmt: skip
_ABOUT = ("title", "threadName", "thread_path")
_MOST_SENDERS = 10_000
_WRITTEN_TYPES = (None, "", "Generic", "Share", "text", "Text")


class About(NamedTuple):
    """What is known of a thread when its messages are read."""

    key: str
    title: str


@dataclass
class Notes:
    """Who takes part in each thread."""

    threads: list[frozenset[str]] = field(default_factory=list)
    has_lost_some: bool = False
    """Whether somebody wrote who takes part no more: it may be the donor."""
    abouts: dict[int, About] = field(default_factory=dict)
    """What each file says of its thread, by number of the entry: it may say so at its end."""


def asker(platform: str) -> Callable[[Knowledge], None]:
    """Find out who the donor is, or ask: for the reader of one platform."""

    def prepare(knowledge: Knowledge) -> None:
        threads: list[frozenset[str]] = knowledge.notes.threads
        everybody = Counter(name for thread in threads for name in thread)
        if any(knowledge.is_own(name) for name in everybody):
            return
        in_all = [name for name, count in everybody.items() if count == len(threads) > 1]
        if len(in_all) == 1 and not knowledge.notes.has_lost_some:
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
        *(f"{name}.json" for name in names), decode=items, family="messages", whole=True,
        learn=threads.people, signature=signature, telling=telling,
    )(threads.thread)  # fmt: skip
    reader.signal(
        *(f"{name}.html" for name in names), decode=boxes, family="messages", whole=True,
        learn=threads.people_on_page, telling=telling,
    )(threads.page)  # fmt: skip


class Threads:
    """The handlers for one platform's conversations."""

    def __init__(self, platform: str) -> None:
        self._platform = platform

    def people(self, found: Iterable[Item | Damaged], knowledge: Knowledge) -> None:
        """The names in one file of a thread, for the redaction dictionary; what the thread is."""
        about: dict[str, str] = {}
        participants: dict[str, None] = {}
        senders: dict[str, None] = {}
        for item in found:
            if isinstance(item, Damaged):
                continue
            key, value = item
            if key == "messages" and isinstance(value, dict):
                sender = value.get("sender_name") or value.get("senderName")
                if isinstance(sender, str) and len(senders) < _MOST_SENDERS:
                    senders.setdefault(sender)
            elif key == "participants":
                name = value.get("name") if isinstance(value, dict) else value
                if isinstance(name, str):
                    participants.setdefault(name)
            elif key in _ABOUT and isinstance(value, str):
                about.setdefault(key, value)
        if participants and not senders.keys() <= participants.keys():
            knowledge.notes.has_lost_some = True
        names = [str(repaired(name)) for name in {**participants, **senders}]
        title = repaired(about.get("title") or about.get("threadName") or "")
        self._learn(names, title, knowledge)
        everybody = ", ".join(sorted(names))
        chat = chat_key(self._platform, about.get("thread_path") or title or everybody)
        knowledge.notes.abouts[knowledge.entry] = About(chat, title or everybody)

    def people_on_page(self, found: Iterable[str | Damaged], knowledge: Knowledge) -> None:
        """As `people`, for a page: only those who wrote are named on it."""
        names = dict.fromkeys(
            name for box in found if isinstance(box, str) and (name := _sender(box))
        )
        self._learn(list(names), None, knowledge)

    def _learn(self, names: list[str], title: object, knowledge: Knowledge) -> None:
        kind = "handles" if self._platform == "instagram" else "names"
        knowledge.identities.add("names", *names, title)
        knowledge.identities.add(kind, *(name for name in names if " " not in name))
        if names:
            knowledge.notes.threads.append(frozenset(names))

    def thread(self, found: Iterable[Item | Damaged], knowledge: Knowledge) -> Iterator[Finding]:
        """One file of a thread, up to 10,000 messages."""
        chat, title = knowledge.notes.abouts.get(knowledge.entry, About("", ""))
        knowledge.chats.setdefault(chat, title)
        for item in found:
            if isinstance(item, Damaged):
                yield Unread("messages", item.reason)
            elif item.key == "messages":
                try:
                    yield from self._message(item.value, chat, knowledge)
                except MALFORMED:
                    yield Unread("messages", "shape")

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
            yield self._reaction(emoji, actor, when, chat, knowledge)

    def page(self, found: Iterable[str | Damaged], knowledge: Knowledge) -> Iterator[Finding]:
        """One page of a thread in HTML. It names no thread: who writes tells chats apart."""
        held: list[Section] = []
        for box in found:
            if isinstance(box, Damaged):
                yield Unread("messages", box.reason)
            elif _is_message(section := section_of(box)):
                held.append(section)
        names = sorted({section.heading for section in held})
        chat = chat_key(self._platform, "\n".join(names))
        others = [name for name in names if not knowledge.is_own(name)]
        knowledge.chats.setdefault(chat, ", ".join(others[:6]))
        for section in held:
            text = "\n".join(cell.text for cell in section.cells if cell.depth <= _TEXT_DEPTH)
            is_own = knowledge.is_own(section.heading)
            yield self._said(text, section.at, chat, is_own=is_own, is_written=bool(text))
            for emoji, actor in section.reactions:
                yield self._reaction(emoji, actor, section.at, chat, knowledge)

    def _said(
        self, text: str, at: float | None, chat: str, *, is_own: bool, is_written: bool
    ) -> Finding:
        return said(self._platform, text, at, chat, is_own=is_own, is_written=is_written)

    def _reaction(
        self, emoji: object, actor: object, at: float | None, chat: str, knowledge: Knowledge
    ) -> Finding:
        """A reaction the donor gave is a signal without the text; others' are only counted."""
        if not knowledge.is_own(actor):
            return SetAside("messages", "R5")
        signal = reaction_of(emoji) if isinstance(emoji, str) else None
        if signal is None:
            return Unread("messages", "reaction")
        return reaction(
            self._platform, "messages", signal, at,
            setting="private", object_type="message", chat=chat,
        )  # fmt: skip


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


_USUAL = re.compile(
    r"<div[^<>]*><(?:h[1-6]|div)\s[^<>]*\b(?:_a6-h|_2lel|_2lek)\b[^<>]*>([^<>]*[^<>\s][^<>]*)</"
    r"(?=[^\0]*<(?:div|footer)\s[^<>]*\b(?:_a6-o|_2lem|_a72d)\b[^<>]*>[^<]*\d{4}[^<]*<)"
)
"""A box with a heading of one name, and a foot with a year."""
_TEXT_DEPTH = 3
"""What is written stands at most three boxes deep; captions of shared posts stand deeper."""


def _is_message(section: Section) -> bool:
    """A box with a name and a date; boxes that list the participants have no date."""
    return bool(section.heading) and section.at is not None


def _sender(box: str) -> str:
    """Who wrote a message, from its source; what is written as usual is not read whole for that."""
    usual = _USUAL.match(box)
    if usual is not None:
        return " ".join(unescape(usual[1]).split())
    section = section_of(box)
    return section.heading if _is_message(section) else ""
