"""Reading small archives in tests: what was found, kept and removed."""

import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from filters.archive.archive import Source, open_paths
from filters.interaction import Retained
from filters.limits import Limits
from filters.outcome import Outcome
from filters.reader import Choices, Identities
from filters.redaction.outcome import Cleaned, Refused
from filters.sieve import sift


class AsIs:
    """A redactor that changes nothing: for tests of what is kept, not of how it is cleaned."""

    def redact(
        self, records: Sequence[Sequence[str]], identities: Identities, limits: Limits
    ) -> list[list[Cleaned | Refused]]:
        return [[Cleaned(str(text), "fr", (), frozenset()) for text in texts] for texts in records]


def zipped(files: Mapping[str, Any]) -> Source:
    """A zip of these entries; what is not text or bytes becomes JSON."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            written = content if isinstance(content, str | bytes) else json.dumps(content)
            archive.writestr(name, written)
    return Source(buffer, "archive.zip")


def read(*sources: Source, choices: Choices | None = None) -> tuple[list[Retained], Outcome]:
    """The retained records and the outcome of an archive."""
    kept: list[Retained] = []
    outcome = sift(
        sources,
        choices or Choices(),
        redactor=AsIs(),
        keep=lambda record, _: kept.append(record),
        limits=Limits(),
    )
    return kept, outcome


def identities(*sources: Source, choices: Choices | None = None) -> Identities:
    """The people the redactor is told of."""
    told = Identities()

    class Listening(AsIs):
        def redact(
            self, records: Sequence[Sequence[str]], identities: Identities, limits: Limits
        ) -> list[list[Cleaned | Refused]]:
            for kind in Identities.__struct_fields__:
                told.add(kind, *getattr(identities, kind))
            return super().redact(records, identities, limits)

    sift(sources, choices or Choices(), redactor=Listening(), limits=Limits())
    return told


def counted(*paths: Path, choices: Choices | None = None) -> dict[str, Any]:
    """The report of files on disk, with removed items by (rule, family)."""
    outcome = sift(open_paths(paths), choices or Choices(), redactor=None, limits=Limits())
    numbers = outcome.tally.as_report()
    return {
        "readers": [part.reader for part in outcome.platforms],
        "signals": numbers["kept"]["by_signal"],
        "tiers": numbers["kept"]["by_tier"],
        "removed": {(r["rule"], r["family"]): r["count"] for r in numbers["removed"]},
        "asks": bool(outcome.questions),
    }
