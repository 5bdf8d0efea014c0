"""LinkedIn: typed reactions, votes in polls, own comments.

Facts: formats/linkedin. File names and headings are English in all languages; some files open with
notes before the heading, some texts are UTF-8 read as Latin-1, messages are pieces of HTML. Columns
of `Votes.csv` are unverified. Links hold the public number of what was reacted to, and sometimes
names: the number is all that is kept of them. Whose account it is: `people`.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape

from filters.formats.copied_messages import own_talk
from filters.formats.csv import rows_after
from filters.formats.dates import iso_day
from filters.formats.mojibake import repaired
from filters.interaction import POLARITY, Interaction, ObjectType, Option, Passage, Signal
from filters.reader import Finding, Knowledge, SetAside, Unread, chat_key
from filters.readers.linkedin.people import Row, heading, is_own, learn_correspondents, reader

__all__ = ["reader"]

_TAG = re.compile(r"<[^<>]{0,2000}>")
_BREAK = re.compile(r"<(?:br|/p|/div|/li)\b[^<>]{0,200}>", re.IGNORECASE)
_POST = re.compile(r"(?:%3A|:)(activity|ugcPost|share)(?:%3A|:)(\d{6,25})", re.IGNORECASE)
# The post it stands under comes first: `comment:(activity:123,456)`.
_COMMENT = re.compile(r"comment(?:%3A|:)(?:%28|\()[^&]{0,80}(?:%2C|,)(\d{6,25})", re.IGNORECASE)
_REACTIONS: dict[str, Signal] = {
    "like": "like", "praise": "celebrate", "empathy": "love", "interest": "insightful",
    "appreciation": "support", "support": "support", "entertainment": "funny", "funny": "funny",
    "celebrate": "celebrate", "love": "love", "insightful": "insightful", "maybe": "other_emoji",
    "curious": "other_emoji",
}  # fmt: skip
"""LinkedIn's own words for its buttons (Celebrate is PRAISE, Love EMPATHY, Insightful INTEREST)."""


@reader.signal(
    "Reactions.csv", "Reactions_*.csv", decode=rows_after("type"), family="reactions",
    signature=heading("Date", "Type", "Link"),
)  # fmt: skip
def reaction(row: Row, _: Knowledge) -> Iterator[Finding]:
    """A typed reaction to a post or a comment, which is not in the export."""
    signal = _REACTIONS.get(row["type"].strip().casefold())
    if signal is None:
        yield Unread("reactions", "Type")
        return
    object_type, object_ref = _object(row.get("link", ""))
    yield Interaction(
        platform="linkedin",
        family="reactions",
        kind="reaction",
        signal=signal,
        options=(
            Option(
                "good" if POLARITY.get(signal, 0) > 0 else "unlabelled",
                Passage(None, "other", "public"),
            ),
        ),
        object_type=object_type,
        object_ref=object_ref,
        at=iso_day(row.get("date", "")),
    )


@reader.signal(
    "Comments.csv", "Comments_*.csv", decode=rows_after("message"), family="comments",
    signature=heading("Date", "Link", "Message"),
)  # fmt: skip
def comment(row: Row, _: Knowledge) -> Iterator[Finding]:
    """The donor's own comment. What it answers is not in the export."""
    text = repaired(row["message"]).strip()
    if not text:
        yield SetAside("comments", "no_preference")
        return
    yield _reply("comments", text, row.get("date", ""))


def vote(row: Row, _: Knowledge) -> Iterator[Finding]:
    """A vote in a poll: the chosen answer, without the others."""
    chosen = next((value for name, value in row.items() if "option" in name), None)
    if chosen is None:
        yield Unread("polls", "OptionText")
        return
    text = repaired(chosen).strip()
    if not text:
        yield SetAside("polls", "no_preference")
        return
    yield Interaction(
        platform="linkedin",
        family="polls",
        kind="choice",
        signal="poll_option",
        options=(Option("chosen", Passage(text, "other", "public")),),
        object_type="post",
        object_ref=_object(row.get("link", ""))[1],
        at=iso_day(row.get("date", "")),
    )


reader.signal("Votes.csv", "Votes_*.csv", decode=rows_after("date"), family="polls")(vote)
reader.signal(
    decode=rows_after("date"), family="polls",
    signature=heading("Date", "Link", "Option ?Text"),
)(vote)  # fmt: skip


@reader.signal(
    "messages.csv", "messages_*.csv", decode=rows_after("conversation id"), family="messages",
    learn=learn_correspondents, signature=heading("CONVERSATION ID", "CONVERSATION TITLE"),
)  # fmt: skip
def message(row: Row, knowledge: Knowledge) -> Iterator[Finding]:
    """A private message."""
    author, text = repaired(row["from"]), _plain(repaired(row["content"]))
    if is_mine := is_own(row, knowledge):
        text = own_talk(text)
    if not text:
        yield SetAside("messages", "no_preference")
        return
    key = chat_key("linkedin", row["conversation id"])
    knowledge.chats.setdefault(key, repaired(row.get("conversation title", "")) or author)
    if is_mine:
        yield _reply("messages", text, row.get("date", ""), key)
    else:
        yield SetAside("messages", "R3")


def share(_row: Row, _: Knowledge) -> Iterator[Finding]:
    """An own post, or a post passed on: no preference in it."""
    yield SetAside("posts", "no_preference")


reader.signal(
    "Shares.csv", "Shares_*.csv", decode=rows_after("date"), family="posts",
    signature=heading("Date", "ShareLink", "ShareCommentary"),
)(share)  # fmt: skip
reader.signal("InstantReposts.csv", decode=rows_after("date"), family="posts")(share)


def _plain(written: str) -> str:
    """The words of a message that is a piece of HTML."""
    if "<" in written:
        written = _TAG.sub("", _BREAK.sub("\n", written))
    return unescape(written).strip()


@lru_cache(4096)
def _object(link: str) -> tuple[ObjectType, str | None]:
    """What a link leads to, and its public number: of a post, or of a comment under one."""
    if (comment := _COMMENT.search(link)) is not None:
        return "comment", f"linkedin:comment:{comment[1]}"
    post = _POST.search(link)
    return "post", f"linkedin:{post[1].casefold()}:{post[2]}" if post else None


def _reply(family: str, text: str, date: str, chat: str | None = None) -> Interaction:
    return Interaction(
        platform="linkedin",
        family=family,
        kind="reply",
        signal="reply",
        options=(Option("unlabelled", Passage(text, "donor", "private" if chat else "public")),),
        object_type="message" if chat else "comment",
        at=iso_day(date),
        chat=chat,
    )


reader.ignore(
    "Ad_Targeting.csv", "Ads Clicked.csv", "Logins.csv", "Receipts*.csv", "SearchQueries.csv",
    "Security Challenges.csv", "LAN Ads Engagement.csv", "Inferences_about_you.csv",
    "Device*.csv", "SavedJobAlerts.csv", "Private_identity_asset.csv", family="tracking",
)  # fmt: skip
reader.ignore(
    "Positions.csv", "Education.csv", "Skills.csv", "Languages.csv", "Honors.csv", "Projects.csv",
    "Certifications.csv", "Company Follows.csv", "Saved_Items.csv", "Learning*.csv", "Jobs/**.csv",
    "Articles/**", "Verifications/**", "Rich_Media.csv", "Rich Media.csv", "Volunteering.csv",
    "Causes You Care About.csv", "Events.csv", "guide_messages.csv", "*coach*.csv",
    "learning_*.csv", "Profile Summary.csv", "Hashtag_Follows.csv", "Organizations.csv",
    "Publications.csv", "Patents.csv", "Courses.csv", "Test Scores.csv", "Services Marketplace/**",
    family="account",
)  # fmt: skip
