"""Telegram's export in HTML, which its program offers first: the same acts, read from pages.

Facts: formats/telegram, and the part of Telegram Desktop that writes these pages
(`export_output_html.cpp`). The donor's own votes ("chosen vote") and reactions (class `active`) are
marked; whose a message is, only its author's name says. What a page lacks and the JSON has: what
kind of chat it is of, so that each is taken for a private one, and who reacted of many.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from html import unescape
from typing import Any

from filters.formats.flat import flat_blocks
from filters.formats.html import lines_of, markup
from filters.formats.json import Damaged
from filters.formats.quotations import own_markup
from filters.reader import MALFORMED, Finding, Knowledge, Unread
from filters.readers.telegram.export import Chat, message_findings, reader
from filters.readers.telegram.people import MYSELF, Notes

__all__ = ["reader"]

_INSIDE = rb"\s*((?:[^<]++|<(?!/?div))*+)</div>"
"""What an element holds, up to the next division: none of these holds another."""
_NUMBER = re.compile(rb'\sid="message(\d{1,19})"')
_DAY = re.compile(rb'date details"\s+title="(\d\d\.\d\d\.\d{4})')
_USUAL = re.compile(
    rb'<div class="message default[^<>"]*" id="message(?P<id>\d{1,19})">'
    rb'(?:[^<]++|<(?!div class="body">))*+<div class="body">\s*'
    rb'<div class="pull_right date details"\s+title="(?P<day>\d\d\.\d\d\.\d{4})'
    rb"[^<>]*>[^<]*</div>\s*"
    rb'(?:<div class="from_name">\s*(?P<author>[^<@]*)</div>\s*)?'
    rb'(?:<div class="reply_to details">[^<]*<a href="[^"<>]*#go_to_message(?P<answered>\d{1,19})"'
    rb"[^<>]*>[^<]*</a>\s*</div>\s*)?"
    rb'<div class="text">\s*(?P<text>(?:[^<]++|<(?!/?div))*+)</div>\s*'
    rb'(?P<reactions><span class="reactions">.*)?</div>\s*</div>\s*',
    re.DOTALL,
)
"""A message of somebody's own words and nothing else, as most are: all of it at once."""
_AUTHOR = re.compile(rb'<div class="from_name">' + _INSIDE)
_TEXT = re.compile(rb'<div class="text">' + _INSIDE)
_SERVICE = b'<div class="message service'
_PASSED_ON = b'<div class="forwarded body">'
_VIA_BOT = re.compile(r"\s+via\s+@\w+\s*\Z")
_ANSWERED = re.compile(
    rb'<div class="reply_to details">.{0,400}?#go_to_message(\d{1,19})', re.DOTALL
)
_POLL = b"media_poll"
_QUESTION = re.compile(rb'<div class="question bold">' + _INSIDE)
_ANSWER = re.compile(rb'<div class="answer">' + _INSIDE)
_VOTES = re.compile(rb"([^<]*)</span>\s*")
_REACTIONS = b'class="reactions"'
_REACTION = b'<span class="reaction'
_EMOJI = re.compile(r'<span class="emoji">\s*([^<\s]{1,20})\s*</span>')
_COUNT = re.compile(r'<span class="count">\s*(\d{1,7})')
_MENTIONED = b"ShowMentionName"
_MENTION = re.compile(rb"ShowMentionName\(\)[^<>]*>([^<>]{1,80})<")
_VALUE = re.compile(
    r'<div class="label details">\s*([^<]{1,60}?)\s*</div>\s*'
    r'<div class="value bold">\s*([^<]{1,200}?)\s*</div>'
)
_CONTACT = re.compile(r'<div class="name bold">' + _INSIDE.decode())
_PHONE = re.compile(r"\+?\d[\d\s]{6,18}\d")
_EMPHASIS = re.compile(r"</?(?:strong|em|u|s)>")
"""Tags within a line: without them most texts need not be taken apart into lines."""
_MOST_OTHERS = 6


def messages(found: Iterable[bytes | Damaged]) -> Iterator[dict[str, Any] | Damaged]:
    """The messages of a page, in the form they have in the JSON."""
    author = ""
    for block in found:
        if isinstance(block, Damaged):
            yield block
            continue
        usual = _USUAL.fullmatch(block)
        message = _message(block) if usual is None else _usual_message(usual)
        # Of several in a row by one person, only the first names them.
        message["from"] = author = message["from"] or author
        yield message


def _usual_message(found: re.Match[bytes]) -> dict[str, Any]:
    number, day, author, answered, text, reactions = found.groups()
    message: dict[str, Any] = {
        "id": int(number),
        "date": _iso(day),
        "from": "" if author is None else _name(author),
        "text": _words(_text(text)),
    }
    if answered is not None:
        message["reply_to_message_id"] = int(answered)
    if reactions is not None:
        message["reactions"] = _reactions(reactions)
    return message


def _message(block: bytes) -> dict[str, Any]:
    number, day = _NUMBER.search(block), _DAY.search(block)
    passed_on = block.find(_PASSED_ON)
    own = block if passed_on < 0 else block[:passed_on]
    author = _author(own)
    is_service = number is None or block.startswith(_SERVICE)
    is_by_bot = "@" in author and _VIA_BOT.search(author) is not None
    message: dict[str, Any] = {
        "id": int(number[1]) if number else None,
        "type": "service" if is_service else "message",
        "date": _iso(day[1]) if day else None,
        "from": _VIA_BOT.sub("", author).strip() if is_by_bot else author,
        "text": _first(_TEXT, block),
    }
    if passed_on >= 0:
        message["forwarded_from"] = _author(block[passed_on:])
    if is_by_bot:
        message["via_bot"] = True
    if b"reply_to" in own and (answered := _ANSWERED.search(own)) is not None:
        message["reply_to_message_id"] = int(answered[1])
    if _POLL in block:
        message["poll"] = {
            "question": _first(_QUESTION, block),
            "answers": [_answer(found) for found in _ANSWER.findall(block)],
        }
    if _REACTIONS in block:
        message["reactions"] = _reactions(block)
    return message


@lru_cache(1024)
def _iso(day: bytes) -> str:
    return "-".join(reversed(day.decode().split(".")))


def _reactions(source: bytes) -> list[dict[str, Any]]:
    # The first of these is the list of them.
    return [_reaction(one) for one in source.split(_REACTION)[2:]]


def _answer(source: bytes) -> dict[str, Any]:
    words, tag, behind = source.rpartition(b'<span class="details">')
    votes = _VOTES.fullmatch(behind) if tag else None
    return {
        "text": _words(_text(source if votes is None else words)).removeprefix("- "),
        "chosen": votes is not None and b"chosen" in votes[1],
    }


@lru_cache(1024)
def _reaction(source: bytes) -> dict[str, Any]:
    """The same few people give the same few reactions."""
    written = _text(source)
    emoji, count = _EMOJI.search(written), _COUNT.search(written)
    is_own = " active" in written.partition(">")[0]
    return {
        "emoji": emoji[1] if emoji else None,
        "count": int(count[1]) if count else max(written.count('class="initials"'), 1),
        "recent": [{"from_id": MYSELF}] if is_own else [],
    }


def _author(source: bytes) -> str:
    found = _AUTHOR.search(source) if b"from_name" in source else None
    return "" if found is None else _name(found[1])


def _writer(own: bytes) -> str:
    """Who wrote a message, whatever bot made it for them."""
    author = _author(own)
    return _VIA_BOT.sub("", author).strip() if "@" in author else author


@lru_cache(1024)
def _name(source: bytes) -> str:
    """The same few people write all the messages."""
    return _words(_text(source))


def _first(pattern: re.Pattern[bytes], source: bytes) -> str:
    found = pattern.search(source)
    return "" if found is None else _words(_text(found[1]))


def _text(source: bytes) -> str:
    return source.decode("utf-8", "replace")


def _words(source: str) -> str:
    if "<" in source:
        source = _EMPHASIS.sub("", source)
    if "<" not in source:
        return " ".join((unescape(source) if "&" in source else source).split())
    return "\n".join([line.text for line in lines_of(own_markup(source))])


def _learn_page(found: Iterable[bytes | Damaged], knowledge: Knowledge) -> None:
    """Who writes, whose words are passed on, who is mentioned: no more is looked at."""
    notes: Notes = knowledge.notes
    here = notes.pages.setdefault(knowledge.folder, {})
    for block in found:
        if isinstance(block, Damaged):
            continue
        if b"from_name" not in block and _MENTIONED not in block:
            continue  # As most messages: they follow another by the same person.
        own, _, passed_on = block.partition(_PASSED_ON)
        if (author := _writer(own)) and author not in here:
            here.setdefault(author)
            notes.authors.setdefault(author, {})
            knowledge.identities.add("names", author)
        if _MENTIONED in block:
            knowledge.identities.add("names", *map(_text, _MENTION.findall(block)))
        if passed_on:
            # After the name stands when it was written.
            name = _author(passed_on.partition(b'<span class="date')[0] + b"</div>")
            knowledge.identities.add("names", name)


@reader.signal(
    "messages.html", "messages[0-9]*.html", decode=flat_blocks("message"), family="messages",
    whole=True, learn=_learn_page, signature=r'<div class="message (?:default|service)',
)  # fmt: skip
def page(found: Iterable[bytes | Damaged], knowledge: Knowledge) -> Iterator[Finding]:
    """One page of a chat; those of one folder are of one chat."""
    names = knowledge.notes.pages.get(knowledge.folder, {})
    others = [name for name in names if not knowledge.is_own(name)]
    chat = Chat({"name": ", ".join(others[:_MOST_OTHERS]), "id": f"page/{knowledge.folder}"})
    for message in messages(found):
        try:
            if isinstance(message, Damaged):
                yield Unread("messages", message.reason)
            else:
                yield from message_findings(message, chat, knowledge)
        except MALFORMED:
            yield Unread("messages", "shape")


@reader.identity("export_results.html", decode=markup("personal_info"), telling=True)
def personal(source: str, knowledge: Knowledge) -> None:
    """The donor, on the first page of a whole export, whose labels are English in all languages."""
    notes: Notes = knowledge.notes
    for label, written in _VALUE.findall(source):
        value = _words(written)
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
    knowledge.identities.add("names", *(_words(name) for name in _CONTACT.findall(source)))
    knowledge.identities.add("phones", *_PHONE.findall(_words(source)))


# Whatever else the program wrote: alone, it says that the chats were not given.
reader.html("lists/**.html", signature=r'<body onload="CheckLocation\(\);">')
# Last, for these are wide.
reader.ignore("lists/**.html", "css/**", "js/**", family="account")
