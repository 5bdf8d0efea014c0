"""Discord: reactions given and votes in polls, from the activity log; own messages.

Facts: formats/discord. Folder names are translated; files are known by what they hold. The package
holds only the donor's own messages, without what they answer; who can read a channel is not said,
so that all are taken for private. Names of events are indicative. The log is written several times
over, for several teams, and holds what was taken back: an act counts once, and not when undone.
A dump made by DiscordChatExporter holds other people's messages: it is not read.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from filters.formats.copied_messages import own_talk
from filters.formats.csv import rows
from filters.formats.dates import iso_day
from filters.formats.emoji import reaction_signal
from filters.formats.json import Damaged, documents, records
from filters.formats.text import lines
from filters.interaction import POLARITY, Interaction, Label, Option, Passage, Signal
from filters.reader import (
    Finding,
    Knowledge,
    Reader,
    SetAside,
    Unread,
    chat_key,
    each,
)

_REACTED = frozenset(
    ("add_reaction", "reaction_added", "reaction_add", "message_reaction_add",
     "message_reaction_added")
)  # fmt: skip
_VOTED = frozenset(
    ("poll_vote", "poll_voted", "poll_vote_added", "poll_vote_add", "add_poll_vote",
     "message_poll_vote_add")
)  # fmt: skip
_UNDONE = re.compile(r"remove|delete|undo|clear")
_LOOKED = re.compile(r"open|close|view|shown|show|load|fetch|click|hover|impression|search|picker")
_MENTION = re.compile(r"<@[!&]?(\d{1,20})>")
_COMMAND = re.compile(r"<(/[^<>:\n]{1,100}):\d{1,20}>")
_MARKUP = re.compile(r"<(?:#\d{1,20}|a?:\w{1,40}:\d{1,20}|t:-?\d{1,15}(?::\w)?)>\s?")
"""Channels, a server's own emoji and moments."""
_TALK_WITH = re.compile(r"Direct Message with (.{1,64}?)(?:#\d{1,4})?")


@dataclass
class Notes:
    """What channels are called, and which acts of the log were seen or undone."""

    titles: dict[str, str] = field(default_factory=dict)
    """By the number of the channel, which names its folder."""
    seen: set[int] = field(default_factory=set)
    undone: Counter[int] = field(default_factory=Counter)


reader = Reader(
    "discord", version=1, title="Discord", notes=Notes,
    signals={
        "confirmed": ("reply",),
        "unverified": ("like", "dislike", "love", "care", "celebrate", "haha", "sad", "angry",
                       "wow", "other_emoji", "poll_option"),
    },
)  # fmt: skip


@reader.identity(
    "account/user.json", "compte/user.json", decode=documents, telling=True,
    signature='"(?:relationships|global_name)"\\s*:'
    '|"username"\\s*:\\s*"[^"]{0,64}"\\s*,\\s*"discriminator"\\s*:',
)  # fmt: skip
def account(document: dict[str, Any], knowledge: Knowledge) -> None:
    """The donor, their friends, and the accounts they linked."""
    known = knowledge.identities
    known.add("handles", document.get("username"))
    known.add("names", document.get("global_name"))
    known.add("emails", document.get("email"))
    known.add("phones", document.get("phone"))
    for friend in _objects(document.get("relationships")):
        known.add("names", friend.get("nickname"), friend.get("display_name"))
        for user in _objects([friend.get("user")]):
            known.add("handles", user.get("username"))
            known.add("names", user.get("global_name"))
    for linked in _objects(document.get("connections")):
        known.add("handles", linked.get("name"))


@reader.identity("messages/index.json", decode=documents, family="channels")
def index(document: dict[str, Any], knowledge: Knowledge) -> None:
    """What the channels are called: private ones by the name of the other person."""
    for number, title in document.items():
        if isinstance(title, str):
            knowledge.notes.titles[number] = title
            if (talk := _TALK_WITH.fullmatch(title)) is not None:
                knowledge.identities.add("handles", talk[1])


@reader.identity("channel.json", decode=documents, family="channels")
def channel(document: dict[str, Any], knowledge: Knowledge) -> None:
    """The name of a channel; people in it, where the export spells them out."""
    name, number = document.get("name"), _channel(knowledge)
    if isinstance(name, str) and number is not None:
        knowledge.notes.titles.setdefault(number, name)
    for one in _objects(document.get("recipients")):
        knowledge.identities.add("handles", one.get("username"))


def _channel(knowledge: Knowledge) -> str | None:
    """The number of the channel whose folder is being read; `c` stands before it since 2021."""
    number = knowledge.folder.rpartition("/")[2].removeprefix("c")
    return number if number.isdigit() else None


def _objects(value: Any) -> list[dict[str, Any]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


@reader.signal(
    "messages.csv", decode=rows, family="messages", by_folder=True,
    signature=r'\A(?=[^\n]*\bID\b)(?=[^\n]*\bTimestamp\b)(?=[^\n]*\bContents\b)'
              r'[\w",;\t ]+\r?(?:\n|\Z)',
)  # fmt: skip
@reader.signal(
    "messages.json", decode=records, family="messages", by_folder=True,
    signature='(?s)\\A\\s*\\[\\s*\\{(?=.{0,9000}?"ID"\\s*:)(?=.{0,9000}?"Timestamp"\\s*:).{0,9000}?"Contents"\\s*:',
)  # fmt: skip
def message(row: dict[str, Any], knowledge: Knowledge) -> Iterator[Finding]:
    """An own message. Who reads it is unknown: taken as private."""
    folded = {str(key).casefold(): value for key, value in row.items()}
    text = folded["contents"]
    # `>>>` quotes all that follows.
    text = own_talk(f"\n{text}".split("\n>>> ")[0].strip()) if isinstance(text, str) else ""
    text = _plain(text)
    if not text:
        yield SetAside("messages", "no_preference")
        return
    number = _channel(knowledge)
    key = chat_key("discord", number or f"entry{knowledge.entry}")
    knowledge.chats.setdefault(key, knowledge.notes.titles.get(number or "", ""))
    yield Interaction(
        platform="discord",
        family="messages",
        kind="reply",
        signal="reply",
        options=(Option("unlabelled", Passage(text, "donor", "private")),),
        object_type="message",
        at=iso_day(folded.get("timestamp")),
        chat=key,
    )


def _plain(text: str) -> str:
    """A text without the numbers in its markup, but those of who is mentioned: they are masked."""
    if "<" not in text:
        return text
    return _MARKUP.sub("", _COMMAND.sub(r"\1", _MENTION.sub(r"@\1", text))).strip()


def _learn_undone(found: Iterable[str], knowledge: Knowledge) -> None:
    for line in found:
        if "reaction" in line or "poll" in line:
            event = _parsed(line)
            if (
                isinstance(event, dict)
                and event.get("message_id")
                and _UNDONE.search(str(event.get("event_type")))
                and _is_new(event, knowledge)
            ):
                knowledge.notes.undone[_act(event)] += 1


@reader.signal(
    "*/analytics/events-*.json", "*/reporting/events-*.json", "*/modeling/events-*.json",
    "*/tns/events-*.json", decode=lines, family="activity", whole=True, learn=_learn_undone,
    signature='\\A\\s*\\[?\\s*\\{[^\\n]{0,2000}"event_type"\\s*:',
)  # fmt: skip
def events(found: Iterable[str], knowledge: Knowledge) -> Iterator[Finding]:
    """One event a line, of millions: those that speak of no reaction and no vote are counted."""
    passed_over = 0
    for line in found:
        if "reaction" not in line and "poll" not in line:
            passed_over += 1
            continue
        event = _parsed(line)
        if isinstance(event, Damaged):
            yield Unread("activity", event.reason)
        else:
            yield from each([event], lambda one: _event(one, knowledge), "activity")
    if passed_over:
        yield SetAside("activity", "no_preference", passed_over)


def _parsed(line: str) -> Any:
    try:
        return json.loads(line.strip().removeprefix("[").removesuffix("]").removesuffix(","))
    except (ValueError, RecursionError):
        return Damaged("syntax")


def _event(event: dict[str, Any], knowledge: Knowledge) -> Iterator[Finding]:
    kind, notes = str(event["event_type"]), knowledge.notes
    if kind not in _REACTED and kind not in _VOTED:
        speaks = "reaction" in kind or "poll" in kind
        if speaks and not _UNDONE.search(kind) and not _LOOKED.search(kind):
            yield Unread("activity", "event_type")
        else:
            yield SetAside("activity", "no_preference")
        return
    if not _is_new(event, knowledge):
        yield SetAside("activity", "no_preference")
    elif notes.undone[act := _act(event)] > 0:
        notes.undone[act] -= 1
        yield SetAside("activity", "no_preference")
    else:
        number = str(event.get("channel_id") or "").strip('"')
        yield _given(event, kind, chat_key("discord", number) if number else None)


def _given(event: dict[str, Any], kind: str, chat: str | None) -> Interaction:
    emoji, custom = _emoji(event)
    signal: Signal = "other_emoji" if custom else reaction_signal(emoji)
    polarity = POLARITY.get(signal, 0)
    label: Label = "good" if polarity > 0 else "bad" if polarity < 0 else "unlabelled"
    is_vote = kind in _VOTED
    return Interaction(
        platform="discord",
        family="activity",
        kind="choice" if is_vote else "reaction",
        signal="poll_option" if is_vote else signal,
        options=(Option("chosen" if is_vote else label, Passage(None, "other", "private")),),
        object_type="message",
        at=iso_day(str(event.get("timestamp", "")).strip('"')),
        chat=chat,
    )


def _emoji(event: dict[str, Any]) -> tuple[str, bool]:
    """The emoji, and whether it is one of a server, whose name says nothing."""
    emoji = event.get("emoji_name") or event.get("emoji") or ""
    if isinstance(emoji, dict):
        return str(emoji.get("name")), emoji.get("id") not in (None, "")
    return str(emoji), event.get("emoji_id") not in (None, "")


def _act(event: dict[str, Any]) -> int:
    """What tells that two events are about the same reaction, or the same poll."""
    is_vote = "poll" in str(event.get("event_type"))
    return hash((str(event.get("message_id")), "poll" if is_vote else _emoji(event)[0]))


def _is_new(event: dict[str, Any], knowledge: Knowledge) -> bool:
    """Whether the event was not read before, in the log of another team."""
    number = event.get("event_id")
    if not isinstance(number, str | int) or not number:
        return True
    seen: set[int] = knowledge.notes.seen
    if (key := hash(number)) in seen:
        return False
    seen.add(key)
    return True


# Last, for these are wide.
reader.ignore(
    "servers/**", "serveurs/**", "activities/**", "activity/**", "activités/**", "activité/**",
    "programs/**", "ads/**", "support_tickets/**", "account/**", "compte/**", "guild.json",
    "audit-log.json", "webhooks.json", "readme.txt", family="account",
)  # fmt: skip
