"""Private messages of an X archive: the donor's own, the reactions they gave, others' counted.

Accounts are numbers here. Where neither the account nor the manifest is given, nothing says which
is the donor's, and no question is asked: nobody knows themselves by such a number, a wrong answer
would pass off as the donor's what others wrote in private. So none is kept. All else in the archive
is the donor's by the file it stands in.
"""

from collections.abc import Iterator
from html import unescape
from typing import Any

from filters.formats.copied_messages import own_talk
from filters.formats.dates import iso
from filters.formats.emoji import reaction_signal
from filters.interaction import POLARITY, Interaction, Option, Passage, Signal
from filters.reader import Finding, Knowledge, SetAside, Unread, chat_key
from filters.readers.x.account import Notes, reader, signature
from filters.readers.x.stated import compared, named_records

_REACTION_KEYS: dict[str, Signal] = {
    "like": "like", "funny": "funny", "sad": "sad", "surprised": "wow", "agree": "other_emoji",
    "disagree": "other_emoji", "excited": "other_emoji",
}  # fmt: skip


@reader.signal(
    "data/direct-messages.js", "data/direct-messages-part*.js", "data/direct-messages-group*.js",
    "data/direct-message.js", "data/direct-message-part*.js", "data/direct-message-group.js",
    decode=named_records, family="messages", whole=True,
    signature=signature("direct_messages?(?:_group)?"),
)  # fmt: skip
@compared("messages")
def conversation(record: dict[str, Any], knowledge: Knowledge) -> Iterator[Finding]:
    """A private conversation: others' messages, the donor's own, and the donor's reactions."""
    talk = record["dmConversation"]
    chat = chat_key("x", str(talk["conversationId"]))
    knowledge.chats.setdefault(chat, "")
    for event in talk["messages"]:
        message, reaction = event.get("messageCreate"), event.get("reactionCreate")
        if isinstance(message, dict):
            yield _message(message, chat, knowledge.notes)
            for one in message.get("reactions") or ():
                yield _reaction(one, chat, knowledge.notes)
        elif isinstance(reaction, dict):
            yield _reaction(reaction, chat, knowledge.notes)


def _message(message: dict[str, Any], chat: str, notes: Notes) -> Finding:
    text = unescape(message.get("text") or "").strip()
    is_own = str(message.get("senderId")) in notes.account_ids
    text = own_talk(text) if is_own else text
    if is_own and not text:
        return SetAside("messages", "no_preference")
    return Interaction(
        platform="x",
        family="messages",
        kind="reply",
        signal="reply",
        options=(Option("unlabelled", Passage(text, "donor" if is_own else "other", "private")),),
        object_type="message",
        at=iso(message.get("createdAt")),
        chat=chat,
    )


def _reaction(reaction: dict[str, Any], chat: str, notes: Notes) -> Finding:
    """A reaction the donor gave is a signal without the text; one they received is only counted."""
    if str(reaction.get("senderId")) not in notes.account_ids:
        return SetAside("messages", "R5")
    key = str(reaction["reactionKey"])
    signal = _REACTION_KEYS.get(key) or reaction_signal(key)
    if signal == "other_emoji" and key.isascii() and key not in _REACTION_KEYS:
        return Unread("messages", "reactionKey")
    return Interaction(
        platform="x",
        family="messages",
        kind="reaction",
        signal=signal,
        options=(
            Option(
                "good" if POLARITY.get(signal, 0) > 0 else "unlabelled",
                Passage(None, "other", "private"),
            ),
        ),
        object_type="message",
        at=iso(reaction.get("createdAt")),
        chat=chat,
    )
