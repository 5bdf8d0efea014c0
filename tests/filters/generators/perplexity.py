"""Perplexity: one thread a file, in the two shapes that were seen."""

import json

from tests.filters.generators.assistant import chats
from tests.filters.generators.export import Export

LAYOUTS = ("conversations", "entries")


def generate(seed: int, *, language: str, layout: str, size: int) -> Export:
    """An export of about `size` answers."""
    export = Export("perplexity")
    for number, chat in enumerate(chats(seed, language, size, again=False, thumbs=False)):
        for exchange in chat.exchanges:
            if exchange.said:
                export.plant(exchange.said, "good" if exchange.said == "praise" else "bad")
        if layout == "conversations":
            thread: dict[str, object] = {
                "metadata": {"thread_title": "Zoé", "thread_url": "x", "thread_id": str(number)},
                "conversations": [
                    {"index": n, "query": e.prompt, "answer": e.answers[0],
                     "timestamp": "2025-04-01T10:00:00Z", "sources": []}
                    for n, e in enumerate(chat.exchanges)
                ],
            }  # fmt: skip
        else:
            thread = {
                "status": "success",
                "thread_metadata": {"title": "Zoé"},
                "entries": [
                    {"uuid": str(n), "thread_title": "Zoé", "query_str": e.prompt,
                     "entry_created_datetime": "2025-04-01T10:00:00",
                     "blocks": [{"intended_usage": "ask_text",
                                 "markdown_block": {"answer": e.answers[0], "chunks": []}}]}
                    for n, e in enumerate(chat.exchanges)
                ],
            }  # fmt: skip
        export.files[f"fil-{number}.json"] = json.dumps(thread).encode()
    return export
