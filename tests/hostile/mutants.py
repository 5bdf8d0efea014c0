"""Exports of every platform, damaged at random: truncated, flipped, spliced, re-encoded, type-swapped.

`python -m tests.hostile.mutants 10000` tries that many and prints how long the slowest took.
"""

import importlib
import io
import json
import pkgutil
import random
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from filters.archive.archive import Source
from filters.limits import Limits
from filters.problem import ArchiveProblem
from filters.reader import Choices
from filters.sieve import sift
from tests.filters import generators

_ODD: tuple[Any, ...] = (
    None, True, 0, -1, 2**63, 1e308, "", "\u202e\x00", [], {}, [[]], {"a": None}, "9" * 400,
)  # fmt: skip
Files = dict[str, bytes]


@cache
def seeds() -> list[Files]:
    """One small export for every platform, language and layout there is a generator of."""
    found = []
    for module in pkgutil.iter_modules(generators.__path__, f"{generators.__name__}."):
        generator = importlib.import_module(module.name)
        for layout in getattr(generator, "LAYOUTS", ()):
            for language in ("fr", "en"):
                export = generator.generate(1, language=language, layout=layout, size=12)
                found.append(export.files)
    return found


def mutant(number: int) -> Source:
    """The mutant of that number: the same each time."""
    chance = random.Random(number)
    files = dict(chance.choice(seeds()))
    for _ in range(chance.randint(1, 5)):
        name = chance.choice(sorted(files))
        files[name] = chance.choice(_MUTATIONS)(files[name], chance)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    packed = buffer.getvalue()
    if chance.random() < 0.2:
        packed = chance.choice((_cut, _flipped, _spliced))(packed, chance)
    return Source(io.BytesIO(packed), "export.zip")


def outcome(number: int) -> str:
    """`kept` or the id of a problem; any other exception is a defect, and comes through."""
    try:
        sift([mutant(number)], Choices(), redactor=None, limits=Limits())
    except ArchiveProblem as stopped:
        return str(stopped.problem)
    return "kept"


def _cut(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randint(0, len(content))]


def _flipped(content: bytes, chance: random.Random) -> bytes:
    damaged = bytearray(content)
    for _ in range(chance.randint(1, 8) if damaged else 0):
        damaged[chance.randrange(len(damaged))] ^= chance.randint(1, 255)
    return bytes(damaged)


def _spliced(content: bytes, chance: random.Random) -> bytes:
    start, end = sorted(chance.randint(0, len(content)) for _ in range(2))
    at = chance.randint(0, len(content))
    return content[:at] + content[start:end] + content[at:]


def _recoded(content: bytes, chance: random.Random) -> bytes:
    encoding = chance.choice(("utf-16", "utf-16-be", "latin-1", "utf-8-sig", "utf-32"))
    return content.decode("utf-8", "replace").encode(encoding, "replace")


def _retyped(content: bytes, chance: random.Random) -> bytes:
    """Values of a JSON entry exchanged for values of other types."""
    start = content.find(b"=") + 1 if content.lstrip().startswith(b"window.") else 0
    try:
        root = json.loads(content[start:])
    except ValueError:
        return _flipped(content, chance)
    places = list(_places(root))
    for _ in range(min(chance.randint(1, 4), len(places))):
        holder, key = chance.choice(places)
        holder[key] = chance.choice(_ODD)
    return content[:start] + json.dumps(root).encode("utf-8", "surrogatepass")


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    children = value.items() if isinstance(value, dict) else enumerate(value)
    for key, child in list(children):
        yield value, key
        if isinstance(child, dict | list):
            yield from _places(child)


_MUTATIONS: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    _cut, _flipped, _spliced, _recoded, _retyped, _retyped, _retyped,
)  # fmt: skip


def main(count: int) -> None:
    """Try that many; a defect stops with its number."""
    slowest = 0.0
    for number in range(count):
        began = time.monotonic()
        try:
            outcome(number)
        except Exception:
            print(f"mutant {number}", file=sys.stderr)
            raise
        slowest = max(slowest, time.monotonic() - began)
    print(f"{count} mutants, none outside the catalogue; the slowest took {slowest:.2f} s")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
