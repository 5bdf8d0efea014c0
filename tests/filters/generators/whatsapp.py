"""WhatsApp conversations, from Android and iOS, in the forms of date of five countries."""

import random

from filters.reader import Choices
from tests.filters.generators.export import Export
from tests.filters.generators.meta_rows import names, said

LAYOUTS = ("android-fr", "android-us", "android-de", "ios-fr", "ios-us")
_HEADERS = {
    "android-fr": "{d:02}/{m:02}/2024 à {H:02}:05 - {who} : ", "android-us": "{m}/{d}/24, {h}:05\u202f{half} - {who}: ",
    "android-de": "{d:02}.{m:02}.24, {H:02}:05 - {who}: ", "ios-fr": "[{d:02}/{m:02}/2024 {H:02}:05:09] {who}: ",
    "ios-us": "\u200e[{m}/{d}/24, {h}:05:09\u202f{half}] {who}: ",
}  # fmt: skip
_NOT_WRITTEN = {
    "fr": ("<Médias omis>", "Vous avez supprimé ce message", "\u200eimage absente"),
    "en": ("<Media omitted>", "You deleted this message", "\u200eimage omitted"),
}


def generate(seed: int, *, language: str, layout: str, size: int) -> Export:
    """`size` turns of the donor's in two conversations, with others' words between them."""
    chance = random.Random(seed)
    donor, *others = names(language)
    export = Export("whatsapp", choices=Choices(me=frozenset({donor}), all_private_chats=True))
    export.identities = {donor, *others[:2], "+33 6 12 34 56 78"}
    for number, other in enumerate(others[:2]):
        lines = [_line(layout, 13, donor, _NOT_WRITTEN[language][0])]
        for turn in range(max(size // 2, 1)):
            day = 13 + turn * 14 // max(size // 2, 1)
            export.plant("reply")
            lines.append(_line(layout, day, other, said(chance, language)))
            text = said(chance, language)
            lines.append(
                _line(layout, day, donor, text + ("\nsuite : ici" if turn % 5 == 0 else ""))
            )
            if turn % 7 == 0:
                lines.append(_line(layout, day, donor, chance.choice(_NOT_WRITTEN[language])))
                lines.append(_line(layout, day, "\u202a+33 6 12 34 56 78\u202c", "oui"))
        export.files[f"chat {number}/_chat.txt"] = "\r\n".join(lines).encode()
    return export


def _line(layout: str, day: int, who: str, text: str) -> str:
    return _HEADERS[layout].format(d=day, m=3, H=14, h=2, half="PM", who=who) + text
