"""Names as they are typed to an assistant, and the words around them that are none: chats without apostrophes,
lists, code, enumerations."""

import pytest

from filters.reader import Identities
from filters.redaction.engine import Redactor


def masked(redactor: Redactor, text: str, language: str) -> str:
    """The text with a star for each letter and figure that is masked."""
    (spans,) = redactor.spans([text], language, Identities())
    covered = {i for span in spans for i in range(span.start, span.end)}
    return "".join("*" if i in covered and c.isalnum() else c for i, c in enumerate(text))


@pytest.mark.parametrize(
    ("language", "text", "named"),
    [
        ("en", "Write a card for Maeve and Callum's wedding", "Callum"),
        ("en", "Plan a party for Caoimhe and Callum, they like jazz", "Caoimhe"),
        ("en", "my bf josh keeps leaving me on read", "josh"),
        ("en", "my flatmate nick never pays on time", "nick"),
        ("en", "the account is in my name (Rafaela Nunes, ref below)", "Nunes"),
        ("en", "write an acrostic with the name DELROY", "DELROY"),
        ("en", "a polite reminder to Gethin Prosser about the invoice", "Prosser"),
        ("fr", "je donne procuration à TRAN Quoc Anh.", "TRAN"),
        ("fr", "relu par Ph. Trébeurden hier", "Ph. Trébeurden"),
        ("fr", "INSERT INTO clients VALUES ('Guillou', 'Annaïck')", "Annaïck"),
    ],
)
def test_a_name_is_masked(redactor: Redactor, language: str, text: str, named: str) -> None:
    at = text.index(named)
    seen = masked(redactor, text, language)[at : at + len(named)]
    assert not any(c.isalnum() for c in seen), seen


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "for i in range(len(items)):\n    total += items[i].price"),
        ("fr", "conn = psycopg2.connect(dsn)"),
        ("fr", "faut que jecrive un mail, jai besoin daide, jpeux pas"),
        ("fr", "Voici le plan :\n- Urbanisation\n- Condition ouvrière"),
        ("fr", "Trois slogans : « Croquez la Vie », « Buvez l'Instant »."),
        ("fr", "Madame, Monsieur,\nVeuillez trouver ci-joint mon dossier."),
        ("en", "**Pros**\n- Low Cost\n- Easy Setup\n\n**Cons**\n- Limited Storage"),
        ("fr", "Voici les étapes :\n1. Préchauffer le four\n2. Mélanger Farine et Sucre\n3. Cuire"),
        ("en", "Steps:\n1. Preheat Oven\n2. Mix Flour and Sugar\n3. Bake"),
        ("fr", "Le commissaire entre, le juge sort et le capitaine tremble."),
        ("en", "a battery of 4800 mAh and one of 45 kWh"),
        ("en", "use A* for shortest path and the largest weight"),
        ("en", "my sister said no, my boss will call, my friend hopes so"),
        ("en", "San Francisco, San Diego or Los Angeles?"),
        ("en", "Tel. office, mobile"),
        ("en", "raise the name JSON, the name HTML"),
    ],
)
def test_what_is_none_stays(redactor: Redactor, language: str, text: str) -> None:
    assert masked(redactor, text, language) == text


def test_a_verb_run_together_with_its_pronoun_is_no_surname(redactor: Redactor) -> None:
    assert (
        masked(redactor, "wsh c abdel jai perdu mon tel", "fr") == "wsh c ***** jai perdu mon tel"
    )
