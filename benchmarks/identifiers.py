"""What share of `benchmarks.french_identifiers` is masked whole, by entity: as written, in lower
case without accents, in capitals.

`python -m benchmarks.identifiers [--each N] [--show N]`; `--show` prints what was missed.
"""

import argparse
import unicodedata
from collections.abc import Callable

from benchmarks.french_identifiers import KINDS, Written, written
from filters.reader import Identities
from filters.redaction.engine import Redactor


def without_accents(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def _lower(one: Written) -> Written:
    parts = (one.text[: one.start], one.text[one.start : one.end], one.text[one.end :])
    before, value, after = (without_accents(part.lower()) for part in parts)
    return Written(before + value + after, len(before), len(before) + len(value), one.entity)


def _capitals(one: Written) -> Written:
    text = "".join(c.upper() if len(c.upper()) == 1 else c for c in one.text)
    return one._replace(text=text)


WRITINGS: dict[str, Callable[[Written], Written]] = {
    "as written": lambda one: one,
    "lower case, no accents": _lower,
    "capitals": _capitals,
}
CASE_MATTERS = frozenset({"CRYPTO", "CREDENTIAL"})
"""Another case is another secret: measured as they are only."""


def missed(redactor: Redactor, texts: list[Written]) -> list[Written]:
    """Those of which a letter or digit is left."""
    found = redactor.spans([one.text for one in texts], "fr", Identities())
    left = []
    for one, spans in zip(texts, found, strict=True):
        covered = {i for span in spans for i in range(span.start, span.end)}
        if any(one.text[i].isalnum() and i not in covered for i in range(one.start, one.end)):
            left.append(one)
    return left


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--each", type=int, default=300)
    parser.add_argument("--seed", type=int, default=20261125)
    parser.add_argument("--show", type=int, default=0, help="so many of what was missed, by entity")
    parser.add_argument("--only", default="")
    asked = parser.parse_args()
    redactor = Redactor()
    texts = [one for one in written(asked.each, asked.seed) if one.entity.startswith(asked.only)]
    print("| writing | entity | n | masked whole |\n|---|---|---|---|")
    for name, change in WRITINGS.items():
        for entity in KINDS:
            same = [change(one) for one in texts if one.entity == entity]
            if not same or (name != "as written" and entity in CASE_MATTERS):
                continue
            left = missed(redactor, same)
            print(f"| {name} | {entity} | {len(same)} | {1 - len(left) / len(same):.1%} |")
            for one in left[: asked.show]:
                print("   ", repr(one.text), repr(one.text[one.start : one.end]))


if __name__ == "__main__":
    main()
