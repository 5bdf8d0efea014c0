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
class Page:
    """What the pages of one chat say of who writes. They number nobody."""

    title: str = ""
    """In a chat of two the other's name."""
    writers: dict[str, set[bytes]] = field(default_factory=dict)
    """Of each name, the colours in which it is drawn: of two colours are two accounts."""

    _unclear: frozenset[str] | None = None

    def unclear(self, knowledge: Knowledge) -> frozenset[str]:
        """The donor's names that may be somebody else's here. To be asked once all is learned."""
        if self._unclear is None:
            alike = frozenset(filter(knowledge.is_own, self.writers))
            own = knowledge.own_among(alike)
            is_with_namesake = own == self.writers.keys() and knowledge.is_own(self.title)
            is_shared = len(own) > 1 or any(len(self.writers[name]) > 1 for name in own)
            self._unclear = alike if is_shared or is_with_namesake else alike - own
        return self._unclear


@dataclass
class Notes:
    """Who the donor is, and who wrote in chats of which nobody knows."""

    ids: set[str] = field(default_factory=set)
    own_name: dict[str, str] = field(default_factory=dict)
    """First and last name, as the account has them."""
    authors: dict[str, dict[str, bool]] = field(default_factory=dict)
    """Everybody who writes, by name and number, and whether it is the donor: asked once, not once a
    message. Two people may have one name."""
    shared: set[str] = field(default_factory=set)
    """Names under which more than one person writes."""
    pages: dict[str, Page] = field(default_factory=dict)
    """What the pages of a folder say."""
    in_json: set[str] = field(default_factory=set)
    """The folders whose chats are given in JSON."""
    chats: dict[int, list[dict[str, str]]] = field(default_factory=dict)
    """Name, type and id of each chat of an entry, in order; the first is what is in no list."""

    def is_in_json(self, folder: str) -> bool:
        """Whether the pages of a folder are of an export that was made in both forms."""
        return folder in self.in_json or any(
            folder.startswith(f"{one}/chats/" if one else "chats/") for one in self.in_json
        )

    def is_own(self, number: Any, name: Any, knowledge: Knowledge) -> bool:
        """Whether a message or a reaction is the donor's: by number, else by name."""
        if number == MYSELF:
            return True
        if self.ids and number is not None:
            return str(number) in self.ids
        if not isinstance(name, str):
            return False
        numbers, written = self.authors.setdefault(name, {}), str(number)
        if written not in numbers:
            is_said = knowledge.is_own(written) or knowledge.is_own(_told_apart(name, written))
            numbers[written] = is_said or (not self._is_shared(name) and knowledge.is_own(name))
        return numbers[written]

    def answers(self) -> list[str]:
        """Everybody who writes, as a donor may say who they are."""
        return [
            _told_apart(name, number) if self._is_shared(name) else name
            for name, numbers in self.authors.items()
            for number in (numbers if self._is_shared(name) else ("",))
        ]

    def _is_shared(self, name: str) -> bool:
        """Whether two people write under it."""
        return name in self.shared


def _told_apart(name: str, number: str) -> str:
    return f"{name} ({number})"


def prepare(knowledge: Knowledge) -> None:
    """Ask who the donor is when the export cannot say."""
    notes: Notes = knowledge.notes
    full = f"{notes.own_name.get('first_name', '')} {notes.own_name.get('last_name', '')}".strip()
    if full:
        knowledge.own_names.add(full)
        knowledge.identities.add("names", full)
    notes.shared = {name for name, numbers in notes.authors.items() if len(numbers) > 1}
    answers = notes.answers()
    numbers = [number for numbers in notes.authors.values() for number in numbers]
    if not notes.ids and answers and not any(map(knowledge.is_own, (*answers, *numbers))):
        options = tuple(sorted(answers[:_MOST_AUTHORS]))
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
            knowledge.notes.in_json.add(knowledge.folder)
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


def _learn_author(name: str, number: Any, knowledge: Knowledge) -> None:
    authors = knowledge.notes.authors
    if name not in authors:
        authors[name] = {}
        knowledge.identities.add("names", name)
    if len(authors[name]) < _MOST_AUTHORS:
        authors[name].setdefault(str(number), False)


def learn_message(message: dict[str, Any], knowledge: Knowledge) -> None:
    """Who writes a message, and who is named in it."""
    known, author = knowledge.identities, message.get("from")
    if isinstance(author, str) and author.strip():
        _learn_author(author, message.get("from_id"), knowledge)
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
