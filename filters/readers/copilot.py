"""Microsoft Copilot: what the donor said of an answer in words.

Facts: formats/other, unverified: the privacy dashboard gives a table of `Conversation`, `Time`,
`Author` and `Message`. Neither thumbs nor answers made again stand in it.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Literal

from filters.dialogue import Dialogue, Message, linear
from filters.formats.csv import rows
from filters.formats.dates import iso
from filters.formats.json import Damaged
from filters.reader import Finding, Knowledge, Reader, Unread

_ROLES: dict[str, Literal["user", "assistant"]] = {
    "human": "user", "user": "user", "me": "user", "you": "user", "utilisateur": "user",
    "vous": "user", "ai": "assistant", "copilot": "assistant", "assistant": "assistant",
    "bot": "assistant", "ia": "assistant", "bing": "assistant",
}  # fmt: skip
Row = dict[str, str]

reader = Reader("copilot", version=1, title="Microsoft Copilot")


@reader.signal(
    "copilot*activity*.csv", decode=rows, family="conversations", whole=True,
    signature=r"\A(?=[^\n]*\bConversation\b)(?=[^\n]*\bTime\b)(?=[^\n]*\bAuthor\b)[^\n]*\bMessage\b",
)  # fmt: skip
def conversations(found: Iterable[Row | Damaged], _: Knowledge) -> Iterator[Finding]:
    """Rows that stand together under one title are one conversation."""
    for title, turns in groupby(found, _title):
        messages: list[Message] = []
        for row in turns:
            if isinstance(row, Damaged):
                yield Unread("conversations", row.reason)
                continue
            role = _ROLES.get(row.get("author", "").strip().casefold())
            if role is None or "message" not in row:
                yield Unread("conversations", "author")
                continue
            at = iso(row.get("time", "").strip())
            messages.append(Message(str(len(messages)), None, role, row["message"].strip(), at))
        if title is not None:
            messages.sort(key=lambda message: message.at or 0.0)
            yield from Dialogue("copilot", linear(messages)).findings()


def _title(row: Row | Damaged) -> str | None:
    return None if isinstance(row, Damaged) else row.get("conversation", "")
