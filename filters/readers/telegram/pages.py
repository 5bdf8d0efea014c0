"""Telegram's export in HTML, which its program offers first: the same acts, read from pages.

Facts: formats/telegram; what one message says: `page_messages`. What a page lacks and the JSON has:
what kind of chat it is of, so that each is taken for a private one, and who reacted of many.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from filters.formats.flat import flat_blocks
from filters.formats.html import markup
from filters.formats.json import Damaged
from filters.limits import KIB, Limits
from filters.reader import MALFORMED, Finding, Knowledge, SetAside, Unread
from filters.readers.telegram.export import Chat, message_findings, reader
from filters.readers.telegram.page_messages import INSIDE, messages, named, words
from filters.readers.telegram.people import Notes, Page

__all__ = ["reader"]

_VALUE = re.compile(
    r'<div class="label details">\s*([^<]{1,60}?)\s*</div>\s*'
    r'<div class="value bold">\s*([^<]{1,200}?)\s*</div>'
)
_CONTACT = re.compile(r'<div class="name bold">' + INSIDE.decode())
_PHONE = re.compile(r"\+?\d[\d\s]{6,18}\d")
_HEADER, _BODY = b'"page_header"', b"page_body"
_TITLE = re.compile(rb'<div class="text bold">' + INSIDE)
_HEAD_BYTES = 64 * KIB
_MOST_OTHERS = 6


_blocks = flat_blocks("message")


def _page(chunks: Iterable[bytes], limits: Limits) -> Iterator[str | bytes | Damaged]:
    """The title of a page, where it has one, and its messages."""
    pieces, head = iter(chunks), b""
    for piece in pieces:
        head += piece
        if _BODY in head or len(head) >= _HEAD_BYTES:
            break
    if (title := _TITLE.search(head.partition(_BODY)[0].partition(_HEADER)[2])) is not None:
        yield words(title[1].decode("utf-8", "replace"))
    yield from _blocks(chain((head,), pieces), limits)


def _learn_page(found: Iterable[str | bytes | Damaged], knowledge: Knowledge) -> None:
    """Who writes, whose words are passed on, who is mentioned."""
    notes: Notes = knowledge.notes
    here = notes.pages.setdefault(knowledge.folder, Page())
    for block in found:
        if isinstance(block, str):
            here.title = here.title or block
            continue
        if isinstance(block, Damaged) or (people := named(block)) is None:
            continue
        if author := people.writer:
            if author not in here.writers:
                here.writers[author] = set()
                notes.authors.setdefault(author, {})
                knowledge.identities.add("names", author)
            if people.colour:
                here.writers[author].add(people.colour)
        if people.mentioned or people.passed_on:
            knowledge.identities.add("names", *people.mentioned, people.passed_on)


@reader.signal(
    "messages.html", "messages[0-9]*.html", decode=_page, family="messages",
    whole=True, learn=_learn_page, signature=r'<div class="message (?:default|service)',
)  # fmt: skip
def page(found: Iterable[str | bytes | Damaged], knowledge: Knowledge) -> Iterator[Finding]:
    """One page of a chat; those of one folder are of one chat."""
    if knowledge.notes.is_in_json(knowledge.folder):
        blocks = sum(isinstance(block, bytes) for block in found)
        yield SetAside("messages", "quality", blocks)
        return
    here: Page = knowledge.notes.pages.get(knowledge.folder, Page())
    unclear = here.unclear(knowledge)
    others = [name for name in here.writers if not knowledge.is_own(name)]
    chat = Chat({"name": ", ".join(others[:_MOST_OTHERS]), "id": f"page/{knowledge.folder}"})
    for message in messages(block for block in found if not isinstance(block, str)):
        try:
            if isinstance(message, Damaged):
                yield Unread("messages", message.reason)
            else:
                if unclear and message["from"] in unclear:
                    message["from"] = ""
                yield from message_findings(message, chat, knowledge)
        except MALFORMED:
            yield Unread("messages", "shape")


@reader.identity("export_results.html", decode=markup("personal_info"), telling=True)
def personal(source: str, knowledge: Knowledge) -> None:
    """The donor, on the first page of a whole export, whose labels are English in all languages."""
    notes: Notes = knowledge.notes
    for label, written in _VALUE.findall(source):
        value = words(written)
        if label in ("First name", "Last name"):
            notes.own_name["first_name" if label == "First name" else "last_name"] = value
            knowledge.identities.add("names", value)
        elif label == "Phone number":
            knowledge.identities.add("phones", value)
        elif label == "Username":
            knowledge.identities.add("handles", value.removeprefix("@"))


@reader.identity(
    "lists/contacts.html", "lists/frequent.html", decode=markup("entry"), family="contacts"
)
def contact(source: str, knowledge: Knowledge) -> None:
    """People around the donor."""
    knowledge.identities.add("names", *(words(name) for name in _CONTACT.findall(source)))
    knowledge.identities.add("phones", *_PHONE.findall(words(source)))


# Whatever else the program wrote: alone, it says that the chats were not given.
reader.html("lists/**.html", signature=r'<body onload="CheckLocation\(\);">')
# Last, for these are wide.
reader.ignore("lists/**.html", "css/**", "js/**", family="account")
