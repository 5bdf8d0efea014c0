"""Where the rows of a build come from: confirmed donations, or invented ones to try things."""

import random
from collections.abc import Iterator
from typing import Any

import msgspec

from donation import vault
from donation.draft import KEPT
from donation.models import Donation, Stage
from donation.release.staging import Donor
from filters.interaction import Candidate, Retained, RetainedTurn

OPEN = "open"
CHANNELS = {"partner": None, OPEN: "open_publication"}
"""The consent each channel needs besides that for alignment."""


def confirmed(channel: str) -> Iterator[tuple[Donation, Donor]]:
    """Every confirmed donation of a channel, one opened at a time; one that does not open is left
    out: it was withdrawn a moment ago."""
    donations = Donation.objects.filter(stage=Stage.CONFIRMED).order_by("id")
    if (needed := CHANNELS[channel]) is not None:
        donations = donations.filter(consents__purpose=needed, consents__given=True)
    for donation in donations.prefetch_related("consents").iterator(chunk_size=200):
        try:
            with vault.opened(donation, KEPT) as file:
                consents = [c for c in donation.consents.all() if c.given]
                yield (
                    donation,
                    Donor(
                        donation.id.bytes,
                        (line.rstrip(b"\n") for line in file),
                        consents[0].notice_version if consents else "",
                        tuple(sorted(c.purpose for c in consents)),
                    ),
                )
        except vault.Unopenable:
            continue


_ASKED = (
    "Propose une recette de {} pour ce soir.",
    "Écris un court poème sur {} en hiver.",
    "Explique à un enfant ce que sont {}.",
    "Donne trois idées de balade autour de {}.",
)
_THINGS = (
    "la tarte aux poireaux", "la mer d'Iroise", "les volcans d'Auvergne", "le pain complet",
    "les hirondelles", "la lumière du matin", "les vieux moulins", "le sel de Guérande",
)  # fmt: skip
_OPENINGS = ("Avec plaisir", "Voici une idée", "Commençons simplement", "Bien sûr", "En deux mots")
_MIDDLES = (
    "prenez le temps de regarder autour de vous",
    "le plus simple est souvent le meilleur",
    "on peut s'y prendre de mille façons",
    "l'essentiel tient dans les détails",
)
_ENDINGS = (
    "et le reste viendra tout seul.",
    "puis laissez reposer une nuit.",
    "sans oublier d'y mettre un peu de joie.",
    "comme on le fait depuis toujours.",
)
_COLOURS = ("bleu", "vert", "gris", "jaune", "rouge", "brun", "noir", "beige", "doux", "vif")
_DETAILS = ("velours", "papier", "sable", "bois", "fer", "lin", "verre", "sucre", "coton", "cuir")
_WAYS = (
    "plié avec soin", "posé dehors", "oublié sous la pluie", "rangé en haut", "laissé au soleil",
    "coupé fin", "roulé serré", "tenu au frais", "mêlé au reste", "gardé pour la fin",
)  # fmt: skip


def invented(donors: int = 60, rows: int = 12, seed: int = 1) -> Iterator[tuple[None, Donor]]:
    """Invented donations for `--demo`: the same for the same seed."""
    for number in range(donors):
        chance = random.Random(seed * 10_000 + number)  # noqa: S311 - no secret
        lines = [msgspec.json.encode(_record(chance)) for _ in range(rows)]
        yield None, Donor(b"demo%d" % number, lines, "demo", ("alignment",))


def _record(chance: random.Random) -> Retained:
    prompt = f"{chance.choice(_ASKED).format(chance.choice(_THINGS))} Avec {_detail(chance)}."
    answers = [_answer(chance), _answer(chance)]
    kind = chance.choice(("pairwise", "binary", "binary", "rating", "reply"))
    common: dict[str, Any] = {
        "uid": f"{chance.getrandbits(128):032x}", "platform": "chatgpt", "reader": "chatgpt@1",
        "source": "feedback", "language": "fr", "period": "2026-Q1", "rule": "R0",
    }  # fmt: skip
    turns = (RetainedTurn("user", prompt),)
    if kind == "pairwise":
        explicit = chance.random() < 0.5
        return Retained(
            **common, kind="pairwise", signal="ab_choice" if explicit else "branch_kept",
            evidence="explicit" if explicit else "structural", polarity=0, context=turns,
            candidates=(Candidate("chosen", answers[0], "ai", "present"),
                        Candidate("rejected", answers[1], "ai", "present")),
            object_type="ai_answer",
        )  # fmt: skip
    if kind == "binary":
        up = chance.random() < 0.7
        return Retained(
            **common, kind="binary", signal="thumb_up" if up else "thumb_down", evidence="explicit",
            polarity=1 if up else -1, context=turns, object_type="ai_answer",
            candidates=(Candidate("good" if up else "bad", answers[0], "ai", "present"),),
        )  # fmt: skip
    common["platform"] = common["source"] = "google" if kind == "rating" else "reddit"
    common["reader"] = f"{common['platform']}@1"
    own = Candidate("unlabelled", answers[1], "donor", "present")
    if kind == "rating":
        return Retained(
            **common, kind="rating", signal="star", evidence="explicit", polarity=0,
            value=chance.choice((-1.0, -0.5, 0.0, 0.5, 1.0)), scale="1-5", candidates=(own,),
            object_type="place",
        )  # fmt: skip
    return Retained(
        **common, kind="reply", signal="reply", evidence="explicit", polarity=0, candidates=(own,),
        object_type="comment",
    )  # fmt: skip


def _answer(chance: random.Random) -> str:
    opening, middle, ending = map(chance.choice, (_OPENINGS, _MIDDLES, _ENDINGS))
    first, second, third = (chance.choice(_THINGS) for _ in range(3))
    return (
        f"{opening}, à propos de {first}: {middle} {ending} "
        f"Ajoutez {_detail(chance)}, {second} et {third}, sans oublier {_detail(chance)}."
    )


def _detail(chance: random.Random) -> str:
    colour, thing, way = map(chance.choice, (_COLOURS, _DETAILS, _WAYS))
    return f"un peu de {thing} {colour} {way}"
