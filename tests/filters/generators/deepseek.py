"""DeepSeek: a tree of fragments, several answers to one prompt."""

import json
from typing import Any

from tests.filters.generators.assistant import chats
from tests.filters.generators.export import Export

LAYOUTS = ("fragments", "content")


def generate(seed: int, *, language: str, layout: str, size: int) -> Export:
    """An export of about `size` answers."""
    export = Export("deepseek")
    conversations = []
    for chat in chats(seed, language, size, again=True, thumbs=False):
        mapping: dict[str, Any] = {"root": {"id": "root", "parent": None, "message": None}}
        parent = "root"

        def add(role: str, text: str, parent: str, mapping: dict[str, Any] = mapping) -> str:
            key = str(len(mapping))
            moment = f"2025-02-03T{len(mapping) // 60:02d}:{len(mapping) % 60:02d}:00+08:00"
            kind = "REQUEST" if role == "user" else "RESPONSE"
            message: dict[str, Any] = {"files": [], "model": "deepseek-chat", "inserted_at": moment}
            if layout == "fragments":
                message["fragments"] = [
                    {"type": "THINK", "content": "Zoé Vasseur…"}, {"type": kind, "content": text}
                ]  # fmt: skip
            else:
                message |= {"role": role.upper(), "content": text, "reasoning_content": "Zoé…"}
            mapping[key] = {"id": key, "parent": parent, "children": [], "message": message}
            mapping[parent].setdefault("children", []).append(key)
            return key

        for exchange in chat.exchanges:
            prompt = add("user", exchange.prompt, parent)
            for text in exchange.answers:
                parent = add("assistant", text, prompt)
            if len(exchange.answers) == 2:
                export.plant("branch_kept", "chosen")
            if exchange.said:
                export.plant(exchange.said, "good" if exchange.said == "praise" else "bad")
        conversations.append({
            "id": str(len(conversations)), "title": "Zoé", "mapping": mapping,
            "inserted_at": "2025-02-03T10:00:00+08:00",
        })  # fmt: skip
    export.files = {
        "conversations.json": json.dumps(conversations).encode(),
        "user.json": json.dumps(
            {"user_id": "1", "email": "zoe@exemple.fr", "mobile": "+33612345678"}
        ).encode(),
    }
    export.identities = {"zoe@exemple.fr", "+33612345678"}
    return export
