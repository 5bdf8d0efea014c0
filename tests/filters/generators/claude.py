"""Claude: plain lists of turns; only words judge."""

import json
from typing import Any

from tests.filters.generators.assistant import chats
from tests.filters.generators.export import Export

LAYOUTS = ("text", "blocks")


def generate(seed: int, *, language: str, layout: str, size: int) -> Export:
    """An export of about `size` answers."""
    export = Export("claude")
    conversations = []
    for number, chat in enumerate(chats(seed, language, size, again=False, thumbs=False)):
        messages: list[dict[str, Any]] = []
        for exchange in chat.exchanges:
            for sender, text in (("human", exchange.prompt), ("assistant", exchange.answers[0])):
                thought = {"type": "thinking", "thinking": "Zoé Vasseur…"}
                messages.append({
                    "uuid": f"{number}-{len(messages)}", "sender": sender,
                    "created_at": "2025-03-02T10:00:00.000000Z", "files": [],
                    "attachments": [{"file_name": "cv.txt", "extracted_content": "Zoé Vasseur"}],
                    **({"text": text} if layout == "text" else {
                        "text": "This block is not supported on your current device yet.",
                        "content": [thought, {"type": "text", "text": text}]}),
                })  # fmt: skip
            if exchange.said:
                export.plant(exchange.said, "good" if exchange.said == "praise" else "bad")
        conversations.append({"uuid": str(number), "name": "Zoé", "chat_messages": messages})
    user = {"uuid": "u", "full_name": "Zoé Vasseur", "email_address": "zoe@exemple.fr",
            "verified_phone_number": "+33612345678"}  # fmt: skip
    export.files = {
        "conversations.json": json.dumps(conversations).encode(),
        "users.json": json.dumps([user]).encode(),
        "projects.json": json.dumps([{"prompt_template": "Zoé Vasseur"}]).encode(),
    }
    export.identities = {"Zoé Vasseur", "zoe@exemple.fr", "+33612345678"}
    return export
