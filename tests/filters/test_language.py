"""What language a short, informal text is in."""

import pytest

from filters.language import UNKNOWN, detect


@pytest.mark.parametrize("text", ["ok", "👍", "lol", "", "12345", "https://exemple.fr/page"])
def test_a_text_without_evidence_has_no_language(text: str) -> None:
    assert detect(text) == (UNKNOWN, 0.0)


@pytest.mark.parametrize(
    "text",
    [
        "ça marche pas ton truc",
        "t'as vu le match hier soir c'était ouf",
        "non ce n'est pas ça, recommence",
        "jsuis grave fatigué",
        "Merci, parfait !",
        "On en parle demain ?",
    ],
)
def test_informal_french_is_french(text: str) -> None:
    assert detect(text)[0] == "fr"


@pytest.mark.parametrize(
    "text",
    [
        "Recette de tarte aux pommes",
        "Une idée de cadeau de mariage ?",
        "Liste de prénoms de chats",
        "Rédige une fiche de lecture de Germinal.",
        "Combien de grammes de farine ?",
        "Un générateur de mots de passe en Python",
    ],
)
def test_a_short_request_in_french_is_not_dutch_for_its_de(text: str) -> None:
    assert detect(text)[0] in ("fr", UNKNOWN)


def test_a_short_text_in_dutch_stays_dutch() -> None:
    for text in (
        "de trein naar Gent is te laat",
        "wat is de hoofdstad van Peru",
        "de kat en de hond",
    ):
        assert detect(text)[0] == "nl"


@pytest.mark.parametrize(
    "text",
    ["that's not what i asked for", "can you fix this bug", "gonna be late sorry", "where are you"],
)
def test_informal_english_is_english(text: str) -> None:
    assert detect(text)[0] == "en"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("ich habe heute keine Zeit für dich", "de"),
        ("no tengo ganas de salir hoy", "es"),
        ("non ho voglia di uscire stasera", "it"),
        ("não quero sair hoje de casa", "pt"),
        ("ik heb vandaag geen tijd voor jou", "nl"),
        ("لا أريد الخروج اليوم مع أحد", "ar"),
        ("не хочу сегодня выходить из дома", "ru"),
    ],
)
def test_other_languages_are_told_apart_so_that_they_can_be_refused(
    text: str, language: str
) -> None:
    assert detect(text)[0] == language


def test_code_says_nothing_about_the_language_around_it() -> None:
    code = (
        "```python\nfor the_item in the_list:\n    print(the_item) # and that is what you have\n```"
    )
    assert detect(f"Voilà le code que vous avez demandé :\n{code}\n")[0] == "fr"
