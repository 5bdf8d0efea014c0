"""X, formerly Twitter: likes in all their parts, posts, community-note ratings, direct messages.

Facts: formats/x. Each file assigns one list, `window.YTD.<name>.part0 = [...]`; large ones go on in
`<name>-part1.js`. HTML entities stand in all texts. Blocks and mutes are of people: dropped.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from html import unescape
from typing import Any

from filters.formats.dates import iso, pattern
from filters.formats.emoji import reaction_signal
from filters.formats.json import Item, assigned_items, assigned_records
from filters.interaction import POLARITY, Interaction, Option, Passage, Signal
from filters.reader import Finding, Knowledge, Reader, SetAside, Unread, chat_key

_UNAVAILABLE = ("You’re unable to view", "You're unable to view")
_NOTE_RATINGS: dict[str, tuple[Signal, float]] = {
    "HELPFUL": ("helpful_note", 1.0),
    "SOMEWHAT_HELPFUL": ("somewhat_helpful_note", 0.0),
    "NOT_HELPFUL": ("unhelpful_note", -1.0),
}
_REACTION_KEYS: dict[str, Signal] = {
    "like": "like", "funny": "funny", "sad": "sad", "surprised": "wow", "agree": "other_emoji",
    "disagree": "other_emoji", "excited": "other_emoji",
}  # fmt: skip


@dataclass
class Notes:
    """Who the donor is, as X numbers and names them."""

    account_ids: set[str] = field(default_factory=set)
    usernames: set[str] = field(default_factory=set)


def _signature(*names: str) -> str:
    return rf"window\.YTD\.(?:{'|'.join(names)})\.part\d+\s*="


reader = Reader(
    "x",
    version=1,
    title="X (Twitter)",
    notes=Notes,
    signals={
        "confirmed": ("like", "reply", "helpful_note", "somewhat_helpful_note", "unhelpful_note"),
        "unverified": ("love", "haha", "funny", "sad", "wow", "other_emoji"),
    },
)
reader.ignore(
    "data/block.js", "data/mute.js", "data/follower.js", "data/following.js", "data/lists-*.js",
    "data/saved-search.js", family="network",
)  # fmt: skip
reader.ignore(
    "data/ad-*.js", "data/personalization.js", "data/user-link-clicks.js", "data/ni-devices.js",
    "data/ip-audit.js", "data/device-token.js", "data/key-registry.js", "data/ageinfo.js",
    "data/connected-application.js", "data/app.js", family="tracking",
)  # fmt: skip
reader.ignore(
    "data/deleted-tweet*.js", "data/direct-message*-headers.js", "data/tweet-headers.js",
    "data/account-*.js", "data/reply-prompt.js", "data/tweetdeck.js", "data/README.txt",
    "data/verified.js", "data/protected-history.js", "data/community-note.js",
    "your archive.html", family="account",
)  # fmt: skip


@reader.identity(
    "data/account.js", decode=assigned_records, signature=_signature("account"), telling=True
)
def account(record: dict[str, Any], knowledge: Knowledge) -> None:
    """The account's names, numbers and addresses."""
    own = _unwrapped(record)
    knowledge.notes.account_ids.add(str(own["accountId"]))
    knowledge.notes.usernames.add(str(own.get("username", "")).casefold())
    knowledge.identities.add("names", own.get("accountDisplayName"))
    knowledge.identities.add("handles", own.get("username"))
    knowledge.identities.add("emails", own.get("email"))
    knowledge.identities.add("phones", own.get("phoneNumber"))


@reader.identity("data/manifest.js", decode=assigned_items, signature=r"window\.__THAR_CONFIG\s*=")
def manifest(item: Item, knowledge: Knowledge) -> None:
    """The archive's own manifest names the donor, and every file the export was made with."""
    if item.key == "userInfo":
        knowledge.notes.account_ids.add(str(item.value["accountId"]))
        knowledge.notes.usernames.add(str(item.value.get("userName", "")).casefold())
        knowledge.identities.add("names", item.value.get("displayName"))
        knowledge.identities.add("handles", item.value.get("userName"))
    elif item.key == "dataTypes":
        for kind in item.value.values():
            knowledge.expected.update(
                str(file["fileName"]) for file in kind.get("files", ()) if file.get("count") != "0"
            )


@reader.identity(
    "data/profile.js", "data/phone-number.js", "data/contact.js", "data/screen-name-change.js",
    "data/email-address-change.js", decode=assigned_records, family="contacts",
)  # fmt: skip
def contacts(record: dict[str, Any], knowledge: Knowledge) -> None:
    """Phone numbers, e-mail addresses and earlier names, the donor's and the address book's."""
    entry = _unwrapped(record)
    knowledge.identities.add("phones", entry.get("phoneNumber"), *_texts(entry.get("phoneNumbers")))
    knowledge.identities.add("emails", *_texts(entry.get("emails")))
    change = entry.get("screenNameChange") or entry.get("emailChange") or {}
    for key in ("changedFrom", "changedTo"):
        value = change.get(key)
        knowledge.identities.add("emails" if "@" in str(value) else "handles", value)
    description = entry.get("description")
    if isinstance(description, dict):
        knowledge.identities.add("addresses", description.get("location"))


@reader.signal(
    "data/like.js",
    "data/like-part*.js",
    decode=assigned_records,
    family="likes",
    signature=_signature("like"),
)
def like(record: dict[str, Any], _: Knowledge) -> Iterator[Finding]:
    """A liked post: its number, and often its text. There is no date."""
    liked = _unwrapped(record)
    text = liked.get("fullText")
    if not isinstance(text, str) or text.startswith(_UNAVAILABLE):
        text = None
    yield Interaction(
        platform="x",
        family="likes",
        kind="binary",
        signal="like",
        options=(Option("good", Passage(text and unescape(text), "other", "public")),),
        object_type="post",
        object_ref=f"x:post:{liked['tweetId']}",
    )


@reader.signal(
    "data/tweet.js", "data/tweets.js", "data/tweet-part*.js", "data/tweets-part*.js",
    "data/community-tweet.js", decode=assigned_records, family="posts",
    signature=_signature("tweets?", "community_tweet"),
)  # fmt: skip
def post(record: dict[str, Any], knowledge: Knowledge) -> Iterator[Finding]:
    """An own post. A reply is kept as a reply; any other with others' approval; a repost not."""
    own = record["tweet"] if isinstance(record.get("tweet"), dict) else _unwrapped(record)
    text = unescape(own["full_text"] if "full_text" in own else own["text"])
    if text.startswith("RT @"):
        yield SetAside("posts", "R2")
        return
    is_reply = _answers_someone(own, knowledge.notes)
    approval = own.get("favorite_count")
    if not is_reply and approval is None:
        yield SetAside("posts", "no_preference")
        return
    yield Interaction(
        platform="x",
        family="posts",
        kind="reply" if is_reply else "reaction",
        signal="reply" if is_reply else "like",
        options=(Option("unlabelled", Passage(text, "donor", "public")),),
        object_type="post",
        at=_day(own.get("created_at")),
        received=None if is_reply or approval is None else int(approval),
    )


@reader.signal(
    "data/note-tweet.js",
    "data/grok-chat-item*.js",
    decode=assigned_records,
    family="long_texts",
    signature=_signature("note_tweet", "grok_chat_item"),
)
def long_text(_record: dict[str, Any], _: Knowledge) -> Iterator[Finding]:
    """The long form of a post, or a turn with Grok: words without any sign of preference."""
    yield SetAside("long_texts", "no_preference")


@reader.signal(
    "data/community-note-rating.js", decode=assigned_records, family="note_ratings",
    signature=_signature("community_note_rating"),
)  # fmt: skip
def note_rating(record: dict[str, Any], _: Knowledge) -> Iterator[Finding]:
    """How helpful the donor found a community note, on three levels. The note is not included."""
    rated = _unwrapped(record)
    level = _NOTE_RATINGS.get(rated["helpfulnessLevel"])
    if level is None:
        yield Unread("note_ratings", "helpfulnessLevel")
        return
    signal, value = level
    created = rated.get("createdAt")
    yield Interaction(
        platform="x",
        family="note_ratings",
        kind="rating",
        signal=signal,
        value=value,
        scale="3-level",
        options=(Option("unlabelled", Passage(None, "other", "public")),),
        object_type="note",
        object_ref=f"x:note:{rated['noteId']}",
        at=iso(created),
    )


@reader.signal(
    "data/direct-messages.js", "data/direct-messages-part*.js", "data/direct-messages-group*.js",
    decode=assigned_records, family="messages",
    signature=_signature("direct_messages", "direct_messages_group"),
)  # fmt: skip
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
                yield _reaction(one, knowledge.notes)
        elif isinstance(reaction, dict):
            yield _reaction(reaction, knowledge.notes)


def _message(message: dict[str, Any], chat: str, notes: Notes) -> Finding:
    text = unescape(message.get("text") or "").strip()
    is_own = str(message.get("senderId")) in notes.account_ids
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


def _reaction(reaction: dict[str, Any], notes: Notes) -> Finding:
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
    )


def _answers_someone(own: dict[str, Any], notes: Notes) -> bool:
    """Whether the post answers another account: going on with one's own thread does not."""
    if not (own.get("in_reply_to_status_id_str") or own.get("in_reply_to_user_id_str")):
        return False
    return (
        str(own.get("in_reply_to_user_id_str")) not in notes.account_ids
        and str(own.get("in_reply_to_screen_name")).casefold() not in notes.usernames
    )


def _day(created_at: Any) -> float | None:
    """The day of `Wed Oct 10 20:19:24 +0000 2018`: only the quarter is kept in the end."""
    return _parsed_day(created_at[4:10], created_at[-4:]) if isinstance(created_at, str) else None


@lru_cache(4096)
def _parsed_day(month_and_day: str, year: str) -> float | None:
    return pattern(f"{month_and_day} {year}", "%b %d %Y")


def _unwrapped(record: dict[str, Any]) -> dict[str, Any]:
    """The one value of an object with one key: the key's name has changed over the years."""
    if len(record) == 1:
        (only,) = record.values()
        if isinstance(only, dict):
            return only
    return record


def _texts(value: Any) -> list[str]:
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []


# Last, so that the rows above see their own files first: any other file of an X archive.
reader.ignore(family="account", signature=r"^\s*window\.YTD\.\w+\.part\d+\s*=", telling=True)
