"""Messages copied into somebody's own words: others' go, the author's stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.formats.copied_messages import own_talk, without_messages

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
