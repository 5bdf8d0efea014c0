"""Le Chat: one file a conversation, thumbs with reasons, an answer preferred over another."""

import json
import random
from typing import Any
from uuid import UUID

from tests.filters.generators.assistant import chats
from tests.filters.generators.export import Export

LAYOUTS = ("content", "chunks")


def generate(seed: int, *, language: str, layout: str, size: int) -> Export:
    """An export of about `size` answers."""
    export = Export("lechat")
    chance = random.Random(seed)
    for chat in chats(seed, language, size, again=True, thumbs=True):
        chat_id = str(UUID(int=chance.getrandbits(128)))
        messages: list[dict[str, Any]] = []

        def add(
            role: str, text: str, chat_id: str = chat_id, said: list[Any] = messages, **more: Any
        ) -> str:
            key = str(UUID(int=chance.getrandbits(128)))
            tool = {"type": "tool_call", "name": "gmail", "publicArguments": "Zoé Vasseur"}
            said.append({
                "id": key, "version": 0, "chatId": chat_id, "role": role,
                "content": "" if layout == "chunks" else text,
                "contentChunks": [tool, {"type": "text", "text": text}]
                if layout == "chunks" else None,
                "createdAt": f"2025-06-01T10:{len(said) // 60:02d}:{len(said) % 60:02d}.000Z",
                "reaction": "neutral", "reactionDetail": None, "reactionComment": None,
                "preference": None, "preferenceOver": None, "files": [], **more,
            })  # fmt: skip
            return key

        for exchange in chat.exchanges:
            add("user", exchange.prompt)
            ids = [add("assistant", text) for text in exchange.answers]
            if exchange.thumb:
                messages[-1]["reaction"] = "like" if exchange.thumb == "up" else "dislike"
                export.plant(f"thumb_{exchange.thumb}", "good" if exchange.thumb == "up" else "bad")
            if len(ids) == 2:
                messages[-1] |= {"version": 1, "preference": ids[1], "preferenceOver": ids[0]}
                export.plant("ab_choice", "chosen")
            if exchange.said:
                export.plant(exchange.said, "good" if exchange.said == "praise" else "bad")
        export.files[f"chat-{chat_id}.json"] = json.dumps(messages).encode()
    return export
