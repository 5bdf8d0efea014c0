"""Perplexity: what the donor said of an answer in words.

Facts: formats/perplexity. Both shapes come from browser tools; the official export is unverified,
and no feedback was seen in either.
"""

from collections.abc import Iterator
from typing import Any, Literal

from filters.dialogue import Dialogue, Message
from filters.formats.asides import answer_alone
from filters.formats.dates import iso_day
from filters.formats.json import documents
from filters.reader import Finding, Knowledge, Reader

reader = Reader("perplexity", version=1, title="Perplexity")


@reader.signal(
    "perplexity-*.json", decode=documents, family="conversations",
    signature='(?s)\\A(?=.*"thread_(?:title|metadata|url)").*"(?:query|query_str)"\\s*:',
)  # fmt: skip
def thread(document: dict[str, Any], knowledge: Knowledge) -> Iterator[Finding]:
    """One thread: questions with their answers, in order."""
    rows = document.get("conversations") or document["entries"]
    found = Dialogue("perplexity", _messages(rows)).findings()
    about = document.get("metadata") or document.get("thread_metadata") or {}
    title = about.get("thread_title") or about.get("title")
    yield from knowledge.in_conversation("perplexity", knowledge.entry, title, found)


def _messages(rows: list[dict[str, Any]]) -> Iterator[Message]:
    """Each the child of the one before."""
    before: str | None = None
    for place, row in enumerate(rows):
        at = iso_day(row.get("timestamp")) or iso_day(row.get("entry_created_datetime"))
        answer = row.get("answer") or "\n".join(_answers(row.get("blocks")))
        turns: tuple[tuple[Literal["user", "assistant"], Any], ...] = (
            ("user", row.get("query") or row.get("query_str")), ("assistant", answer),
        )  # fmt: skip
        for role, text in turns:
            if isinstance(text, str):
                said = text.strip() if role == "user" else answer_alone(text.strip())
                message = Message(f"{place}{role}", before, role, said, at)
                before = message.id
                yield message


def _answers(blocks: Any) -> Iterator[str]:
    for block in blocks if isinstance(blocks, list) else ():
        written = block.get("markdown_block") if isinstance(block, dict) else None
        if isinstance(written, dict) and isinstance(written.get("answer"), str):
            yield written["answer"]
