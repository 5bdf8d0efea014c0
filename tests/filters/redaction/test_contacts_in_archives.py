"""Nothing of an archive's own people is left in what the sieve keeps, from the archive to the record.

Two ways round: many drawn people in one kind of archive, named in every writing; and every generator's
own people, named in everything the generator has its donor write. Real redactor, whole sieve.
"""

import random
import re
import unicodedata
from collections import Counter
from collections.abc import Callable

import msgspec
import pytest
from faker import Faker

from filters.interaction import Retained
from filters.limits import Limits
from filters.reader import Choices
from filters.redaction.engine import Redactor
from filters.redaction.identities import folded
from filters.sieve import sift
from tests.filters.generators import invented, meta_rows, words
from tests.filters.generators.catalogue import Case, cases
from tests.filters.generators.export import Export

LEAST_MASKED = 0.995
DONOR = "Gwladys Quéméner"
ODD = (
    ("Jean-Pierre", "Le Goff"), ("N'Golo", "N'Diaye"), ("Conor", "O'Brien"), ("Fatima-Zahra", "El Khatib"),
    ("Élodie", "D'Hondt"), ("Ümit", "Öztürk"), ("Anne-Sophie", "Lefèvre-Durand"), ("Zoé", "Nguyễn"),
    ("Éric", "L'Hermite"), ("Chloé", "Van den Berghe"), ("Ali", "Ben Salah"), ("Rose", "Pêcheur"),
)  # fmt: skip


def plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).lower()


def glued(first: str, last: str) -> str:
    return re.sub(r"\W", "", first + last)


WRITINGS: dict[str, Callable[[str, str], str]] = {
    "whole": lambda a, b: f"{a} {b}",
    "lower": lambda a, b: f"{a} {b}".lower(),
    "capitals": lambda a, b: f"{a} {b}".upper(),
    "no accents": lambda a, b: plain(f"{a} {b}"),
    "first name": lambda a, _: a,
    "surname": lambda _, b: b,
    "surname in capitals": lambda _, b: b.upper(),
    "surname first": lambda a, b: f"{b.upper()} {a}",
    "with a comma": lambda a, b: f"{b}, {a}",
    "hashtag": lambda a, b: f"#{glued(a, b)}",
    "hashtag, lower": lambda a, b: f"#{plain(glued(a, b))}",
    "in one word": glued,
    "behind an elision": lambda a, _: f"d'{a}",
    "behind a curly elision": lambda a, _: f"l’{a}",
    "English genitive": lambda a, _: f"{a}'s",
    "a family": lambda _, b: f"les {b}",
    "a family, plural": lambda _, b: f"les {b}s",
    "decomposed": lambda a, b: unicodedata.normalize("NFD", f"{a} {b}"),
    "with an initial": lambda a, b: f"{a} {b[0]}.",
    "behind an initial": lambda a, b: f"{a[0]}. {b}",
    "drawn out": lambda a, _: a + a[-1] * 3,
    "before an emoji": lambda a, _: f"{a}😂",
    "between emoji": lambda a, _: f"❤️{a}❤️",
    "emphasised": lambda a, _: f"*{a}* _{a}_",
    "zero width": lambda a, _: f"{a[:2]}\u200b{a[2:]}",
    "a figure behind": lambda a, _: f"{a}2",
    "initials": lambda a, _: "".join(part[0] for part in a.split("-")) if "-" in a else a,
}
CARRIERS = (
    "je crois que {} viendra samedi avec le gâteau et les bougies pour la fête du quartier",
    "hier on a regardé le match chez {} et puis la pluie s'est mise à tomber très fort",
    "il faut rendre les clés de la maison avec {} avant la fin du mois de mars sinon ça va râler",
)
PARTICLES = frozenset(["les", "des", "van", "den", "ben"])


def test_people_of_the_chats_are_gone_however_they_are_written(redactor: Redactor) -> None:
    fake, chance = Faker("fr_FR"), random.Random(3)
    fake.seed_instance(9)
    people = [*ODD, *((fake.first_name(), fake.last_name()) for _ in range(14))]
    export = Export("whatsapp", choices=Choices(me=frozenset({DONOR}), all_private_chats=True))
    said: list[tuple[str, str, str]] = []
    for number, (first, last) in enumerate(people):
        lines = [f"[13/03/2024 14:05:09] {first} {last}: salut ça va"]
        for writing, write in WRITINGS.items():
            text = chance.choice(CARRIERS).format(write(first, last))
            lines.append(f"[13/03/2024 14:06:09] {DONOR}: {text} ({len(said)}e)")
            said.append((writing, f"{first} {last}", write(first, last)))
        export.files[f"chat {number}/_chat.txt"] = "\r\n".join(lines).encode()
    kept = sifted(export, redactor)
    assert len(kept) >= 0.98 * len(said)
    left = Counter[str]()
    for record in kept:
        text = " ".join(c.content or "" for c in record.candidates)
        reference = re.search(r"\((\d+)e\)", text)
        assert reference, text
        writing, name, written = said[int(reference[1])]
        rest = folded(unicodedata.normalize("NFC", re.sub(r"<[A-Z_0-9]+>", " ", text)))
        parts = re.findall(r"[^\W\d_]{3,}", folded(name))
        parts = [folded(written)] if writing == "initials" else parts
        if any(re.search(rf"(?<![a-z]){part}", rest) for part in set(parts) - PARTICLES):
            left[writing] += 1
    assert left.total() <= (1 - LEAST_MASKED) * len(said), left


TALKATIVE = frozenset(
    ["chatgpt", "discord", "facebook", "instagram", "linkedin", "messenger", "netflix", "reddit", "snapchat", "telegram",
     "tiktok", "whatsapp", "x"]
)  # fmt: skip
"""Generators whose donor writes in words that can be given to them, and knows people."""
CASES = [case for case in cases() if case.language == "fr" and case.name in TALKATIVE]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_generators_people_are_gone_from_all_that_is_kept(
    redactor: Redactor, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    people = sorted(case.export(4, 20).identities)
    mentions = [m for one in people for m in (one, one.upper(), f"{plain(one)}")] or ["rien"]

    def phrases(count: int) -> tuple[str, ...]:
        return tuple(
            f"hier soir on a encore beaucoup parlé de {mentions[n % len(mentions)]} sous la pluie"
            for n in range(count)
        )

    # As many as there were: the generator draws the same people again.
    sentences = tuple(f"{one} numéro {{n}}" for one in phrases(len(words.SENTENCES["fr"])))
    monkeypatch.setitem(words.SENTENCES, "fr", sentences)
    monkeypatch.setitem(meta_rows.WORDS, "fr", phrases(len(meta_rows.WORDS["fr"])))
    monkeypatch.setitem(invented._WORDS, "fr", list(phrases(len(invented._WORDS["fr"]))))
    export = case.export(4, 20)
    assert set(people) == export.identities
    kept = sifted(export, redactor)
    for record in kept:
        written = folded(msgspec.json.encode(record).decode())
        assert not [one for one in people if folded(one) in written], written
    assert any(record.redactions for record in kept), "somebody was named"


def sifted(export: Export, redactor: Redactor) -> list[Retained]:
    kept: list[Retained] = []
    sift(
        [export.source()],
        export.choices,
        redactor=redactor,
        keep=lambda record, _: kept.append(record),
        limits=Limits(),
    )
    return kept
