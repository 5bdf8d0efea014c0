"""No text makes a recognizer slow (threats, H58): every one of them alone, on what repeats."""

import time

import pytest

from filters.reader import Identities
from filters.redaction.accounts import accounts_of_letters
from filters.redaction.capitals import seen_otherwise
from filters.redaction.engine import PATTERNS
from filters.redaction.families import families
from filters.redaction.finder import Finder
from filters.redaction.identities import Dictionary
from filters.redaction.initials import initialled

MEGABYTE = 1_000_000
MUCH = 100_000
"""Enough to tell: what is quadratic takes a minute on this too."""
SECONDS = 10.0
"""What is quadratic takes minutes on this much."""
HOSTILE = {
    "dots": "a." * (MEGABYTE // 2),
    "digits": "1" * MEGABYTE,
    "spaced digits": "06 " * (MUCH // 3),
    "at signs": "@" * MEGABYTE,
    "handles": "@a" * (MUCH // 2),
    "colons": "a:" * (MUCH // 2),
    "hyphens": "a-" * (MUCH // 2),
    "capitals": "Ab " * (MUCH // 3),
    "spaces": " " * MUCH,
    "lines": "\n" * MUCH,
    "streets": "12 rue de la " * (MUCH // 13),
    "greetings": "bonjour a " * (MUCH // 10),
    "addresses": "12 Oak Lake Hill " * (MUCH // 17),
    "units": "9021 Kesk 53 Apt. " * (MUCH // 18),
    "postcodes": "75011 Saint-Paul-lès-" * (MUCH // 21),
    "years": "mille neuf cent quatre-vingt-" * (MUCH // 29),
    "brackets": "[at]a(dot)" * (MUCH // 10),
    "hex": "0a:" * (MUCH // 3),
    "slashes": "http://" * (MUCH // 7),
    "passwords": "mdp : " * (MUCH // 6),
    "streets to towns": "12 bis rue des Lilas, appt 4, bât. C, " * (MUCH // 37),
    "towns": "Saint-Denis " * (MUCH // 12),
    "five digits": "75011 " * (MUCH // 6),
    "days": "le trois mai " * (MUCH // 13),
    "births": "né le 3 " * (MUCH // 8),
    "ages": "mon fils de 7 " * (MUCH // 14),
    "pairs": "06, 12, " * (MUCH // 8),
    "keys": "token = abc_123 " * (MUCH // 16),
    "said": "salut jean merci paul " * (MUCH // 22),
    "emoji": "👨‍👩‍👧@" * (MUCH // 6),
    "numbers in a row": "0644332211/" * (MUCH // 11),
    "aloud": "zéro six euh 44 " * (MUCH // 16),
    "dictated": "lou tiret du bas point " * (MUCH // 23),
    "accounts": "mon insta c'est a." * (MUCH // 18),
    "columns": "mot de passe;b\n" * (MUCH // 15),
    "bank codes": "banque 30004 guichet 00123 " * (MUCH // 27),
    "places on a map": "lat 48.85 " * (MUCH // 10),
    "streets with a number behind": "on est rue des saules 12 " * (MUCH // 25),
    "references": "numéro de client réf contrat " * (MUCH // 29),
    "values of references": "dossier 12 34 56 78 a/b-" * (MUCH // 24),
    "streets in small letters": "17b elm road, leeds " * (MUCH // 20),
    "figures said in English": "five six double " * (MUCH // 16),
    "private keys": "-----BEGIN A PRIVATE KEY-----" * (MUCH // 29),
    "command lines": "curl -u a:" * (MUCH // 10),
    "offices": "madame la directrice " * (MUCH // 21),
    "tags": "#LouiseDurand" * (MUCH // 13),
    "titles": "mme le le " * (MUCH // 10),
    "subjects": "Pierre ne se me " * (MUCH // 16),
    "drawn out": "aaaaaaaaaaaaaaaaaaaaaaa " * (MUCH // 24),
    "words": "abcdefghij" * (MUCH // 10),
}


@pytest.mark.parametrize("recognizer", PATTERNS, ids=lambda r: r._find.__module__ + r.name)
def test_repetition_takes_linear_time(recognizer: Finder) -> None:
    slow = {}
    for name, text in HOSTILE.items():
        started = time.process_time()
        recognizer.analyze(text)
        if (seconds := time.process_time() - started) > SECONDS:
            slow[name] = round(seconds, 1)
    assert slow == {}


def test_repetition_takes_the_dictionary_linear_time() -> None:
    known = Identities(
        names={"Jean-Pierre Lefèvre", "Anne A"}, handles={"aaa"}, phones={"0612345678"},
        emails={"a@a.fr"}, addresses={"12 rue des Lilas"},
    )  # fmt: skip
    dictionary = Dictionary(known)
    started = time.process_time()
    for text in HOSTILE.values():
        dictionary.find(text)
    assert time.process_time() - started < SECONDS * 3


def test_people_who_come_one_by_one_take_the_dictionary_no_quadratic_time() -> None:
    known = Identities()
    dictionary = Dictionary(known)
    started = time.process_time()
    for number in range(2000):
        known.add("names", *(f"Zo{number:x} Qu{number:x}{letter}" for letter in "abcdefghij"))
        dictionary.update()
    assert time.process_time() - started < SECONDS


@pytest.mark.parametrize(
    "text",
    [
        *HOSTILE.values(),
        "ABCDE FGHIJ " * (MUCH // 12),
        "Y. Kervizic " * (MUCH // 12),
        "chez les Kervizic " * (MUCH // 18),
        "the Kervizic " * (MUCH // 13),
        "mon snap : kervizic " * (MUCH // 20),
    ],
    ids=lambda text: text[:20],
)
def test_no_text_makes_what_needs_the_words_of_a_language_slow(text: str) -> None:
    def is_word(_: str) -> bool:
        return False

    started = time.process_time()
    for find in (families, initialled, accounts_of_letters):
        list(find(text, is_word))
    seen_otherwise(text, is_word, is_word)
    assert time.process_time() - started < SECONDS
