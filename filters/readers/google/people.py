"""The donor and the people around them, as Takeout names them: for the redaction dictionary.

They stand beside any product, and a donor may ask for one alone: each reader of Takeout has these
rows.
"""

import re
from typing import Any

from filters.formats.json import documents
from filters.formats.text import lines
from filters.reader import Identities, Knowledge, Reader

_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_KINDS = (
    ("email", "emails"), ("phone", "phones"), ("street", "addresses"), ("address", "addresses"),
    ("nickname", "handles"), ("handle", "handles"), ("name", "names"),
)  # fmt: skip
"""By what a key holds, the first that fits."""
_DEEPEST = 12


def register(reader: Reader) -> None:
    """Give a reader the entries of Takeout that name people, whatever product it reads."""
    reader.identity("*.vcf", decode=lines, family="contacts", signature=r"BEGIN:VCARD")(card_line)
    # What the browser fills in: the donor's names and addresses.
    reader.identity(
        "chrome/*autofill*.json", "chrome/*addresses*.json", "chrome/*adresses*.json",
        "chrome/*remplissage*.json", "chrome/*autocompletar*.json",
        decode=documents, family="autofill",
    )(people_in)  # fmt: skip
    # The index of the archive and the account's page name the donor's address.
    reader.identity(
        "*archive_browser.html", "*subscriberinfo*.html", "*changehistory*.html",
        decode=lines, family="account",
    )(page_text)  # fmt: skip


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
