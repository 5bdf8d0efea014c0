"""LinkedIn: typed reactions, votes in polls, own comments.

Facts: formats/linkedin. File names and headings are English in all languages; some files open with
notes before the heading, some texts are UTF-8 read as Latin-1. `Votes.csv` is unverified.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from filters.formats.csv import rows, rows_after
from filters.formats.dates import iso
from filters.formats.mojibake import repaired
from filters.interaction import POLARITY, Interaction, Option, Passage, Signal
from filters.reader import Finding, Knowledge, Reader, SetAside, Unread, chat_key, folded_name

_BOM = r"\A(?:\xef\xbb\xbf)?"
_REACTIONS: dict[str, Signal] = {
    "like": "like", "praise": "celebrate", "empathy": "love", "interest": "insightful",
    "appreciation": "support", "support": "support", "entertainment": "funny", "funny": "funny",
    "celebrate": "celebrate", "love": "love", "insightful": "insightful", "maybe": "other_emoji",
    "curious": "other_emoji",
}  # fmt: skip
"""LinkedIn's own words for its buttons (Celebrate is PRAISE, Love EMPATHY, Insightful INTEREST)."""
Row = dict[str, str]


@dataclass
class Notes:
    """The donor's name and page, to know their messages."""

    names: set[str] = field(default_factory=set)


reader = Reader(
    "linkedin",
    version=1,
    title="LinkedIn",
    notes=Notes,
    signals={
        "confirmed": ("like", "celebrate", "love", "insightful", "support", "funny", "reply"),
        "unverified": ("poll_option", "other_emoji"),
    },
)


@reader.identity(
    "Profile.csv", decode=rows, signature=_BOM + "First Name,Last Name,Maiden Name", telling=True
)
def profile(row: Row, knowledge: Knowledge) -> None:
    """The donor."""
    full = f"{repaired(row['first name'])} {repaired(row['last name'])}".strip()
    knowledge.notes.names.add(folded_name(full))
    knowledge.own_names.add(full)
    known = knowledge.identities
    known.add("names", full, repaired(row.get("maiden name", "")))
    known.add("addresses", repaired(row.get("address", "")))


@reader.identity(
    "Email Addresses.csv", "PhoneNumbers.csv", "Whatsapp Phone Numbers.csv", "Registration.csv",
    decode=rows, family="profile",
)  # fmt: skip
def reachable(row: Row, knowledge: Knowledge) -> None:
    """The donor's addresses and numbers."""
    knowledge.identities.add("emails", row.get("email address"))
    knowledge.identities.add("phones", row.get("number"))


@reader.identity(
    "Connections.csv", decode=rows_after("first name"), family="contacts",
    signature="First Name,Last Name,(?:URL,)?Email Address,Company,Position,Connected On",
    telling=True,
)  # fmt: skip
@reader.identity(
    "ImportedContacts.csv", "Contacts.csv", "Invitations.csv", "Recommendations_*.csv",
    "Endorsement_*.csv", "Member_Follows.csv", decode=rows, family="contacts",
)  # fmt: skip
def contacts(row: Row, knowledge: Knowledge) -> None:
    """People around the donor."""
    known = knowledge.identities
    first, last = repaired(row.get("first name", "")), repaired(row.get("last name", ""))
    known.add(
        "names", f"{first} {last}", *(repaired(row.get(k, "")) for k in ("from", "to", "fullname"))
    )
    known.add("emails", row.get("email address"), row.get("emails"))
    known.add("phones", row.get("phonenumbers"), row.get("phone numbers"))


@reader.signal("Reactions.csv", "Reactions_*.csv", decode=rows, family="reactions",
               signature=_BOM + "Date,Type,Link")  # fmt: skip
def reaction(row: Row, _: Knowledge) -> Iterator[Finding]:
    """A typed reaction to a post or a comment, which is not in the export."""
    signal = _REACTIONS.get(row["type"].strip().casefold())
    if signal is None:
        yield Unread("reactions", "Type")
        return
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
        object_type="post",
        at=_moment(row["date"]),
    )


@reader.signal("Comments.csv", "Comments_*.csv", decode=rows, family="comments",
               signature=_BOM + "Date,Link,Message")  # fmt: skip
def comment(row: Row, _: Knowledge) -> Iterator[Finding]:
    """The donor's own comment. What it answers is not in the export."""
    text = repaired(row["message"]).strip()
    if not text:
        yield SetAside("comments", "no_preference")
        return
    yield _reply("comments", Passage(text, "donor", "public"), row["date"])


@reader.signal("Votes.csv", "Votes_*.csv", decode=rows, family="polls",
               signature=_BOM + "Date,Link,OptionText")  # fmt: skip
def vote(row: Row, _: Knowledge) -> Iterator[Finding]:
    """A vote in a poll: the chosen answer, without the others."""
    text = repaired(row["optiontext"]).strip()
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
        at=_moment(row["date"]),
    )


@reader.signal("messages.csv", "messages_*.csv", decode=rows, family="messages",
               signature=_BOM + "CONVERSATION ID,CONVERSATION TITLE,FROM")  # fmt: skip
def message(row: Row, knowledge: Knowledge) -> Iterator[Finding]:
    """A private message."""
    author, text = repaired(row["from"]), repaired(row["content"]).strip()
    is_own = folded_name(author) in knowledge.notes.names
    knowledge.identities.add("names", author, *repaired(row.get("to", "")).split(","))
    if not text:
        yield SetAside("messages", "no_preference")
        return
    key = chat_key("linkedin", row["conversation id"])
    knowledge.chats.setdefault(key, repaired(row.get("conversation title", "")) or author)
    passage = Passage(text, "donor" if is_own else "other", "private")
    yield _reply("messages", passage, row["date"], key)


@reader.signal("Shares.csv", "Shares_*.csv", "InstantReposts.csv", decode=rows, family="posts",
               signature=_BOM + "Date,ShareLink,ShareCommentary")  # fmt: skip
def share(_row: Row, _: Knowledge) -> Iterator[Finding]:
    """An own post, or a post passed on: no preference in it."""
    yield SetAside("posts", "no_preference")


def _reply(family: str, passage: Passage, date: str, chat: str | None = None) -> Interaction:
    return Interaction(
        platform="linkedin",
        family=family,
        kind="reply",
        signal="reply",
        options=(Option("unlabelled", passage),),
        object_type="message" if chat else "comment",
        at=_moment(date),
        chat=chat,
    )


@lru_cache(4096)
def _moment(date: str) -> float | None:
    return iso(date)


reader.ignore(
    "Ad_Targeting.csv", "Ads Clicked.csv", "Logins.csv", "Receipts*.csv", "SearchQueries.csv",
    "Security Challenges.csv", "LAN Ads Engagement.csv", "Inferences_about_you.csv",
    "Device*.csv", family="tracking",
)  # fmt: skip
reader.ignore(
    "Positions.csv", "Education.csv", "Skills.csv", "Languages.csv", "Honors.csv", "Projects.csv",
    "Certifications.csv", "Company Follows.csv", "Saved_Items.csv", "Learning*.csv", "Jobs/*.csv",
    "Articles/*", "Verifications/*", "Rich_Media.csv", "Rich Media.csv", "Volunteering.csv",
    "Causes You Care About.csv", "Events.csv", "guide_messages.csv", "*coach*.csv",
    "learning_*.csv", "Profile Summary.csv", "Services Marketplace/*", family="account",
)  # fmt: skip
