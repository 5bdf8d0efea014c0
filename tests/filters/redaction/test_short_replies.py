"""Praise, complaints and thanks of a few words keep them, unless they name somebody."""

import re
from types import ModuleType

import pytest

from filters.language import detect
from filters.limits import Limits
from filters.reader import Identities
from filters.redaction.engine import Redactor
from filters.redaction.outcome import Cleaned, Span
from filters.redaction.short_replies import is_reply_word
from filters.sieve import sift
from tests.filters.generators import assistant
from tests.filters.generators.catalogue import Case, cases
from tests.filters.redaction import short_replies_held_out, short_replies_learnt
from tests.filters.test_planted import judged

LEAST_FOUND = 0.9
MOST_TOUCHED = 0.05
ANSWER = "Voici une réponse de l'assistant, en quelques phrases."
ASSISTANTS = (
    "claude", "copilot", "deepseek", "gemini", "grok", "lechat", "openwebui", "perplexity",
)  # fmt: skip


IN_FRENCH = [
    case
    for case in cases()
    if case.name in ASSISTANTS and case.language == "fr" and case.layout != "html"
]
"""Gemini's pages hold each turn by itself: words judge nothing there."""


def masked(redactor: Redactor, text: str) -> list[str]:
    language = detect(text)[0]
    (spans,) = redactor.spans([text], language if language == "en" else "fr", Identities())
    return [text[span.start : span.end] for span in spans]


@pytest.mark.parametrize(
    "text",
    [
        "Merci, parfait !", "merci parfait", "Merci. Parfait.", "PARFAIT MERCI", "merci parfait :)", "Merci, parfait comme ça",
        "Parfait, merci !", "Parfait vous avez tout compris", "Parfait, il marche", "bravo parfait",
        "Merci, claire et concise", "Merci, claire explication", "Merci, constant et précis", "merci magnifique", "Merci genialll",
        "merci l'IA", "merci chef", "Merci Mistral", "merci chatgpt", "Thanks Grok",
        "Thanks, accurate", "thanks legend", "Thanks, hope it works", "Thanks, bye", "merci awesome", "thanks magnifique",
    ],
)  # fmt: skip
def test_words_of_praise_and_thanks_are_nobody(redactor: Redactor, text: str) -> None:
    assert masked(redactor, text) == []


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Merci Parfait, à demain", "Parfait"),
        ("merci parfait, à demain", "parfait"),
        ("merci parfait pour ton aide", "parfait"),
        ("merci parfait et sophie", "parfait"),
        ("chez parfait ce soir", "parfait"),
        ("Parfait m'a dit oui", "Parfait"),
        ("Bonjour Parfait,", "Parfait"),
        ("merci claire", "claire"),
        ("merci claire et bravo", "claire"),
        ("merci claire et bonne soirée", "claire"),
        ("Merci, Claire !", "Claire"),
        ("merci divine", "divine"),
        ("thanks ravi", "ravi"),
        ("merci génial Tartampion", "Tartampion"),
        ("Merci Lucie", "Lucie"),
        ("Thanks,\nsharp", "sharp"),
        ("Best,\nFlorence", "Florence"),
    ],
)
def test_names_behind_thanks_are_somebody(redactor: Redactor, text: str, named: str) -> None:
    assert named in masked(redactor, text)


@pytest.mark.parametrize(
    "texts", [short_replies_learnt, short_replies_held_out], ids=lambda m: m.__name__
)
def test_short_replies_keep_their_words_and_lose_their_names(
    redactor: Redactor, texts: ModuleType
) -> None:
    missed, touched, people = [], [], 0
    for line in (*texts.NAMED, *texts.NAMELESS):
        text = re.sub(r"[\[\]]", "", line)
        found = " ".join(masked(redactor, text))
        names = re.findall(r"\[(.*?)\]", line)
        people += len(names)
        missed += [line for name in names if name not in found]
        touched += [line] if found and not names else []
    print(
        f"\n{1 - len(missed) / people:.1%} of {people}, {len(touched)} of {len(texts.NAMELESS)} touched"
    )
    assert 1 - len(missed) / people >= LEAST_FOUND, missed
    assert len(touched) <= MOST_TOUCHED * len(texts.NAMELESS), touched


def test_a_contact_of_the_archive_comes_before_the_word(redactor: Redactor) -> None:
    (spans,) = redactor.spans(["merci parfait"], "fr", Identities(names={"Parfait Mbemba"}))
    assert spans == [Span(6, 13, "PERSON")]


@pytest.mark.parametrize(
    ("text", "word", "is_one"),
    [
        ("Merci, parfait !", "parfait", True),
        ("Merci Parfait", "Parfait", False),
        ("Merci Magnifique", "Magnifique", True),
        ("merci claire", "claire", False),
        ("précise et claire", "claire", True),
        ("salut parfait", "parfait", False),
        ("merci kevin", "kevin", False),
    ],
)
def test_a_word_of_a_reply_is_told_by_what_people_are_called_and_where_it_stands(
    text: str, word: str, is_one: bool
) -> None:
    start = text.index(word)
    assert is_reply_word(text, start, start + len(word)) is is_one


def test_a_short_reply_is_not_refused_beside_an_answer(redactor: Redactor) -> None:
    (texts,) = redactor.redact([(ANSWER, "Merci, parfait !")], Identities(), Limits())
    assert [one.text for one in texts if isinstance(one, Cleaned)] == [ANSWER, "Merci, parfait !"]


@pytest.mark.parametrize("case", IN_FRENCH, ids=str)
def test_praise_with_thanks_is_kept_of_every_assistant(
    redactor: Redactor, monkeypatch: pytest.MonkeyPatch, case: Case
) -> None:
    said = {**assistant.SAID["fr"], "praise": "Merci, parfait !"}
    monkeypatch.setitem(assistant.SAID, "fr", said)
    export = case.export(seed=2, size=30)
    kept = []
    sift(
        [export.source()], export.choices, redactor=redactor,
        keep=lambda record, _: kept.append(record), limits=Limits(),
    )  # fmt: skip
    praise = [record for record in kept if record.signal == "praise"]
    assert export.signals["praise", "good"] == len(praise) > 0
    assert {judged(record) for record in praise} == {"good"}
    assert all("Merci, parfait !" in [c.content for c in record.candidates] for record in praise)
