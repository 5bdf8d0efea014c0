"""Facebook: whose account it is, and the people around them; for the redaction dictionary only.

Facts: formats/facebook, "Identifiers". Each UTF-8 byte is written as one character.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from filters.formats.dates import is_under_age
from filters.formats.json import Item, documents, items
from filters.formats.mojibake import repaired
from filters.problem import AGE_OF_CONSENT, ArchiveProblem, Problem
from filters.reader import Knowledge, Question, Reader, folded_name

_KINDS = (
    ("mail", "emails"), ("phone", "phones"), ("mobile", "phones"), ("street", "addresses"),
    ("address", "addresses"), ("name", "names"),
)  # fmt: skip
"""What the browser fills in, by what a key holds: the first that fits."""
_MOST_AUTHORS = 50
FIRST_KEY = '\\A[^\\w"]{0,40}'
"""Before the first key: names as common as `comments` speak for Facebook only there."""


@dataclass
class Notes:
    """The names the donor goes by or went by, as the profile has them; and those that comments are
    signed with."""

    names: set[str] = field(default_factory=set)
    authors: dict[str, None] = field(default_factory=dict)


def ask(knowledge: Knowledge) -> None:
    """Without a profile, comments are the donor's if all are signed with one name; if not, ask."""
    notes: Notes = knowledge.notes
    if notes.names or any(map(knowledge.is_own, notes.authors)):
        return
    if len(notes.authors) == 1:
        notes.names.update(notes.authors)
    elif notes.authors:
        knowledge.questions.append(Question("author", "facebook", tuple(notes.authors)))


reader = Reader(
    "facebook", version=2, title="Facebook", notes=Notes, prepare=ask,
    signals={
        "confirmed": (
            "like", "love", "care", "haha", "wow", "sad", "angry", "other_emoji", "poll_option",
            "save", "reply",
        ),
        "one_source": ("hide",),
    },
)  # fmt: skip


@reader.identity(
    decode=documents, telling=True,
    signature='"profile(?:_v2)?"\\s*:',
)  # fmt: skip
@reader.identity(
    "profile_information/profile_information.json", decode=documents,
     telling=True,
)  # fmt: skip
def profile(document: dict[str, Any], knowledge: Knowledge) -> None:
    """The donor's names, addresses and family. An archive of a child is refused."""
    own = document.get("profile_v2") or document["profile"]
    birthday = own.get("birthday") or {}
    if is_under_age(
        AGE_OF_CONSENT, birthday.get("year"), birthday.get("month", 1), birthday.get("day", 1)
    ):
        raise ArchiveProblem(Problem.MINOR, "facebook")
    name = own.get("name") or {}
    full_name = repaired(name.get("full_name") if isinstance(name, dict) else name)
    former = [repaired(one.get("name")) for one in dicts(own, "previous_names")]
    known = knowledge.identities
    known.add("names", full_name, *(repaired(m.get("name")) for m in dicts(own, "family_members")))
    known.add("names", *former)
    knowledge.notes.names.update(n for n in (full_name, *former) if isinstance(n, str) and n)
    knowledge.own_names |= knowledge.notes.names
    emails = own.get("emails") or {}
    for group in emails.values() if isinstance(emails, dict) else ():
        known.add("emails", *(group if isinstance(group, list) else ()))
    known.add("phones", *(p.get("phone_number") for p in dicts(own, "phone_numbers")))
    known.add("handles", own.get("username"))
    relationship = own.get("relationship")
    if isinstance(relationship, dict):
        known.add("names", repaired(relationship.get("partner")))
    known.add("names", *(repaired(m.get("name")) for m in dicts(own, "previous_relationships")))
    for place in ("current_city", "hometown"):
        known.add("addresses", repaired((own.get(place) or {}).get("name")))


@reader.identity(
    decode=items, family="contacts",
    signature='"[a-z_]*friend[a-z_]*_v2"\\s*:',
)  # fmt: skip
@reader.identity(
    "friends/your_friends.json", "friends/friends.json", "friends/removed_friends.json",
    "friends/*_friend_requests.json", "friends_and_followers/*friend*.json",
    "followers/*.json", "friends_and_followers/follow*.json",
    "friends/*friend*.json", "connections/followers/*.json",
    decode=items, family="contacts",
)  # fmt: skip
def friends(item: Item, knowledge: Knowledge) -> None:
    """People around the donor: only to mask their names."""
    knowledge.identities.add("names", repaired(item.value.get("name")))


@reader.identity(
    "contacts_uploaded_from_your_phone.json", "your_address_books.json",
    decode=documents, family="contacts",
)  # fmt: skip
def address_books(document: Any, knowledge: Knowledge) -> None:
    """The telephone's address book: names, numbers and e-mail addresses, at any depth."""
    for one in _objects_in(document):
        knowledge.identities.add("names", repaired(one.get("name")))
        point = str(one.get("contact_point", ""))
        knowledge.identities.add("emails" if "@" in point else "phones", point)


@reader.identity("autofill_information.json", decode=documents, family="autofill")
def autofill(document: Any, knowledge: Knowledge) -> None:
    """What was filled in on forms: names, addresses and numbers, told apart by their keys."""
    for one in _objects_in(document):
        for key, value in one.items():
            kind = next((kind for part, kind in _KINDS if part in key.casefold()), None)
            values = value if isinstance(value, list) else [value]
            if kind is not None:
                knowledge.identities.add(kind, *(repaired(text) for text in values))


def _objects_in(document: Any) -> Iterator[dict[str, Any]]:
    pending = [document]
    while pending:
        one = pending.pop()
        if isinstance(one, dict):
            yield one
        children = one.values() if isinstance(one, dict) else one if isinstance(one, list) else ()
        pending.extend(value for value in children if isinstance(value, dict | list))


def dicts(row: dict[str, Any], key: str) -> list[dict[str, Any]]:
    """The objects of a list that may also be one object, or anything else."""
    value = row.get(key)
    value = [value] if isinstance(value, dict) else value
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def meet_author(name: Any, knowledge: Knowledge) -> None:
    """Take note of a name that a comment is signed with."""
    authors, name = knowledge.notes.authors, repaired(name)
    if isinstance(name, str) and name.strip() and len(authors) < _MOST_AUTHORS:
        authors.setdefault(name)


def is_somebody_elses(name: Any, knowledge: Knowledge, *, words: bool = False) -> bool:
    """Whether an act among the donor's is signed with a name they never bore.

    Not so where no name is given. Where neither a profile nor the donor says who they are, an act
    without words is taken for theirs, as it lies among their acts; `words` are nobody's yet.
    """
    name, names = repaired(name), knowledge.notes.names or knowledge.own_names
    if not isinstance(name, str) or not name.strip() or name in names:
        return False
    if not names:
        return words
    return folded_name(name) not in set(map(folded_name, names)) and not knowledge.is_own(name)
