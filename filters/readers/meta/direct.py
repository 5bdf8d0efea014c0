"""Private conversations of Messenger and Instagram: one schema, on two platforms and two forms.

Facts: formats/messenger. Threads inside the Facebook or Instagram archive (classic, each UTF-8 byte
written as one character), end-to-end encrypted chats on their own (`senderName`, `text`), and pages
in HTML (`direct_pages`). Who the donor is stands in the profile; without it, it is the one person
who takes part in every thread, or it is asked.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from filters.formats.dates import seconds
from filters.formats.json import Damaged, Item, items
from filters.formats.mojibake import repaired
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
from filters.readers.meta import direct_pages
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
    abouts: dict[int, About] = field(default_factory=dict)
    """What each file says of its thread, by number of the entry: it may say so at its end."""
    writers: dict[int, list[str]] = field(default_factory=dict)
    """Who writes on each page, by number of the entry."""


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
        *(f"{name}.json" for name in names), decode=items, family="messages", whole=True,
        learn=threads.people, signature=signature, telling=telling,
    )(threads.thread)  # fmt: skip
    reader.signal(
        *(f"{name}.html" for name in names), decode=direct_pages.boxes, family="messages",
        whole=True, learn=threads.people_on_page, telling=telling,
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
        # Who left a group takes part no more, but wrote: it may be the donor.
        names = [str(repaired(name)) for name in {**participants, **senders}]
        title = repaired(about.get("title") or about.get("threadName") or "")
        self._learn(names, title, knowledge)
        everybody = ", ".join(sorted(names))
        chat = chat_key(self._platform, about.get("thread_path") or title or everybody)
        knowledge.notes.abouts[knowledge.entry] = About(chat, title or everybody)

    def people_on_page(self, found: Iterable[direct_pages.Box], knowledge: Knowledge) -> None:
        """As `people`, for a page: only those who wrote are named on it."""
        senders = dict.fromkeys(
            direct_pages.sender(box) for box in found if not isinstance(box, Damaged)
        )
        names = [name for name in senders if name]
        knowledge.notes.writers[knowledge.entry] = names
        self._learn(names, None, knowledge)

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
        content = message.get("content") or message.get("text") or ""
        if not isinstance(content, str):
            raise TypeError
        written_at = message.get("timestamp_ms") or message.get("timestamp")
        if knowledge.is_own(repaired(sender)):
            text = repaired(content).strip()
            is_unsent = message.get("is_unsent") is True or message.get("isUnsent") is True
            is_written = message.get("type") in _WRITTEN_TYPES and bool(text) and not is_unsent
            yield own(self._platform, text, seconds(written_at), chat, is_written=is_written)
        else:
            yield SOMEBODY_ELSES
        for given in message.get("reactions") or ():
            actor = given.get("actor") or given.get("sender") or given["name"]
            if not knowledge.is_own(repaired(actor)):
                yield OTHERS_REACTION
                continue
            emoji = repaired(given.get("reaction") or given.get("emoji"))
            when = seconds(given.get("timestamp")) or seconds(written_at)
            yield self._reaction(emoji, when, chat)

    def page(self, found: Iterable[direct_pages.Box], knowledge: Knowledge) -> Iterator[Finding]:
        """One page of a thread in HTML. It names no thread: who writes tells chats apart."""
        names = sorted(knowledge.notes.writers.get(knowledge.entry, ()))
        chat = chat_key(self._platform, "\n".join(names))
        others = [name for name in names if not knowledge.is_own(name)]
        knowledge.chats.setdefault(chat, ", ".join(others[:6]))
        for box in found:
            if isinstance(box, Damaged):
                yield Unread("messages", box.reason)
            elif (message := direct_pages.message(box)) is not None:
                if knowledge.is_own(message.sender):
                    text = message.text
                    yield own(self._platform, text, message.at, chat, is_written=bool(text))
                else:
                    yield SOMEBODY_ELSES
                for emoji, actor in message.reactions:
                    if knowledge.is_own(actor):
                        yield self._reaction(emoji, message.at, chat)
                    else:
                        yield OTHERS_REACTION

    def _reaction(self, emoji: object, at: float | None, chat: str) -> Finding:
        """A reaction the donor gave is a signal without the text; others' are only counted."""
        signal = reaction_of(emoji) if isinstance(emoji, str) else None
        if signal is None:
            return Unread("messages", "reaction")
        return reaction(
            self._platform, "messages", signal, at,
            setting="private", object_type="message", chat=chat,
        )  # fmt: skip


SOMEBODY_ELSES = SetAside("messages", "R3")
"""What another wrote in a private conversation: no rule keeps it, so it is not even decoded."""
OTHERS_REACTION = SetAside("messages", "R5")


def own(platform: str, text: str, at: float | None, chat: str, *, is_written: bool) -> Finding:
    """A message in the donor's name: their words, or a notice."""
    if not is_written or is_notice(text):
        return SetAside("messages", "no_preference")
    return Interaction(
        platform=platform,
        family="messages",
        kind="reply",
        signal="reply",
        options=(Option("unlabelled", Passage(text, "donor", "private")),),
        object_type="message",
        at=at,
        chat=chat,
    )
