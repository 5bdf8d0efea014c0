"""The account of a Reddit export: who the donor is, whom they know, what the export should hold.

Facts: formats/reddit, "Identifiers". Files and headings are English in all languages; rows are read
by heading, and large files come in numbered parts.
"""

from dataclasses import dataclass, field

from filters.formats.csv import rows
from filters.formats.dates import born_under_age
from filters.formats.quotations import own_lines
from filters.problem import AGE_OF_CONSENT, ArchiveProblem, Problem
from filters.reader import Knowledge, Question, Reader

_BEGINNING = r"\A(?:\xef\xbb\xbf)?\"?"
_NEXT = r"\"?[,;\t]\"?"
DELETED = frozenset({"", "[deleted]", "[removed]", "[deleted by user]"})
_MOST_AUTHORS = 50
_MOST_REMEMBERED = 20_000_000
"""Characters of own words kept while reading, for the comments that answer them."""
Row = dict[str, str]


@dataclass
class Notes:
    """The donor's name on the platform, and own words that own comments answer."""

    usernames: set[str] = field(default_factory=set)
    authors: set[str] = field(default_factory=set)
    parents: set[str] = field(default_factory=set)
    written: dict[str, str] = field(default_factory=dict)
    remembered: int = 0

    def remember(self, number: str, text: str) -> None:
        """Keep an own text, as long as there is room."""
        text = own_lines(text)
        if text not in DELETED and self.remembered + len(text) <= _MOST_REMEMBERED:
            self.remembered += len(text)
            self.written[number] = text


def prepare(knowledge: Knowledge) -> None:
    """Forget the texts nothing answers; ask who the donor is when messages are all there is."""
    notes: Notes = knowledge.notes
    notes.written = {n: text for n, text in notes.written.items() if n in notes.parents}
    is_known = notes.usernames or any(knowledge.is_own(author) for author in notes.authors)
    if notes.authors and not is_known:
        options = tuple(sorted(notes.authors)[:_MOST_AUTHORS])
        knowledge.questions.append(Question("author", "reddit", options))


reader = Reader(
    "reddit", version=1, title="Reddit", notes=Notes, prepare=prepare,
    numbers_parts_without_gaps=False,
    signals={"confirmed": ("upvote", "downvote", "poll_option", "reply", "save", "hide")},
)  # fmt: skip


def parts(*names: str) -> tuple[str, ...]:
    """File names with the suffix of their parts, or of a second download."""
    suffixes = ("", "_[0-9]*", " ([0-9]*)")
    return tuple(f"{name}{suffix}.csv" for name in names for suffix in suffixes)


def heading(*columns: str) -> str:
    """What the first line holds, whatever the order of its columns."""
    return _BEGINNING + "".join(rf"(?=[^\n]*\b{column}\b)" for column in columns)


@reader.identity(
    "checkfile.csv", decode=rows, signature=heading("filename", "sha256"), telling=True
)
def checkfile(row: Row, knowledge: Knowledge) -> None:
    """Every file the export was made with."""
    knowledge.expected.add(row["filename"])


@reader.identity(
    *parts("statistics"), decode=rows, signature=_BEGINNING + f"statistic{_NEXT}value", telling=True
)
def statistics(row: Row, knowledge: Knowledge) -> None:
    """The account: its name and address."""
    name, value = row["statistic"].casefold(), row["value"]
    if "name" in name:
        knowledge.notes.usernames.add(value.casefold())
        knowledge.identities.add("handles", value)
    elif "mail" in name:
        knowledge.identities.add("emails", value)


@reader.identity(*parts("birthdate"), decode=rows)
def birthdate(row: Row, _: Knowledge) -> None:
    """An archive of a child is refused."""
    dates = (value for name, value in row.items() if "birth" in name)
    if any(born_under_age(AGE_OF_CONSENT, date) for date in dates):
        raise ArchiveProblem(Problem.MINOR, "reddit")


@reader.identity(
    *parts("friends", "linked_phone_number", "linked_identities", "twitter", "persona",
            "stripe", "purchases"), decode=rows, family="contacts",
)  # fmt: skip
def contacts(row: Row, knowledge: Knowledge) -> None:
    """Friends and linked accounts: to mask them."""
    known = knowledge.identities
    known.add("handles", row.get("username"))
    known.add("names", row.get("note"), row.get("full_name"), row.get("name"))
    known.add("phones", row.get("phone_number"))
    known.add("emails", row.get("email"))
