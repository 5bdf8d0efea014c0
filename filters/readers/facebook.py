"""Facebook: reactions, comments, votes in polls, pages liked, things saved.

Facts: formats/facebook. File names are English in every language; titles and labels are not, and
hold names, so no decision hangs on a title. Three layouts are in use: flat folders (2018 to 2023),
`your_facebook_activity/` (2024), lists of `label_values` (since 2025). Each UTF-8 byte is written
as one character: every text that is used is repaired.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Literal

from filters.formats.dates import is_under_age, seconds
from filters.formats.emoji import reaction_signal
from filters.formats.json import Item, documents, items
from filters.formats.mojibake import repaired
from filters.interaction import POLARITY, Interaction, Label, Option, Passage, Signal
from filters.problem import ArchiveProblem, Problem
from filters.reader import Finding, Knowledge, Reader, SetAside, Unread, each

AGE_OF_CONSENT = 15
"""France, article 45 of the law on computing and liberties."""

_REACTIONS: dict[str, Signal] = {
    "like": "like", "love": "love", "care": "care", "haha": "haha", "wow": "wow", "sorry": "sad",
    "sad": "sad", "anger": "angry", "angry": "angry", "support": "care", "pride": "other_emoji",
    "gratitude": "other_emoji", "thankful": "other_emoji", "dorothy": "other_emoji",
    "toto": "other_emoji", "flame": "other_emoji", "plane": "other_emoji",
    "j'aime": "like", "j'adore": "love", "solidaire": "care", "wouah": "wow", "triste": "sad",
    "grrr": "angry", "en colère": "angry",
    "gefällt mir": "like", "umarmung": "care", "traurig": "sad", "wütend": "angry",
    "me gusta": "like", "me encanta": "love", "me importa": "care", "me asombra": "wow",
    "me divierte": "haha", "me entristece": "sad", "me enoja": "angry", "me enfada": "angry",
}  # fmt: skip
"""Values seen in the JSON of each layout; the newest one translates them."""

reader = Reader("facebook", version=1, title="Facebook")


@reader.identity(
    "profile_information/profile_information.json", decode=documents,
    signature='"profile(?:_v2)?"\\s*:', telling=True,
)  # fmt: skip
def profile(document: dict[str, Any], knowledge: Knowledge) -> None:
    """The donor's names, addresses and family. An archive of a child is refused."""
    own = document.get("profile_v2") or document["profile"]
    birthday = own.get("birthday") or {}
    if is_under_age(
        AGE_OF_CONSENT, birthday.get("year"), birthday.get("month", 1), birthday.get("day", 1)
    ):
        raise ArchiveProblem(Problem.MINOR, "facebook")
    name = own.get("name") or {}
    full_name = repaired(name.get("full_name") if isinstance(name, dict) else name)
    if isinstance(full_name, str):
        knowledge.own_names.add(full_name)
    known = knowledge.identities
    known.add("names", full_name, *(repaired(m.get("name")) for m in _dicts(own, "family_members")))
    known.add("names", *(repaired(m.get("name")) for m in _dicts(own, "previous_names")))
    emails = own.get("emails") or {}
    for group in emails.values() if isinstance(emails, dict) else ():
        known.add("emails", *(group if isinstance(group, list) else ()))
    known.add("phones", *(p.get("phone_number") for p in _dicts(own, "phone_numbers")))
    known.add("handles", own.get("username"))
    for place in ("current_city", "hometown"):
        known.add("addresses", repaired((own.get(place) or {}).get("name")))


@reader.identity(
    "friends/your_friends.json", "friends/friends.json", "friends/removed_friends.json",
    "friends/*_friend_requests.json", "friends_and_followers/*friend*.json",
    "followers/*.json", "friends_and_followers/follow*.json",
    decode=items, family="contacts", signature='"[a-z_]*friend[a-z_]*_v2"\\s*:',
)  # fmt: skip
def friends(item: Item, knowledge: Knowledge) -> None:
    """People around the donor: only to mask their names."""
    knowledge.identities.add("names", repaired(item.value.get("name")))


@reader.identity(
    "contacts_uploaded_from_your_phone.json", "your_address_books.json",
    decode=documents, family="contacts",
)  # fmt: skip
def address_books(document: Any, knowledge: Knowledge) -> None:
    """The telephone's address book: names, numbers and e-mail addresses, at any depth."""
    pending = [document]
    while pending:
        one = pending.pop()
        if isinstance(one, list):
            pending.extend(one)
        elif isinstance(one, dict):
            knowledge.identities.add("names", repaired(one.get("name")))
            point = str(one.get("contact_point", ""))
            knowledge.identities.add("emails" if "@" in point else "phones", point)
            pending.extend(value for value in one.values() if isinstance(value, dict | list))


@reader.signal("comments_and_reactions/likes_and_reactions*.json", decode=items, family="reactions")
@reader.signal(
    "likes_and_reactions/posts_and_comments.json",
    "comments_and_reactions/posts_and_comments.json",
    decode=items, family="reactions",
    signature='"reactions(?:_v2)?"\\s*:|"reaction"\\s*:\\s*\\{\\s*"reaction"',
)  # fmt: skip
def reaction(item: Item, _: Knowledge) -> Iterator[Finding]:
    """A typed reaction. What it was given to stands nowhere but in a translated title."""
    row = item.value
    pressed = [entry.get("reaction") for entry in _dicts(row, "data")]
    values = [one.get("reaction") for one in pressed if isinstance(one, dict)]
    if "label_values" in row:
        values = [label.get("value") for label in _dicts(row, "label_values")]
    known = [s for value in values if isinstance(value, str) and (s := _signal(value))]
    if not known:
        yield Unread("reactions", "reaction")
        return
    yield _reaction(known[0], "reactions", "public", row.get("timestamp"))


@reader.signal(
    "comments/comments.json", "comments_and_reactions/comments.json",
    "groups/your_comments_in_groups.json",
    decode=items, family="comments", signature='"(?:group_)?comments(?:_v2)?"\\s*:',
)  # fmt: skip
def comment(item: Item, _: Knowledge) -> Iterator[Finding]:
    """The donor's own comment. What it answers is not in the export."""
    if "data" not in item.value and "timestamp" not in item.value:
        # Several files merged into one list by a tool: lists under their own keys.
        for rows in item.value.values():
            yield from each(rows, _comment, "comments")
        return
    yield from _comment(item.value)


def _comment(row: dict[str, Any]) -> Iterator[Finding]:
    for entry in _dicts(row, "data"):
        said = entry.get("comment") or {}
        text = repaired(said.get("comment"))
        if isinstance(text, str) and text.strip():
            yield Interaction(
                platform="facebook",
                family="comments",
                kind="reply",
                signal="reply",
                options=(Option("unlabelled", Passage(text.strip(), "donor", "public")),),
                object_type="comment",
                at=seconds(said.get("timestamp") or row.get("timestamp")),
            )
            return
    # A sticker, a picture or a deleted comment: no words of the donor's.
    yield SetAside("comments", "no_preference")


@reader.signal(
    "polls/polls_you_voted_on.json", "polls/your_poll_votes.json",
    decode=items, family="polls", signature='"poll_votes(?:_v2)?"\\s*:',
)  # fmt: skip
def poll_vote(item: Item, _: Knowledge) -> Iterator[Finding]:
    """A vote in a poll: which option was chosen among which. The words are somebody else's."""
    found = list(_votes(item.value))
    yield from found or [Unread("polls", "poll")]


@reader.signal(
    "groups/group_posts_and_comments.json", "groups/your_posts_in_groups.json",
    decode=items, family="group_posts", signature='"group_posts(?:_v2)?"\\s*:',
)  # fmt: skip
def group_post(item: Item, _: Knowledge) -> Iterator[Finding]:
    """A post in a group: no preference, unless it holds a poll the donor voted in."""
    votes = list(_votes(item.value))
    yield from votes or [SetAside("group_posts", "no_preference")]


def _votes(row: dict[str, Any]) -> Iterator[Finding]:
    polls = [
        entry["poll"]
        for attachment in _dicts(row, "attachments")
        for entry in _dicts(attachment, "data")
        if isinstance(entry.get("poll"), dict)
    ]
    for poll in polls:
        options = tuple(
            Option(
                "chosen" if option.get("voted") is True else "unlabelled",
                Passage(repaired(option.get("option")), "other", "public"),
            )
            for option in _dicts(poll, "options")
        )
        if not any(option.label == "chosen" for option in options):
            yield SetAside("polls", "no_preference")
            continue
        yield Interaction(
            platform="facebook",
            family="polls",
            kind="choice",
            signal="poll_option",
            options=options,
            object_type="post",
            at=seconds(row.get("timestamp")),
        )


@reader.signal(
    "pages/pages_you've_liked.json", "pages/pages_you_ve_liked.json", "pages/pages_you*liked.json",
    "likes_and_reactions/pages.json",
    decode=items, family="pages", signature='"page_likes(?:_v2)?"\\s*:',
)  # fmt: skip
def page_like(item: Item, _: Knowledge) -> Iterator[Finding]:
    """A page liked. Its address may name a person, so only the act is kept."""
    yield _binary(item.value, "like", "pages")


@reader.signal(
    "saved_items_and_collections/your_saved_items.json",
    decode=items, family="saved", signature='"saves(?:_v2)?"\\s*:',
)  # fmt: skip
def saved_item(item: Item, _: Knowledge) -> Iterator[Finding]:
    """A thing saved for later: a weak sign, without its title, which may hold names."""
    yield _binary(item.value, "save", "saved")


@reader.signal(
    "stories/story_reactions.json",
    decode=items, family="story_reactions", signature='"stories_feedback(?:_v2)?"\\s*:',
)  # fmt: skip
def story_reaction(item: Item, _: Knowledge) -> Iterator[Finding]:
    """A reaction to somebody's story, sent to them alone."""
    emoji = [repaired(entry.get("text")) for entry in _dicts(item.value, "data")]
    if not emoji or not isinstance(emoji[0], str):
        yield SetAside("story_reactions", "no_preference")
        return
    signal = reaction_signal(emoji[0])
    if signal == "other_emoji" and any(c.isalnum() for c in emoji[0]):
        yield Unread("story_reactions", "text")
        return
    yield _reaction(signal, "story_reactions", "private", item.value.get("timestamp"))


def _reaction(
    signal: Signal, family: str, setting: Literal["public", "private"], timestamp: Any
) -> Interaction:
    label: Label = "good" if POLARITY.get(signal, 0) > 0 else "unlabelled"
    return Interaction(
        platform="facebook",
        family=family,
        kind="reaction",
        signal=signal,
        options=(Option(label, Passage(None, "other", setting)),),
        object_type="post",
        at=seconds(timestamp),
    )


def _binary(row: dict[str, Any], signal: Signal, family: str) -> Interaction:
    return Interaction(
        platform="facebook",
        family=family,
        kind="binary",
        signal=signal,
        options=(Option("good", Passage(None, "other", "public")),),
        object_type="page" if family == "pages" else "post",
        at=seconds(row.get("timestamp")),
    )


@lru_cache(256)
def _signal(value: str) -> Signal | None:
    return _REACTIONS.get(repaired(value).replace("’", "'").casefold())


def _dicts(row: dict[str, Any], key: str) -> list[dict[str, Any]]:
    value = row.get(key)
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


# Last, for these are wide: what a row above claims is not ignored.
reader.html(
    "comments_and_reactions/*.html", "likes_and_reactions/*.html",
    "comments/*.html", "start_here.html", "your_facebook_activity/*.html",
)  # fmt: skip
reader.ignore(
    "security_and_login_information/*.json", "ads_information/*.json", "logged_information/*.json",
    "apps_and_websites*/*.json", "location/*.json", "preferences/*.json", "search/*.json",
    "*your_activity_across_facebook/*.json", family="tracking",
)  # fmt: skip
reader.ignore(
    "posts/*.json", "events/*.json", "stories/archived_stories.json", "marketplace/*.json",
    "facebook_payments/*.json", "files/*.json", "groups/your_group*.json", "reels/*.json",
    "fundraisers/*.json", "dating/*.json", "live_videos/*.json", "notes/*.json",
    "personal_information/*.json", "connections/*.json", "other_activity/*.json",
    family="account",
)  # fmt: skip
