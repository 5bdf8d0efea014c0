"""Fills the site of the environment: `python -m benchmarks.filling DONATIONS INTERACTIONS`."""

import os
import random
import sys
from collections.abc import Iterator

os.environ["DJANGO_SETTINGS_MODULE"] = "donation.settings"

import django

django.setup()

import msgspec  # noqa: E402

from benchmarks.invented_pairs import pair  # noqa: E402
from filters.interaction import Candidate, Retained, RetainedTurn  # noqa: E402
from tests.donation.release.confirmed import confirmed  # noqa: E402


def lines(number: int, count: int) -> Iterator[bytes]:
    """The retained rows of one donor: pairs, thumbs and comments."""
    chance = random.Random(number)
    for at in range(count):
        found = pair(chance)
        yield msgspec.json.encode(_record(chance, found, ("pairwise", "binary", "reply")[at % 3]))


def _record(chance: random.Random, found: dict[str, str], kind: str) -> Retained:
    asked = (RetainedTurn("user", found["prompt"]),)
    chosen = Candidate("chosen", found["chosen"], "ai", "present")
    rejected = Candidate("rejected", found["rejected"], "ai", "present")
    good = Candidate("good", found["chosen"], "ai", "present")
    own = Candidate("unlabelled", found["rejected"], "donor", "present")
    of_kind = {
        "pairwise": ("chatgpt", "ab_choice", asked, (chosen, rejected), "ai_answer"),
        "binary": ("openwebui", "thumb_up", asked, (good,), "ai_answer"),
        "reply": ("reddit", "reply", (), (own,), "comment"),
    }
    platform, signal, context, candidates, object_type = of_kind[kind]
    return Retained(
        uid=f"{chance.getrandbits(128):032x}", platform=platform, reader=f"{platform}@1",
        source="generated", kind=kind, signal=signal, evidence="explicit", polarity=0,
        context=context, candidates=candidates, object_type=object_type, rule="R0",
        language="fr", period=f"2026-Q{chance.randint(1, 4)}",
    )  # type: ignore[arg-type] # fmt: skip


if __name__ == "__main__":
    donations, interactions = map(int, sys.argv[1:])
    for number in range(donations):
        confirmed(lines(number, interactions // donations), number)
