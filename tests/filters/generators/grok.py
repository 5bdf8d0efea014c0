"""Grok: wrapped responses under a deep folder; only words judge."""

import json
from typing import Any

from tests.filters.generators.assistant import chats
from tests.filters.generators.export import Export

LAYOUTS = ("iso", "mongodb")


def generate(seed: int, *, language: str, layout: str, size: int) -> Export:
    """An export of about `size` answers."""
    export = Export("grok")
    conversations = []
    for number, chat in enumerate(chats(seed, language, size, again=False, thumbs=False)):
        responses: list[dict[str, Any]] = []
        for exchange in chat.exchanges:
            for sender, text in (("human", exchange.prompt), ("ASSISTANT", exchange.answers[0])):
                second = len(responses)
                moment: Any = f"2025-05-01T10:00:{second:02d}.000Z"
                if layout == "mongodb":
                    moment = {"$date": {"$numberLong": str(1_746_093_600_000 + 1000 * second)}}
                responses.append({"response": {
                    "_id": f"{number}-{second}", "sender": sender, "message": text,
                    "create_time": moment, "model": "grok-3",
                }})  # fmt: skip
            if exchange.said:
                export.plant(exchange.said, "good" if exchange.said == "praise" else "bad")
        conversations.append(
            {"conversation": {"id": str(number), "title": "Zoé"}, "responses": responses}
        )
    folder = "ttl/30d/export_data/0a1b"
    auth = {"user": {"email": "zoe@exemple.fr", "givenName": "Zoé", "familyName": "Vasseur"}}
    export.files = {
        f"{folder}/prod-grok-backend.json": json.dumps({"conversations": conversations}).encode(),
        f"{folder}/prod-mc-auth-mgmt-api.json": json.dumps(auth).encode(),
        f"{folder}/prod-mc-billing.json": json.dumps({"balance": 1}).encode(),
    }
    export.identities = {"zoe@exemple.fr", "Zoé", "Vasseur"}
    return export
