"""Labelled texts for the special categories, and what a classifier gets right of them.

Written for this project: one text a line, `topics<TAB>language<TAB>text`, `none` where nothing is let
known. A text is labelled when it lets the health, politics, religion, sex life, union or origin of its
writer or of another person in the writer's life be known; homework, news and fiction do not.
`tuned.tsv` was looked at while the words were chosen. `held_out.tsv` and `held_out_second.tsv` were
written after the words and measured as they were: no word was added for them. Who changes the words
after reading their misses has to write another.
"""

from pathlib import Path
from typing import NamedTuple

from filters.redaction.topics import topics_of

FOLDER = Path(__file__).with_name("special_categories")


class Labelled(NamedTuple):
    topics: frozenset[str]
    language: str
    text: str


def read(name: str) -> list[Labelled]:
    rows = []
    for line in (FOLDER / f"{name}.tsv").read_text(encoding="utf-8").splitlines():
        topics, language, text = line.split("\t")
        rows.append(Labelled(frozenset(topics.split(",")) - {"none"}, language, text))
    return rows


def wilson(hits: int, total: int) -> tuple[float, float]:
    """The 95 % interval of a share."""
    if not total:
        return 0.0, 1.0
    z, p = 1.96, hits / total
    middle = (p + z * z / (2 * total)) / (1 + z * z / total)
    half = z * (p * (1 - p) / total + z * z / (4 * total * total)) ** 0.5 / (1 + z * z / total)
    return middle - half, middle + half


class Counts(NamedTuple):
    """Of one decision over many texts."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        return self.right / max(self.right + self.wrong, 1)

    @property
    def recall(self) -> float:
        return self.right / max(self.right + self.missed, 1)

    def __str__(self) -> str:
        said, there = self.right + self.wrong, self.right + self.missed
        return "precision {:.1%} [{:.1%}, {:.1%}], recall {:.1%} [{:.1%}, {:.1%}], n = {}".format(
            self.precision,
            *wilson(self.right, said),
            self.recall,
            *wilson(self.right, there),
            there,
        )


def decision(rows: list[Labelled]) -> Counts:
    """Set aside or kept, whatever the topic: what happens to a text."""
    said = [(bool(row.topics), bool(topics_of(row.text))) for row in rows]
    return Counts(said.count((True, True)), said.count((False, True)), said.count((True, False)))


def of_topic(rows: list[Labelled], topic: str) -> Counts:
    said = [(topic in row.topics, topic in topics_of(row.text)) for row in rows]
    return Counts(said.count((True, True)), said.count((False, True)), said.count((True, False)))
