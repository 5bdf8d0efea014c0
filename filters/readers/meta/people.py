"""People named on pages of Meta's exports: for the redaction dictionary, and for nothing else."""

import re
import time
from collections.abc import Iterable

from filters.formats.labelled import Labelled
from filters.formats.sections import Section
from filters.formats.written_dates import written_date
from filters.reader import Knowledge

_NAMES = frozenset(
    ("name", "full name", "nom", "nom complet", "prénom", "first name", "last name",
     "nom de famille", "vorname", "nachname", "nombre", "nome", "naam", "volledige naam")
)  # fmt: skip
_HANDLES = frozenset(
    ("username", "nom d'utilisateur", "benutzername", "nombre de usuario", "nome utente",
     "nome de usuário", "gebruikersnaam")
)  # fmt: skip
_BIRTHDAYS = frozenset(
    ("birthday", "date of birth", "date de naissance", "anniversaire", "geburtsdatum", "geburtstag",
     "fecha de nacimiento", "cumpleaños", "data di nascita", "geboortedatum", "data de nascimento")
)  # fmt: skip
_EMAIL = re.compile(r"[^\s@]{1,64}@[^\s@]{1,190}\.[^\s@.]{2,24}")
_PHONE = re.compile(r"\+?[\d\s().-]{8,24}")
_HANDLE_IN_LINK = re.compile(r"https?://(?:www\.)?instagram\.com/(?:_u/)?([\w.]{1,30})/?")


def learn_profile(fields: Iterable[Labelled], knowledge: Knowledge) -> tuple[int, int, int] | None:
    """Take the names and addresses of the donor's own page; out: their date of birth, if it says.

    Labels are hints here: an address is known by its form, a name only where the label is known.
    """
    born: tuple[int, int, int] | None = None
    own: dict[str, str] = {}
    known = knowledge.identities
    for field in fields:
        label = field.label.replace("’", "'").casefold()
        day = written_date(field.value)
        if day is not None:
            if label in _BIRTHDAYS:
                at = time.gmtime(day)
                born = (at.tm_year, at.tm_mon, at.tm_mday)
        elif label in _NAMES:
            known.add("names", field.value)
            if not field.group:
                own.setdefault("name", field.value)
        elif label in _HANDLES:
            known.add("handles", field.value)
            if not field.group:
                own.setdefault("handle", field.value)
        else:
            _learn_address(field.value, knowledge)
    if knowledge.own_names <= knowledge.choices.me:
        # Only the first section with a name is the donor's: relatives follow on the same page.
        knowledge.own_names.update(own.values())
    return born


def learn_contact(section: Section, knowledge: Knowledge) -> None:
    """Take the names and handles of people around the donor."""
    known = knowledge.identities
    known.add("names", section.heading)
    for link in section.links:
        if (found := _HANDLE_IN_LINK.fullmatch(link.split("?")[0])) is not None:
            known.add("handles", found[1])
    for text in [cell.text for cell in section.cells] + [field.value for field in section.fields]:
        learn_person(text, knowledge)


def learn_person(text: object, knowledge: Knowledge) -> None:
    """Take one text that names or reaches a person around the donor."""
    if not isinstance(text, str) or not text or len(text) > 80 or "\n" in text:
        return
    if "://" in text or written_date(text) is not None or _learn_address(text, knowledge):
        return
    is_handle = text.isascii() and all(c.isalnum() or c in "._" for c in text)
    knowledge.identities.add("handles" if is_handle else "names", text)


def _learn_address(text: str, knowledge: Knowledge) -> bool:
    if len(text) > 250:
        return False
    for line in text.split("\n"):
        if _EMAIL.fullmatch(line):
            knowledge.identities.add("emails", line)
            return True
        if _PHONE.fullmatch(line) and sum(c.isdigit() for c in line) >= 8:
            knowledge.identities.add("phones", line)
            return True
    return False
