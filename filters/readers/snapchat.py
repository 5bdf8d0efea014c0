"""Snapchat: the donor's own messages; everybody else's are counted. There are no reactions.

Facts: formats/snapchat (one public reader). `chat_history.json` is an object of lists: new exports
have one list a conversation and say `IsSender`; old ones have one list a direction
(`Received Saved Chat History`, `Sent ...`). HTML entities stand in texts. A chat with My AI is a
conversation like any other: it is read as a private one, the weaker reading.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from filters.formats.copied_messages import own_talk
from filters.formats.dates import is_under_age, iso_day, seconds
from filters.formats.json import Item, items
from filters.interaction import Interaction, Option, Passage
from filters.problem import AGE_OF_CONSENT, ArchiveProblem, Problem
from filters.reader import Finding, Knowledge, Reader, SetAside, Unread, chat_key

_TEXT = "text"
_OTHER_MEDIA = frozenset(
    ("media", "note", "sticker", "share", "snap", "status", "location", "call", "image", "video",
     "audio", "shared snap", "story", "statuserasedmessage", "statussavetocameraroll",
     "statusparticipantremoved", "statusconversationcapturescreenshot", "statuscallmissedaudio",
     "statuscallmissedvideo", "bitmoji", "game", "erase", "screenshot", "url"),
)  # fmt: skip
_NAME_KEYS = ("display name", "name")
_TRUE = (True, 1, "true", "True")


@dataclass
class Notes:
    """The names the donor's account goes by."""

    usernames: set[str] = field(default_factory=set)


reader = Reader(
    "snapchat", version=1, title="Snapchat", notes=Notes, signals={"one_source": ("reply",)}
)


@reader.identity(
    "json/account.json", "json/account_history.json", "json/user_profile.json",
    decode=items, signature='"(?:Basic Information|Display Name Change|App Profile)"\\s*:',
    telling=True,
)  # fmt: skip
def account(item: Item, knowledge: Knowledge) -> None:
    """The account, and the names, addresses and numbers it had. That of a child is refused."""
    if not isinstance(item.value, dict):
        return
    _gather(item.value, knowledge)
    for key, value in item.value.items():
        if item.key == "Basic Information" and key == "Username" and isinstance(value, str):
            knowledge.notes.usernames.add(value.casefold())
        if (
            "birth" in key.casefold()
            and (day := _day(value))
            and is_under_age(AGE_OF_CONSENT, *day)
        ):
            raise ArchiveProblem(Problem.MINOR, "snapchat")


@reader.identity(
    "json/friends.json", "json/contacts*.json", decode=items, family="contacts",
    signature='"(?:Friends|Friend Requests Sent|Blocked Users|Deleted Friends)"\\s*:\\s*\\[',
)  # fmt: skip
def friend(item: Item, knowledge: Knowledge) -> None:
    """People around the donor: only to mask their names."""
    if isinstance(item.value, dict):
        _gather(item.value, knowledge)


def _gather(record: dict[str, Any], knowledge: Knowledge) -> None:
    known = knowledge.identities
    for key, value in record.items():
        name = key.casefold()
        if name == "username":
            known.add("handles", value)
        elif name in _NAME_KEYS:
            known.add("names", value)
        elif "email" in name and isinstance(value, str) and "@" in value:
            known.add("emails", value)
        elif "phone" in name or "mobile number" in name:
            known.add("phones", value)


def people(item: Item, knowledge: Knowledge) -> None:
    """Who takes part: the names in one message."""
    record = item.value
    if isinstance(record, dict):
        # Text first: who wrote is no more than a user name.
        knowledge.identities.add("handles", record.get("From"), record.get("To"))
        title = record.get("Conversation Title")
        knowledge.identities.add("names", unescape(title) if isinstance(title, str) else None)


@reader.signal(
    "json/chat_history*.json", "chat_history*.json",
    decode=items, family="messages", learn=people,
    signature=(
        r'"(?:Received|Sent) (?:Saved|Unsaved) Chat History"\s*:'
        r'|"Media Type"\s*:\s*"[A-Za-z]|"IsSender"\s*:'
    ),
)  # fmt: skip
def message(item: Item, knowledge: Knowledge) -> Iterator[Finding]:
    """One message: the donor's own only if they tick its conversation, another's never."""
    record = item.value
    if record is None:
        return
    is_own = _is_own(item.key or "", record, knowledge.notes)
    text = unescape(record.get("Content") or record.get("Text") or "").strip()
    text = own_talk(text) if is_own else text
    kind = str(record.get("Media Type") or _TEXT).casefold()
    if kind != _TEXT and kind not in _OTHER_MEDIA:
        yield Unread("messages", "media type")
        return
    if is_own and (kind != _TEXT or not text):
        yield SetAside("messages", "no_preference")
        return
    yield Interaction(
        platform="snapchat",
        family="messages",
        kind="reply",
        signal="reply",
        options=(Option("unlabelled", Passage(text, "donor" if is_own else "other", "private")),),
        object_type="message",
        at=_at(record),
        chat=_chat(item.key or "", record, knowledge) if is_own else None,
    )


def _is_own(key: str, record: dict[str, Any], notes: Notes) -> bool:
    if "IsSender" in record:
        return record["IsSender"] in _TRUE
    if key.startswith(("Sent ", "Received ")):
        return key.startswith("Sent ")
    return str(record.get("From", "")).casefold() in notes.usernames


def _chat(key: str, record: dict[str, Any], knowledge: Knowledge) -> str:
    """The conversation: the name of its list, or in old exports whom the message went to."""
    with_whom = str(record.get("To") or "") if key.startswith("Sent ") else key
    chat = chat_key("snapchat", with_whom)
    title = record.get("Conversation Title")
    knowledge.chats.setdefault(chat, unescape(title) if isinstance(title, str) else with_whom)
    return chat


def _at(record: dict[str, Any]) -> float | None:
    return seconds(record.get("Created(microseconds)")) or iso_day(record.get("Created"))


def _day(written: Any) -> tuple[int, int, int] | None:
    parts = written[:10].split("-") if isinstance(written, str) else ()
    if len(parts) != 3 or not all(part.isdecimal() for part in parts):
        return None
    year, month, day = map(int, parts)
    return year, month, day


# Last, so that the rows above see their own files first.
reader.html("html/chat_history.html", "html/chat_history/**.html", "html/snap_history.html")
reader.ignore(
    "json/snap_history.json", "json/talk_history.json", "json/story_history.json",
    "json/shared_story.json", "json/memories_history.json", "json/search_history.json",
    "json/snapchat_ai.json", "json/my_ai*.json", family="history", telling=True,
)  # fmt: skip
reader.ignore(
    "json/location_history.json", "json/snap_map_places_history.json", "json/bitmoji.json",
    "json/connected_apps.json", "json/ranking.json", "json/terms_history.json",
    "json/subscriptions.json", "json/in_app_surveys.json", "json/support_note.json",
    "json/purchase_history.json", "json/shop_history.json", "json/cameos_metadata.json",
    "json/email_campaign_history.json", "json/snap_pro.json", "json/community_lenses.json",
    "json/snap_games_and_minis.json", "json/feature_emails.json", "json/payouts.json",
    "json/spotlight*.json", "json/public_profiles.json", "json/scans.json", "json/talk_*.json",
    "html/**.html", "index.html", family="account",
)  # fmt: skip
