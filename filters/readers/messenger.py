"""Messenger: the donor's own messages, the reactions they gave, everybody else's words counted.

Facts: formats/messenger. Two downloads: threads inside the Facebook archive (classic, each UTF-8
byte written as one character), and end-to-end encrypted chats on their own (`senderName`, `text`).
Who the donor is stands in the Facebook profile; without it, it is the one person who takes part in
every thread, or it is asked.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from filters.formats.dates import seconds
from filters.formats.emoji import reaction_signal
from filters.formats.json import documents
from filters.formats.mojibake import repaired
from filters.interaction import POLARITY, Interaction, Label, Option, Passage
from filters.reader import Finding, Knowledge, Question, Reader, SetAside, Unread, chat_key, each

_WRITTEN_TYPES = (None, "Generic", "Share")
_NOTICE = re.compile(
    r"reacted \S+ to (?:your|a) message|a réagi \S+ à (?:votre|un) message"
    r"|sent an attachment\.?$|a envoyé une pièce jointe\.?$|^liked a message$|a aimé un message$"
    r"|now connected on messenger|connectée?s? sur messenger|voted for |a voté pour "
    r"|set (?:the|your|his|her|their) nickname|a défini le (?:pseudo|surnom)"
    r"|named the group|a nommé le groupe|created (?:the|a) (?:group|poll)|a créé (?:le|un) ",
    re.IGNORECASE,
)
"""Sentences Messenger writes in a person's name (formats/messenger, localized)."""


@dataclass
class Notes:
    """Who takes part in each thread."""

    threads: list[frozenset[str]] = field(default_factory=list)


def prepare(knowledge: Knowledge) -> None:
    """Find out who the donor is, or ask."""
    threads: list[frozenset[str]] = knowledge.notes.threads
    everybody = Counter(name for thread in threads for name in thread)
    if any(knowledge.is_own(name) for name in everybody):
        return
    in_all = [name for name, count in everybody.items() if count == len(threads) > 1]
    if len(in_all) == 1:
        knowledge.own_names.add(in_all[0])
    elif everybody:
        options = tuple(name for name, _ in everybody.most_common(200))
        knowledge.questions.append(Question("author", "messenger", options))


reader = Reader("messenger", version=1, title="Messenger", notes=Notes, prepare=prepare)
reader.html("messages/inbox/*/*.html", "messages/archived_threads/*/*.html")
reader.ignore(
    "messages/autofill_information.json", "messages/secret_*.json",
    "messages/ai_conversations.json", "messages/your_*.json", "messages/community_*.json",
    family="account",
)  # fmt: skip


def people(document: dict[str, Any], knowledge: Knowledge) -> None:
    """The names in one thread, for the redaction dictionary."""
    names = _participants(document)
    knowledge.identities.add("names", *names, repaired(document.get("title")))
    knowledge.notes.threads.append(frozenset(names))


@reader.signal(
    "messages/inbox/*/message*.json", "messages/archived_threads/*/message*.json",
    "messages/filtered_threads/*/message*.json", "messages/message_requests/*/message*.json",
    "messages/e2ee_cutover/*/message*.json",
    decode=documents, family="messages", learn=people,
    signature='"participants"\\s*:\\s*\\[|"sender_?[nN]ame"\\s*:',
)  # fmt: skip
def thread(document: dict[str, Any], knowledge: Knowledge) -> Iterator[Finding]:
    """One page of a thread, up to 10,000 messages."""
    title = repaired(document.get("title") or document.get("threadName") or "")
    chat = chat_key("messenger", str(document.get("thread_path") or title))
    knowledge.chats.setdefault(chat, title)
    yield from each(
        document["messages"], lambda message: _message(message, chat, knowledge), "messages"
    )


def _message(message: dict[str, Any], chat: str, knowledge: Knowledge) -> Iterator[Finding]:
    sender = message["sender_name"] if "sender_name" in message else message["senderName"]
    is_own = knowledge.is_own(repaired(sender))
    text = repaired(message.get("content") or message.get("text") or "").strip()
    at = seconds(message.get("timestamp_ms") or message.get("timestamp"))
    is_written = message.get("type") in _WRITTEN_TYPES and bool(text) and not _NOTICE.search(text)
    if is_own and not is_written:
        yield SetAside("messages", "no_preference")
    else:
        yield Interaction(
            platform="messenger",
            family="messages",
            kind="reply",
            signal="reply",
            options=(
                Option("unlabelled", Passage(text, "donor" if is_own else "other", "private")),
            ),
            object_type="message",
            at=at,
            chat=chat,
        )
    for reaction in message.get("reactions") or ():
        yield _reaction(reaction, at, knowledge)


def _reaction(reaction: dict[str, Any], at: float | None, knowledge: Knowledge) -> Finding:
    """A reaction the donor gave is a signal without the text; others' are only counted."""
    if not knowledge.is_own(repaired(reaction["actor"])):
        return SetAside("messages", "R5")
    emoji = repaired(reaction["reaction"])
    if not isinstance(emoji, str) or emoji.isascii():
        return Unread("messages", "reaction")
    signal = reaction_signal(emoji)
    label: Label = "good" if POLARITY.get(signal, 0) > 0 else "unlabelled"
    return Interaction(
        platform="messenger",
        family="messages",
        kind="reaction",
        signal=signal,
        options=(Option(label, Passage(None, "other", "private")),),
        object_type="message",
        at=at,
    )


def _participants(document: dict[str, Any]) -> list[str]:
    """Names of the people of a thread: objects in classic files, plain texts in encrypted ones."""
    found = document.get("participants")
    names = [p.get("name") if isinstance(p, dict) else p for p in found or ()]
    if not names:
        names = [m.get("sender_name") or m.get("senderName") for m in document.get("messages", ())]
    return list(dict.fromkeys(repaired(name) for name in names if isinstance(name, str)))
