"""Facebook: reactions, comments, votes in polls, pages, things saved, what to see more or less of.

Facts: formats/facebook. File names are English in every language; titles and labels are not, and
hold names, so no decision hangs on a title. Three layouts are in use: flat folders (2018 to 2023),
`your_facebook_activity/` (2024), lists of `label_values` (since 2025). Each UTF-8 byte is written
as one character: every text that is used is repaired. Whose account it is: `facebook_account`;
what the donor wrote: `facebook_comments`; pages in HTML: `facebook_pages`.
"""

import re
from collections.abc import Iterator
from typing import Any

from filters.formats.emoji import reaction_signal
from filters.formats.json import Item, items
from filters.formats.labelled import Labelled, labelled
from filters.formats.mojibake import repaired
from filters.interaction import Option, Passage
from filters.reader import Finding, Knowledge, SetAside, Unread
from filters.readers.meta.acts import binary, choice, reaction
from filters.readers.meta.facebook_account import FIRST_KEY, dicts, is_somebody_elses
from filters.readers.meta.facebook_comments import reader
from filters.readers.meta.words import control_of, is_other_label, reaction_of

__all__ = ["reader"]

_REACTION_LABELS = ("reac", "réac", "reak", "reaz", "reaç")
"""Reaction, réaction, reacción, Reaktion, reazione, reação."""
_PERSON = re.compile(r"/profile\.php\?|/people/|/user/\d")


@reader.signal("likes_and_reactions*.json", decode=items, family="reactions")
@reader.signal(
    decode=items, family="reactions",
    signature=FIRST_KEY + '"reactions(?:_v2)?"\\s*:|"reaction"\\s*:\\s*\\{\\s*"reaction"',
)  # fmt: skip
@reader.signal(
    "likes_and_reactions/posts_and_comments.json",
    "comments_and_reactions/posts_and_comments.json",
    decode=items, family="reactions",
)  # fmt: skip
def given_reaction(item: Item, knowledge: Knowledge) -> Iterator[Finding]:
    """A typed reaction. What it was given to stands nowhere but in a translated title."""
    row = item.value
    pressed = [
        one for entry in dicts(row, "data") if isinstance(one := entry.get("reaction"), dict)
    ]
    if any(is_somebody_elses(one.get("actor"), knowledge) for one in pressed):
        yield SetAside("reactions", "R2")
        return
    values = [one.get("reaction") for one in pressed]
    if "label_values" in row:
        values = [one.value for one in _reactions_among(labelled(row))]
    known = [s for v in values if isinstance(v, str) and (s := reaction_of(repaired(v)))]
    if not known:
        yield Unread("reactions", "reaction")
        return
    yield reaction("facebook", "reactions", known[0], row.get("timestamp"))


def _reactions_among(fields: list[Labelled]) -> list[Labelled]:
    """The value that is the reaction where the export says which; else those that may be one.

    A page can be called "Love". The label is translated, and alike in the languages of the export.
    """
    free = [one for one in fields if not one.group and not one.href]
    told = [one for one in free if "reaction" in one.field.casefold()]
    told = told or [one for one in free if one.label.casefold().startswith(_REACTION_LABELS)]
    return told[:1] or [one for one in free if not is_other_label(one.label)]


@reader.signal(
    decode=items, family="polls",
    signature='"poll_votes(?:_v2)?"\\s*:',
)  # fmt: skip
@reader.signal(
    "polls/polls_you_voted_on.json", "polls/your_poll_votes*.json",
    decode=items, family="polls",
)  # fmt: skip
def poll_vote(item: Item, _: Knowledge) -> Iterator[Finding]:
    """A vote in a poll: which option was chosen among which. The words are somebody else's.

    The newest layout labels the one option that was chosen, and shows no other (unverified).
    """
    row = item.value
    if "label_values" in row:
        values = [one.value for one in labelled(row) if one.value and not one.href]
        if not values:
            yield Unread("polls", "label_values")
            return
        chosen = Option("chosen", Passage(None, "other", "public"))
        yield choice("facebook", "polls", (chosen,), row.get("timestamp"))
        return
    found = list(_votes(row))
    yield from found or [Unread("polls", "poll")]


@reader.signal(
    decode=items, family="group_posts",
    signature='"group_posts(?:_v2)?"\\s*:',
)  # fmt: skip
@reader.signal(
    "groups/group_posts_and_comments.json", "groups/your_posts_in_groups.json",
    decode=items, family="group_posts",
)  # fmt: skip
def group_post(item: Item, _: Knowledge) -> Iterator[Finding]:
    """A post in a group: no preference, unless it holds a poll the donor voted in."""
    votes = list(_votes(item.value))
    yield from votes or [SetAside("group_posts", "no_preference")]


def _votes(row: dict[str, Any]) -> Iterator[Finding]:
    polls = [
        entry["poll"]
        for attachment in dicts(row, "attachments")
        for entry in dicts(attachment, "data")
        if isinstance(entry.get("poll"), dict)
    ]
    for poll in polls:
        options = [
            Option(
                "chosen" if option.get("voted") in (True, "true", 1) else "unlabelled",
                Passage(repaired(option.get("option")), "other", "public"),
            )
            for option in dicts(poll, "options")
        ]
        if any(option.label == "chosen" for option in options):
            yield choice("facebook", "polls", options, row.get("timestamp"))
        else:
            yield SetAside("polls", "no_preference")


@reader.signal(
    decode=items, family="pages",
    signature='"(?:page_likes|recommended_pages)(?:_v2)?"\\s*:',
)  # fmt: skip
@reader.signal(
    "pages/pages_you*liked.json", "pages/pages_and_profiles_you*recommended.json",
    "pages/pages_you*recommended.json", "likes_and_reactions/pages.json",
    decode=items, family="pages",
)  # fmt: skip
def page_like(item: Item, _: Knowledge) -> Iterator[Finding]:
    """A page liked or recommended. Its address may name a person, so only the act is kept."""
    yield _press(item, "like", "pages")


@reader.signal(
    decode=items, family="saved",
    signature='"saves(?:_v2)?"\\s*:',
)  # fmt: skip
@reader.signal(
    "saved_items_and_collections/your_saved_items.json",
    "saved_items_and_collections/saved_items*.json",
    decode=items, family="saved",
)  # fmt: skip
def saved_item(item: Item, _: Knowledge) -> Iterator[Finding]:
    """A thing saved for later: a weak sign, without its title, which may hold names."""
    yield _press(item, "save", "saved")


def _press(item: Item, signal: Any, family: str) -> Finding:
    row = item.value
    if not row:
        return Unread(family, "empty")
    at = row.get("timestamp") or next(
        (one.timestamp for one in labelled(row) if one.timestamp), None
    )
    return binary(
        "facebook", family, signal, at, object_type="page" if family == "pages" else "post"
    )


@reader.signal(
    decode=items, family="story_reactions",
    signature='"stories_feedback(?:_v2)?"\\s*:',
)  # fmt: skip
@reader.signal(
    "stories/story_reactions.json",
    decode=items, family="story_reactions",
)  # fmt: skip
def story_reaction(item: Item, _: Knowledge) -> Iterator[Finding]:
    """A reaction to somebody's story, sent to them alone."""
    emoji = [repaired(entry.get("text")) for entry in dicts(item.value, "data")]
    if "label_values" in item.value:
        emoji = [one.value for one in labelled(item.value) if reaction_of(one.value)]
    if not emoji or not isinstance(emoji[0], str):
        yield SetAside("story_reactions", "no_preference")
        return
    signal = reaction_of(emoji[0]) or reaction_signal(emoji[0])
    if signal == "other_emoji" and any(c.isalnum() for c in emoji[0]):
        yield Unread("story_reactions", "text")
        return
    yield reaction(
        "facebook", "story_reactions", signal, item.value.get("timestamp"), setting="private"
    )


@reader.signal(
    decode=items, family="feed_controls",
    signature='"controls"\\s*:\\s*\\[\\s*\\{\\s*"name"',
)  # fmt: skip
@reader.signal(
    "feed/controls.json", "feed/reduce.json", "feed/show_more*.json", "feed/show_less*.json",
    decode=items, family="feed_controls",
)  # fmt: skip
def feed_control(item: Item, knowledge: Knowledge) -> Iterator[Finding]:
    """Show more or show less of something. What a control is called is translated: by value.

    People unfollowed, snoozed or preferred are people, not things: dropped (records, section 4).
    """
    row = item.value
    controls = row if isinstance(row, list) else [row]
    for control in controls:
        entries = dicts(control, "entries")
        signal = control_of(str(repaired(control.get("name"))))
        if signal is None:
            yield SetAside("feed_controls", "no_preference", max(len(entries), 1))
            continue
        own = [control] if {"data", "timestamp"} & control.keys() else []
        for entry in entries or own:
            if _is_about_a_person(entry, knowledge):
                yield SetAside("feed_controls", "no_preference")
            else:
                yield binary("facebook", "feed_controls", signal, entry.get("timestamp"))


def _is_about_a_person(entry: dict[str, Any], knowledge: Knowledge) -> bool:
    """By its address, or by a name the export has among the donor's people."""
    return any(
        _PERSON.search(str(about.get("uri") or about.get("url") or "")) is not None
        or repaired(about.get("name")) in knowledge.identities.names
        for about in dicts(entry, "data")
    )


@reader.signal(
    decode=items, family="ads_feedback",
    signature='"ads_feedback(?:_activity)?(?:_v2)?"\\s*:',
)  # fmt: skip
@reader.signal(
    "ads_information/ads_feedback_activity.json",
    decode=items, family="ads_feedback",
)  # fmt: skip
def ads_feedback(item: Item, _: Knowledge) -> Iterator[Finding]:
    """An advertisement hidden: the act alone. A row that names another act is not guessed."""
    row = item.value
    said = [str(repaired(row.get("action") or row.get("title") or ""))]
    said += [one.value for one in labelled(row)] if "label_values" in row else []
    if any(control_of(value) == "hide" for value in said):
        yield binary("facebook", "ads_feedback", "hide", row.get("timestamp"))
    else:
        yield SetAside("ads_feedback", "no_preference")
