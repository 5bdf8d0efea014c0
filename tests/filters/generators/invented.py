"""Invented people and sentences for generated exports, seeded, French or English."""

import random
from dataclasses import dataclass, field

_FIRST = {
    "fr": [
        "Camille",
        "Sacha",
        "Maëlle",
        "Loïc",
        "Anaïs",
        "Théo",
        "Zoé",
        "Benoît",
        "Inès",
        "Rémi",
        "Chloé",
        "Gaël",
    ],
    "en": [
        "Alice",
        "Martin",
        "Olivia",
        "Harry",
        "Imogen",
        "Oscar",
        "Freya",
        "Callum",
        "Isla",
        "Ewan",
        "Poppy",
        "Rhys",
    ],
}
_LAST = {
    "fr": [
        "Exemplois",
        "Tartempion",
        "Durandeau",
        "Lefictif",
        "Bellorge",
        "Mirepoint",
        "Castelvent",
    ],
    "en": ["Sampleton", "Fictham", "Wintermoor", "Ashgrove", "Bramwick", "Hollowby", "Larkspurne"],
}
_WORDS = {
    "fr": [
        "le",
        "chat",
        "dort",
        "sur",
        "la",
        "table",
        "et",
        "la",
        "pluie",
        "tombe",
        "doucement",
        "pendant",
        "que",
        "nous",
        "parlons",
        "de",
        "cuisine",
        "musique",
        "cinéma",
        "voyage",
        "jardin",
        "livre",
        "recette",
        "merci",
        "peut-être",
        "demain",
        "d’accord",
        "très",
        "bonne",
        "idée",
    ],
    "en": [
        "the",
        "cat",
        "sleeps",
        "on",
        "the",
        "table",
        "and",
        "the",
        "rain",
        "falls",
        "softly",
        "while",
        "we",
        "speak",
        "about",
        "cooking",
        "music",
        "films",
        "travel",
        "garden",
        "books",
        "recipes",
        "thanks",
        "perhaps",
        "tomorrow",
        "that’s",
        "a",
        "very",
        "good",
        "idea",
        "indeed",
    ],
}


@dataclass
class Person:
    """Somebody who does not exist."""

    first: str
    last: str
    handle: str
    email: str
    phone: str

    @property
    def name(self) -> str:
        return f"{self.first} {self.last}"


@dataclass
class Crowd:
    """People and words of one language, always the same for one seed."""

    seed: int
    language: str
    rng: random.Random = field(init=False)

    def __post_init__(self) -> None:
        self.rng = random.Random(f"{self.seed}/{self.language}")

    def person(self) -> Person:
        first, last = self.rng.choice(_FIRST[self.language]), self.rng.choice(_LAST[self.language])
        number = self.rng.randrange(10**6)
        handle = f"{first}{number}".encode("ascii", "ignore").decode().casefold() + "_x"
        phone = (
            f"+336{self.rng.randrange(10**8):08d}"
            if self.language == "fr"
            else f"+4477009{number:05d}"
        )
        return Person(first, last, handle, f"{handle}@exemple.invalid", phone)

    def people(self, count: int) -> list[Person]:
        return [self.person() for _ in range(count)]

    def sentence(self, words: int = 8) -> str:
        return " ".join(self.rng.choices(_WORDS[self.language], k=words)).capitalize() + "."

    def when(self) -> int:
        """A second between 2016 and 2026."""
        return self.rng.randrange(1_451_606_400, 1_767_225_600)
