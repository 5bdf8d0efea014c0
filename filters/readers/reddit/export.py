"""Reddit: votes, votes in polls, own comments with what they answer, posts saved and hidden.

Facts: formats/reddit. Votes hold neither text nor date. Permalinks name communities, which may tell
what nobody should know of a person: only the public id of what was voted on is kept. Addresses
(`ip`) are never read. What a comment answers is in the export only when the donor wrote that too;
lines it quotes are left out, for they are mostly others'.
"""

import re
from collections.abc import Iterator
from functools import partial
from typing import Literal, NamedTuple

from filters.formats.copied_messages import own_talk
from filters.formats.csv import rows
from filters.formats.dates import iso_day
from filters.formats.quotations import own_lines
from filters.interaction import Interaction, Label, Option, Passage, Signal, Turn
from filters.reader import Finding, Knowledge, SetAside, Unread, chat_key
from filters.readers.reddit.account import DELETED, Notes, Row, heading, parts, reader

__all__ = ["reader"]

_VOTES: dict[str, tuple[Signal, Label]] = {"up": ("upvote", "good"), "down": ("downvote", "bad")}
_ID = re.compile(r"(?:t([13])_)?([a-z0-9]{1,13})")
Kind = Literal["post", "comment"]


def vote(row: Row, _: Knowledge, *, of: Kind) -> Iterator[Finding]:
    """A vote up or down; one that was taken back is none."""
    direction = row["direction"].strip().casefold()
    if direction in ("none", "removed", ""):
        yield SetAside("votes", "no_preference")
        return
    if direction not in _VOTES:
        yield Unread("votes", "direction")
        return
    signal, label = _VOTES[direction]
    yield _act(row, "votes", signal, label, of)


def saved(row: Row, _: Knowledge, *, of: Kind) -> Iterator[Finding]:
    """Something saved for later: a weak sign."""
    yield _act(row, "saved", "save", "good", of)


_KINDS: tuple[Kind, ...] = ("post", "comment")
for _kind in _KINDS:
    reader.signal(*parts(f"{_kind}_votes"), decode=rows, family="votes")(partial(vote, of=_kind))
    reader.signal(*parts(f"saved_{_kind}s"), decode=rows, family="saved")(partial(saved, of=_kind))
# Votes under any other name.
reader.signal(
    decode=rows, family="votes", signature=heading("id", "permalink", "direction")
)(partial(vote, of="post"))  # fmt: skip


@reader.signal(*parts("hidden_posts"), decode=rows, family="hidden")
def hidden(row: Row, _: Knowledge) -> Iterator[Finding]:
    """A post the donor did not want to see."""
    yield _act(row, "hidden", "hide", "bad", "post")


def poll_vote(row: Row, _: Knowledge) -> Iterator[Finding]:
    """A vote in a poll: the chosen answer, without the others."""
    text = (row.get("text") or row.get("user_selection") or "").strip()
    if not text:
        yield SetAside("polls", "no_preference")
        return
    number = _public_id(row.get("post_id", ""))[1]
    yield Interaction(
        platform="reddit",
        family="polls",
        kind="choice",
        signal="poll_option",
        options=(Option("chosen", Passage(text, "other", "public")),),
        object_type="post",
        object_ref=f"reddit:post:{number}" if number else None,
    )


reader.signal(*parts("poll_votes"), decode=rows, family="polls")(poll_vote)
reader.signal(
    decode=rows, family="polls", signature=heading("post_id", "user_selection")
)(poll_vote)  # fmt: skip


def _learn_comment(row: Row, knowledge: Knowledge) -> None:
    notes: Notes = knowledge.notes
    if parent := row.get("parent", ""):
        notes.parents.add(parent.strip())
    notes.remember(f"t1_{_public_id(row.get('id', ''))[1]}", row.get("body", "").strip())


@reader.signal(
    *parts("comments"), decode=rows, family="comments", learn=_learn_comment,
    signature=heading("permalink", "subreddit", "parent", "body"),
)  # fmt: skip
def comment(row: Row, knowledge: Knowledge) -> Iterator[Finding]:
    """The donor's own comment, an answer to a post or a comment."""
    body = own_lines(row["body"].strip())
    if body in DELETED:
        yield SetAside("comments", "no_preference")
        return
    parent = knowledge.notes.written.get(row.get("parent", "").strip())
    yield Interaction(
        platform="reddit",
        family="comments",
        kind="reply",
        signal="reply",
        context=(Turn("user", Passage(parent, "donor", "public")),) if parent else (),
        options=(Option("unlabelled", Passage(body, "donor", "public")),),
        object_type="comment",
        at=iso_day(row.get("date", "")),
    )


def _learn_post(row: Row, knowledge: Knowledge) -> None:
    body = row.get("body", "").strip()
    said = "" if body in DELETED else f"{row.get('title', '').strip()}\n\n{body}"
    knowledge.notes.remember(f"t3_{_public_id(row.get('id', ''))[1]}", said.strip())


@reader.signal(
    *parts("posts"), decode=rows, family="posts", learn=_learn_post,
    signature=heading("id", "permalink", "subreddit", "title", "body"),
)  # fmt: skip
def post(_row: Row, _: Knowledge) -> Iterator[Finding]:
    """The donor's own post: words that answer nothing."""
    yield SetAside("posts", "no_preference")


def _learn_author(row: Row, knowledge: Knowledge) -> None:
    author = _handle(row.get("username") or row.get("from") or "")
    if author:
        knowledge.notes.authors.add(author)
    people = (author, _handle(row.get("to", "")))
    # Communities write and are written to as well: `r/name` is nobody.
    knowledge.identities.add("handles", *(one for one in people if "/" not in one))


@reader.signal(
    *parts("chat_history"), decode=rows, family="messages", learn=_learn_author,
    signature=heading("message_id", "created_at", "username", "message"),
)  # fmt: skip
def chat(row: Row, knowledge: Knowledge) -> Iterator[Finding]:
    """A line of a chat, the donor's or somebody's."""
    title = row.get("channel_name", "")
    thread = row.get("channel_url") or title
    yield _message(
        Line(row["message"], row.get("username", ""), thread, title, row.get("created_at", "")),
        knowledge,
    )


@reader.signal(
    *parts("messages", "messages_archive"), decode=rows, family="messages", learn=_learn_author,
    signature=heading("permalink", "thread_id", "from", "body"),
)  # fmt: skip
def message(row: Row, knowledge: Knowledge) -> Iterator[Finding]:
    """A private message."""
    thread, title = row.get("thread_id") or row.get("id", ""), row.get("subject", "")
    yield _message(
        Line(row["body"], row.get("from", ""), thread, title, row.get("date", "")), knowledge
    )


class Line(NamedTuple):
    """One message, of a chat or of a thread."""

    text: str
    author: str
    thread: str
    title: str
    date: str


def _message(line: Line, knowledge: Knowledge) -> Finding:
    text = own_talk(line.text.strip())
    if text in DELETED:
        return SetAside("messages", "no_preference")
    key, author = chat_key("reddit", line.thread), _handle(line.author)
    knowledge.chats.setdefault(key, line.title)
    usernames = knowledge.notes.usernames
    if not (author.casefold() in usernames if usernames else knowledge.is_own(author)):
        return SetAside("messages", "R3")
    return Interaction(
        platform="reddit",
        family="messages",
        kind="reply",
        signal="reply",
        options=(Option("unlabelled", Passage(text, "donor", "private")),),
        object_type="message",
        at=iso_day(line.date),
        chat=key,
    )


def _handle(written: str) -> str:
    return written.strip().removeprefix("/").removeprefix("u/")


def _public_id(written: str) -> tuple[str | None, str | None]:
    """`t1_` (comment) or `t3_` (post) and the id, which is public."""
    found = _ID.fullmatch(written.strip().casefold())
    return (found[1], found[2]) if found else (None, None)


def _act(row: Row, family: str, signal: Signal, label: Label, of: Kind) -> Interaction:
    """An act on a post or a comment: by the mark of its id, else its link, else the file (`of`)."""
    mark, number = _public_id(row["id"])
    # /r/<community>/comments/<post>/<title>/<comment>/
    link = row.get("permalink", "").partition("?")[0].partition("/comments/")[2]
    steps = len(link.strip("/").split("/")) if link else 0
    is_comment = mark == "1" if mark else steps >= 3 if steps else of == "comment"
    kind: Kind = "comment" if is_comment else "post"
    return Interaction(
        platform="reddit",
        family=family,
        kind="binary",
        signal=signal,
        options=(Option(label, Passage(None, "other", "public")),),
        object_type=kind,
        object_ref=f"reddit:{kind}:{number}" if number else None,
    )


reader.ignore(
    *parts("post_headers", "comment_headers", "message_headers", "messages_archive_headers",
            "drafts", "scheduled_posts", "gilded_content", "gold_received", "multireddits",
            "announcements"), family="account",
)  # fmt: skip
reader.ignore(
    *parts("ip_logs", "account_gender", "user_preferences", "payouts",
            "sensitive_ads_preferences", "reddit_gold_information", "subscribed_subreddits",
            "approved_submitter_subreddits", "moderated_subreddits"), family="tracking",
)  # fmt: skip
