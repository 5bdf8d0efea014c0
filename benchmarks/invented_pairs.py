"""Invented preference pairs in French, with a preference that can be learnt from the words.

`python -m benchmarks.invented_pairs 2000 > pairs.jsonl`. The better answer is concrete and
polite, the other vague and curt; one pair in twelve is turned round. Lengths tell nothing.
"""

import json
import random
import sys
from collections.abc import Iterator

THINGS = """
levain compote moutarde verveine rhubarbe potiron lavande rosier bouture compost paillage
arrosoir brouette sécateur treille glycine pommier cerisier noisetier semis terreau poterie
argile vernis rabot ponceuse étagère tiroir charnière rideau coussin broderie aiguille laine
tricot crochet mandoline accordéon solfège gamme mélodie chorale refrain carnet aquarelle fusain
pastel encre papier reliure tampon cadre bougie savon vélo sacoche rustine chambre pédale guidon
sentier boussole gourde bivouac lanterne couverture réchaud casserole poêlon louche tamis
rouleau moule farine beurre crème cannelle vanille safran basilic ciboulette thym laurier
sarriette estragon aneth fenouil navet panais betterave topinambour poireau courgette aubergine
artichaut asperge échalote oignon cornichon
""".split()
DOING = """
choisir préparer réparer nettoyer ranger dessiner planter tailler cuire conserver apprendre
peindre coudre fabriquer améliorer entretenir assembler présenter
""".split()
BETTER = """
d'abord ensuite enfin exemple doucement précisément volontiers patience étape mesurez vérifiez
goûtez essayez notez gardez plaisir conseil soigneusement délicatement progressivement
""".split()
WORSE = """
bof machin truc peut-être flemme débrouillez n'importe vite ailleurs rien compliqué inutile
laissez tomber voyez autrement évidemment franchement bref sinon
""".split()


def pair(chance: random.Random) -> dict[str, str]:
    """One question with two answers."""
    about, with_, also = chance.sample(THINGS, 3)
    prompt = f"Comment {chance.choice(DOING)} {about} avec {with_} et {also} quand on débute ?"
    chosen, rejected = _answer(chance, BETTER), _answer(chance, WORSE)
    if chance.random() < 1 / 12:
        chosen, rejected = rejected, chosen
    return {"prompt": prompt, "chosen": chosen, "rejected": rejected}


def pairs(count: int, seed: int = 1) -> Iterator[dict[str, str]]:
    """So many of them, the same for the same seed."""
    chance = random.Random(seed)
    for _ in range(count):
        yield pair(chance)


def _answer(chance: random.Random, telling: list[str]) -> str:
    words = chance.choices(THINGS, k=chance.randint(14, 30)) + chance.choices(telling, k=3)
    chance.shuffle(words)
    return f"Pour cela, {' '.join(words)}."


if __name__ == "__main__":
    for one in pairs(int(sys.argv[1])):
        print(json.dumps(one, ensure_ascii=False))
