"""How much the masking finds, as measured: figures of docs/redaction.md, for the page of impact."""

from typing import NamedTuple


class Figure(NamedTuple):
    """One row of the table: of so many, the share that was masked and its 95 % interval."""

    texts: str
    entity: str
    n: int
    found: float
    least: float
    most: float


FIGURES = (
    Figure("generated French", "EMAIL", 200, 100.0, 98.1, 100.0),
    Figure("generated French", "PHONE", 200, 100.0, 98.1, 100.0),
    Figure("generated French", "ADDRESS", 200, 100.0, 98.1, 100.0),
    Figure("generated French", "PERSON", 200, 100.0, 98.1, 100.0),
    Figure("FENEC tweets", "PERSON", 36, 86.1, 71.3, 93.9),
)
"""From the easiest texts to the hardest: names in tweets, annotated by others."""
