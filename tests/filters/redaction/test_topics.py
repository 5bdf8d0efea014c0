"""Special categories (rule R6): what lets them be known is set aside, what only sounds alike is not."""

import time

import pytest

from filters.redaction.topics import TOPICS, topics_of
from tests.filters.redaction.labelled import decision, of_topic, read

LEAST = 0.9
LEAST_HELD_OUT_RECALL = {"held_out": 0.8, "held_out_second": 0.9}
"""Measured: 52 of 60, and 97 of 107. What nobody has thought of a word for is missed."""


@pytest.mark.parametrize("language", ["fr", "en"])
def test_texts_the_words_were_chosen_with_are_told_apart(language: str) -> None:
    rows = [row for row in read("tuned") if row.language == language]
    counts = decision(rows)
    print(f"\n{language}, tuned: {counts}")
    assert counts.precision >= LEAST
    assert counts.recall >= LEAST


@pytest.mark.parametrize("topic", TOPICS)
def test_every_topic_is_named_for_what_it_is(topic: str) -> None:
    counts = of_topic(read("tuned"), topic)
    print(f"\n{topic}, tuned: {counts}; held out: {of_topic(read('held_out'), topic)}")
    assert counts.precision >= LEAST
    assert counts.recall >= LEAST


@pytest.mark.parametrize("name", LEAST_HELD_OUT_RECALL)
def test_texts_that_were_never_looked_at_are_told_apart(name: str) -> None:
    counts = decision(read(name))
    print(f"\n{name}: {counts}")
    assert counts.precision >= LEAST
    assert counts.recall >= LEAST_HELD_OUT_RECALL[name]


def test_no_text_stands_in_two_sets() -> None:
    sets = [{row.text for row in read(name)} for name in ("tuned", *LEAST_HELD_OUT_RECALL)]
    assert sum(map(len, sets)) >= 1400
    assert sum(map(len, sets)) == len(set.union(*sets))


@pytest.mark.parametrize(
    ("said", "topic"),
    [
        ("mon diabète me fatigue", "health"),
        ("J’ai été opérée d’une hernie hier", "health"),
        ("IL EST MUSULMAN", "religion"),
        ("she's a Republican", "politics"),
        ("mon oncle est baptiste", "religion"),
        ("my aunt is a Baptist", "religion"),
        ("my brother just came out of rehab", "health"),
        ("my pharmacist says I take too many antidepressants", "health"),
    ],
)
def test_signs_add_up_whatever_the_case_the_accents_and_the_apostrophe(
    said: str, topic: str
) -> None:
    assert topic in topics_of(said)


@pytest.mark.parametrize(
    "text",
    [
        "le diabète touche 4 millions de Français",
        "santé ! et bon appétit",
        "un virus informatique a chiffré le disque",
        "les droits d'auteur d'un roman",
        "la religion du beau jeu",
        "the European Union and the credit union",
        "SELECT a FROM t UNION SELECT b FROM u",
        "git push origin main",
        "je suis fatigué",
        "mon collègue Jean-Baptiste est toujours en retard",
        "ma sœur Baptistine et mon ami Baptiste arrivent demain",
        "ma collègue Albine part lundi",
        "",
        "Je suis pharmacienne, fais mon CV",
        "I'm a dentist and I want a new website",
        "Ma femme travaille à l'hôpital de 9 h à 17 h",
        "j'ai mal à croire ce chiffre",
        "ce refrain m'a donné des frissons",
        "that solo gave me chills",
        "I'm addicted to that series",
        "Je suis candidate à ce poste de vendeuse",
        "Qui était président en 1958 sous la Ve République ?",
    ],
)
def test_what_only_sounds_alike_is_kept(text: str) -> None:
    assert topics_of(text) == frozenset()


def test_one_sentence_of_a_long_text_is_enough() -> None:
    long = "On a mangé des crêpes puis on est rentrés. " * 50
    assert topics_of(long) == frozenset()
    assert topics_of(f"{long}Et je suis enceinte. {long}") == {"health"}


@pytest.mark.parametrize("piece", ["mon cancer ", "cancer. ", "j'ai ", "mere est ", "eeee", "a!"])
def test_a_megabyte_of_repetition_takes_linear_time(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    started = time.process_time()
    topics_of(text)
    assert time.process_time() - started < 10
