"""People in informal French, without any dictionary: most are found, little else is masked."""

import re
from types import ModuleType

import pytest

from filters.reader import Identities
from filters.redaction.engine import Redactor
from filters.redaction.identities import folded
from tests.filters.redaction import informal, informal_held_out, informal_learnt

LEAST_FOUND = 0.82
MOST_OVER = 0.025
LEAST_FOUND_LOWER = 0.78
MOST_OVER_LOWER = 0.035


@pytest.mark.parametrize(
    "texts", [informal, informal_learnt, informal_held_out], ids=lambda m: m.__name__
)
@pytest.mark.parametrize(
    ("lower", "least", "most"),
    [(False, LEAST_FOUND, MOST_OVER), (True, LEAST_FOUND_LOWER, MOST_OVER_LOWER)],
    ids=["as written", "lower case, no accents"],
)
def test_people_are_found_in_informal_french(
    redactor: Redactor, texts: ModuleType, lower: bool, least: float, most: float
) -> None:
    lines = [folded(line) if lower else line for line in (*texts.NAMED, *texts.NAMELESS)]
    bare = [re.sub(r"[\[\]]", "", line) for line in lines]
    missed, people, over, others = 0, 0, 0, 0
    for line, text, spans in zip(
        lines, bare, redactor.spans(bare, "fr", Identities()), strict=True
    ):
        covered = {i for span in spans for i in range(span.start, span.end)}
        told = set()
        for number, match in enumerate(re.finditer(r"\[(.*?)\]", line)):
            place = range(match.start() - 2 * number, match.end() - 2 * number - 2)
            told |= set(place)
            people += 1
            missed += any(i not in covered for i in place if text[i].isalnum())
        over += sum(text[i].isalnum() for i in covered - told)
        others += sum(c.isalnum() for i, c in enumerate(text) if i not in told)
    print(f"\n{1 - missed / people:.1%} of {people}, over {over / others:.2%}")
    assert 1 - missed / people >= least
    assert over / others <= most


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
