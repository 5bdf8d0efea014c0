"""Open WebUI: chats as a list, annotations on answers, several answers to one prompt."""

import json
from typing import Any

from tests.filters.generators.assistant import chats
from tests.filters.generators.export import Export

LAYOUTS = ("chats",)


def generate(seed: int, *, language: str, layout: str, size: int) -> Export:
    """An export of about `size` answers."""
    export = Export("openwebui")
    exported = []
    for chat in chats(seed, language, size, again=True, thumbs=True):
        messages: dict[str, Any] = {}
        parent: str | None = None

        def add(role: str, text: str, parent: str | None, said: dict[str, Any] = messages) -> str:
            key = f"m{len(said)}"
            said[key] = {"id": key, "parentId": parent, "childrenIds": [], "role": role,
                         "content": text, "timestamp": 1_740_000_000 + len(said)}  # fmt: skip
            return key

        for exchange in chat.exchanges:
            prompt = add("user", exchange.prompt, parent)
            for text in exchange.answers:
                parent = add("assistant", text, prompt)
            if exchange.thumb:
                rating = 1 if exchange.thumb == "up" else -1
                messages[parent or ""]["annotation"] = {"rating": rating, "comment": ""}
                export.plant(f"thumb_{exchange.thumb}", "good" if rating == 1 else "bad")
            if len(exchange.answers) == 2:
                export.plant("branch_kept", "chosen")
            if exchange.said:
                export.plant(exchange.said, "good" if exchange.said == "praise" else "bad")
        history = {"messages": messages, "currentId": parent}
        exported.append({"id": str(len(exported)), "user_id": "u", "title": "Zoé",
                         "chat": {"title": "Zoé", "history": history}})  # fmt: skip
    export.files = {"chat-export-1740000000.json": json.dumps(exported).encode()}
    return export
