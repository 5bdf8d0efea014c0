"""Quotations of others inside a text: left out, and nothing else with them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.formats.quotations import own_lines, own_markup, without_messages


@pytest.mark.parametrize(
    ("written", "own"),
    [
        ("> leurs mots\n\nles miens", "les miens"),
        (">leurs mots\nles miens", "les miens"),
        ("&gt; leurs mots\n\n&gt; encore\n\nles miens", "les miens"),
        ("avant\n>> de deux fois\n > et d'une\naprès", "avant\naprès"),
        ("> rien que les leurs", ""),
        (">!le nom de l'assassin!< et mon avis", ">!le nom de l'assassin!< et mon avis"),
        (">:( quelle déception", ">:( quelle déception"),
        ("deux > un, et a &gt; b", "deux > un, et a &gt; b"),
        ("", ""),
    ],
)
def test_lines_of_others_go(written: str, own: str) -> None:
    assert own_lines(written) == own


@pytest.mark.parametrize(
    ("written", "own"),
    [
        ("<blockquote>leurs mots</blockquote><p>les miens</p>", "<p>les miens</p>"),
        (
            "a<BLOCKQUOTE class='x'>b<blockquote>c</blockquote>d</blockquote>e<blockquote>f",
            "a\ne",
        ),
        ("<p>sans rien</p>", "<p>sans rien</p>"),
        ("un</blockquote>deux", "un\ndeux"),
        ("<blockquoted>mot</blockquoted>", "<blockquoted>mot</blockquoted>"),
    ],
)
def test_markup_of_others_goes(written: str, own: str) -> None:
    assert own_markup(written).strip() == own


@given(st.lists(st.sampled_from(["<blockquote>", "</blockquote>", "a", ">", "&gt;", "\n", " "])))
def test_nothing_is_made_up(parts: list[str]) -> None:
    text = "".join(parts)
    assert own_lines(text).count("a") <= text.count("a")
    assert "blockquote" not in own_markup(text)


IPHONE = (
    "[12/03/2024 18:22:10] Gaïd: Tu aurais pu prévenir\net appeler\n"
    "[12/03/2024 18:23:44] Gwen: Désolée"
)
ANDROID = "12/03/2024, 18:22 - Gaïd Le Bras: Tu viens ?\n12/03/2024, 18:25 - +33 6 12 34 56 78: Non"
TELEGRAM = "Gaïd, [12.03.2024 18:22]:\nTu viens ?\n\nGwen, [12.03.2024 18:23]:\nNon"
DISCORD = "gaid29 — Aujourd’hui à 18:22\nTu viens ?\nGwen — 12/03/2024 18:23\nNon"


@pytest.mark.parametrize("pasted", [IPHONE, ANDROID, TELEGRAM, DISCORD])
def test_messages_of_a_pasted_chat_go_and_the_words_around_them_stay(pasted: str) -> None:
    assert without_messages(f"Que répondre ?\n{pasted}\n\nSois bref : merci.") == (
        "Que répondre ?\n[…]\n\nSois bref : merci."
    )
    assert without_messages(pasted) == "[…]"


@pytest.mark.parametrize(
    "text",
    [
        "Que répondre ?\n[12/03/2024 18:22:10] Gaïd: Tu viens ?",
        "[12/03/2024 18:22:10] ERROR: disk\n[12/03/2024 18:22:11] ERROR: disk full",
        "12/03/2024 18:22 - INFO: ok\n12/03/2024 18:22 - main.py: started",
        "2024-03-12 18:22:10 Serveur: prêt\n2024-03-12 18:22:11 Serveur: arrêté",
        "Romeo: Où es-tu ?\nJuliette: Ici",
        "12/03/2024 18:22 : rendez-vous\n13/03/2024 10:00 : départ",
        "",
    ],
)
def test_one_line_a_log_a_play_and_a_diary_stay(text: str) -> None:
    assert without_messages(text) == text


@given(st.text(st.sampled_from("[]12/:- Aa\n,."), max_size=80))
def test_nothing_is_made_up_of_a_chat(text: str) -> None:
    kept = without_messages(text)
    assert kept.count("a") <= text.count("a")
