"""Instagram: likes, comments, saves, story polls and reactions, what was hidden, direct messages.

Facts: formats/instagram. Files are found by their name and the key of their root, for folders were
renamed three times; since December 2025 the large lists stand at the root as `label_values`. File
names are English, labels are not. The flat files of 2018 to 2020 are in `instagram_flat`, pages in
HTML in `instagram_pages`. Whom the donor follows is no preference here: it masks names only.
"""

import re
from collections.abc import Iterator
from typing import Any

from filters.formats.dates import is_under_age, seconds
from filters.formats.json import Item, items
from filters.formats.labelled import Labelled, labelled
from filters.formats.mojibake import repaired
from filters.interaction import Interaction, ObjectType, Option, Passage, Signal
from filters.problem import AGE_OF_CONSENT, ArchiveProblem, Problem
from filters.reader import Finding, Knowledge, Reader, SetAside, Unread
from filters.readers.meta.acts import binary, choice, comment, comment_among, reaction
from filters.readers.meta.direct import read_threads
from filters.readers.meta.participants import Notes, asker
from filters.readers.meta.people import learn_person, learn_profile
from filters.readers.meta.words import reaction_of

_POST = re.compile(
    r"https?://(?:www\.)?instagram\.com/(?:[\w.]+/)?(?:p|reel|reels|tv)/([\w-]{5,40})"
)

reader = Reader(
    "instagram", version=1, title="Instagram", notes=Notes, prepare=asker("instagram"),
    signals={
        "confirmed": ("like", "reply", "save", "poll_option", "hide"),
        "one_source": ("love", "haha", "wow", "sad", "angry", "other_emoji"),
    },
)  # fmt: skip


@reader.identity(
    decode=items, telling=True,
    signature='"profile_user"\\s*:',
)  # fmt: skip
@reader.identity(
    "personal_information/personal_information.json", "personal_information.json",
    "account_information/personal_information.json",
    decode=items,  telling=True,
)  # fmt: skip
def profile(item: Item, knowledge: Knowledge) -> None:
    """The donor's name, user name and addresses. An archive of a child is refused."""
    born = learn_profile(fields_of(item.value), knowledge)
    if born is not None and is_under_age(AGE_OF_CONSENT, *born):
        raise ArchiveProblem(Problem.MINOR, "instagram")


@reader.identity(
    decode=items, family="contacts", telling=True,
    signature='"relationships_[a-z_]+"\\s*:|"contacts_contact_info"\\s*:',
)  # fmt: skip
@reader.identity(
    "followers_and_following/*.json", "contacts/synced_contacts.json",
    "information_about_you/possible_*.json", "personal_information/*possible_*.json",
    decode=items, family="contacts",
     telling=True,
)  # fmt: skip
def contacts(item: Item, knowledge: Knowledge) -> None:
    """People around the donor: only to mask their names."""
    row = item.value
    entries = [row, *_dicts(row, "string_list_data")]
    for value in [entry.get(key) for entry in entries for key in ("title", "value")]:
        learn_person(repaired(value), knowledge)
    for one in fields_of(row):
        learn_person(one.value, knowledge)


@reader.signal(
    decode=items, family="likes",
    signature='"likes_media_likes"\\s*:',
)  # fmt: skip
@reader.signal(
    "likes/liked_posts*.json", "liked_posts*.json", decode=items, family="likes",
)  # fmt: skip
def liked_post(item: Item, _: Knowledge) -> Iterator[Finding]:
    """A post liked. Its words are not in the export; whose it is, is somebody else's name."""
    yield from _pressed(item.value, "like", "likes", "post")


@reader.signal(
    decode=items, family="liked_comments",
    signature='"likes_comment_likes"\\s*:',
)  # fmt: skip
@reader.signal(
    "likes/liked_comments*.json", "liked_comments*.json", decode=items, family="liked_comments",
)  # fmt: skip
def liked_comment(item: Item, _: Knowledge) -> Iterator[Finding]:
    """A comment liked."""
    yield from _pressed(item.value, "like", "liked_comments", "comment")


@reader.signal(
    decode=items, family="saved",
    signature='"saved_saved_(?:media|music)"\\s*:',
)  # fmt: skip
@reader.signal(
    "saved/saved_posts*.json", "saved_posts*.json", "saved/saved_music*.json",
    decode=items, family="saved",
)  # fmt: skip
def saved(item: Item, _: Knowledge) -> Iterator[Finding]:
    """A post or a tune saved. Collections hold the same posts again, and are passed over."""
    yield from _pressed(
        item.value, "save", "saved", "music" if item.key == "saved_saved_music" else "post"
    )


@reader.signal(
    decode=items, family="not_interested",
    signature='"impressions_history_(?:posts_not_interested|recs_hidden_authors)"\\s*:',
)  # fmt: skip
@reader.signal(
    "ads_and_topics/*not_interested_in.json", "*not_interested_in.json", decode=items,
    family="not_interested",
)  # fmt: skip
def not_interested(item: Item, _: Knowledge) -> Iterator[Finding]:
    """A post or a suggested profile the donor asked to see less of."""
    is_profile = item.key == "impressions_history_recs_hidden_authors"
    yield from _pressed(item.value, "hide", "not_interested", "page" if is_profile else "post")


@reader.signal(
    decode=items, family="comments",
    signature='"comments_(?:media|reels|story)_comments"\\s*:'
    '|"string_map_data"\\s*:\\s*\\{\\s*"Comment"\\s*:',
)  # fmt: skip
@reader.signal(
    "comments/post_comments*.json", "post_comments*.json", "comments/reels_comments*.json",
    "reels_comments*.json", "comments/hype*.json", "comments/story_comments*.json",
    decode=items, family="comments",
)  # fmt: skip
def given_comment(item: Item, _: Knowledge) -> Iterator[Finding]:
    """The donor's own comment. What it is about is not in the export."""
    row = item.value
    told = _dicts(row, "string_list_data")
    if told:
        text, at = repaired(told[0].get("value")), told[0].get("timestamp")
    else:
        fields = fields_of(row)
        text, at = comment_among(fields), _at(row, fields)
    if isinstance(text, str) and text.strip():
        yield comment("instagram", "comments", text.strip(), at)
    elif told or "label_values" in row or "string_map_data" in row:
        # A picture, or words that cannot be told from a name.
        yield SetAside("comments", "no_preference")
    else:
        yield Unread("comments", "shape")


@reader.signal(
    decode=items, family="stories",
    signature='"story_activities_[a-z_]+"\\s*:',
)  # fmt: skip
@reader.signal(
    "story_interactions/*.json", "story_sticker_interactions/*.json",
    decode=items, family="stories",
)  # fmt: skip
def story(item: Item, _: Knowledge) -> Iterator[Finding]:
    """A poll, quiz or slider answered, a story liked or reacted to: by the key of the root.

    Question and other answers are not in the export; the answer is, at times.
    """
    act = (item.key or "").removeprefix("story_activities_")
    told = _dicts(item.value, "string_list_data")
    fields = fields_of(item.value)
    at = told[0].get("timestamp") if told else _at(item.value, fields)
    values = [repaired(one.get("value")) for one in told] + [one.value for one in fields]
    value = next((v for v in values if isinstance(v, str) and v.strip()), None)
    yield story_act(act, value, at)


def story_act(act: str, value: str | None, at: Any) -> Finding:
    """What one act on a story says, from our name for the kind of sticker."""
    if act == "story_likes":
        return binary("instagram", "stories", "like", at, setting="private")
    if "reaction" in act:
        # The emoji is left out at times: then it is a reaction, nobody knows which.
        signal = (reaction_of(value) if value else None) or "other_emoji"
        return reaction("instagram", "stories", signal, at, setting="private")
    if act in ("polls", "quizzes", "emoji_sliders"):
        chosen = Option("chosen", Passage(value, "other", "private"))
        return choice("instagram", "stories", (chosen,), at)
    if act == "questions" and value:
        return Interaction(
            platform="instagram",
            family="stories",
            kind="reply",
            signal="reply",
            options=(Option("unlabelled", Passage(value, "donor", "private")),),
            object_type="message",
            at=seconds(at),
        )
    if act in ("questions", "countdowns", "chats", "add_yours"):
        return SetAside("stories", "no_preference")
    return Unread("stories", "sticker")


def fields_of(row: dict[str, Any]) -> list[Labelled]:
    """The values of a row under their labels, of `string_map_data` or of `label_values`."""
    found = labelled(row)
    table = row.get("string_map_data")
    for label, one in table.items() if isinstance(table, dict) else ():
        if isinstance(one, dict):
            value, href = repaired(one.get("value")), one.get("href")
            found.append(
                Labelled(
                    str(repaired(label)),
                    value.strip() if isinstance(value, str) else "",
                    href if isinstance(href, str) else "",
                    timestamp=seconds(one.get("timestamp")),
                )
            )
    return found


def post_ref(links: Iterator[str] | list[str]) -> str | None:
    """The public id of a post, from the first address of one."""
    for link in links:
        if (found := _POST.match(link)) is not None:
            return f"instagram:post:{found[1]}"
    return None


def _pressed(
    row: dict[str, Any], signal: Signal, family: str, object_type: ObjectType
) -> Iterator[Finding]:
    told = _dicts(row, "string_list_data")
    fields = fields_of(row)
    if not told and not fields and "timestamp" not in row:
        yield Unread(family, "shape")
        return
    for one in told or [{}]:
        hrefs = [str(one.get("href"))] if told else [f.href or f.value for f in fields]
        yield binary(
            "instagram", family, signal, one.get("timestamp") or _at(row, fields),
            object_type=object_type,
            object_ref=post_ref(hrefs) if object_type == "post" else None,
        )  # fmt: skip


def _at(row: dict[str, Any], fields: list[Labelled]) -> Any:
    return row.get("timestamp") or next((f.timestamp for f in fields if f.timestamp), None)


def _dicts(row: dict[str, Any], key: str) -> list[dict[str, Any]]:
    value = row.get(key)
    value = [value] if isinstance(value, dict) else value
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


reader.ignore(
    "your_instagram_activity/messages/*conversations*.json",
    "your_instagram_activity/messages/replies*.json", "messages/replies*.json",
    "messages/reported_conversations*", "messages/secret_conversations*",
    "messages/secret_groups*", "messages/chats.html", "messages/your_*.*",
    family="account",
)  # fmt: skip
read_threads(reader, "your_instagram_activity/")
# The same folders as Messenger's: no evidence of Instagram by themselves.
read_threads(reader, telling=False)
