"""Stack Exchange: votes on posts and comments, by public ids.

Facts: formats/other (one public reader). The export names its entries with a backslash,
`analytics/qa\\vote.submit.json`. The values of `voteType` are not in the page: the names and
numbers of the site's public data are read, anything else is counted. A comment can only be voted
up, so a vote on one needs no type. Closing, flagging and accepting are work on the site, and judge
nothing that could be learnt. No words and no names are read, so none need masking.
"""

from collections.abc import Iterator
from typing import Any

from filters.formats.dates import iso_day
from filters.formats.json import records
from filters.interaction import Interaction, Label, ObjectType, Option, Passage, Signal
from filters.reader import Finding, Knowledge, Reader, SetAside, Unread

_VOTES: dict[str, tuple[Signal, Label]] = {
    **dict.fromkeys(("2", "upmod", "upvote", "up"), ("upvote", "good")),
    **dict.fromkeys(("3", "downmod", "downvote", "down"), ("downvote", "bad")),
    **dict.fromkeys(("5", "favorite", "bookmark"), ("save", "good")),
}
_WORK = frozenset(
    ("1", "acceptedbyoriginator", "4", "offensive", "6", "close", "7", "reopen", "8",
     "bountystart", "9", "bountyclose", "10", "deletion", "11", "undeletion", "12", "spam", "15",
     "moderatorreview", "16", "approveeditsuggestion", "informmoderator"),
)  # fmt: skip

reader = Reader(
    "stackexchange",
    version=1,
    title="Stack Exchange",
    signals={"one_source": ("upvote", "downvote"), "unverified": ("save",)},
)


@reader.signal(
    "*vote.submit.json", decode=records, family="votes",
    signature=r'"voteType(?:Id)?"\s*:|"siteId"\s*:[^\0]{0,600}?"(?:postId|commentId)"\s*:'
              r'|"(?:postId|commentId)"\s*:[^\0]{0,600}?"siteId"\s*:',
)  # fmt: skip
def vote(row: dict[str, Any], _: Knowledge) -> Iterator[Finding]:
    """A vote on a post or a comment. Its words are not in the export."""
    target = str(row.get("target") or ("Comment" if row.get("commentId") else "Post")).casefold()
    if target not in ("post", "comment"):
        yield Unread("votes", "target")
        return
    written = row.get("voteType", row.get("voteTypeId"))
    kind = "" if written is None else str(written).casefold().replace(" ", "")
    pressed = _VOTES["up"] if target == "comment" and not kind else _VOTES.get(kind)
    if kind in _WORK:
        yield SetAside("votes", "no_preference")
        return
    if pressed is None:
        yield Unread("votes", "voteType")
        return
    signal, label = pressed
    object_type: ObjectType = "comment" if target == "comment" else "post"
    number = row.get("commentId") if target == "comment" else row.get("postId")
    yield Interaction(
        platform="stackexchange",
        family="votes",
        kind="binary",
        signal=signal,
        options=(Option(label, Passage(None, "other", "public")),),
        object_type=object_type,
        object_ref=_reference(target, row.get("siteId"), number),
        at=iso_day(row.get("eventTime")),
    )


def _reference(target: str, site: Any, number: Any) -> str | None:
    site, number = str(site), str(number)
    is_plain = site.replace(".", "").isalnum() and len(site) < 60
    named = is_plain and number.isdecimal() and len(number) < 20
    return f"stackexchange:{target}:{site}:{number}" if named else None


# Last, so that the row above sees its own file first.
reader.ignore("analytics/qa\\*.json", "analytics/*\\*.json", family="history", telling=True)
