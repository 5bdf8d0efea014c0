"""TikTok: likes, favourites, own comments, reviews of places and products, words to hide.

Facts: formats/tiktok. Keys stay English, and moved between three generations: a list is known by
its own name, wherever it stands, and fields are read whatever their case. Links name the people
whose videos they are of: only the public number of a video is kept. What stands under a live video
is taken for the donor's comments, for the export holds no one else's; questions answer nothing.
Words the donor filters out may be anybody's name: that there is one is kept, not the word.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from filters.formats.copied_messages import own_talk
from filters.formats.dates import iso_day
from filters.formats.json import Damaged
from filters.interaction import Interaction, Label, ObjectType, Option, Passage, Signal
from filters.reader import (
    Finding,
    Knowledge,
    Reader,
    SetAside,
    Unread,
    chat_key,
    each,
)
from filters.readers.tiktok.layouts import Row, blocks, document, labelled
from filters.readers.tiktok.people import Notes, folded, is_own, learn, learn_profile, prepare
from filters.readers.tiktok.rest import FILES, elsewhere

_VIDEO = re.compile(r"/(?:video|v)/(\d{5,25})")
_STARS = re.compile(r"\s*([0-5](?:[.,]\d{1,2})?)\s*(?:/\s*5)?\s*(?:stars?)?\s*", re.IGNORECASE)
_FAVOURITES: dict[str, ObjectType] = {
    "video": "video", "sound": "music", "effect": "page", "hashtag": "page", "collection": "page",
}  # fmt: skip
Fields = dict[str, Any]

reader = Reader(
    "tiktok", version=1, title="TikTok", notes=Notes, prepare=prepare,
    exports_in_one_file=True,
    signals={"confirmed": ("like", "save", "reply", "star"), "unverified": ("hide",)},
)  # fmt: skip


@reader.signal(
    "user_data.json", "user_data_tiktok.json", "user_data*.json", decode=document,
    family="activity", learn=learn,
    signature='"(?:Item)?Favorite(?:Video|Sound|Hashtag|Effects?)?List"|"ProfileMap"|"FansList"'
    '|"CommentsList"|"(?:Like List|Video Browsing History|Likes and Favorites|Profile And Settings'
    '|Poi Review|POI Review|Location Reviews?|Tiktok Shopping|TikTok Shop|Watch Live History)"\\s*:'
    '|"(?:BlockList|HashtagList|SearchList|LoginHistoryList)"\\s*:|"Follow(?:er|ing) List"\\s*:'
    '|"Your Activity"\\s*:\\s*\\{|"(?:WatchLiveMap|ProductReviewHistories|ShareHistoryList)"'
    '|"Chat History with [^"]{1,80}:"|"Watch History"\\s*:\\s*\\{\\s*"VideoList"',
)  # fmt: skip
def row(found: Row | Damaged, knowledge: Knowledge) -> Iterator[Finding]:
    """One row of one list."""
    if isinstance(found, Damaged):
        yield Unread("activity", found.reason)
        return
    fields = folded(found.fields)
    if fields:  # Else it stands for a list, or a row, that is not there: "", "N/A".
        yield from each([fields], lambda one: _row(one, found, knowledge), "activity")


def _row(fields: Fields, found: Row, knowledge: Knowledge) -> Iterator[Finding]:
    names = found.names
    if "itemfavoritelist" in names or "like list" in names:
        yield _act(_dated(fields), "likes", "like", "good", "video")
    elif (favourite := _favourite(names)) is not None:
        yield _act(_dated(fields), "favourites", "save", "good", favourite)
    elif "commentslist" in names:
        yield _comment(fields, "comments", "comment")
    elif "watchlivemap" in names and names[-1] == "comments":
        yield _comment(fields, "live", "commentcontent")
    elif "reviewslist" in names or "productreviewhistories" in names:
        yield _review(fields, is_place="productreviewhistories" not in names)
    elif found.partner is not None:
        yield _message(fields, found.partner, knowledge)
    elif "content preferences" in names:
        yield from _filters(fields)
    else:
        yield elsewhere(names)


def _dated(fields: Fields) -> Fields:
    """The row, if it is one of things and their dates. Raises KeyError."""
    if fields.keys().isdisjoint(("date", "link", "videolink")):
        raise KeyError
    return fields


@lru_cache(256)
def _favourite(names: tuple[str, ...]) -> ObjectType | None:
    """What a list of favourites is of."""
    name = next((n for n in names if n.startswith("favorite") and n.endswith("list")), None)
    if name is None:
        return None
    return next((kind for word, kind in _FAVOURITES.items() if word in name), "page")


def _act(
    fields: Fields, family: str, signal: Signal, label: Label, object_type: ObjectType
) -> Interaction:
    link = str(fields.get("link") or fields.get("videolink") or "")
    number = _VIDEO.search(link)
    return Interaction(
        platform="tiktok",
        family=family,
        kind="binary",
        signal=signal,
        options=(Option(label, Passage(None, "other", "public")),),
        object_type=object_type,
        object_ref=f"tiktok:video:{number[1]}" if number else None,
        at=iso_day(fields.get("date")),
    )


def _comment(fields: Fields, family: str, name: str) -> Finding:
    text = fields.get(name)
    if not isinstance(text, str):
        return SetAside(family, "no_preference")
    return Interaction(
        platform="tiktok",
        family=family,
        kind="reply",
        signal="reply",
        options=(Option("unlabelled", Passage(text.strip(), "donor", "public")),),
        object_type="comment",
        at=iso_day(fields.get("date") or fields.get("commenttime")),
    )


def _review(fields: Fields, *, is_place: bool) -> Finding:
    rating = next((v for k, v in fields.items() if k.endswith("rating") or k == "stars"), None)
    stars = _STARS.fullmatch(str(rating))
    if stars is None:
        return Unread("reviews", "rating")
    names = ("reviewtext", "review", "reviewcontent", "comment", "text", "content")
    text = next((fields[name] for name in names if isinstance(fields.get(name), str)), None)
    place = fields.get("placename") if is_place else None
    return Interaction(
        platform="tiktok",
        family="reviews",
        kind="rating",
        signal="star",
        value=max(-1.0, (float(stars[1].replace(",", ".")) - 3) / 2),
        scale="1-5",
        options=(
            Option(
                "unlabelled",
                Passage(
                    text and text.strip(),
                    "donor",
                    "public",
                    place if isinstance(place, str) else "",
                ),
            ),
        ),
        object_type="place" if is_place else "product",
        at=iso_day(fields.get("date")),
    )


def _message(fields: Fields, partner: str, knowledge: Knowledge) -> Finding:
    text = fields.get("content") or fields.get("comment")
    if not isinstance(text, str):
        return SetAside("messages", "no_preference")
    key = chat_key("tiktok", partner)
    knowledge.chats.setdefault(key, partner)
    if not is_own(str(fields.get("from", "")), knowledge):
        return SetAside("messages", "R3")
    text = own_talk(text.strip())
    if not text:
        return SetAside("messages", "no_preference")
    return Interaction(
        platform="tiktok",
        family="messages",
        kind="reply",
        signal="reply",
        options=(Option("unlabelled", Passage(text, "donor", "private")),),
        object_type="message",
        at=iso_day(fields.get("date")),
        chat=key,
    )


def _filters(fields: Fields) -> Iterator[Finding]:
    """Settings of what is shown; a filter by keyword is a rare "less of this"."""
    for name, value in fields.items():
        if name.startswith("keyword") and isinstance(value, str):
            yield _act({}, "filters", "hide", "bad", "video")
        else:
            yield SetAside("account", "R8")


@reader.identity("Profile Info*.txt", decode=labelled)
def text_profile(fields: Fields, knowledge: Knowledge) -> None:
    """The donor, in the text export."""
    learn_profile(folded(fields), knowledge)


@reader.identity(
    "Follower*.txt", "Following*.txt", "Block*.txt", decode=blocks("people"), family="contacts"
)
def text_people(found: Row, knowledge: Knowledge) -> None:
    """People the donor follows, is followed by, or blocked: to mask them."""
    learn(found, knowledge)


_DATED = r"\A(?:\xef\xbb\xbf)?\s*Date: ?\d{4}-\d\d-\d\d[^\n]*\n"
for _names, _path, _signature in (
    (("Like List",), "itemfavoritelist", None),
    (("Favorite Videos",), "favoritevideolist", None),
    (("Favorite Sounds",), "favoritesoundlist", None),
    (("Favorite Effects",), "favoriteeffectslist", None),
    (("Favorite Hashtags",), "favoritehashtaglist", None),
    (("Favorite Collection*",), "favoritecollectionlist", None),
    # Files of that name are many people's.
    (("Comments", "Comment"), "commentslist", _DATED + "Comment:"),
    (("POI Review*", "Location Review*"), "reviewslist", None),
    (("Product Review*",), "productreviewhistories", None),
    (("Direct Message*", "Chat History"), "chathistory", r"(?i)\A\W*chat history with "),
):
    reader.signal(
        *(f"{name}{again}.txt" for name in _names for again in ("", " ([0-9]*)")),
        decode=blocks(_path), family="activity", learn=learn, signature=_signature,
    )(row)  # fmt: skip

# Last: what a row above claims is not ignored.
reader.ignore(*FILES, family="account")
