"""Messenger's conversations: in the Facebook archive, in a zip of their own, or as pages."""

import random
from typing import Any

from filters.reader import Choices
from tests.filters.generators.export import Export
from tests.filters.generators.meta_rows import AT, DATES, box, broken, names, page, said

LAYOUTS = ("2018", "2022", "2024", "encrypted", "html")
_EMOJI = {
    "👍": ("like", "good"), "❤": ("love", "good"), "😆": ("haha", "unlabelled"),
    "😮": ("wow", "unlabelled"), "😢": ("sad", "unlabelled"), "🦄": ("other_emoji", "unlabelled"),
    "😠": ("angry", "unlabelled"),
}  # fmt: skip


def generate(seed: int, *, language: str, layout: str, size: int) -> Export:
    """About `size` acts in three conversations, with notices and others' words between them."""
    chance = random.Random(seed)
    donor, *others = names(language)
    export = Export("messenger", choices=Choices(me=frozenset({donor}), all_private_chats=True))
    export.identities = {donor, *others}
    for number, other in enumerate(others[:3]):
        messages = [
            message
            for _ in range(max(size // 3, 1))
            for message in _turn(export, chance, donor, other, language, layout)
        ]
        _write(export, number, donor, other, messages, layout)
    return export


def _turn(  # noqa: PLR0917 - one case, whole
    export: Export, chance: random.Random, donor: str, other: str, language: str, layout: str
) -> list[Any]:
    if chance.random() < 0.5:
        export.plant("reply")
        notice = "a réagi 👍 à votre message" if language == "fr" else "Reacted 👍 to your message"
        return [
            _message(donor, said(chance, language), "👍", other, language, layout),
            _message(donor, notice, None, other, language, layout),
        ]
    emoji = chance.choice(list(_EMOJI))
    export.plant(*_EMOJI[emoji])
    return [_message(other, said(chance, language), emoji, donor, language, layout)]


def _message(  # noqa: PLR0917 - one case, whole
    sender: str, text: str, emoji: str | None, actor: str, language: str, layout: str
) -> Any:
    if layout == "html":
        given = f'<ul class="_a6-q"><li><span>{emoji}{actor}</span></li></ul>' if emoji else ""
        body = f"<div><div></div><div>{text}</div><div></div><div>{given}</div></div>"
        return box(sender, body, DATES[language])
    reactions = [{"reaction": emoji, "actor": actor}] if emoji else []
    if layout == "encrypted":
        return {"isUnsent": False, "media": [], "reactions": reactions, "senderName": sender,
                "text": text, "timestamp": AT * 1000, "type": "text"}  # fmt: skip
    return {"sender_name": sender, "timestamp_ms": AT * 1000, "content": text,
            "reactions": reactions, "is_geoblocked_for_viewer": False}  # fmt: skip


def _write(  # noqa: PLR0917 - one case, whole
    export: Export, number: int, donor: str, other: str, messages: list[Any], layout: str
) -> None:
    if layout == "encrypted":
        import json

        document: Any = {"participants": [donor, other], "threadName": other, "messages": messages}
        export.files[f"{other}_{number}.json"] = json.dumps(document, ensure_ascii=False).encode()
        return
    root = "" if layout in ("2018", "2022") else "your_facebook_activity/"
    folder = f"{root}messages/inbox/thread_{number}"
    if layout == "html":
        export.files[f"{folder}/message_1.html"] = page(*messages)
        return
    half = len(messages) // 2
    pages = {"message.json": messages}
    if layout != "2018":
        pages = {"message_1.json": messages[:half], "message_2.json": messages[half:]}
    for name, held in pages.items():
        export.files[f"{folder}/{name}"] = broken({
            "participants": [{"name": other}, {"name": donor}], "messages": held, "title": other,
            "is_still_participant": True, "thread_path": f"inbox/thread_{number}",
        })  # fmt: skip
