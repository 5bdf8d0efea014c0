"""Telegram: votes in polls with their alternatives, reactions given, own messages.

Facts: formats/telegram, from the source of Telegram Desktop. A full export says who the donor is by
number; an export of one chat does not, and the donor is asked. Entities of a text are typed: those
that name people feed the redaction dictionary.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from filters.formats.dates import iso, seconds
from filters.formats.emoji import reaction_signal
from filters.formats.json import OPENED, Damaged, Placed, placed
from filters.interaction import POLARITY, Interaction, Option, Passage
from filters.reader import (
    MALFORMED,
    Finding,
    Knowledge,
    Question,
    Reader,
    SetAside,
    Unread,
    chat_key,
)  # fmt: skip

_MOST_AUTHORS = 50
"""More people than this in one chat are not offered as answers to "who are you"."""
_CHATS = (("chats", "list"), ("left_chats", "list"))
_KINDS = frozenset(
    ("personal_chat", "bot_chat", "saved_messages", "replies", "verify_codes", "private_group",
     "private_supergroup", "public_supergroup", "private_channel", "public_channel")
)  # fmt: skip


@dataclass
class Notes:
    """Who the donor is, and who wrote in chats of which nobody knows."""

    ids: set[str] = field(default_factory=set)
    authors: dict[str, None] = field(default_factory=dict)


@dataclass
class Chat:
    """What is known of a chat when its messages come."""

    name: str = ""
    kind: str = "personal_chat"
    number: str = ""

    @property
    def setting(self) -> Literal["public", "private"]:
        """Where its messages can be read."""
        return "public" if self.kind.startswith("public_") else "private"

    @property
    def key(self) -> str:
        """The neutral key of a private chat."""
        return chat_key("telegram", f"{self.kind}{self.number}{self.name}")


def prepare(knowledge: Knowledge) -> None:
    """Ask who the donor is when the export cannot say."""
    notes: Notes = knowledge.notes
    if notes.ids or not notes.authors:
        return
    if not any(knowledge.is_own(author) for author in notes.authors):
        options = tuple(sorted(notes.authors))
        knowledge.questions.append(Question("author", "telegram", options))


reader = Reader(
    "telegram", version=1, title="Telegram", notes=Notes, prepare=prepare,
    signals={"confirmed": ("poll_option", "reply", "like", "love", "haha", "wow", "sad", "angry",
                           "thumb_up", "thumb_down", "other_emoji")},
)  # fmt: skip


def learn(found: Iterable[Placed | Damaged], knowledge: Knowledge) -> None:
    """The donor, their contacts, everybody who writes or is mentioned."""
    for item in found:
        if isinstance(item, Damaged) or item.value is OPENED:
            continue
        path, value = item
        if path[:1] == ("personal_information",):
            _learn_donor(path[-1], value, knowledge)
        elif path[-1:] == ("messages",) and isinstance(value, dict):
            _learn_message(value, knowledge)
        elif path[-1:] == ("name",):
            knowledge.identities.add("names", value)
        elif isinstance(value, dict):
            known = knowledge.identities
            known.add("names", value.get("first_name"), value.get("last_name"), value.get("name"))
            known.add("phones", value.get("phone_number"))


def _learn_donor(name: str, value: Any, knowledge: Knowledge) -> None:
    if name == "user_id":
        knowledge.notes.ids |= {str(value), f"user{value}"}
    elif name in ("first_name", "last_name"):
        knowledge.identities.add("names", value)
    elif name == "phone_number":
        knowledge.identities.add("phones", value)
    elif name == "username" and isinstance(value, str):
        knowledge.identities.add("handles", value.removeprefix("@"))


def _learn_message(message: dict[str, Any], knowledge: Knowledge) -> None:
    known, author = knowledge.identities, message.get("from")
    if isinstance(author, str) and author.strip() and len(knowledge.notes.authors) < _MOST_AUTHORS:
        knowledge.notes.authors.setdefault(author)
    known.add("names", *(message.get(k) for k in ("from", "actor", "forwarded_from", "author")))
    members = message.get("members")
    known.add("names", *(members if isinstance(members, list) else ()))
    entities = message.get("text_entities") or message.get("text")
    for one in entities if isinstance(entities, list) else ():
        if isinstance(one, dict):
            kind, text = one.get("type"), one.get("text")
            if kind == "mention" and isinstance(text, str):
                known.add("handles", text.removeprefix("@"))
            elif kind == "mention_name":
                known.add("names", text)
            elif kind in ("phone", "email"):
                known.add("phones" if kind == "phone" else "emails", text)


@reader.signal(
    "result.json", "DataExport_*/result.json", "ChatExport_*/result.json",
    decode=placed(*_CHATS), family="messages", learn=learn, whole=True,
    signature='(?s)"personal_information".*"user_id"|"messages"\\s*:\\s*\\[.*"date_unixtime"|"type"\\s*:\\s*"(?:personal_chat|bot_chat'
    '|saved_messages|private_group|private_supergroup|public_supergroup|private_channel'
    '|public_channel)"',
)  # fmt: skip
def export(found: Iterable[Placed | Damaged], knowledge: Knowledge) -> Iterator[Finding]:
    """A whole export, or one chat: messages come after the name and kind of their chat."""
    chat = Chat()
    for item in found:
        if isinstance(item, Damaged):
            yield Unread("messages", item.reason)
        elif item.value is OPENED:
            chat = Chat()
        elif item.path[-1:] == ("messages",):
            try:
                yield from _message(item.value, chat, knowledge)
            except MALFORMED:
                yield Unread("messages", "shape")
        elif item.path[:-1] in ((), *_CHATS) and isinstance(item.value, str | int):
            yield from _describe(chat, item.path[-1], str(item.value))


def _describe(chat: Chat, name: str, value: str) -> Iterator[Finding]:
    if name == "name":
        chat.name = value
    elif name == "id":
        chat.number = value
    elif name == "type":
        chat.kind = value
        if value not in _KINDS:
            chat.kind = "personal_chat"
            yield Unread("chats", "type")


def _message(message: dict[str, Any], chat: Chat, knowledge: Knowledge) -> Iterator[Finding]:
    if message.get("type", "message") != "message":
        yield SetAside("notices", "no_preference")
        return
    is_own = _is_own(message.get("from_id"), message.get("from"), knowledge)
    setting = chat.setting
    author: Literal["donor", "other"] = "donor" if is_own else "other"
    at = seconds(message.get("date_unixtime")) or iso(message.get("date"))
    text = _text(message.get("text"))
    key = None if setting == "public" else chat.key
    if key is not None:
        knowledge.chats.setdefault(key, chat.name)
    if isinstance(message.get("poll"), dict):
        yield _poll(message["poll"], setting, author, at)
    yield from _reactions(message, Passage(text or None, author, setting), at, knowledge)
    if not text or chat.kind == "saved_messages" or message.get("forwarded_from"):
        yield SetAside("messages", "no_preference")
        return
    yield Interaction(
        platform="telegram",
        family="messages",
        kind="reply",
        signal="reply",
        options=(Option("unlabelled", Passage(text, author, setting)),),
        object_type="message",
        at=at,
        chat=key,
    )


def _poll(
    poll: dict[str, Any], setting: Literal["public", "private"], author: Any, at: float | None
) -> Finding:
    options = tuple(
        Option(
            "chosen" if answer.get("chosen") is True else "unlabelled",
            Passage(_text(answer.get("text")) or None, author, setting),
        )
        for answer in poll["answers"]
    )
    if not any(option.label == "chosen" for option in options):
        return SetAside("polls", "no_preference")
    return Interaction(
        platform="telegram",
        family="polls",
        kind="choice",
        signal="poll_option",
        options=options,
        object_type="message",
        at=at,
    )


def _reactions(
    message: dict[str, Any], passage: Passage, at: float | None, knowledge: Knowledge
) -> Iterator[Finding]:
    reactions = message.get("reactions")
    for one in reactions if isinstance(reactions, list) else ():
        recent = one.get("recent")
        given = any(
            _is_own(by.get("from_id"), by.get("from"), knowledge)
            for by in (recent if isinstance(recent, list) else ())
            if isinstance(by, dict)
        )
        others = int(one.get("count") or 0) - given
        if others > 0:
            yield SetAside("reactions", "R5", others)
        if given:
            emoji = one.get("emoji")
            signal = reaction_signal(emoji) if isinstance(emoji, str) else "other_emoji"
            yield Interaction(
                platform="telegram",
                family="reactions",
                kind="reaction",
                signal=signal,
                options=(Option("good" if POLARITY.get(signal, 0) > 0 else "unlabelled", passage),),
                object_type="message",
                at=at,
            )


def _is_own(number: Any, name: Any, knowledge: Knowledge) -> bool:
    notes: Notes = knowledge.notes
    if notes.ids:
        return str(number) in notes.ids
    return knowledge.is_own(name)


def _text(value: Any) -> str:
    """Plain text, or pieces of text and entities."""
    pieces = value if isinstance(value, list) else [value]
    said = [piece.get("text") if isinstance(piece, dict) else piece for piece in pieces]
    return "".join(piece for piece in said if isinstance(piece, str)).strip()


reader.html("messages*.html", "export_results.html")
reader.ignore("lists/*.html", "css/*", "js/*", family="account")
