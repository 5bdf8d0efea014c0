"""TikTok: likes, favourites, own comments, reviews of places and products.

Facts: formats/tiktok. Keys stay English, and moved between three generations: a list is known by
its own name, wherever it stands, and fields are read whatever their case. The text export holds the
same lists as files of `Name: value` blocks. Links name the people whose videos they are of.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from filters.formats.dates import is_under_age, iso
from filters.formats.json import OPENED, Damaged, Placed, placed
from filters.formats.text import lines
from filters.interaction import Interaction, Option, Passage, Signal
from filters.limits import Limits
from filters.problem import ArchiveProblem, Problem
from filters.reader import MALFORMED, Finding, Knowledge, Reader, SetAside, Unread, chat_key

AGE_OF_CONSENT = 15
"""France, article 45 of the law on computing and liberties."""
_EMPTY = frozenset({"", "n/a", "none", "null"})
_CHAT = "chat history with "
_VIDEO = re.compile(r"/video/(\d{5,25})|/v/(\d{5,25})|/share/video/(\d{5,25})")
_STARS = re.compile(r"^\s*([0-5](?:[.,]\d)?)\s*(?:/\s*5)?\s*$")
Fields = dict[str, Any]


@dataclass
class Notes:
    """The donor's name on the platform."""

    usernames: set[str] = field(default_factory=set)


reader = Reader(
    "tiktok",
    version=1,
    title="TikTok",
    notes=Notes,
    signals={"confirmed": ("like", "save", "reply", "star")},
)


def _folded(row: Any) -> Fields:
    """A row with its keys in lower case, without the values that say nothing."""
    return {
        str(key).replace(" ", "").casefold(): value
        for key, value in row.items()
        if not (isinstance(value, str) and value.strip().casefold() in _EMPTY)
    }


def _learn(item: Placed | Damaged, knowledge: Knowledge) -> None:
    """The profile, and everybody the lists name: to mask them."""
    if isinstance(item, Damaged) or item.value is OPENED:
        return
    names = [part.casefold() for part in item.path]
    known = knowledge.identities
    if "profilemap" in names and isinstance(item.value, str):
        _learn_profile(names[-1], item.value, knowledge)
    elif names and isinstance(item.value, dict):
        row = _folded(item.value)
        known.add("handles", row.get("username"), row.get("from"))
        known.add("names", row.get("receivername"), row.get("name"))
        known.add("addresses", row.get("address"), row.get("detailedaddress"))
        known.add("phones", row.get("phonenumber"), row.get("phone"))
    partner = next((n for n in item.path if n.casefold().startswith(_CHAT)), None)
    if partner is not None:
        known.add("handles", partner[len(_CHAT) :].rstrip(": "))


def _learn_profile(name: str, value: str, knowledge: Knowledge) -> None:
    known = knowledge.identities
    if name == "username":
        knowledge.notes.usernames.add(value.casefold())
        known.add("handles", value)
    elif name == "displayname":
        known.add("names", value)
    elif name == "emailaddress":
        known.add("emails", value)
    elif name == "telephonenumber":
        known.add("phones", value)
    elif name == "birthdate":
        born = re.findall(r"\d+", value)
        year = next((int(part) for part in born if len(part) == 4), None)
        if is_under_age(AGE_OF_CONSENT, year, 12, 31) and year is not None:
            raise ArchiveProblem(Problem.MINOR, "tiktok")


@reader.signal(
    "user_data.json", "user_data_tiktok.json", "user_data*.json", decode=placed(),
    family="activity", learn=_learn, whole=False,
    signature='"(?:ItemFavoriteList|FavoriteVideoList|ProfileMap|CommentsList|FansList)"'
    '|"Like List"\\s*:|"Video Browsing History"\\s*:',
)  # fmt: skip
def entry(item: Placed | Damaged, knowledge: Knowledge) -> Iterator[Finding]:
    """One row of one list."""
    if isinstance(item, Damaged):
        yield Unread("activity", item.reason)
    elif isinstance(item.value, dict):
        yield from _row([part.casefold() for part in item.path], item.value, knowledge)


def _blocks(chunks: Iterable[bytes], limits: Limits) -> Iterator[Fields]:
    """Blocks of `Name: value` lines, ended by an empty line."""
    block: Fields = {}
    for line in lines(chunks, limits):
        name, colon, value = line.partition(":")
        if not line.strip():
            if block:
                yield block
            block = {}
        elif colon and len(name) < 40:
            if name in block:
                yield block
                block = {}
            block[name.strip()] = value.strip()
        elif block:
            last = next(reversed(block))
            block[last] = f"{block[last]}\n{line}"
    if block:
        yield block


def _text_list(*names: str) -> Callable[[Fields, Knowledge], Iterator[Finding]]:
    path = [name.casefold() for name in names]

    def read(block: Fields, knowledge: Knowledge) -> Iterator[Finding]:
        yield from _row(path, block, knowledge)

    return read


@reader.identity("Profile Info*.txt", "Profile Information.txt", decode=_blocks, telling=False)
def text_profile(block: Fields, knowledge: Knowledge) -> None:
    """The donor, in the text export."""
    for name, value in block.items():
        _learn_profile(name.replace(" ", "").casefold(), value, knowledge)


for _name, _path in (
    ("Like List", ("like list", "itemfavoritelist")),
    ("Favorite Videos", ("favoritevideolist",)),
    ("Favorite Sounds", ("favoritesoundlist",)),
    ("Comments", ("commentslist",)),
    ("Comment", ("commentslist",)),
    ("POI Review", ("poi review", "reviewslist")),
    ("Location Reviews", ("location reviews", "reviewslist")),
    ("Product Reviews", ("productreviewhistories",)),
):
    reader.signal(f"{_name}.txt", decode=_blocks, family="activity")(_text_list(*_path))


def _row(path: list[str], value: Fields, knowledge: Knowledge) -> Iterator[Finding]:
    row = _folded(value)
    inner = path[-1]
    try:
        if inner == "itemfavoritelist" or "like list" in path:
            yield _act(row, "likes", "like")
        elif inner.startswith("favorite") and inner.endswith("list"):
            yield _act(row, "favourites", "save")
        elif inner == "commentslist":
            yield _comment(row)
        elif "reviewslist" in path or "productreviewhistories" in path:
            yield _review(row, is_place="productreviewhistories" not in path)
        elif any(part.startswith(_CHAT) for part in path):
            yield _message(row, path, knowledge)
        else:
            family, rule = _elsewhere(path)
            yield SetAside(family, rule)
    except MALFORMED:
        yield Unread("activity", "shape")


def _elsewhere(path: list[str]) -> tuple[str, Any]:
    """Lists that hold no preference (history), and lists of people and payments."""
    words = " ".join(path)
    if re.search(r"browsing|watch|search|share|login|video|post|hashtag|live", words):
        return "history", "no_preference"
    return "account", "R8"


def _act(row: Fields, family: str, signal: Signal) -> Interaction:
    link = str(row.get("link") or row.get("videolink") or "")
    found = _VIDEO.search(link)
    number = next((group for group in found.groups() if group), None) if found else None
    return Interaction(
        platform="tiktok",
        family=family,
        kind="binary",
        signal=signal,
        options=(Option("good", Passage(None, "other", "public")),),
        object_type="music" if "sound" in family else "video",
        object_ref=f"tiktok:video:{number}" if number else None,
        at=_moment(str(row.get("date", ""))),
    )


def _comment(row: Fields) -> Finding:
    text = row.get("comment")
    if not isinstance(text, str) or not text.strip():
        return SetAside("comments", "no_preference")
    return Interaction(
        platform="tiktok",
        family="comments",
        kind="reply",
        signal="reply",
        options=(Option("unlabelled", Passage(text.strip(), "donor", "public")),),
        object_type="comment",
        at=_moment(str(row.get("date", ""))),
    )


def _review(row: Fields, *, is_place: bool) -> Finding:
    rating = row.get("rating", row.get("starrating", row.get("productrating")))
    stars = _STARS.match(str(rating))
    if stars is None:
        return Unread("reviews", "rating")
    text = row.get("reviewtext") or row.get("review") or row.get("comment")
    own = text.strip() if isinstance(text, str) else None
    return Interaction(
        platform="tiktok",
        family="reviews",
        kind="rating",
        signal="star",
        value=(float(stars[1].replace(",", ".")) - 3) / 2,
        scale="1-5",
        options=(Option("unlabelled", Passage(own, "donor", "public")),),
        object_type="place" if is_place else "product",
        at=_moment(str(row.get("date", ""))),
    )


def _message(row: Fields, path: list[str], knowledge: Knowledge) -> Finding:
    author = str(row.get("from", ""))
    text = row.get("content") or row.get("comment")
    if not isinstance(text, str):
        return SetAside("messages", "no_preference")
    partner = next(part for part in path if part.startswith(_CHAT))
    key = chat_key("tiktok", partner)
    knowledge.chats.setdefault(key, partner[len(_CHAT) :].rstrip(": "))
    is_own = author.casefold() in knowledge.notes.usernames
    return Interaction(
        platform="tiktok",
        family="messages",
        kind="reply",
        signal="reply",
        options=(
            Option("unlabelled", Passage(text.strip(), "donor" if is_own else "other", "private")),
        ),
        object_type="message",
        at=_moment(str(row.get("date", ""))),
        chat=key,
    )


@lru_cache(4096)
def _moment(date: str) -> float | None:
    return iso(date.removesuffix(" UTC")[:19]) if date else None


# Last, for these are wide. The text export has one file a list.
reader.ignore(
    "Video Browsing History.txt", "Watch History.txt", "Search History.txt", "Searches.txt",
    "Login History.txt", "Share History.txt", "Hashtag.txt", "Follower*.txt", "Following*.txt",
    "Block List.txt", "Direct Messages.txt", "Chat History.txt", "Most Recent Location Data.txt",
    "Status.txt", "Purchase History.txt", "Posts.txt", "Videos.txt", "Settings.txt",
    family="account",
)  # fmt: skip
