"""The game of two answers: one French question, two answers, which do you prefer?

Only totals are kept, by pair and by what was said of it: nobody can be found in them, and so
nothing can be taken back out. The page says both before the first question. The questions and
answers were written for this project.
"""

import secrets
from collections.abc import Collection, Iterable
from typing import NamedTuple

from django.db import transaction
from django.db.models import F, Sum

from donation.models import PairVote

FEWEST = 20
"""Votes below which no share is told."""


class Pair(NamedTuple):
    """A question and two answers, in French: what is asked is how well French is answered."""

    id: str
    question: str
    first: str
    second: str

    @property
    def answers(self) -> tuple[str, str]:
        """Both, in the order in which votes name them."""
        return self.first, self.second


PAIRS = (
    Pair(
        "soupe",
        "Comment épaissir une soupe de légumes trop liquide ?",
        "Laissez-la réduire dix minutes à découvert, ou mixez-y une pomme de terre cuite.",
        "Une soupe peut être épaissie. Il existe de nombreuses méthodes, à choisir selon vos "
        "goûts et vos habitudes en cuisine.",
    ),
    Pair(
        "subjonctif",
        "Dit-on « après qu’il est venu » ou « après qu’il soit venu » ?",
        "L’usage soigné veut l’indicatif : « après qu’il est venu ». Le fait a eu lieu. Le "
        "subjonctif s’entend beaucoup, par imitation de « avant que ».",
        "On dit « après qu’il est venu ».",
    ),
    Pair(
        "voisin",
        "Écris un mot pour prévenir mes voisins d’une fête samedi soir.",
        "Chers voisins, je fête mon anniversaire samedi soir. Nous baisserons le son à minuit. "
        "Si le bruit vous gêne, frappez à ma porte, et venez boire un verre.",
        "Madame, Monsieur, j’ai l’honneur de vous informer de la tenue d’un événement festif à "
        "mon domicile en date de samedi prochain.",
    ),
    Pair(
        "ciel",
        "Pourquoi le ciel est-il bleu ? Réponds à un enfant de sept ans.",
        "La lumière du soleil a toutes les couleurs. L’air renvoie surtout le bleu partout "
        "autour de nous. Alors, où que tu regardes, tu vois du bleu.",
        "La diffusion de Rayleigh est inversement proportionnelle à la puissance quatrième de "
        "la longueur d’onde.",
    ),
    Pair(
        "train",
        "Donne trois idées pour occuper deux heures de train sans écran.",
        "1. Un carnet, pour dessiner ce qui passe. 2. Un jeu de cartes à deux. 3. Un livre "
        "court, fini à l’arrivée.",
        "Vous pouvez lire, discuter avec votre voisin de siège ou regarder le paysage, tout "
        "simplement.",
    ),
    Pair(
        "resume",
        "Résume « Le Corbeau et le Renard » en une phrase.",
        "Un renard flatte un corbeau pour qu’il ouvre le bec et lâche son fromage.",
        "C’est une fable célèbre de Jean de La Fontaine, publiée en 1668, dont la morale porte "
        "sur la flatterie.",
    ),
    Pair(
        "velo",
        "Ma chaîne de vélo saute dans les côtes. Que vérifier d’abord ?",
        "Mesurez l’usure de la chaîne : au-delà de 0,75 %, changez-la. Si elle saute encore, "
        "les pignons sont usés aussi.",
        "Il faudrait sans doute amener le vélo chez un professionnel, qui saura quoi faire.",
    ),
    Pair(
        "metaphore",
        "Trouve une image pour dire que quelqu’un parle sans arrêt.",
        "Il parle comme une fontaine qu’on aurait oublié de fermer.",
        "C’est un moulin à paroles.",
    ),
)


def next_pair(seen: Collection[str]) -> Pair | None:
    """One that was not seen, drawn at random; None when all were."""
    left = [pair for pair in PAIRS if pair.id not in seen]
    return secrets.choice(left) if left else None


def pair_of(identifier: str) -> Pair | None:
    """A pair by its id."""
    return next((pair for pair in PAIRS if pair.id == identifier), None)


def vote(pair: Pair, better: str, tags: Iterable[str], language: str) -> None:
    """Add one to the totals. In: `first`, `second` (as the pair has them), `equal` or `unused`."""
    with transaction.atomic():
        for said in (better, *(f"tag {tag}" for tag in tags)):
            row, _ = PairVote.objects.get_or_create(pair=pair.id, said=said, language=language)
            PairVote.objects.filter(pk=row.pk).update(count=F("count") + 1)


def share(pair: Pair, better: str) -> int | None:
    """How many in a hundred said the same; None as long as fewer than twenty did say something."""
    votes = PairVote.objects.filter(pair=pair.id, said__in=("first", "second", "equal"))
    sums = dict(votes.values_list("said").annotate(n=Sum("count")))
    total = sum(sums.values())
    return round(100 * sums.get(better, 0) / total) if total >= FEWEST else None
