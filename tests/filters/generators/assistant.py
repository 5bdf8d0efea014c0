"""Conversations with an assistant, in French and English, with planted judgements."""

import random
from dataclasses import dataclass, field

PROMPTS = {
    "fr": ("Propose une recette de tarte aux poireaux, version {n}.",
           "Écris un court poème sur la pluie à Brest, numéro {n}.",
           "Explique la photosynthèse en trois phrases ({n})."),
    "en": ("Suggest a recipe for leek pie, version {n}.",
           "Write a short poem about rain in Brest, number {n}.",
           "Explain photosynthesis in three sentences ({n})."),
}  # fmt: skip
ANSWERS = {
    "fr": ("Préchauffez le four, émincez les poireaux et versez l'appareil sur la pâte ({n}).",
           "La pluie danse sur les quais et la mer lui répond doucement ({n})."),
    "en": ("Heat the oven, slice the leeks and pour the custard over the pastry ({n}).",
           "The rain dances on the quays and the sea answers softly ({n})."),
}  # fmt: skip
NEUTRAL = {
    "fr": ("Et pour six personnes, quelles quantités ?", "Ajoute une conclusion.", "Merci d'avance."),
    "en": ("What quantities for six people?", "Add a conclusion.", "Thanks in advance."),
}  # fmt: skip
SAID = {
    "fr": {"praise": "Parfait, merci !", "complaint": "C'est faux.",
           "correction": "Tu as oublié le sel."},
    "en": {"praise": "Perfect, thank you!", "complaint": "That's wrong.",
           "correction": "You forgot the salt."},
}  # fmt: skip


@dataclass
class Exchange:
    """One prompt, its answers (the last was gone on from), and what was planted."""

    prompt: str
    answers: list[str]
    thumb: str | None = None
    """`up` or `down`, on the last answer."""
    said: str | None = None
    """Which feedback the next prompt opens with."""


@dataclass
class Chat:
    """One conversation."""

    exchanges: list[Exchange] = field(default_factory=list)


def chats(seed: int, language: str, size: int, *, again: bool, thumbs: bool) -> list[Chat]:
    """About `size` exchanges; with answers made `again` and `thumbs` where the platform has them."""
    chance = random.Random(seed)
    made: list[Chat] = []
    number = 0
    while number < size:
        chat = Chat()
        opening = ""
        for _ in range(chance.randint(2, 5)):
            number += 1
            prompt = chance.choice(PROMPTS[language] + NEUTRAL[language]).format(n=number)
            exchange = Exchange(opening or prompt, [_answer(chance, language, f"{number}a")])
            opening = ""
            kind = chance.random()
            if thumbs and kind < 0.3:
                exchange.thumb = chance.choice(("up", "down"))
            elif again and kind < 0.5:
                exchange.answers.append(_answer(chance, language, f"{number}b"))
            elif kind < 0.7:
                exchange.said = chance.choice(("praise", "complaint", "correction"))
                opening = SAID[language][exchange.said]
            chat.exchanges.append(exchange)
        # The last answer of a conversation has no next turn: nothing was gone on from, or said.
        last = chat.exchanges[-1]
        last.said, last.answers = None, last.answers[-1:]
        made.append(chat)
    return made


def _answer(chance: random.Random, language: str, mark: str) -> str:
    return chance.choice(ANSWERS[language]).format(n=mark)
