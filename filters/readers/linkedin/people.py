"""The people of a LinkedIn export: who the donor is, whom they know, who bears the same name.

Facts: formats/linkedin, "Identifiers". Messages name their authors, and give the address of their
profile (`linkedin.com/in/...`), but not which address is the donor's.
"""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache

from filters.formats.csv import rows, rows_after
from filters.formats.dates import born_under_age
from filters.formats.mojibake import repaired
from filters.interaction import Signal
from filters.problem import AGE_OF_CONSENT, ArchiveProblem, Problem
from filters.reader import FullExport, Knowledge, Question, Reader, folded_name

_MOST_AUTHORS = 50
_MOST_MET = 4096
_CORRESPONDENTS = (
    "conversation id", "from", "sender profile url", "to", "recipient profile urls",
)  # fmt: skip
_MEMBER = re.compile(r"linkedin\.com/in/([^/?#\s,;]{1,200})", re.IGNORECASE)
Row = dict[str, str]


@dataclass
class Notes:
    """The donor's name, to know their messages, and whoever writes."""

    names: set[str] = field(default_factory=set)
    authors: set[str] = field(default_factory=set)
    talks: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """Of each member of the donor's name, by their address, the conversations they take part in."""
    own: str | None = None
    """The donor's address, where others bear their name."""
    unclear: set[str] = field(default_factory=set)
    """The conversations in which one message names several of the donor's name, without the same
    address."""
    met: set[tuple[str, ...]] = field(default_factory=set)
    """Who wrote to whom, of the messages just read."""


def prepare(knowledge: Knowledge) -> None:
    """Tell the donor from others of their name; ask who they are when there is no profile.

    The donor takes part in every conversation of their own export, and a namesake in some.
    """
    notes: Notes = knowledge.notes
    every = set().union(*notes.talks.values())
    always = [address for address, talks in notes.talks.items() if talks == every]
    notes.own = always[0] if len(always) == 1 else None
    is_known = notes.names or any(knowledge.is_own(author) for author in notes.authors)
    if notes.authors and not is_known:
        options = tuple(sorted(notes.authors)[:_MOST_AUTHORS])
        knowledge.questions.append(Question("author", "linkedin", options))


def heading(*columns: str) -> str:
    """A line that holds these columns, in whatever order: notes may stand before it."""
    cells = "".join(rf'(?=(?:[^\n]*[,;\t])?"?{c}"?(?:[,;\t\r\n]|\Z))' for c in columns)
    return rf"(?:\A|\n){cells}"


_CONFIRMED: tuple[Signal, ...] = (
    "like", "celebrate", "love", "insightful", "support", "funny", "reply",
)  # fmt: skip
reader = Reader(
    "linkedin", version=1, title="LinkedIn", notes=Notes, prepare=prepare,
    # Minutes after it was asked for comes an archive of profile, contacts and messages.
    full_export=FullExport(
        "Reactions.csv", "reactions",
        frozenset({"reactions", "comments", "polls", "posts", "tracking"}),
    ),
    signals={"confirmed": _CONFIRMED, "unverified": ("poll_option", "other_emoji")},
)  # fmt: skip


@reader.identity(
    "Profile.csv", decode=rows_after("first name"), telling=True,
    signature=heading("First Name", "Last Name", "Maiden Name"),
)  # fmt: skip
def profile(row: Row, knowledge: Knowledge) -> None:
    """The donor. An archive of a child is refused."""
    if born_under_age(AGE_OF_CONSENT, row.get("birth date")):
        raise ArchiveProblem(Problem.MINOR, "linkedin")
    full = f"{repaired(row['first name'])} {repaired(row['last name'])}".strip()
    knowledge.notes.names.add(folded_name(full))
    knowledge.own_names.add(full)
    known = knowledge.identities
    known.add("names", full, repaired(row.get("maiden name", "")))
    known.add("addresses", repaired(row.get("address", "")))


@reader.identity(
    "Email Addresses.csv", "PhoneNumbers.csv", "Phone Numbers.csv", "Whatsapp Phone Numbers.csv",
    "Registration.csv", decode=rows, family="profile",
)  # fmt: skip
def reachable(row: Row, knowledge: Knowledge) -> None:
    """The donor's addresses and numbers."""
    knowledge.identities.add("emails", row.get("email address"))
    knowledge.identities.add("phones", row.get("number"))


@reader.identity(
    "Connections.csv", decode=rows_after("first name"), family="contacts", telling=True,
    signature=heading("First Name", "Last Name", "Position", "Connected On"),
)  # fmt: skip
@reader.identity(
    "Recommendations_*.csv", "Endorsement_*.csv", "ImportedContacts.csv", "Imported Contacts.csv",
    "Contacts.csv", "Invitations.csv", "Member_Follows.csv", decode=rows, family="contacts",
)  # fmt: skip
def contacts(row: Row, knowledge: Knowledge) -> None:
    """People around the donor."""
    known = knowledge.identities
    first, last = repaired(row.get("first name", "")), repaired(row.get("last name", ""))
    known.add(
        "names", f"{first} {last}", *(repaired(row.get(k, "")) for k in ("from", "to", "fullname"))
    )
    known.add("emails", row.get("email address"), row.get("emails"))
    known.add("phones", row.get("phonenumbers"), row.get("phone numbers"))


def learn_correspondents(row: Row, knowledge: Knowledge) -> None:
    """Whoever writes or is written to, and where somebody of the donor's name does."""
    notes: Notes = knowledge.notes
    about = tuple(row.get(column, "") for column in _CORRESPONDENTS)
    if about in notes.met:
        return  # As most messages of a conversation.
    if len(notes.met) >= _MOST_MET:
        notes.met.clear()
    notes.met.add(about)
    talk, sender, sent_from, recipients, sent_to = about
    author, to = repaired(sender).strip(), repaired(recipients).split(",")
    if author:
        notes.authors.add(author)
    knowledge.identities.add("names", author, *to)
    addresses = sent_to.split(",")
    if len(to) != len(addresses):
        # A comma may also be part of a name: then nobody knows which address is whose.
        addresses = [""] * len(to)
    alike = [
        _address(written)
        for name, written in ((author, sent_from), *zip(to, addresses, strict=True))
        if _is_donors_name(name, knowledge)
    ]
    for address in filter(None, alike):
        notes.talks[address].add(talk)
    if len(alike) > 1 and (None in alike or len(set(alike)) > 1):
        notes.unclear.add(talk)


def is_own(row: Row, knowledge: Knowledge) -> bool:
    """Whether a message is the donor's: by their name, and where others bear it by the address of
    their profile. Where that cannot tell them apart, nobody's is."""
    if not _is_donors_name(repaired(row["from"]), knowledge):
        return False
    notes: Notes = knowledge.notes
    if len(notes.talks) < 2:
        return row["conversation id"] not in notes.unclear
    return notes.own is not None and _address(row.get("sender profile url", "")) == notes.own


def _is_donors_name(name: str, knowledge: Knowledge) -> bool:
    names = knowledge.notes.names
    return _folded(name) in names if names else knowledge.is_own(name)


_folded = lru_cache(4096)(folded_name)


@lru_cache(4096)
def _address(written: str) -> str | None:
    """The member whose profile this is, however the address is written."""
    found = _MEMBER.search(written)
    return None if found is None else found[1].casefold()
