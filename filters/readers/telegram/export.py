"""Telegram: votes in polls with their alternatives, reactions given, own messages.

Facts: formats/telegram, from the source of Telegram Desktop. An own message that answers another is
paired with it where those words may ever be kept: the donor's own, or public ones. What a bot says
is taken for somebody else's words: many bots pass on people's.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache, partial
from typing import Any, Literal

from filters.formats.copied_messages import own_talk
from filters.formats.dates import iso_day, seconds
from filters.formats.emoji import reaction_signal
from filters.formats.json import OPENED, Damaged, Placed, placed
from filters.interaction import POLARITY, Interaction, Label, Option, Passage, Turn
from filters.reader import (
    MALFORMED,
    Finding,
    Knowledge,
    Reader,
    SetAside,
    Unread,
    chat_key,
    each,
)
from filters.readers.telegram.people import CHATS, Notes, learn, prepare

_ANSWERABLE = 2_000
"""An answer to a message further back than this many is not paired with it."""
_LONGEST_PARENT = 4_000
_MOST_REACTIONS = 1_000_000
"""A larger number of reactions to one message is no number."""
_KINDS = frozenset(
    ("personal_chat", "bot_chat", "saved_messages", "replies", "verify_codes", "private_group",
     "private_supergroup", "public_supergroup", "private_channel", "public_channel")
)  # fmt: skip
Setting = Literal["public", "private"]
Author = Literal["donor", "other"]


@dataclass
class Chat:
    """One chat while its messages go by, and the last of them, for their answers."""

    description: dict[str, str]
    """Its name, type and id, as the export has them."""
    said: dict[Any, Passage] = field(default_factory=dict)

    @cached_property
    def name(self) -> str:
        """What it is called; empty for that of a deleted account."""
        return self.description.get("name", "")

    @cached_property
    def kind(self) -> str:
        """Its type; one that is not known is taken for the most private."""
        kind = self.description.get("type", "")
        return kind if kind in _KINDS else "personal_chat"

    @cached_property
    def key(self) -> str:
        """Its neutral key."""
        return chat_key("telegram", f"{self.kind}{self.description.get('id', '')}{self.name}")

    @cached_property
    def is_public(self) -> bool:
        """Whether everybody can read it."""
        return self.kind.startswith("public_")

    @cached_property
    def setting(self) -> Setting:
        """Where its messages can be read."""
        return "public" if self.is_public else "private"

    def remember(self, number: Any, passage: Passage) -> None:
        """Keep what a message says until `_ANSWERABLE` more have come."""
        may_be_kept = self.is_public or passage.author == "donor"
        if passage.text is None or len(passage.text) > _LONGEST_PARENT or not may_be_kept:
            return
        if isinstance(number, int | str):
            self.said[number] = passage
            if len(self.said) > _ANSWERABLE:
                del self.said[next(iter(self.said))]

    def answered(self, message: dict[str, Any]) -> tuple[Turn, ...]:
        """What a message answers, where it is known and its words may ever be kept."""
        if "reply_to_message_id" not in message:
            return ()
        number = message["reply_to_message_id"]
        if not isinstance(number, int | str) or "reply_to_peer_id" in message:
            return ()
        passage = self.said.get(number)
        return () if passage is None else (Turn("user", passage),)


_NOTICE = SetAside("notices", "no_preference")
_WORDLESS = SetAside("messages", "no_preference")
_OTHERS_PUBLIC, _OTHERS_PRIVATE = SetAside("messages", "R2"), SetAside("messages", "R3")

reader = Reader(
    "telegram", version=1, title="Telegram", notes=Notes, prepare=prepare,
    signals={"confirmed": ("poll_option", "reply", "like", "dislike", "love", "care", "celebrate",
                           "haha", "wow", "sad", "angry", "other_emoji")},
)  # fmt: skip


@reader.signal(
    "result.json", "DataExport_*/result.json", "ChatExport_*/result.json",
    decode=placed(*CHATS), family="messages", learn=learn, whole=True,
    signature='(?s)"personal_information".*"user_id"|"messages"\\s*:\\s*\\[.*"date_unixtime"'
    '|"type"\\s*:\\s*"(?:personal_chat|bot_chat|saved_messages|private_group|private_supergroup'
    '|public_supergroup|private_channel|public_channel)"',
)  # fmt: skip
def export(found: Iterable[Placed | Damaged], knowledge: Knowledge) -> Iterator[Finding]:
    """A whole export, or one chat; its name and kind may stand before its messages or after."""
    described: list[dict[str, str]] = knowledge.notes.chats.get(knowledge.entry, [{}])
    for description in described:
        if description.get("type", "personal_chat") not in _KINDS:
            yield Unread("chats", "type")
    chats = map(Chat, described)
    chat = next(chats)
    for item in found:
        if isinstance(item, Damaged):
            yield Unread("messages", item.reason)
        elif item.value is OPENED:
            chat = next(chats, chat)
        elif item.path and item.path[-1] == "messages":
            try:
                yield from message_findings(item.value, chat, knowledge)
            except MALFORMED:
                yield Unread("messages", "shape")


def message_findings(
    message: dict[str, Any], chat: Chat, knowledge: Knowledge
) -> Iterator[Finding]:
    """One message: a poll, reactions to it, and its words."""
    if message.get("type", "message") != "message":
        yield _NOTICE
        return
    notes: Notes = knowledge.notes
    if chat.is_public:
        knowledge.entitle(chat.key, chat.name)
    else:
        knowledge.chats.setdefault(chat.key, chat.name)
    is_own = notes.is_own(message.get("from_id"), message.get("from"), knowledge)
    if not (is_own or chat.is_public or "poll" in message or "reactions" in message):
        has_words = bool(_text(message.get("text"))) and chat.kind != "saved_messages"
        yield _OTHERS_PRIVATE if has_words else _WORDLESS
        return
    # What is passed on, or made by a bot on demand, is nobody's own words.
    is_passed_on = "forwarded_from" in message or "via_bot" in message
    author: Author = "donor" if is_own and not is_passed_on else "other"
    at = _moment(message.get("date_unixtime"), message.get("date"))
    text = _text(message.get("text"))
    words = Passage((own_talk(text) if is_own else text) or None, author, chat.setting)
    poll, reactions = message.get("poll"), message.get("reactions")
    if isinstance(poll, dict):
        yield from each([poll], partial(_poll, words=words, key=chat.key, at=at), "polls")
    if isinstance(reactions, list):
        read = partial(_reaction, words=words, key=chat.key, at=at, knowledge=knowledge)
        yield from each(reactions, read, "reactions")
    answered = chat.answered(message)
    chat.remember(message.get("id"), words)
    if words.text is None or chat.kind == "saved_messages" or (is_own and is_passed_on):
        yield _WORDLESS
    elif not is_own:
        yield _OTHERS_PUBLIC if chat.is_public else _OTHERS_PRIVATE
    else:
        yield Interaction(
            platform="telegram",
            # Apart, so that the words answered, where withheld, are not counted with the messages.
            family="replies" if answered else "messages",
            kind="reply",
            signal="reply",
            context=answered,
            options=(Option("unlabelled", words),),
            object_type="message",
            at=at,
            chat=chat.key,
        )


def _poll(poll: dict[str, Any], words: Passage, key: str, at: float | None) -> Iterator[Finding]:
    """The donor's vote among all the answers, or nothing when they did not vote."""

    def passage(text: Any) -> Passage:
        return Passage(_text(text) or None, words.author, words.setting)

    answers = [answer for answer in poll["answers"] if isinstance(answer, dict)]
    if not any(answer.get("chosen") is True for answer in answers):
        yield SetAside("polls", "no_preference")
        return
    question = passage(poll.get("question"))
    is_readable = words.setting == "public" or question.author == "donor"
    may_be_kept = question.text is not None and is_readable
    yield Interaction(
        platform="telegram",
        family="polls",
        kind="choice",
        signal="poll_option",
        context=(Turn("user", question),) if may_be_kept else (),
        options=tuple(
            Option(
                "chosen" if answer.get("chosen") is True else "unlabelled",
                passage(answer.get("text")),
            )
            for answer in answers
        ),
        object_type="message",
        at=at,
        chat=key,
    )


def _reaction(
    one: dict[str, Any], words: Passage, key: str, at: float | None, knowledge: Knowledge
) -> Iterator[Finding]:
    """What the donor gave, and how many others did: of those, their number is all that is read."""
    notes: Notes = knowledge.notes
    recent = one.get("recent")
    given = any(
        notes.is_own(by.get("from_id"), by.get("from"), knowledge)
        for by in (recent if isinstance(recent, list) else ())
        if isinstance(by, dict)
    )
    others = min(int(one.get("count") or given), _MOST_REACTIONS) - given
    if others > 0:
        yield SetAside("reactions", "R5", others)
    if given:
        emoji = one.get("emoji")
        signal = reaction_signal(emoji) if isinstance(emoji, str) else "other_emoji"
        polarity = POLARITY.get(signal, 0)
        label: Label = "good" if polarity > 0 else "bad" if polarity < 0 else "unlabelled"
        yield Interaction(
            platform="telegram",
            family="reactions",
            kind="reaction",
            signal=signal,
            options=(Option(label, words),),
            object_type="message",
            at=at,
            chat=key,
        )


@lru_cache(4096)
def _moment(unix: Any, local: Any) -> float | None:
    return seconds(unix) or iso_day(local)


def _text(value: Any) -> str:
    """Plain text, or pieces of text and entities. Words that are quoted are not the author's."""
    if isinstance(value, str):
        return value.strip()
    pieces = value if isinstance(value, list) else [value]
    return "".join(filter(None, map(_piece, pieces))).strip()


def _piece(piece: Any) -> str | None:
    if isinstance(piece, dict):
        piece = "\n" if piece.get("type") == "blockquote" else piece.get("text")
    return piece if isinstance(piece, str) else None
