"""Telegram: a full export, an old one, and one public group with the donor asked for."""

import json
import random
from typing import Any

from filters.reader import Choices
from tests.filters.generators import telegram_pages
from tests.filters.generators.export import Export
from tests.filters.generators.words import DONOR, EMOJI, OTHER, sentence

LAYOUTS = ("full", "single", "old", "pages")


def generate(seed: int, *, language: str, layout: str, size: int) -> Export:  # noqa: C901
    """An export of about `size` acts, in a public group; private chats hold nothing to keep.

    Pages do not say that the group is public: there the donor ticks it.
    """
    export, chance = Export("telegram"), random.Random(seed)
    # Until 2021 numbers had no word before them, and times were local only.
    me, other = ((42, DONOR), (7, OTHER)) if layout == "old" else (
        ("user42", DONOR), ("user7", OTHER))  # fmt: skip
    messages: list[dict[str, Any]] = []
    for n in range(size):
        who = chance.choice((me, other))
        message: dict[str, Any] = {
            "id": n, "type": "message", "date": "2024-01-02T03:04:05",
            "date_unixtime": "1704164645", "from": who[1], "from_id": who[0], "text": "",
        }  # fmt: skip
        if layout == "old":
            del message["date_unixtime"]
        draw = chance.random()
        if draw < 0.2:
            voted = chance.random() < 0.7
            question: Any = chance.choice(("Où ?", ["Où ", {"type": "bold", "text": "donc ?"}]))
            message["poll"] = {"question": question, "closed": False, "total_voters": 3, "answers": [
                {"text": "Brest", "voters": 2, "chosen": voted},
                {"text": "Lyon", "voters": 1, "chosen": False}]}  # fmt: skip
            if voted:
                export.plant("poll_option", "chosen")
        else:
            text = sentence(chance, language, n)
            message["text"] = text if draw < 0.6 else [text[:9], {"type": "bold", "text": text[9:]}]
            if n > 3 and draw < 0.5:
                message["reply_to_message_id"] = chance.randrange(n)
            if draw < 0.23:
                message["forwarded_from"] = chance.choice((None, OTHER))
            elif who is me:
                export.plant("reply")
        if draw > 0.7:
            emoji = chance.choice(sorted(EMOJI))
            recent = [{"from": other[1], "from_id": other[0], "date": "2024-01-02T03:04:05"}]
            if draw > 0.85:
                recent.append({"from": me[1], "from_id": me[0], "date": "2024-01-02T03:04:05"})
                export.plant(*EMOJI[emoji])
            message["reactions"] = [
                {"type": "emoji", "count": len(recent), "emoji": emoji, "recent": recent}
            ]
        messages.append(message)
    messages.append({"id": size, "type": "service", "actor": OTHER, "actor_id": "user7",
                     "action": "pin_message"})  # fmt: skip
    group = {"name": "Les randonneurs", "type": "public_supergroup", "id": 5, "messages": messages}
    private = {"name": OTHER, "type": "personal_chat", "id": 7, "messages": [
        {"id": 1, "type": "message", "date_unixtime": "1704164645", "from": OTHER,
         "from_id": "user7", "text": "Salut Maëlle"}]}  # fmt: skip
    left = {"name": None, "type": "saved_messages", "id": 9, "messages": [
        {"id": 1, "type": "message", "date": "2024-01-02T03:04:05", "from": DONOR,
         "from_id": me[0], "text": "Acheter du pain"}]}  # fmt: skip
    export.identities = {OTHER}
    if layout == "pages":
        export.choices = Choices(all_private_chats=True)
        export.files = telegram_pages.account(messages, DONOR, language)
        export.identities |= {*DONOR.split(), "maelle_k"}
        return export
    if layout == "single":
        export.choices = Choices(me=frozenset({DONOR}))
        export.files = {"ChatExport_2024-02-01/result.json": json.dumps(group).encode()}
        return export
    first, last = DONOR.split()
    document = {
        "about": "…",
        "personal_information": {"user_id": 42, "first_name": first, "last_name": last,
                                 "phone_number": "+33612345678", "username": "@maelle_k"},
        "contacts": {"about": "…", "list": [{"user_id": 7, "first_name": "Zoé", "last_name":
                                             "Vasseur", "phone_number": "+33687654321"}]},
        "chats": {"about": "…", "list": [private, group]},
        "left_chats": {"about": "…", "list": [left]},
    }  # fmt: skip
    export.files = {"DataExport_2024-02-01/result.json": json.dumps(document).encode()}
    export.identities |= {first, last, "+33612345678", "maelle_k", "+33687654321"}
    return export
