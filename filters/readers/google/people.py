"""The donor and the people around them, as Takeout names them: for the redaction dictionary."""

import re
from typing import Any

from filters.reader import Identities, Knowledge

_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_KINDS = (
    ("email", "emails"), ("phone", "phones"), ("street", "addresses"), ("address", "addresses"),
    ("nickname", "handles"), ("handle", "handles"), ("name", "names"),
)  # fmt: skip
"""By what a key holds, the first that fits."""
_DEEPEST = 12


def people_in(document: Any, knowledge: Knowledge) -> None:
    """Take names, e-mail addresses, numbers and addresses by their keys, at any depth."""
    pending = [(document, "", 0)]
    while pending:
        value, key, depth = pending.pop()
        if isinstance(value, str):
            _take(key, value, knowledge.identities)
        elif isinstance(value, list) and depth < _DEEPEST:
            pending.extend((one, key, depth + 1) for one in value)
        elif isinstance(value, dict) and depth < _DEEPEST:
            for name, one in value.items():
                inner = str(name).casefold()
                pending.append((one, key if inner == "value" else f"{key}/{inner}", depth + 1))


def _take(key: str, value: str, known: Identities) -> None:
    last = key.rpartition("/")[2]
    for word in (last, key):
        for part, kind in _KINDS:
            if part in word:
                known.add("emails" if "@" in value and kind != "handles" else kind, value)
                return


def card_line(line: str, knowledge: Knowledge) -> None:
    """One line of a vCard: `FN:`, `N:`, `EMAIL;TYPE=HOME:`, `TEL:`, `ADR:`."""
    field, separator, value = line.partition(":")
    if not separator:
        return
    name = field.split(";")[0].rpartition(".")[2].upper()
    written = [part.replace("\\,", ",").strip() for part in value.split(";")]
    if name == "FN":
        knowledge.identities.add("names", value)
    elif name == "N":
        knowledge.identities.add("names", *written[:2])
    elif name == "NICKNAME":
        knowledge.identities.add("handles", value)
    elif name in ("EMAIL", "TEL"):
        knowledge.identities.add("emails" if name == "EMAIL" else "phones", value)
    elif name == "ADR":
        knowledge.identities.add("addresses", *written[2:4])


def page_text(text: str, knowledge: Knowledge) -> None:
    """E-mail addresses of a page of the account."""
    knowledge.identities.add("emails", *_EMAIL.findall(text))
