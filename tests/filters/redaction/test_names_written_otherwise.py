"""Names in capitals, behind an initial, of families, accounts of letters: found without a dictionary,
while titles, acronyms, shouting, places and code stay."""

import re
from collections.abc import Sequence
from types import ModuleType

import pytest

from filters.limits import Limits
from filters.reader import Identities
from filters.redaction.engine import Redactor
from filters.redaction.outcome import Cleaned
from tests.filters.redaction import (
    names_written_otherwise_held_out,
    names_written_otherwise_learnt,
)

LEAST_FOUND = 0.85
MOST_OVER = 0.04


def masked(redactor: Redactor, text: str, language: str) -> str:
    """The text with a star for each letter and figure that is masked."""
    (spans,) = redactor.spans([text], language, Identities())
    covered = {i for span in spans for i in range(span.start, span.end)}
    return "".join("*" if i in covered and c.isalnum() else c for i, c in enumerate(text))


def cleaned(redactor: Redactor, texts: Sequence[str]) -> list[str]:
    (record,) = redactor.redact([texts], Identities(), Limits())
    assert all(isinstance(one, Cleaned) for one in record), record
    return [one.text for one in record if isinstance(one, Cleaned)]


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize(
    "texts",
    [names_written_otherwise_learnt, names_written_otherwise_held_out],
    ids=lambda module: module.__name__.rpartition(".")[2],
)
def test_most_are_found_and_little_else(
    redactor: Redactor, texts: ModuleType, language: str
) -> None:
    sides = (
        (texts.FRENCH, texts.FRENCH_NAMELESS)
        if language == "fr"
        else (texts.ENGLISH, texts.ENGLISH_NAMELESS)
    )
    missed, people, over, others = 0, 0, 0, 0
    for line in (*sides[0], *sides[1]):
        seen = masked(redactor, re.sub(r"[\[\]]", "", line), language)
        at = 0
        for part in re.split(r"(\[.*?\])", line):
            size = len(part) - 2 if part.startswith("[") else len(part)
            here = seen[at : at + size]
            at += size
            if part.startswith("["):
                people += 1
                missed += any(c.isalnum() for c in here)
            else:
                over += here.count("*")
                others += sum(c.isalnum() or c == "*" for c in here)
    print(f"\n{1 - missed / people:.1%} of {people}, over {over / others:.2%}")
    assert 1 - missed / people >= LEAST_FOUND
    assert over / others <= MOST_OVER


@pytest.mark.parametrize(
    ("language", "text", "named"),
    [
        ("fr", "Contactez YSOLINE TRÉBEURDEN pour les places restantes", "YSOLINE TRÉBEURDEN"),
        ("fr", "CONTACTEZ YSOLINE TRÉBEURDEN POUR LES PLACES RESTANTES", "YSOLINE TRÉBEURDEN"),
        ("en", "CONTACT BARTHOLOMEW QUILLFEATHER FOR THE SEATS", "BARTHOLOMEW QUILLFEATHER"),
        ("fr", "Merci à Mme Trébeurden et à Y. Trébeurden pour la visite", "Y. Trébeurden"),
        ("fr", "Y. Trébeurden m'a répondu", "Y. Trébeurden"),
        ("en", "J.-P. Quillfeather said the house was cold", "J.-P. Quillfeather"),
        ("fr", "je suis passé chez les Pommerac-Duvivier", "Pommerac-Duvivier"),
        ("fr", "les Trébeurden ont vendu leur maison", "Trébeurden"),
        ("fr", "M. et Mme Trébeurden sont là", "Trébeurden"),
        ("en", "we met at the Quillfeather-Jones house", "Quillfeather-Jones"),
        ("fr", "insta : ysol_tb et snap : ysotreb si tu veux", "ysotreb"),
        ("fr", "mon @ c'est ysotreb si tu veux", "ysotreb"),
        ("en", "snap: bartq if you want", "bartq"),
    ],
)
def test_a_name_is_masked_however_it_is_written(
    redactor: Redactor, language: str, text: str, named: str
) -> None:
    at = text.index(named)
    seen = masked(redactor, text, language)[at : at + len(named)]
    assert not any(c.isalnum() for c in seen)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "JE SUIS TROP CONTENT"),
        ("fr", "MERCI BEAUCOUP"),
        ("fr", "LES ÉTATS-UNIS"),
        ("fr", "CHAPITRE PREMIER"),
        ("fr", "les Alpes-Maritimes"),
        ("fr", "on est passés chez les Français"),
        ("en", "we went to the White House"),
        ("en", "MAX_VALUE is a constant"),
        ("en", "SELECT NAME FROM customers"),
        ("fr", "la vitamine C. Elle aide"),
        ("fr", "snap : une application de photos"),
        ("fr", "mon snap marche plus depuis hier"),
    ],
)
def test_what_only_looks_like_it_stays(redactor: Redactor, language: str, text: str) -> None:
    assert masked(redactor, text, language) == text


def test_a_name_that_is_masked_once_is_masked_in_any_case_in_the_record(
    redactor: Redactor,
) -> None:
    question, answer = cleaned(
        redactor,
        [
            "je dois écrire à ysoline trébeurden pour le bail, tu peux m'aider à le faire ?",
            "Bien sûr. Objet du courrier : bail de TREBEURDEN, signé par Mme Trébeurden, à envoyer.",
        ],
    )
    assert "<PERSONNE_1>" in question
    assert answer.count("<PERSONNE_1>") == 2
    assert "beurden" not in answer.casefold()


def test_an_ordinary_word_of_a_masked_name_stays_where_it_is_a_word(redactor: Redactor) -> None:
    first, second = cleaned(
        redactor,
        [
            "hier j'ai vu Julie Plombier au marché avec ses deux enfants",
            "il faut appeler un plombier, LE PLOMBIER vient demain matin vers huit heures",
        ],
    )
    assert "<PERSONNE_1>" in first
    assert second == "il faut appeler un plombier, LE PLOMBIER vient demain matin vers huit heures"
