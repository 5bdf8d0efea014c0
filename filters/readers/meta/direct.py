"""Private conversations of Messenger and Instagram: one schema, on two platforms and two forms.

Facts: formats/messenger. Threads inside the Facebook or Instagram archive (classic, each UTF-8 byte
written as one character), end-to-end encrypted chats on their own (`senderName`, `text`), and pages
in HTML (`direct_pages`). Who the donor is stands in the profile; without it, it is the one person
who takes part in every thread, or it is asked; who of a thread is the donor: `participants`.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from filters.formats.copied_messages import own_talk
from filters.formats.dates import seconds
from filters.formats.json import Damaged, Item, items
from filters.formats.mojibake import repaired
from filters.interaction import Interaction, Option, Passage
from filters.reader import (
    MALFORMED,
    Finding,
    Knowledge,
    Reader,
    SetAside,
    Unread,
    chat_key,
)
from filters.readers.meta import direct_pages
from filters.readers.meta.acts import reaction
from filters.readers.meta.notices import is_notice, nickname_in, speaks_of_nickname
from filters.readers.meta.participants import File
from filters.readers.meta.words import reaction_of

FOLDERS = (
    "inbox", "archived_threads", "filtered_threads", "message_requests", "e2ee_cutover",
    "broadcast", "other",
)  # fmt: skip
_ABOUT = ("title", "threadName", "thread_path")
_MOST_SENDERS = 10_000
_WRITTEN_TYPES = (None, "", "Generic", "Share", "text", "Text")


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
        *(f"{name}.html" for name in names), decode=direct_pages.page, family="messages",
        whole=True, learn=threads.people_on_page, telling=telling,
    )(threads.page)  # fmt: skip


class Threads:
    """The handlers for one platform's conversations."""

    def __init__(self, platform: str) -> None:
        self._platform = platform

    def people(self, found: Iterable[Item | Damaged], knowledge: Knowledge) -> None:
        """The names in one file of a thread, for the redaction dictionary; what the thread is."""
        about: dict[str, str] = {}
        listed: Counter[str] = Counter()
        senders: dict[str, None] = {}
        try:
            for item in found:
                if isinstance(item, Damaged):
                    continue
                key, value = item
                if key == "messages" and isinstance(value, dict):
                    sender = value.get("sender_name") or value.get("senderName")
                    if isinstance(sender, str) and len(senders) < _MOST_SENDERS:
                        senders.setdefault(sender)
                    content = value.get("content") or value.get("text")
                    if isinstance(content, str) and speaks_of_nickname(content):
                        knowledge.identities.add("names", nickname_in(repaired(content)))
                elif key == "participants":
                    name = value.get("name") if isinstance(value, dict) else value
                    if isinstance(name, str):
                        listed[str(repaired(name))] += 1
                elif key in _ABOUT and isinstance(value, str):
                    about.setdefault(key, value)
        finally:  # A file that breaks off is read as far as it goes.
            path = about.get("thread_path") or ""
            title = str(repaired(about.get("title") or about.get("threadName") or ""))
            writers = [str(repaired(name)) for name in senders]
            # Who left a group takes part no more, but wrote: it may be the donor.
            names = list(dict.fromkeys((*listed, *writers)))
            everybody = ", ".join(sorted(names))
            chat = chat_key(self._platform, path or title or everybody)
            thread = _folder(path or knowledge.folder) or chat
            file = File(chat, title or everybody, thread, listed, writers, (title,))
            knowledge.notes.files[knowledge.entry] = file
            self._learn(names, title, knowledge)

    def people_on_page(self, found: Iterable[direct_pages.Read], knowledge: Knowledge) -> None:
        """As `people`, for a page: who writes is named, and who takes part at times."""
        top = direct_pages.Top()
        senders: dict[str, None] = {}
        try:
            for box in found:
                if isinstance(box, direct_pages.Top):
                    top = box
                elif not isinstance(box, Damaged):
                    senders.setdefault(direct_pages.sender(box))
                    if speaks_of_nickname(box if isinstance(box, str) else box[0]):
                        said = direct_pages.message(box)
                        knowledge.identities.add("names", said and nickname_in(said.text))
        finally:
            writers = sorted(filter(None, senders))
            # A page has no number of its thread: who writes tells chats apart.
            chat = chat_key(self._platform, "\n".join(writers))
            thread = _folder(knowledge.folder) or chat
            file = File(chat, "", thread, Counter(top.listed), writers, top.titles)
            knowledge.notes.files[knowledge.entry] = file
            self._learn(writers, None, knowledge)

    def _learn(self, names: list[str], title: object, knowledge: Knowledge) -> None:
        kind = "handles" if self._platform == "instagram" else "names"
        knowledge.identities.add("names", *names, title)
        knowledge.identities.add(kind, *(name for name in names if " " not in name))
        if names:
            knowledge.notes.threads.append(frozenset(names))

    def thread(self, found: Iterable[Item | Damaged], knowledge: Knowledge) -> Iterator[Finding]:
        """One file of a thread, up to 10,000 messages."""
        file: File = knowledge.notes.files[knowledge.entry]
        is_own = knowledge.notes.donor_in(file, knowledge)
        knowledge.chats.setdefault(file.chat, file.title)
        for item in found:
            if isinstance(item, Damaged):
                yield Unread("messages", item.reason)
            elif item.key == "messages":
                try:
                    yield from self._message(item.value, file.chat, is_own)
                except MALFORMED:
                    yield Unread("messages", "shape")

    def _message(
        self, message: dict[str, Any], chat: str, is_own: Callable[[object], bool]
    ) -> Iterator[Finding]:
        sender = message["sender_name"] if "sender_name" in message else message["senderName"]
        content = message.get("content") or message.get("text") or ""
        if not isinstance(content, str):
            raise TypeError
        written_at = message.get("timestamp_ms") or message.get("timestamp")
        if is_own(repaired(sender)):
            text = repaired(content).strip()
            is_unsent = message.get("is_unsent") is True or message.get("isUnsent") is True
            is_said = message.get("type") in _WRITTEN_TYPES and "call_duration" not in message
            is_written = is_said and bool(text) and not is_unsent
            yield own(self._platform, text, seconds(written_at), chat, is_written=is_written)
        else:
            yield SOMEBODY_ELSES
        for given in message.get("reactions") or ():
            actor = given.get("actor") or given.get("sender") or given["name"]
            if not is_own(repaired(actor)):
                yield OTHERS_REACTION
                continue
            emoji = repaired(given.get("reaction") or given.get("emoji"))
            when = seconds(given.get("timestamp")) or seconds(written_at)
            yield self._reaction(emoji, when, chat)

    def page(self, found: Iterable[direct_pages.Read], knowledge: Knowledge) -> Iterator[Finding]:
        """One page of a thread in HTML."""
        file: File = knowledge.notes.files[knowledge.entry]
        is_own = knowledge.notes.donor_in(file, knowledge)
        others = [name for name in file.writers if not knowledge.is_own(name)]
        knowledge.chats.setdefault(file.chat, ", ".join(others[:6]))
        for box in found:
            if isinstance(box, direct_pages.Top):
                continue
            if isinstance(box, Damaged):
                yield Unread("messages", box.reason)
            elif (message := direct_pages.message(box)) is not None:
                if is_own(message.sender):
                    text = message.text
                    yield own(self._platform, text, message.at, file.chat, is_written=bool(text))
                else:
                    yield SOMEBODY_ELSES
                for emoji, actor in message.reactions:
                    if is_own(actor):
                        yield self._reaction(emoji, message.at, file.chat)
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


def _folder(path: str) -> str:
    """The folder a thread has to itself, by its path; none for files that lie beside others."""
    above, _, name = path.rpartition("/")
    return name if above.rpartition("/")[2] in FOLDERS else ""


SOMEBODY_ELSES = SetAside("messages", "R3")
"""What another wrote in a private conversation: no rule keeps it, so it is not even decoded."""
OTHERS_REACTION = SetAside("messages", "R5")


def own(platform: str, text: str, at: float | None, chat: str, *, is_written: bool) -> Finding:
    """A message in the donor's name: their words, or a notice."""
    words = "" if not is_written or is_notice(text) else own_talk(text)
    if not words:
        return SetAside("messages", "no_preference")
    return Interaction(
        platform=platform,
        family="messages",
        kind="reply",
        signal="reply",
        options=(Option("unlabelled", Passage(words, "donor", "private")),),
        object_type="message",
        at=at,
        chat=chat,
    )
