"""Sentences and people for generated exports."""

import random

SENTENCES = {
    "fr": ("Je trouve que la soupe du marché vaut vraiment le détour ce printemps, numéro {n}.",
           "Le nouveau tramway va plus vite que le bus et c'est une bonne chose, numéro {n}.",
           "Cette recette demande un peu trop de sucre à mon goût, numéro {n}."),
    "en": ("I think the soup at the market is well worth the walk this spring, number {n}.",
           "The new tram is faster than the bus and that is a good thing, number {n}.",
           "This recipe asks for a little too much sugar for my taste, number {n}."),
}  # fmt: skip
DONOR = "Maëlle Kervadec"
OTHER = "Zoé Vasseur"


def sentence(chance: random.Random, language: str, number: int) -> str:
    """A sentence without anything personal, different for each number."""
    return chance.choice(SENTENCES[language]).format(n=number)


def table(*rows: tuple[object, ...]) -> bytes:
    """A CSV file as platforms write it."""
    import csv
    import io

    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue().encode()


EMOJI = {
    "👍": ("like", "good"), "👎": ("dislike", "bad"), "❤️": ("love", "good"), "🤣": ("haha", "unlabelled"),
    "😮": ("wow", "unlabelled"), "😢": ("sad", "unlabelled"), "😡": ("angry", "unlabelled"),
    "🎉": ("celebrate", "good"), "🤗": ("care", "good"), "🦄": ("other_emoji", "unlabelled"),
}  # fmt: skip
"""Emoji as people react with, the signal each is, and the label of what it is given to."""
