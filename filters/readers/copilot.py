"""Microsoft Copilot: what the donor said of an answer in words.

Facts: formats/other, and the tables that public readers of real exports of 2026 name: the privacy
dashboard gives `copilot-activity-history.csv` (`Conversation`, `Time`, `Author`, `Message`; newest
first, a turn and its answer with one time) and tables of `CreatedAt`, `MessageContent`, `Author`
and `ChatName`. Neither thumbs nor answers made again stand in them, and only prompts in that of
Windows.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Literal

from filters.dialogue import Dialogue, Message, linear
from filters.formats.csv import rows
from filters.formats.dates import iso, pattern
from filters.formats.json import Damaged
from filters.reader import Finding, Knowledge, Reader, Unread

_ROLES: dict[str, Literal["user", "assistant"]] = {
    "human": "user", "user": "user", "me": "user", "you": "user", "utilisateur": "user",
    "vous": "user", "humain": "user", "ai": "assistant", "copilot": "assistant",
    "assistant": "assistant", "bot": "assistant", "ia": "assistant", "bing": "assistant",
}  # fmt: skip
_LAYOUTS = ("%m/%d/%Y %I:%M:%S %p %z", "%m/%d/%Y %H:%M:%S %z")
"""Beside ISO 8601."""
Row = dict[str, str]

reader = Reader("copilot", version=1, title="Microsoft Copilot")


reader.ignore("windows*copilot*.csv", family="prompts")


@reader.signal(
    "copilot*activity*.csv", decode=rows, family="conversations", whole=True,
    signature=r"\A(?=[^\n]*\bAuthor\b)(?:(?=[^\n]*\bConversation\b)(?=[^\n]*\bTime\b)[^\n]*\bMessage\b"
    r"|(?=[^\n]*\bChatName\b)(?=[^\n]*\bCreatedAt\b)[^\n]*\bMessageContent\b)",
)  # fmt: skip
def conversations(found: Iterable[Row | Damaged], knowledge: Knowledge) -> Iterator[Finding]:
    """Rows that stand together under one title are one conversation."""
    for title, turns in groupby(found, _title):
        messages: list[Message] = []
        times: list[float | None] = []
        for row in turns:
            if isinstance(row, Damaged):
                yield Unread("conversations", row.reason)
                continue
            role = _ROLES.get(row.get("author", "").strip().casefold())
            text = row.get("message", row.get("messagecontent"))
            if role is None or text is None:
                yield Unread("conversations", "author")
                continue
            at = _moment(row.get("time", row.get("createdat", "")).strip())
            messages.append(Message(str(len(messages)), None, role, text.strip(), at))
            times.append(at)
        if title is not None:
            said = Dialogue("copilot", linear(_in_order(messages, times))).findings()
            yield from knowledge.in_conversation("copilot", title, title, said)


def _in_order(messages: list[Message], times: list[float | None]) -> list[Message]:
    """Oldest first. Of one moment a turn comes before its answer, and what is left keeps the order
    of the table, which is most often newest first."""
    known = [time for time in times if time is not None]
    if len(known) < len(times):
        return messages
    # At one time it is an answer that stands first in a table that is newest first.
    is_newest_first = bool(known) and (
        known[0] > known[-1] or (known[0] == known[-1] and messages[0].role == "assistant")
    )
    given = reversed(messages) if is_newest_first else messages
    return sorted(given, key=lambda one: (one.at, one.role == "assistant"))


def _moment(written: str) -> float | None:
    for layout in _LAYOUTS if "/" in written else ():
        if (at := pattern(written, layout)) is not None:
            return at
    return iso(written)


def _title(row: Row | Damaged) -> str | None:
    return None if isinstance(row, Damaged) else row.get("conversation", row.get("chatname", ""))
