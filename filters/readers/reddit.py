"""Reddit: votes, votes in polls, own comments, posts saved and hidden.

Facts: formats/reddit. Files and headings are English in all languages; rows are read by heading.
Votes hold neither text nor date. Permalinks name communities, which may tell what nobody should
know of a person: only the public id of what was voted on is kept. Addresses (`ip`) are never read.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from filters.formats.csv import rows
from filters.formats.dates import iso
from filters.interaction import Interaction, Label, Option, Passage, Signal
from filters.reader import Finding, Knowledge, Reader, SetAside, Unread, chat_key

_BOM = r"\A(?:\xef\xbb\xbf)?"
_DELETED = frozenset({"", "[deleted]", "[removed]"})
_VOTES: dict[str, tuple[Signal, Label]] = {"up": ("upvote", "good"), "down": ("downvote", "bad")}
Row = dict[str, str]


@dataclass
class Notes:
    """The donor's name on the platform."""

    usernames: set[str] = field(default_factory=set)


reader = Reader(
    "reddit",
    version=1,
    title="Reddit",
    notes=Notes,
    signals={"confirmed": ("upvote", "downvote", "poll_option", "reply", "save", "hide")},
)


def _parts(*names: str) -> tuple[str, ...]:
    """File names with the suffix of their parts."""
    return tuple(f"{name}{suffix}.csv" for name in names for suffix in ("", "_[0-9]*"))


@reader.identity("checkfile.csv", decode=rows, signature=_BOM + "filename,sha256", telling=True)
def checkfile(row: Row, knowledge: Knowledge) -> None:
    """Every file the export was made with."""
    knowledge.expected.add(row["filename"])


@reader.identity("statistics.csv", decode=rows, signature=_BOM + "statistic,value", telling=True)
def statistics(row: Row, knowledge: Knowledge) -> None:
    """The account: its name and address."""
    name, value = row["statistic"].casefold(), row["value"]
    if "name" in name:
        knowledge.notes.usernames.add(value.casefold())
        knowledge.identities.add("handles", value)
    elif "mail" in name:
        knowledge.identities.add("emails", value)


@reader.identity(
    *_parts("friends", "linked_phone_number", "linked_identities", "twitter", "persona",
            "stripe", "purchases"), decode=rows, family="contacts",
)  # fmt: skip
def contacts(row: Row, knowledge: Knowledge) -> None:
    """Friends and linked accounts: to mask them."""
    known = knowledge.identities
    known.add("handles", row.get("username"))
    known.add("names", row.get("note"), row.get("full_name"), row.get("name"))
    known.add("phones", row.get("phone_number"))
    known.add("emails", row.get("email"))


@reader.signal(
    *_parts("post_votes", "comment_votes"), decode=rows, family="votes",
    signature=_BOM + "id,permalink,direction",
)  # fmt: skip
def vote(row: Row, _: Knowledge) -> Iterator[Finding]:
    """A vote up or down; one that was taken back is none."""
    direction = row["direction"].strip().casefold()
    if direction in ("none", "removed", ""):
        yield SetAside("votes", "no_preference")
        return
    if direction not in _VOTES:
        yield Unread("votes", "direction")
        return
    signal, label = _VOTES[direction]
    yield _act(row, "votes", signal, label)


@reader.signal(*_parts("saved_posts", "saved_comments"), decode=rows, family="saved")
def saved(row: Row, _: Knowledge) -> Iterator[Finding]:
    """Something saved for later: a weak sign."""
    yield _act(row, "saved", "save", "good")


@reader.signal(*_parts("hidden_posts"), decode=rows, family="hidden")
def hidden(row: Row, _: Knowledge) -> Iterator[Finding]:
    """A post the donor did not want to see."""
    yield _act(row, "hidden", "hide", "bad")


@reader.signal(
    *_parts("poll_votes"), decode=rows, family="polls", signature=_BOM + "post_id,user_selection"
)
def poll_vote(row: Row, _: Knowledge) -> Iterator[Finding]:
    """A vote in a poll: the chosen answer, without the others."""
    text = row.get("text") or row["user_selection"]
    if not text.strip():
        yield SetAside("polls", "no_preference")
        return
    yield Interaction(
        platform="reddit",
        family="polls",
        kind="choice",
        signal="poll_option",
        options=(Option("chosen", Passage(text.strip(), "other", "public")),),
        object_type="post",
        object_ref=f"reddit:post:{row['post_id']}",
    )


@reader.signal(
    *_parts("comments"), decode=rows, family="comments",
    signature=_BOM + "id,permalink,date,(?:ip,)?subreddit,gildings,link,",
)  # fmt: skip
def comment(row: Row, _: Knowledge) -> Iterator[Finding]:
    """The donor's own comment, an answer to a post or a comment."""
    body = row["body"].strip()
    if body in _DELETED:
        yield SetAside("comments", "no_preference")
        return
    yield Interaction(
        platform="reddit",
        family="comments",
        kind="reply",
        signal="reply",
        options=(Option("unlabelled", Passage(body, "donor", "public")),),
        object_type="comment",
        at=_moment(row.get("date", "")),
    )


@reader.signal(
    *_parts("posts"), decode=rows, family="posts",
    signature=_BOM + "id,permalink,date,(?:ip,)?subreddit,gildings,title,",
)  # fmt: skip
def post(_row: Row, _: Knowledge) -> Iterator[Finding]:
    """The donor's own post: words that answer nothing."""
    yield SetAside("posts", "no_preference")


@reader.signal(
    *_parts("chat_history"),
    decode=rows,
    family="messages",
    signature=_BOM + "message_id,created_at,",
)
def chat(row: Row, knowledge: Knowledge) -> Iterator[Finding]:
    """A line of a chat, the donor's or somebody's."""
    yield _message(
        row["message"], row["username"], row.get("channel_url", ""), row["created_at"], knowledge
    )


@reader.signal(
    *_parts("messages", "messages_archive"), decode=rows, family="messages",
    signature=_BOM + "id,permalink,thread_id,date,",
)  # fmt: skip
def message(row: Row, knowledge: Knowledge) -> Iterator[Finding]:
    """A private message."""
    body = row.get("body", "")
    yield _message(body, row["from"], row["thread_id"], row.get("date", ""), knowledge)


def _message(text: str, author: str, thread: str, date: str, knowledge: Knowledge) -> Finding:
    is_own = author.removeprefix("u/").casefold() in knowledge.notes.usernames
    if not is_own:
        knowledge.identities.add("handles", author.removeprefix("u/"))
    if not text.strip():
        return SetAside("messages", "no_preference")
    key = chat_key("reddit", thread)
    knowledge.chats.setdefault(key, "")
    return Interaction(
        platform="reddit",
        family="messages",
        kind="reply",
        signal="reply",
        options=(
            Option("unlabelled", Passage(text.strip(), "donor" if is_own else "other", "private")),
        ),
        object_type="message",
        at=_moment(date),
        chat=key,
    )


def _act(row: Row, family: str, signal: Signal, label: Label) -> Interaction:
    # /r/<community>/comments/<post>/<title>/<comment>/
    kind = "comment" if row["permalink"].partition("/comments/")[2].count("/") >= 3 else "post"
    return Interaction(
        platform="reddit",
        family=family,
        kind="binary",
        signal=signal,
        options=(Option(label, Passage(None, "other", "public")),),
        object_type="comment" if kind == "comment" else "post",
        object_ref=f"reddit:{kind}:{row['id']}",
    )


@lru_cache(4096)
def _moment(date: str) -> float | None:
    return iso(date)


reader.ignore(
    *_parts("post_headers", "comment_headers", "messages_archive_headers", "drafts",
            "scheduled_posts", "gilded_content", "multireddits", "announcements"), family="account",
)  # fmt: skip
reader.ignore(
    *_parts("ip_logs", "account_gender", "birthdate", "user_preferences", "payouts",
            "sensitive_ads_preferences", "reddit_gold_information", "subscribed_subreddits",
            "approved_submitter_subreddits", "moderated_subreddits"), family="tracking",
)  # fmt: skip
