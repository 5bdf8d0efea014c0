"""Sentences Messenger and Instagram write in a person's name, and sentences people write."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.readers.meta.notices import _NOTICE, is_notice


@pytest.mark.parametrize(
    "text",
    [
        "Noor a réagi ❤️ à votre message",
        "Noor a réagi avec 😂 à votre message",
        "Vous avez réagi avec 👍 au message de Noor",
        "Tu as réagi 👍 à la photo de Noor Exemple",
        "J’ai réagi 👍 à ton message",
        "A réagi avec 😮 à votre message",
        "Noor reacted 🎉 to your message",
        "You reacted with 👍 to Noor's message ",
        "Reacted 👍 to their message",
        "I reacted 👍 to your message",
        "Vous avez envoyé une pièce jointe.",
        "Noor Exemple a envoyé une photo.",
        "Noor et Sacha ont envoyé des pièces jointes.".replace("des ", ""),
        "You sent an attachment.",
        "Noor sent a voice message.",
        "I sent an attachment.",
        "Vous avez voté pour « Lundi » dans le sondage.",
        'You voted for "Lundi" in the poll.',
        "Noor changed their vote to Mardi",
        "Vous avez modifié votre vote",
        "You set the nickname for Noor to Nono.",
        "Vous avez défini le pseudo de Noor sur Nono.",
        "Noor a nommé le groupe Vacances.",
        "You named the group Vacances.",
        "Vous avez annulé l'envoi d'un message",
        "You unsent a message",
        "Vous avez manqué un appel de Noor.",
        "You missed a call from Noor.",
        "Noor started a video chat.",
        "You added Sacha to the group.",
        "Vous avez ajouté Sacha au groupe.",
        "Vous êtes désormais connectés sur Messenger",
        "You are now connected on Messenger",
        "Liked a message",
        "Vous avez modifié le thème de la discussion.",
        "L’appel vidéo est terminé.",
        "The video chat ended.",
        "The call ended.",
        "This poll is no longer available.",
        "Ce sondage n’est plus disponible.",
        "Vous avez défini l’émoji rapide sur 🎃.",
        "A répondu à votre story",
        "Noor a répondu à votre story",
        "Vous avez partagé une story",
        "A mentionné votre compte dans sa story",
        "Replied to your story",
        "Mentioned you in their story",
        "Noor mentioned you in a story",
    ],
)
def test_what_the_platform_wrote_is_a_notice(text: str) -> None:
    assert is_notice(text)


@pytest.mark.parametrize(
    "text",
    [
        "Je t'ai envoyé une photo de la maison hier, tu l'as vue ?",
        "J'ai voté pour la liste du quartier",
        "Tu as réagi trop vite à son message, rappelle-le",
        "I sent a photo to the landlord yesterday",
        "I voted for the blue one",
        "She reacted badly to your message",
        "On se retrouve à la gare",
        "a",
        "",
    ],
)
def test_what_people_write_is_none(text: str) -> None:
    assert not is_notice(text)


@given(st.from_regex(_NOTICE, fullmatch=True))
def test_no_notice_is_passed_over_for_want_of_a_telling_word(text: str) -> None:
    assert is_notice(text) or len(text) > 300 or _NOTICE.fullmatch(text.strip()) is None
