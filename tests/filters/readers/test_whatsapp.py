"""What the samples of WhatsApp cannot say: the order of dates, marks, edits, several chats."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.archive.archive import Source
from filters.interaction import Retained
from filters.reader import Choices
from filters.readers.whatsapp.export import HEADER, alike
from tests.filters.reading import read, zipped

ME = Choices(me=frozenset({"Camille"}), all_private_chats=True)


def said(text: str) -> list[Retained]:
    kept, _ = read(zipped({"_chat.txt": text}), choices=ME)
    return kept


@pytest.mark.parametrize(
    ("lines", "quarters"),
    [
        (
            ["25/03/2024, 10:00 - Camille: a", "02/04/2024, 10:00 - Camille: b"],
            ["2024-Q1", "2024-Q2"],
        ),
        (
            ["03/25/24, 10:00 AM - Camille: a", "04/02/24, 10:00 AM - Camille: b"],
            ["2024-Q1", "2024-Q2"],
        ),
        (["2024-03-02, 10:00 - Camille: a"], ["2024-Q1"]),
        (["12/03/2024 à 14:23 - Camille : a"], ["2024-Q1"]),
        (
            ["[02.10.24, 10:00:05] Camille: a", "[03.11.24, 10:00:05] Camille: b"],
            ["2024-Q4", "2024-Q4"],
        ),
        (["25/03/2024, 10:00 - Camille: a", "03/25/2024, 10:00 - Camille: b"], [None, None]),
    ],
)
def test_the_order_of_dates_is_found_from_the_whole_file(
    lines: list[str], quarters: list[str | None]
) -> None:
    assert [record.period for record in said("\n".join(lines))] == quarters


def test_several_lines_are_one_message_and_marks_are_no_words() -> None:
    kept = said(
        "\ufeff12/03/2024, 14:23 - Camille: première ligne\n\nseconde : ligne\n"
        "12/03/2024, 14:24 - Camille: <Médias omis>\n"
        "12/03/2024, 14:25 - Camille: Ce message a été supprimé\n"
        "12/03/2024, 14:26 - Camille: corrigé <Ce message a été modifié>\n"
        "12/03/2024, 14:27 - \u202a~\u202fNoor\u202c: leurs mots\n"
        "12/03/2024, 14:28 - Camille:\n"
    )
    assert [record.candidates[0].content for record in kept] == [
        "première ligne\n\nseconde : ligne",
        "corrigé",
    ]


def test_crlf_and_utf16_are_read() -> None:
    assert len(said("12/03/2024, 14:23 - Camille: a\r\n12/03/2024, 14:23 - Camille: b\r\n")) == 2
    text = "12/03/2024, 14:23 - Camille: été\n".encode("utf-16")
    kept, _ = read(zipped({"_chat.txt": text}), choices=ME)
    assert kept[0].candidates[0].content == "été"


def test_each_chat_is_ticked_on_its_own() -> None:
    files = {
        "a/_chat.txt": "12/03/2024, 14:23 - Camille: un\n12/03/2024, 14:23 - Noor: x",
        "b/_chat.txt": "12/03/2024, 14:23 - Camille: deux\n12/03/2024, 14:23 - Sacha: y",
    }
    _, outcome = read(zipped(files), choices=Choices(me=frozenset({"camille"})))
    assert {(chat.title, chat.own_messages) for chat in outcome.private_chats} == {
        ("Noor", 1),
        ("Sacha", 1),
    }
    key = next(chat.key for chat in outcome.private_chats if chat.title == "Sacha")
    kept, _ = read(
        zipped(files), choices=Choices(me=frozenset({"Camille"}), private_chats=frozenset({key}))
    )
    assert [record.candidates[0].content for record in kept] == ["deux"]


def test_a_renamed_chat_is_known_by_its_lines(tmp_path: object) -> None:
    import io

    source = Source(io.BytesIO(b"[12/03/2024, 14:23:05] Camille: bonjour\n"), "export (1).dat")
    kept, _ = read(source, choices=ME)
    assert len(kept) == 1


@pytest.mark.parametrize(
    "header",
    ["12/03/2024, 14:23 - ", "12/03/2024 14:23 - ", "12/03/2024 à 14:23 – ", "12.03.24, 14:23 - ",
     "2024/03/12, 2:23 PM - ", "2024-03-12, 14:23 - ", "12/03/24, 2:23 p. m. - ", "12/3/2024, 14.23 - ",
     "[12/03/2024, 14:23:05] ", "\u200e[12/03/2024 à 14:23:05] ", "[3/12/24, 2:23:05\u202fPM] ",
     "12.3.2024 klo 14.23 - ", "2024-03-12 14 h 23 - ", "[2024/03/12 下午2:23:05] ",
     "25/03/2024, 2:23\u00a0pm - "],
)  # fmt: skip
def test_every_form_of_header(header: str) -> None:
    kept = said(f"{header}Camille: bonjour\n{header}\u202a+33 6 12 34 56 78\u202c: salut\n")
    assert [(r.candidates[0].content, r.period) for r in kept] == [("bonjour", "2024-Q1")]


@pytest.mark.parametrize(
    "body",
    ["<Médias omis>", "<media omitted>", "<Fichier omis>", "<Medien weggelassen>", "<Media omessi>",
     "<Multimedia omitido>", "image absente", "vidéo absente", "audio omis", "sticker omitted",
     "Bild weggelassen", "imagen omitida", "immagine omessa", "GIF retiré", "document absent",
     "IMG-1.jpg (fichier joint)", "\u200e<attached: 0001.jpg>", "<Anhang: f.jpg>", "null",
     "Vous avez supprimé ce message", "You deleted this message.", "Se eliminó este mensaje.",
     "Diese Nachricht wurde gelöscht.", "Hai eliminato questo messaggio.", "Dit bericht is verwijderd",
     "\u200ePOLL:\nQuelle heure ?\n\u200eOPTION: midi (2 votes)", "SONDAGE :\nQ\nOPTION : a (1 vote)",
     "ENCUESTA:\nQ\nOPCIÓN: a (1 voto)", "Esta mensagem foi apagada"],
)  # fmt: skip
def test_what_nobody_wrote(body: str) -> None:
    kept, outcome = read(
        zipped({"_chat.txt": f"12/03/2024, 14:23 - Camille: {body}\n"}), choices=ME
    )
    assert not kept
    assert outcome.tally.removed["no_preference", "messages"] == 1


@pytest.mark.parametrize(
    "text",
    ["Les messages et les appels sont chiffrés de bout en bout. Personne d’autre : ni WhatsApp.",
     "Noor a créé le groupe « Été : plage »", "Noor vous a ajouté", "Noor a ajouté Sacha", "Noor a quitté",
     "Noor hat die Gruppe „Fest: Mai“ erstellt", "Noor creó el grupo \"A: b\"", "Noor est parti",
     "Noor ha creato il gruppo \"A: b\"", "Noor a changé l’icône", "Noor a été retiré",
     "Noor a rejoint le groupe en utilisant un lien", "Le code de sécurité de Noor a changé."],
)  # fmt: skip
def test_notices_are_nobodys_words(text: str) -> None:
    _, outcome = read(
        zipped({"_chat.txt": f"12/03/2024, 14:23 - {text}\n12/03/2024, 14:24 - Camille: oui\n"}),
        choices=ME,
    )
    assert outcome.tally.removed["no_preference", "notices"] == 1
    assert outcome.tally.kept_total == 1


@pytest.mark.parametrize(
    "mark",
    ["<Ce message a été modifié>", "\u200e<This message was edited>", "<Se editó este mensaje>",
     "<Diese Nachricht wurde bearbeitet>", "<Questo messaggio è stato modificato>"],
)  # fmt: skip
def test_the_mark_of_an_edit_is_no_word(mark: str) -> None:
    kept = said(f"12/03/2024, 14:23 - Camille: corrigé {mark}\n")
    assert [record.candidates[0].content for record in kept] == ["corrigé"]


def test_who_is_in_nobodys_address_book_is_another_than_the_contact_of_that_name() -> None:
    text = "\n".join(
        f"25/03/2024, 10:0{minute} - {who}: {words}"
        for minute, (who, words) in enumerate(
            [("Camille", "à moi"), ("~\u202fCamille", "pas à moi"), ("CAMILLE", "peut-être")]
        )
    )
    assert [record.candidates[0].content for record in said(text)] == ["à moi"]
    _, outcome = read(zipped({"_chat.txt": text}))
    assert set(outcome.questions[0].options) == {"Camille", "~\u202fCamille", "CAMILLE"}


TALK = "25/03/2024, 10:00 - Camille: un\n25/03/2024, 10:01 - Camille: deux\n"


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("Discussion WhatsApp avec Camille.txt", []),
        ("Discussion_WhatsApp_avec_Camille (1).txt", []),
        ("WhatsApp Chat - Camille/_chat.txt", []),
        ("Discussion WhatsApp avec Noor.txt", ["un", "deux"]),
        ("Discussion WhatsApp avec Marie-Camille L..txt", ["un", "deux"]),
        ("Camille/Discussion WhatsApp avec Noor.txt", ["un", "deux"]),
        ("_chat.txt", ["un", "deux"]),
    ],
)
def test_a_talk_called_by_the_donors_name_is_with_a_contact_of_that_name(
    name: str, kept: list[str]
) -> None:
    """A chat of two is called by the contact: where the donor's name alone writes, both bear it."""
    records, outcome = read(zipped({name: TALK}), choices=ME)
    assert [record.candidates[0].content for record in records] == kept
    assert outcome.tally.removed["R3", "messages"] == 2 - len(kept)
    group, _ = read(zipped({name: TALK + "25/03/2024, 10:02 - Noor: trois\n"}), choices=ME)
    assert [record.candidates[0].content for record in group] == ["un", "deux"]


def test_a_talk_may_be_called_by_what_it_was_given_in() -> None:
    for name, kept in (("WhatsApp Chat - Camille.zip", 0), ("WhatsApp Chat - Noor.zip", 2)):
        given_in = zipped({"_chat.txt": TALK})._replace(name=name)
        assert len(read(given_in, choices=ME)[0]) == kept


HEADERS = (
    "12/03/2024 à 14:23 - ", "\u200e[3/25/24, 2:23:05\u202fPM] ", "25.03.24, 14:23 - ",
    "2024-03-12, 14:23 - ", "[12/03/24 14 h 05 min 09 s] ", "12/3/24, 2:23 p. m. - ",
    "12.3.2024 klo 14.23 - ", "2024/3/12 下午2:23 - ", "[2024.3.12. 오후 2:23:05]",
)  # fmt: skip
WRITTEN = st.sampled_from(HEADERS) | st.from_regex(HEADER).map(lambda text: text.splitlines()[0])


def test_the_headers_of_these_tests_are_headers() -> None:
    assert all(map(HEADER.match, HEADERS))


@given(WRITTEN, WRITTEN | st.text("0123456789:.,-[] APMpmà\u200e\u202f"))
def test_a_header_known_from_the_one_before_is_read_as_any_other(first: str, line: str) -> None:
    header = HEADER.match(first)
    if header is not None:
        assert alike(header).match(first) is not None
        if (same := alike(header).match(line)) is not None:
            whole = HEADER.match(line)
            assert whole is not None
            assert (same.groups(), same.end()) == (whole.groups(), whole.end())


@pytest.mark.parametrize(
    ("body", "own"),
    [
        ("IMG-1-WA0001.jpg (fichier joint)\nma légende", "ma légende"),
        ("\u200eCV Noor Exemple.pdf (file attached)\nma légende\nencore", "ma légende\nencore"),
        ("ma légende \u200e<pièce jointe : 00000012-PHOTO-2024-03-12.jpg>", "ma légende"),
        ("ma légende\n\u200e<attached: 00000012-Noor.pdf>", "ma légende"),
        ("CV Noor Exemple.pdf • \u200e3 pages \u200e<attached: 00000012-CV Noor.pdf>", None),
        ("CV Noor Exemple.pdf • 3 pages \u200edocument omis", None),
        ("CV Noor Exemple.docx \u200edocument omitted", None),
        ("ma légende \u200eimage omitted", "ma légende"),
        ("j'ai lu un document omis", "j'ai lu un document omis"),
        ("vu • 3 pages", "vu • 3 pages"),
        ("corrigé \u200e<Tätä viestiä muokattiin>", "corrigé"),
    ],
)
def test_of_a_message_with_a_file_only_the_caption_was_written(body: str, own: str | None) -> None:
    kept = said(f"12/03/2024, 14:23 - Camille: {body}\n12/03/2024, 14:24 - Noor: eux")
    assert [record.candidates[0].content for record in kept] == ([own] if own else [])


@pytest.mark.parametrize(
    "body",
    [
        "localisation: https://maps.google.com/?q=48.1,2.1",
        "Location: https://maps.google.com/?q=48.1,2.1",
        "live location shared",
        "Localisation en direct partagée",
        "You missed a voice call",
        "Vous avez manqué un appel vidéo",
        "Tämä viesti poistettiin",
    ],
)
def test_places_and_calls_are_nobodys_words(body: str) -> None:
    assert said(f"12/03/2024, 14:23 - Camille: {body}\n12/03/2024, 14:24 - Noor: eux") == []
