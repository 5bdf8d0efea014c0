"""People in informal French, without any dictionary: most are found, little else is masked."""

import re

import pytest

from filters.reader import Identities
from filters.redaction.engine import Redactor
from filters.redaction.identities import folded
from tests.filters.redaction.informal import NAMED, NAMELESS

LEAST_FOUND = 0.82
MOST_OVER = 0.025
LEAST_FOUND_LOWER = 0.78
MOST_OVER_LOWER = 0.035


@pytest.mark.parametrize(
    ("lower", "least", "most"),
    [(False, LEAST_FOUND, MOST_OVER), (True, LEAST_FOUND_LOWER, MOST_OVER_LOWER)],
)
def test_people_are_found_in_informal_french(
    redactor: Redactor, lower: bool, least: float, most: float
) -> None:
    named = [folded(line) if lower else line for line in NAMED]
    nameless = [folded(line) if lower else line for line in NAMELESS]
    texts = [re.sub(r"[\[\]]", "", line) for line in named]
    found = redactor.spans([*texts, *nameless], "fr", Identities())
    missed, people, over, others = [], 0, [], 0
    for line, text, spans in zip([*named, *nameless], [*texts, *nameless], found, strict=True):
        covered = {i for span in spans for i in range(span.start, span.end)}
        told = set()
        for number, match in enumerate(re.finditer(r"\[(.*?)\]", line)):
            place = range(match.start() - 2 * number, match.end() - 2 * number - 2)
            told |= set(place)
            people += 1
            if any(i not in covered for i in place if text[i].isalnum()):
                missed.append(text)
        wrong = [i for i in covered - told if text[i].isalnum()]
        over += [text[i] for i in wrong]
        others += sum(c.isalnum() for i, c in enumerate(text) if i not in told)
        if wrong:
            print("over:", text, [text[s.start : s.end] for s in spans])
    print("missed:", *missed, sep="\n  ")
    assert 1 - len(missed) / people >= least
    assert len(over) / others <= most


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("j'ai croisé M. Christian Langlois et J. Vandermeersch au marché", "J. Vandermeersch"),
        ("Kunigami il s'est fait jeter", "Kunigami"),
    ],
)
def test_initials_and_subjects_taken_up_belong_to_names(
    redactor: Redactor, text: str, named: str
) -> None:
    (spans,) = redactor.spans([text], "fr", Identities())
    assert any(named in text[span.start : span.end] for span in spans)


def test_an_english_refusal_names_nobody(redactor: Redactor) -> None:
    text = "I am sorry, but I cannot help you with that, nor would I recommend it to anyone."
    assert redactor.spans([text], "en", Identities()) == [[]]
