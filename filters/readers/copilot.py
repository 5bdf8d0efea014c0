"""Microsoft Copilot: what the donor said of an answer in words.

Facts: formats/other, unverified: the privacy dashboard gives a table of `Conversation`, `Time`,
`Author` and `Message`. Neither thumbs nor answers made again stand in it.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Literal

from filters.dialogue import Dialogue, Message, linear
from filters.formats.csv import rows
from filters.formats.dates import iso_day
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
def conversations(found: Iterable[Row | Damaged], knowledge: Knowledge) -> Iterator[Finding]:
    """Rows that stand together under one title are one conversation."""
    for title, turns in groupby(found, _title):
        messages: list[tuple[str, Message]] = []
        for row in turns:
            if isinstance(row, Damaged):
                yield Unread("conversations", row.reason)
                continue
            role = _ROLES.get(row.get("author", "").strip().casefold())
            if role is None or "message" not in row:
                yield Unread("conversations", "author")
                continue
            time, key = row.get("time", "").strip(), str(len(messages))
            message = Message(key, None, role, row["message"].strip(), iso_day(time))
            messages.append((time, message))
        if title is not None:
            messages.sort(key=lambda one: one[0])  # ISO 8601 sorts as text.
            in_order = linear(message for _, message in messages)
            said = Dialogue("copilot", in_order).findings()
            yield from knowledge.in_conversation("copilot", title, title, said)


def _title(row: Row | Damaged) -> str | None:
    return None if isinstance(row, Damaged) else row.get("conversation", "")
