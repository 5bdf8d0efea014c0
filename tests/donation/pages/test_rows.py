"""A row of the report in words: who wrote a text, when it was, and in French that is right."""

import pytest
from django.utils.translation import override

from donation.pages.rows import period_words, shown
from donation.stages.report import Row
from filters.interaction import Candidate, Retained


def labels(*candidates: Candidate) -> list[str]:
    record = Retained(
        uid="1", platform="letterboxd", reader="letterboxd/1", source="reviews", kind="reply",
        signal="reply", evidence="explicit", polarity=0, object_type="film", rule="R0",
        candidates=candidates, language="fr",
    )  # fmt: skip
    row = Row(number=0, family="letterboxd:reply:reply", record=record, is_removed=False)
    with override("fr"):
        return [str(text.label) for text in shown(row).texts]


def test_what_nobody_judged_is_the_donor_s_words_or_a_text() -> None:
    own = Candidate("unlabelled", "Un film lent et beau.", "donor", "present")
    title = Candidate("unlabelled", "Playtime", "third_party_public", "present")
    assert labels(title, own) == ["Le texte", "Vos mots"]


@pytest.mark.parametrize(
    ("period", "french", "english"),
    [
        ("2026-Q1", "1er trimestre 2026", "first quarter of 2026"),
        ("2025-Q4", "4e trimestre 2025", "fourth quarter of 2025"),
        (None, "", ""),
    ],
)
def test_a_quarter_is_said_as_people_say_it(period: str | None, french: str, english: str) -> None:
    with override("fr"):
        assert period_words(period) == french
    with override("en"):
        assert period_words(period) == english
