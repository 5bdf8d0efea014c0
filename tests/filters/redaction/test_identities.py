"""The archive's own dictionary: whoever it names is masked, however they are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.reader import Identities
from filters.redaction.identities import Dictionary

PEOPLE = Identities(
    names={"Jean-Pierre Lefèvre", "Anne Zimmermann", "Léa Öztürk", "Rose Pêcheur", "Émile"},
    handles={"ptite_lea"},
    emails={"anne.z@exemple.fr"},
    phones={"+33 6 12 34 56 78"},
    addresses={"12 rue des Lilas"},
)


def found(text: str) -> set[str]:
    return {text[span.start : span.end] for span in Dictionary(PEOPLE).find(text)}


@given(
    st.lists(
        st.lists(st.sampled_from([*sorted(PEOPLE.names), "Anne", "Ali Öz", "Zoé B"]), max_size=4),
        max_size=8,
    )
)
def test_people_met_while_reading_on_are_found_as_if_known_from_the_start(
    met: list[list[str]],
) -> None:
    known = Identities()
    dictionary = Dictionary(known)
    for names in met:
        known.add("names", *names)
        dictionary.update()
    text = "Jean-Pierre, anne, ZOÉ B, rose pêcheur, Ali, emile et Öztürk"
    assert set(dictionary.find(text)) == set(Dictionary(known).find(text))


@pytest.mark.parametrize(
    "text", ["une rose rouge", "bananne", "les annees", "leader", "l'emilee", "la jeanpierrade"]
)
def test_ordinary_words_and_parts_of_words_stay(text: str) -> None:
    assert found(text) == set()


def test_what_a_contact_was_saved_under_is_a_word_first() -> None:
    saved = Identities(names={"Julie Plombier", "Rose Travail"})
    dictionary = Dictionary(saved, lambda word: word in {"plombier", "travail"})
    text = "je cherche un plombier pour mon travail, Julie me dit de voir Plombier"
    assert {text[s.start : s.end] for s in dictionary.find(text)} == {"Julie", "Plombier"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("j'ai vu lefevre", "lefevre"),
        ("JEAN-PIERRE est là", "JEAN-PIERRE"),
        ("jean pierre est là", "jean pierre"),
        ("et JP alors", "JP"),
        ("l'avis d'Anne", "Anne"),
        ("l'émile", "émile"),
        ("lea arrive", "lea"),
        ("le mail d'ozturk", "ozturk"),
        ("Rose arrive", "Rose"),
        ("avec rose pecheur", "rose pecheur"),
        ("#annezimmermann", "annezimmermann"),
        ("les Zimmermanns", "Zimmermanns"),
        ("Zimmermannnn", "Zimmermannnn"),
        ("Anne😂", "Anne"),
        ("anne2", "anne"),
        ("Anne's", "Anne"),
        ("on dîne chez rose", "rose"),
        ("suis ptite_lea", "ptite_lea"),
        ("ANNE.Z@exemple.fr", "ANNE.Z@exemple.fr"),
        ("au 0612345678", "0612345678"),
        ("au 06-12-34-56-78", "06-12-34-56-78"),
        ("au 12 RUE DES LILAS", "12 RUE DES LILAS"),
        ("12 rue des lilas c'est là", "12 rue des lilas"),
        ("au 12, rue des lilas", "12, rue des lilas"),
        ("rue des lilas à gauche", "rue des lilas"),
        ("jp il arrive", "jp"),
    ],
)
def test_people_of_the_archive_are_found_in_any_writing(text: str, expected: str) -> None:
    assert expected in found(text)
