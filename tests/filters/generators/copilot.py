"""Copilot: one table of all turns; only words judge."""

from tests.filters.generators.assistant import chats
from tests.filters.generators.export import Export
from tests.filters.generators.words import table

LAYOUTS = ("table",)
_AUTHORS = {"fr": ("Utilisateur", "Copilot"), "en": ("Human", "AI")}


def generate(seed: int, *, language: str, layout: str, size: int) -> Export:
    """An export of about `size` answers."""
    export = Export("copilot")
    rows: list[tuple[object, ...]] = [("Conversation", "Time", "Author", "Message")]
    for number, chat in enumerate(chats(seed, language, size, again=False, thumbs=False)):
        second = 0
        for exchange in chat.exchanges:
            for author, text in zip(
                _AUTHORS[language], (exchange.prompt, exchange.answers[0]), strict=True
            ):
                rows.append((f"Sujet {number}", f"2025-05-01T10:00:{second:02d}", author, text))
                second += 1
            if exchange.said:
                export.plant(exchange.said, "good" if exchange.said == "praise" else "bad")
    export.files = {"copilot-activity-history.csv": table(*rows)}
    return export
