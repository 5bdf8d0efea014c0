"""The people of a TikTok export: the donor's profile, and everybody the lists name.

Facts: formats/tiktok, "Identifiers".
"""

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from filters.formats.dates import born_under_age
from filters.formats.json import Damaged
from filters.problem import AGE_OF_CONSENT, ArchiveProblem, Problem
from filters.reader import Knowledge, Question
from filters.readers.tiktok.layouts import Row

_MOST_AUTHORS = 50
_NO_VALUE = frozenset({"", "n/a", "none", "null"})
_PROFILE = {
    "username": "handles", "displayname": "names", "emailaddress": "emails",
    "telephonenumber": "phones",
}  # fmt: skip
_OTHERS = {
    "username": "handles", "from": "handles", "name": "names", "receivername": "names",
    "address": "addresses", "detailedaddress": "addresses", "phonenumber": "phones",
    "phone": "phones", "email": "emails",
}  # fmt: skip


@dataclass
class Notes:
    """The donor's name on the platform, and who writes in conversations."""

    usernames: set[str] = field(default_factory=set)
    authors: dict[str, None] = field(default_factory=dict)


def folded(fields: dict[str, Any]) -> dict[str, Any]:
    """A row with its keys in lower case, without what says nothing; `App` is TikTok every time."""
    return {
        key: value
        for name, value in fields.items()
        if (key := _key(name)) != "app" and not _says_nothing(value)
    }


def _says_nothing(value: Any) -> bool:
    return isinstance(value, str) and len(value) < 8 and value.strip().casefold() in _NO_VALUE


@lru_cache(1024)
def _key(name: str) -> str:
    return name.replace(" ", "").casefold()


def learn(row: Row | Damaged, knowledge: Knowledge) -> None:
    """Whoever a row names."""
    if isinstance(row, Damaged):
        return
    if row.names[-1:] == ("profilemap",):
        learn_profile(folded(row.fields), knowledge)
        return
    for name, value in row.fields.items():
        if (field_name := _OTHERS.get(_key(name))) is not None and not _says_nothing(value):
            knowledge.identities.add(field_name, value)
    if (partner := row.partner) is not None:
        knowledge.identities.add("handles", partner)
        author = folded(row.fields).get("from")
        if isinstance(author, str) and len(knowledge.notes.authors) < _MOST_AUTHORS:
            knowledge.notes.authors.setdefault(author)


def learn_profile(fields: dict[str, Any], knowledge: Knowledge) -> None:
    """The donor. An archive of a child is refused."""
    if born_under_age(AGE_OF_CONSENT, fields.get("birthdate")):
        raise ArchiveProblem(Problem.MINOR, "tiktok")
    for name, field_name in _PROFILE.items():
        knowledge.identities.add(field_name, fields.get(name))
    if isinstance(username := fields.get("username"), str):
        knowledge.notes.usernames.add(username.casefold())


def prepare(knowledge: Knowledge) -> None:
    """Ask who the donor is when there are messages and no profile."""
    notes: Notes = knowledge.notes
    is_known = notes.usernames or any(knowledge.is_own(author) for author in notes.authors)
    if notes.authors and not is_known:
        knowledge.questions.append(Question("author", "tiktok", tuple(sorted(notes.authors))))


def is_own(author: str, knowledge: Knowledge) -> bool:
    """Whether a message is the donor's."""
    usernames = knowledge.notes.usernames
    return author.casefold() in usernames if usernames else knowledge.is_own(author)
