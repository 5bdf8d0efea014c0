"""Where the rows of a build come from: confirmed donations, or invented ones to try things."""

import random
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from typing import Any, NamedTuple
from uuid import UUID

import msgspec
from django.db.models import QuerySet

from donation import vault
from donation.draft import opened_kept
from donation.models import Build, Donation, Shard, Stage
from filters.interaction import Candidate, Retained, RetainedTurn

OPEN = "open"
CHANNELS = {"partner": None, OPEN: "open_publication"}
"""The consent each channel needs besides that for alignment."""
_DEMO = 60
"""Invented donors of a demonstration."""


class Source(NamedTuple):
    """One donor's retained lines, not opened yet, and under which consents."""

    id: UUID
    consent_version: str
    purposes: tuple[str, ...]
    state: str
    """What they give: see `state`."""
    open: Callable[[], AbstractContextManager[Iterable[bytes]]]
    """Raises vault.Unopenable, then or while it is read."""


def sizes(build: Build) -> Iterator[tuple[UUID, int]]:
    """The donations of a build in the order of their ids, with how many rows each keeps."""
    if build.is_demo:
        yield from ((UUID(int=number), 0) for number in range(_DEMO))
    else:
        found = _confirmed(build.channel).values_list("id", "rows")
        yield from found.iterator(chunk_size=2000)


def of_shard(shard: Shard) -> Iterator[Source]:
    """The donors of one shard; who left meanwhile is not among them."""
    if shard.build.is_demo:
        for number in range(shard.first.int, shard.last.int + 1):
            donor = UUID(int=number)
            yield Source(donor, "demo", ("alignment",), "", partial(lines, shard.build, donor))
        return
    donations = _confirmed(shard.build.channel).filter(id__gte=shard.first, id__lte=shard.last)
    for donation in donations.prefetch_related("consents").iterator(chunk_size=200):
        consents = [c for c in donation.consents.all() if c.given]
        yield Source(
            donation.id,
            consents[0].notice_version if consents else "",
            tuple(sorted(c.purpose for c in consents)),
            state(donation),
            partial(opened_kept, donation),
        )


def state(donation: Donation) -> str:
    """What a donation gives, to tell whether that has changed: its rows and its consents."""
    given = sorted(consent.purpose for consent in donation.consents.all() if consent.given)
    return f"{donation.rewritten} {donation.rows} {','.join(given)}"


def lines(build: Build, donor: UUID) -> AbstractContextManager[Iterable[bytes]]:
    """The lines of one donor of a build. Raises vault.Unopenable."""
    if build.is_demo:
        return nullcontext(invented(donor.int))
    donation = Donation.objects.filter(pk=donor).first()
    if donation is None:
        raise vault.Unopenable
    return opened_kept(donation)


def _confirmed(channel: str) -> QuerySet[Donation]:
    donations = Donation.objects.filter(stage=Stage.CONFIRMED).order_by("id")
    if (needed := CHANNELS[channel]) is not None:
        donations = donations.filter(consents__purpose=needed, consents__given=True)
    return donations


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


def invented(number: int, rows: int = 12) -> list[bytes]:
    """The lines of one invented donation: the same for the same number."""
    chance = random.Random(10_000 + number)  # noqa: S311 - no secret
    return [msgspec.json.encode(_record(chance)) for _ in range(rows)]


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
