"""WhatsApp: chats of Android and iOS, with notices, files, deleted and many-lined messages."""

import time

from filters.reader import Choices
from tests.filters.generators.export import Export
from tests.filters.generators.invented import Crowd

LAYOUTS = ("android", "ios")
_NOTICE = {
    "fr": "Les messages et les appels sont chiffrés de bout en bout.",
    "en": "Messages and calls are end-to-end encrypted.",
}
_NOT_WRITTEN = {
    "fr": ("<Médias omis>", "Ce message a été supprimé", "IMG-20240101-WA0001.jpg (fichier joint)"),
    "en": (
        "<Media omitted>",
        "This message was deleted",
        "IMG-20240101-WA0001.jpg (file attached)",
    ),
}


def _stamp(at: int, layout: str, language: str) -> str:
    if layout == "ios":
        return time.strftime(
            "[%d/%m/%Y %H:%M:%S] " if language == "fr" else "[%d/%m/%Y, %H:%M:%S] ", time.gmtime(at)
        )
    return time.strftime(
        "%d/%m/%Y à %H:%M - " if language == "fr" else "%d/%m/%Y, %H:%M - ", time.gmtime(at)
    )


def generate(seed: int, *, language: str, layout: str, size: int) -> Export:
    crowd = Crowd(seed, language)
    rng = crowd.rng
    me, friend, *_ = people = crowd.people(3)
    export = Export("whatsapp", choices=Choices(me=frozenset({me.name}), all_private_chats=True))
    names = list(dict.fromkeys(person.name for person in people))
    export.identities |= set(names)
    at = 1_600_000_000
    lines = [f"{_stamp(at, layout, language)}{_NOTICE[language]}"]
    for _ in range(size):
        at += rng.randrange(60, 90_000)
        author, kind = rng.choice(names), rng.randrange(10)
        text = crowd.sentence()
        if kind == 8:
            text = f"{text}\n{crowd.sentence()}"
        elif kind == 9:
            text = rng.choice(_NOT_WRITTEN[language])
        if author == me.name and kind != 9:
            export.plant("reply")
        lines.append(f"{_stamp(at, layout, language)}{author}: {text}")
    titles = {
        "fr": f"Discussion WhatsApp avec {friend.name}.txt",
        "en": f"WhatsApp Chat with {friend.name}.txt",
    }
    name = "_chat.txt" if layout == "ios" else titles[language]
    export.files = {name: "\n".join(lines).encode()}
    return export
