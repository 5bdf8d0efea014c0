"""Reading the network's answers for a whole batch gives what spaCy gives, word by word."""

import pytest
import spacy
from faker import Faker

from filters.redaction.decoding import Decoder
from filters.redaction.pipeline import MODELS

ODD = (
    "Paris", "Kevin", " ", "\n\n", "  Kevin  ", "Jean\nDupont", "a", "…", "👍 Zoé 👍", "Sophie Martin-Le Goff",
    "@kevin #Lille", "New York New York New York", "M. Emmanuel Jean-Michel Frédéric", "x" * 300,
)  # fmt: skip


@pytest.mark.parametrize(("language", "locale"), [("fr", "fr_FR"), ("en", "en_US")])
def test_the_same_entities_as_spacy(language: str, locale: str) -> None:
    model = spacy.load(MODELS[language], exclude=["tagger", "parser", "lemmatizer"])
    fake = Faker(locale)
    fake.seed_instance(4)
    told = [
        f"{fake.sentence(12)} {fake.name()}, {fake.city()}: {fake.name()} ({fake.company()}) "
        f"{fake.sentence(6)}"
        for _ in range(150)
    ]
    texts = [*ODD, *told, *(text.lower() for text in told)]
    theirs = [[(e.start, e.end, e.label_) for e in doc.ents] for doc in model.pipe(texts)]
    documents = [model.make_doc(text) for text in texts]
    decoded = Decoder(model.get_pipe("ner")).entities(documents)
    ours = [[(e.start, e.end, e.label_) for e in entities] for entities in decoded]
    assert ours == theirs
    assert sum(map(len, ours)) > 300
