"""What the generators of communities plant: every act and no other, everybody in the dictionary."""

from collections import Counter
from collections.abc import Sequence
from types import ModuleType

import pytest

from filters.limits import Limits
from filters.reader import Identities
from filters.redaction.outcome import Cleaned, Refused
from filters.sieve import sift
from tests.filters.generators import discord, linkedin, reddit, telegram, tiktok
from tests.filters.reading import AsIs, read

CASES = [
    (module, layout, language)
    for module in (discord, linkedin, reddit, telegram, tiktok)
    for layout in module.LAYOUTS
    for language in ("fr", "en")
]


@pytest.mark.parametrize(
    ("module", "layout", "language"), CASES, ids=lambda one: getattr(one, "__name__", one)
)
@pytest.mark.parametrize("seed", [1, 2])
def test_planted_acts_are_found_and_nothing_is_unknown(
    module: ModuleType, layout: str, language: str, seed: int
) -> None:
    export = module.generate(seed, language=language, layout=layout, size=400)
    kept, outcome = read(export.source(), choices=export.choices)
    labels = ("chosen", "good", "bad", "unlabelled")
    found = Counter(
        (r.signal, min((c.label for c in r.candidates), key=labels.index)) for r in kept
    )
    assert found == export.signals
    assert [part.platform for part in outcome.platforms] == [export.platform]
    assert outcome.tally.as_report()["unknown"] == []
    assert not outcome.questions
    assert not outcome.missing


class Listening(AsIs):
    """A redactor that remembers whom it was told of."""

    known = Identities()

    def redact(
        self, records: Sequence[Sequence[str]], identities: Identities, limits: Limits
    ) -> list[list[Cleaned | Refused]]:
        self.known = identities
        return super().redact(records, identities, limits)


@pytest.mark.parametrize(
    ("module", "layout", "language"), CASES, ids=lambda one: getattr(one, "__name__", one)
)
def test_everybody_is_known_before_the_first_text_is_cleaned(
    module: ModuleType, layout: str, language: str
) -> None:
    export = module.generate(3, language=language, layout=layout, size=60)
    redactor = Listening()
    sift([export.source()], export.choices, redactor=redactor, limits=Limits())
    known = redactor.known
    everybody = known.names | known.handles | known.emails | known.phones | known.addresses
    assert export.identities <= everybody
    assert not everybody & {"", "N/A", "None"}
