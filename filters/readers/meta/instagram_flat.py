"""Instagram's flat files of 2018 to 2020: lists of `[date, user, ...]`, one file for all chats.

Facts: formats/instagram, "Layout over time". Names such as `likes.json` are anybody's, so each file
is known by its keys. Dates are ISO.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from filters.formats.dates import is_under_age, iso
from filters.formats.json import Item, documents, items
from filters.formats.mojibake import repaired
from filters.problem import AGE_OF_CONSENT, ArchiveProblem, Problem
from filters.reader import Finding, Knowledge, SetAside, Unread, chat_key, each
from filters.readers.meta.acts import binary, comment, reaction
from filters.readers.meta.direct import OTHERS_REACTION, SOMEBODY_ELSES, own
from filters.readers.meta.instagram import reader, story_act
from filters.readers.meta.participants import File, donor_among
from filters.readers.meta.people import learn_person

__all__ = ["reader"]

_STICKERS = ("polls", "quizzes", "questions", "emoji_sliders", "countdowns")


@reader.identity("profile.json", decode=documents)
@reader.identity(
    decode=documents, telling=True,
    signature='"(?:private_account|profile_pic_url)"\\s*:\\s*(?:true|false|"https?://[^"]*instagram)',
)  # fmt: skip
def flat_profile(document: dict[str, Any], knowledge: Knowledge) -> None:
    """The donor's name, user name and addresses. An archive of a child is refused."""
    born = str(document.get("date_of_birth") or "").split("-")
    if len(born) == 3 and all(part.isdigit() for part in born):
        year, month, day = (int(part) for part in born)
        if is_under_age(AGE_OF_CONSENT, year, month, day):
            raise ArchiveProblem(Problem.MINOR, "instagram")
    known = knowledge.identities
    own = [repaired(document.get("username")), repaired(document.get("name"))]
    known.add("handles", own[0])
    known.add("names", own[1])
    knowledge.own_names.update(name for name in own if isinstance(name, str) and name)
    known.add("emails", document.get("email"))
    known.add("phones", document.get("phone_number"))


@reader.identity(
    "connections.json", decode=items, family="contacts",
    signature='"follow(?:ers|ing)"\\s*:\\s*\\{\\s*"[^"]{1,60}"\\s*:\\s*"\\d{4}-',
)  # fmt: skip
def flat_connections(item: Item, knowledge: Knowledge) -> None:
    """People around the donor: only to mask their names."""
    for name in item.value if isinstance(item.value, dict) else ():
        learn_person(repaired(name), knowledge)


@reader.signal(
    "likes.json", decode=items, family="likes",
    signature='"(?:media_likes|comment_likes)"\\s*:\\s*\\[',
)  # fmt: skip
def flat_like(item: Item, _: Knowledge) -> Iterator[Finding]:
    """A post or comment liked: when, and whose."""
    is_comment = item.key == "comment_likes"
    yield binary(
        "instagram", "liked_comments" if is_comment else "likes", "like", iso(item.value[0]),
        object_type="comment" if is_comment else "post",
    )  # fmt: skip


@reader.signal(
    "saved.json", decode=items, family="saved",
    signature='"(?:saved_media|saved_collections)"\\s*:\\s*\\[',
)  # fmt: skip
def flat_save(item: Item, _: Knowledge) -> Iterator[Finding]:
    """A post saved. Collections hold the same posts again."""
    if item.key == "saved_media":
        yield binary("instagram", "saved", "save", iso(item.value[0]))


@reader.signal(
    "comments.json", decode=items, family="comments",
    signature='"(?:media_comments|live_comments|story_comments)"\\s*:\\s*\\[',
)  # fmt: skip
def flat_comment(item: Item, _: Knowledge) -> Iterator[Finding]:
    """The donor's own comment: when, what, under whose post."""
    at, text = item.value[0], repaired(item.value[1])
    if isinstance(text, str) and text.strip():
        yield comment("instagram", "comments", text.strip(), iso(at))
    else:
        yield SetAside("comments", "no_preference")


@reader.signal(
    "stories_activities.json", decode=items, family="stories",
    signature='"(?:polls|emoji_sliders|quizzes|countdowns)"\\s*:\\s*\\[\\s*\\[\\s*"\\d{4}-',
)  # fmt: skip
def flat_story(item: Item, _: Knowledge) -> Iterator[Finding]:
    """A sticker on a story: when, whose, and the answer at times."""
    act = item.key or ""
    if act not in _STICKERS:
        yield Unread("stories", "sticker")
        return
    row = item.value
    value = repaired(row[2]) if len(row) > 2 else None
    yield story_act(act, value if isinstance(value, str) else None, iso(row[0]))


def flat_people(item: Item, knowledge: Knowledge) -> None:
    """Who takes part in each conversation."""
    names = [repaired(name) for name in item.value["participants"] if isinstance(name, str)]
    knowledge.identities.add("handles", *names)
    knowledge.notes.threads.append(frozenset(names))


@reader.signal(
    "messages.json", decode=items, family="messages", learn=flat_people,
    signature='(?s)\\A(?=.*"participants"\\s*:\\s*\\[).*"conversation"\\s*:\\s*\\[',
)  # fmt: skip
def flat_thread(item: Item, knowledge: Knowledge) -> Iterator[Finding]:
    """One conversation. A heart on a message is the only reaction of those years."""
    names = sorted(str(repaired(name)) for name in item.value.get("participants") or ())
    chat = chat_key("instagram", "\n".join(names))
    is_own = donor_among(File(chat, "", chat, Counter(names), ()), knowledge)
    others = [name for name in names if not knowledge.is_own(name)]
    knowledge.chats.setdefault(chat, ", ".join(others[:6]))

    def read(message: dict[str, Any]) -> Iterator[Finding]:
        text = repaired(message.get("text")) or ""
        at = iso(message.get("created_at"))
        words = text.strip()
        if is_own(repaired(message["sender"])):
            yield own("instagram", words, at, chat, is_written=bool(text))
        else:
            yield SOMEBODY_ELSES
        for given in message.get("likes") or ():
            if is_own(repaired(given["username"])):
                yield reaction(
                    "instagram", "messages", "love", at,
                    setting="private", object_type="message", chat=chat,
                )  # fmt: skip
            else:
                yield OTHERS_REACTION

    yield from each(item.value["conversation"], read, "messages")


reader.ignore(
    "media.json", "searches.json", "seen_content.json", "settings.json", "devices.json",
    "account_history.json", "autofill.json", "information_about_you.json", "uploaded_contacts.json",
    "checkout.json", "events.json", "fundraisers.json", "guides.json", "shopping.json",
    "music_heard_in_stories.json", "music_recently_used_in_stories.json", "contacts.json",
    family="account",
)  # fmt: skip
