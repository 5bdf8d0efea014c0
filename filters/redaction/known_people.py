"""A dictionary of people as a text file, for redaction on its own.

One identity a line, `kind: value`, the kind one of name, handle, email, phone and address; UTF-8.
An empty line, and one that begins with `#`, says nothing. The format is this project's.

    name: Jean-Pierre Martin
    phone: 06 12 34 56 78
"""

from collections.abc import Iterable

from filters.reader import Identities

FIELDS = {
    "name": "names",
    "handle": "handles",
    "email": "emails",
    "phone": "phones",
    "address": "addresses",
}


class NotAnIdentity(ValueError):
    """A line that names nobody; `line` is its number, from 1. The line itself is not repeated."""

    def __init__(self, line: int) -> None:
        super().__init__(f"line {line}")
        self.line = line


def read_identities(lines: Iterable[str]) -> Identities:
    """The people a dictionary names.

    Raises `NotAnIdentity` at the first line of no known kind or without a value: whoever gives a
    dictionary counts on all of it.
    """
    people = Identities()
    for number, line in enumerate(lines, 1):
        written = line.strip().removeprefix("\ufeff")
        if not written or written.startswith("#"):
            continue
        kind, _, value = written.partition(":")
        field = FIELDS.get(kind.strip().casefold())
        if field is None or not value.strip():
            raise NotAnIdentity(number)
        people.add(field, value)
    return people
