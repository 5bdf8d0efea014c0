"""Discord: reactions given and votes in polls, from the activity log; own messages.

Facts: formats/discord. Folder names are translated; files are known by what they hold. The package
holds only the donor's own messages, without what they answer. Names of events are indicative. A
dump made by DiscordChatExporter holds other people's messages: it is not read.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from filters.formats.csv import rows
from filters.formats.dates import iso
from filters.formats.emoji import reaction_signal
from filters.formats.json import Damaged, documents, records
from filters.formats.text import lines
from filters.interaction import POLARITY, Interaction, Option, Passage
from filters.limits import Limits
from filters.reader import Finding, Knowledge, Reader, SetAside, Unread, chat_key

reader = Reader(
    "discord",
    version=1,
    title="Discord",
    signals={
        "confirmed": ("reply",),
        "unverified": ("like", "love", "haha", "sad", "angry", "wow", "other_emoji", "poll_option"),
    },
)


def events(chunks: Iterable[bytes], limits: Limits) -> Iterator[dict[str, Any] | Damaged]:
    """One event a line; only those that speak of a reaction or a vote: the log is huge."""
    for line in lines(chunks, limits):
        if "reaction" in line or "poll" in line:
            try:
                event = json.loads(line)
            except (ValueError, RecursionError):
                yield Damaged("syntax")
                continue
            if isinstance(event, dict):
                yield event


@reader.identity(
    "account/user.json", "compte/user.json", decode=documents, telling=True,
    signature='"(?:relationships|global_name|discriminator)"\\s*:',
)  # fmt: skip
def account(document: dict[str, Any], knowledge: Knowledge) -> None:
    """The donor, their friends, and the accounts they linked."""
    known = knowledge.identities
    known.add("handles", document.get("username"))
    known.add("names", document.get("global_name"))
    known.add("emails", document.get("email"))
    known.add("phones", document.get("phone"))
    for friend in document.get("relationships") or ():
        user = friend.get("user") or {}
        known.add("handles", user.get("username"))
        known.add(
            "names", user.get("global_name"), friend.get("nickname"), friend.get("display_name")
        )
    for linked in document.get("connections") or ():
        known.add("handles", linked.get("name"))


@reader.identity("channel.json", decode=documents, family="channels",
                 signature='"recipients"\\s*:\\s*\\[')  # fmt: skip
def channel(document: dict[str, Any], knowledge: Knowledge) -> None:
    """Names of people in a conversation, where the export spells them out."""
    for one in document.get("recipients") or ():
        if isinstance(one, dict):
            knowledge.identities.add("handles", one.get("username"))


@reader.signal("messages/c*/messages.csv", "messages/[0-9]*/messages.csv", "messages.csv",
               decode=rows, family="messages",
               signature=r"\A(?:\xef\xbb\xbf)?ID,Timestamp,Contents")  # fmt: skip
@reader.signal("messages/c*/messages.json", "messages.json", decode=records, family="messages",
               signature='"ID"\\s*:.*\\s*"Timestamp"\\s*:.*\\s*"Contents"\\s*:')  # fmt: skip
def message(row: dict[str, Any], knowledge: Knowledge) -> Iterator[Finding]:
    """An own message. Who reads it is unknown: taken as private."""
    folded = {str(key).casefold(): value for key, value in row.items()}
    text = folded["contents"]
    if not isinstance(text, str) or not text.strip():
        yield SetAside("messages", "no_preference")
        return
    key = chat_key("discord", f"entry{knowledge.entry}")
    knowledge.chats.setdefault(key, "")
    yield Interaction(
        platform="discord",
        family="messages",
        kind="reply",
        signal="reply",
        options=(Option("unlabelled", Passage(text.strip(), "donor", "private")),),
        object_type="message",
        at=iso(str(folded.get("timestamp", ""))[:19]),
        chat=key,
    )


@reader.signal(
    "*/analytics/events-*.json", "*/reporting/events-*.json", "*/modeling/events-*.json",
    "*/tns/events-*.json", decode=events, family="activity",
    signature='\\A\\s*\\{"event_type"\\s*:',
)  # fmt: skip
def event(row: dict[str, Any], _: Knowledge) -> Iterator[Finding]:
    """A reaction given, or a vote; one that was taken back is counted and no more."""
    kind = row.get("event_type")
    at = iso(str(row.get("timestamp", "")).strip('"'))
    if kind in ("add_reaction", "reaction_added"):
        emoji = row.get("emoji_name") or row.get("emoji")
        signal = reaction_signal(emoji) if isinstance(emoji, str) else "other_emoji"
        yield Interaction(
            platform="discord",
            family="activity",
            kind="reaction",
            signal=signal,
            options=(
                Option(
                    "good" if POLARITY.get(signal, 0) > 0 else "unlabelled",
                    Passage(None, "other", "private"),
                ),
            ),
            object_type="message",
            at=at,
        )
    elif kind in ("poll_vote_added", "poll_vote", "add_poll_vote"):
        yield Interaction(
            platform="discord",
            family="activity",
            kind="choice",
            signal="poll_option",
            options=(Option("chosen", Passage(None, "other", "private")),),
            object_type="message",
            at=at,
        )
    elif isinstance(kind, str) and ("remove" in kind or "open" in kind or "view" in kind):
        yield SetAside("activity", "no_preference")
    else:
        yield Unread("activity", "event_type")


# Last, for these are wide.
reader.ignore("messages/index.json", family="channels")
reader.ignore(
    "servers/*", "serveurs/*", "activities/*", "programs/*", "ads/*", "support_tickets/*",
    "account/*", "compte/*", family="account",
)  # fmt: skip
