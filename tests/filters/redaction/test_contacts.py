"""The people of an archive's own contacts are masked however they are written.

Names are drawn, not chosen; carriers hold no other capital and no word that announces a person. The
threshold is that of the specification.
"""

import random
import unicodedata

import pytest
from faker import Faker

from filters.limits import Limits
from filters.reader import Identities
from filters.redaction.engine import Redactor
from filters.redaction.outcome import Cleaned, Refused

LEAST_MASKED = 0.995
PEOPLE = 400
CARRIERS = (
    "je crois que {} viendra samedi avec le gâteau et les bougies pour la fête du quartier",
    "hier on a regardé le match chez {} et puis la pluie s'est mise à tomber très fort",
    "est-ce que {} a répondu au message à propos du train de dimanche matin ou pas encore",
    "il faut rendre les clés à {} avant la fin du mois, sinon le propriétaire va râler",
)


def without_accents(name: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))


WRITINGS = {
    "as they are": lambda first, last: f"{first} {last}",
    "lower case": lambda first, last: f"{first} {last}".lower(),
    "capitals": lambda first, last: f"{first} {last}".upper(),
    "no accents": lambda first, last: without_accents(f"{first} {last}".lower()),
    "surname first": lambda first, last: f"{last.upper()} {first}",
    "first name": lambda first, _last: first,
    "surname": lambda _first, last: last,
}


@pytest.mark.parametrize("writing", WRITINGS)
def test_contacts_are_masked_in_every_writing(redactor: Redactor, writing: str) -> None:
    invented = Faker("fr_FR")
    invented.seed_instance(77)
    chance = random.Random(5)
    people = [(invented.first_name(), invented.last_name()) for _ in range(PEOPLE)]
    known = Identities()
    known.add("names", *(f"{first} {last}" for first, last in people))
    written = [WRITINGS[writing](*person) for person in people]
    texts = [[chance.choice(CARRIERS).format(name)] for name in written]
    missed = [
        name
        for name, (result,) in zip(written, redactor.redact(texts, known, Limits()), strict=True)
        if not is_masked(name, result)
    ]
    assert len(missed) <= (1 - LEAST_MASKED) * PEOPLE, missed


def is_masked(name: str, result: Cleaned | Refused) -> bool:
    """Whether every part of the name is gone; a refused text holds none of it."""
    if isinstance(result, Refused):
        return True
    left = result.text.casefold()
    return not any(part.casefold() in left.split() for part in name.split())
