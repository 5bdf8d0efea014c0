"""Quotations of others inside a text: left out, and nothing else with them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.formats.quotations import own_lines, own_markup, own_talk


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


@pytest.mark.parametrize(
    "copied",
    [
        "[12/03, 14:23] Noor Exemple: leurs mots\n[12/03, 14:24] Sacha: leurs mots",
        "[14:23, 12/03/2024] Noor : leurs mots",
        "[12/03/2024 14:23:05] ~\u202fNoor: leurs mots\nleurs mots encore",
        "\u200e[3/12/24, 2:23:05\u202fPM] +33 6 00 00 00 00: leurs mots",
        "[2024-03-12 14:23] Noor Exemple\nleurs mots",
        "12/03/2024, 14:23 - Noor: leurs mots",
        "12/03/2024 à 14:23 - Noor : leurs mots",
        "Noor Exemple, [12.03.2024 14:23]\nleurs mots",
        "Noor, [12 Mar 2024 at 14:23:05]:\nleurs mots",
        "noor — 12/03/2024 14:23\nleurs mots",
        "noor — Aujourd’hui à 14:23\nleurs mots",
        "noor — Today at 2:23 PM\nleurs mots",
        "De : Noor Exemple <n@exemple.org>\nEnvoyé : mardi 12 mars 2024\nÀ : Sacha\nObjet : eux\n\nleurs mots",
        "From: Noor\nSubject: theirs\n\nleurs mots",
        "---------- Forwarded message ---------\nDe : Noor\nleurs mots : ici",
        "-----Message d’origine-----\nDe : Noor\nleurs mots : ici",
        "Le mar. 12 mars 2024 à 14:23, Noor <n@exemple.org> a écrit :\nleurs mots",
        "On Tue, Mar 12, 2024 at 2:23 PM Noor Exemple <\nn@example.org> wrote:\nleurs mots",
    ],
)
def test_what_is_copied_from_a_conversation_goes_and_all_behind_it(copied: str) -> None:
    assert own_talk(f"regarde ça\n{copied}") == "regarde ça"
    assert own_talk(copied) == ""


@pytest.mark.parametrize(
    "text",
    [
        "rendez-vous à 14:30 : devant la gare",
        "Programme :\n[14:30] arrivée\n[15:00] départ : en train",
        "Cinéma — 20:30",
        "12/03 : dentiste\n13/03 : rien",
        "il a dit : oui, [et encore] 14:30",
        "[12.03.2024] Achats : pain et lait",
        "De : Brest\nÀ : Lyon\nPrix : 40",
        "Le voisin a écrit :\nrien du tout",
        "le plan : de A à B\nle sujet : la mer",
    ],
)
def test_times_and_colons_are_ones_own_words(text: str) -> None:
    assert own_talk(text) == text


def test_quoted_lines_go_from_talk_too() -> None:
    assert own_talk("> leurs mots\nles miens") == "les miens"
