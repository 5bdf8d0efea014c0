"""The people of a Telegram export: the donor, their contacts, everybody who writes or is mentioned.

Facts: formats/telegram, "Identifiers". A full export says who the donor is by number; an export of
one chat does not, and the donor is asked. Entities of a text are typed: those that name people feed
the redaction dictionary.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from filters.formats.json import OPENED, Damaged, Placed
from filters.reader import Knowledge, Question

_NAMES = frozenset(("actor", "forwarded_from", "saved_from", "author"))
_PEOPLE = frozenset(("members", "contact_information"))
CHATS = (("chats", "list"), ("left_chats", "list"))
"""The lists of chats of a whole export, by the keys that lead there."""
_DESCRIBED = frozenset(("name", "type", "id"))
MYSELF = "myself"
"""In place of a number, where a page marks what the donor did."""
_MOST_AUTHORS = 50
"""More people than this in one chat are not offered as answers to "who are you"."""


@dataclass
class Notes:
    """Who the donor is, and who wrote in chats of which nobody knows."""

    ids: set[str] = field(default_factory=set)
    own_name: dict[str, str] = field(default_factory=dict)
    """First and last name, as the account has them."""
    authors: dict[str, bool] = field(default_factory=dict)
    """Everybody who writes, and whether it is the donor: asked once a name, not once a message."""
    pages: dict[str, dict[str, None]] = field(default_factory=dict)
    """Who writes on the pages of a folder."""
    chats: dict[int, list[dict[str, str]]] = field(default_factory=dict)
    """Name, type and id of each chat of an entry, in order; the first is what is in no list."""

    def is_own(self, number: Any, name: Any, knowledge: Knowledge) -> bool:
        """Whether a message or a reaction is the donor's: by number, else by name."""
        if number == MYSELF:
            return True
        if self.ids and number is not None:
            return str(number) in self.ids
        if not isinstance(name, str):
            return False
        if name not in self.authors:
            self.authors[name] = knowledge.is_own(name)
        return self.authors[name]


def prepare(knowledge: Knowledge) -> None:
    """Ask who the donor is when the export cannot say."""
    notes: Notes = knowledge.notes
    full = f"{notes.own_name.get('first_name', '')} {notes.own_name.get('last_name', '')}".strip()
    if full:
        knowledge.own_names.add(full)
        knowledge.identities.add("names", full)
    is_known = any(knowledge.is_own(author) for author in notes.authors)
    if not notes.ids and notes.authors and not is_known:
        options = tuple(sorted(list(notes.authors)[:_MOST_AUTHORS]))
        knowledge.questions.append(Question("author", "telegram", options))
    notes.authors.clear()  # Names learned before the donor was known.


def learn(found: Iterable[Placed | Damaged], knowledge: Knowledge) -> None:
    """The donor, their contacts, everybody who writes or is mentioned; what the chats are."""
    described: list[dict[str, str]] = [{}]
    knowledge.notes.chats[knowledge.entry] = described
    for item in found:
        if isinstance(item, Damaged):
            continue
        path, value = item
        if value is OPENED:
            described.append({})
            continue
        if not path:
            continue
        if path[-1] in _DESCRIBED and path[:-1] in ((), *CHATS) and isinstance(value, str | int):
            described[-1][path[-1]] = str(value)
        if path[0] == "personal_information":
            _learn_donor(path[-1], value, knowledge)
        elif path[-1] == "messages" and isinstance(value, dict):
            learn_message(value, knowledge)
        elif path[-1] == "name":
            knowledge.identities.add("names", value)
        elif isinstance(value, dict):
            _learn_person(value, knowledge)


def _learn_donor(name: str, value: Any, knowledge: Knowledge) -> None:
    if name == "user_id" and isinstance(value, int | str):
        knowledge.notes.ids |= {str(value), f"user{value}"}
    elif name in ("first_name", "last_name") and isinstance(value, str):
        knowledge.notes.own_name[name] = value
        knowledge.identities.add("names", value)
    elif name == "phone_number":
        knowledge.identities.add("phones", value)
    elif name == "username" and isinstance(value, str):
        knowledge.identities.add("handles", value.removeprefix("@"))


def _learn_person(person: dict[str, Any], knowledge: Knowledge) -> None:
    known = knowledge.identities
    known.add("names", *(person.get(key) for key in ("first_name", "last_name", "name")))
    known.add("phones", person.get("phone_number"))


def _learn_people(people: Any, knowledge: Knowledge) -> None:
    """A list of names, or the card of one person."""
    if isinstance(people, list):
        knowledge.identities.add("names", *people)
    elif isinstance(people, dict):
        _learn_person(people, knowledge)


def learn_message(message: dict[str, Any], knowledge: Knowledge) -> None:
    """Who writes a message, and who is named in it."""
    known, notes, author = knowledge.identities, knowledge.notes, message.get("from")
    if isinstance(author, str) and author.strip() and author not in notes.authors:
        notes.authors[author] = False
        known.add("names", author)
    for key in _NAMES & message.keys():
        known.add("names", message[key])
    for key in _PEOPLE & message.keys():
        _learn_people(message[key], knowledge)
    if "address" in message:
        known.add("addresses", message["address"])
    entities = message.get("text_entities") or message.get("text")
    for one in entities if isinstance(entities, list) else ():
        if isinstance(one, dict):
            kind, text = one.get("type"), one.get("text")
            if kind == "mention" and isinstance(text, str):
                known.add("handles", text.removeprefix("@"))
            elif kind == "mention_name":
                known.add("names", text)
            elif kind in ("phone", "email"):
                known.add("phones" if kind == "phone" else "emails", text)
