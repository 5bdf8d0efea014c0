"""Proof of use: what a reward model learns from a release, beside what the originals teach it.

`python -m benchmarks.usefulness [--pairs FILE.jsonl] [--donors 60] [--most 6000]`. Each line of the
file has `prompt`, `chosen` and `rejected`: strings, transcripts or lists of messages. One pair in
five is held out. The others become archives of invented donors, who upload them at the real site,
wait for its workers, and confirm; the release is built by those workers. Says what each rule took.
Ends with status 1 when a threshold is not met.
"""

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

import pyarrow.parquet as pq

from benchmarks import found_pairs, pair_archives, pair_rows
from benchmarks.donor import Donor
from benchmarks.invented_pairs import pairs as invented
from benchmarks.pair_archives import Archive, Identity
from benchmarks.pair_rows import Pair
from benchmarks.probe import Probe, Texts, by_length
from donation.release.thinning import (
    MOST_OF_A_DONOR,
    SHORTEST_COMPLETION_CHARS,
    SHORTEST_PROMPT_CHARS,
    SHORTEST_PROMPT_WORDS,
)
from tests.donation.serving import ROOT, Site, site

RECALL, FIDELITY, LOST, CHANCE = 0.99, 0.995, 0.02, 0.06
"""Least recall and label fidelity; most accuracy lost; farthest that shuffled labels may be from a
half, on average over as many shuffles as `_SHUFFLED` pairs allow, and never less than five: what
one shuffle of a few hundred pairs teaches strays from a half by 0.08."""
_SHUFFLED = 15_000
NAME = "usefulness"


def usable(
    rows: Iterable[dict[str, object]], refused: Counter[str] | None = None
) -> Iterator[Pair]:
    """Pairs a release may hold by its rules for single rows, each once; why others may not is
    counted in `refused`."""
    seen = set()
    counts: Counter[str] = Counter() if refused is None else refused
    for row in rows:
        pair = pair_rows.read(row)
        if pair is None:
            counts["no prompt or no two answers"] += 1
            continue
        asked = " ".join(pair.prompt[-1][1].split())
        sides = {" ".join(side.split()) for side in (pair.chosen, pair.rejected)}
        key = (*pair.prompt, *sorted(sides))
        if len(asked) < SHORTEST_PROMPT_CHARS or len(asked.split()) < SHORTEST_PROMPT_WORDS:
            counts["prompt too short"] += 1
        elif min(map(len, sides)) < SHORTEST_COMPLETION_CHARS:
            counts["answer too short"] += 1
        elif len(sides) < 2:
            counts["both answers the same"] += 1
        elif key in seen:
            counts["there already"] += 1
        else:
            seen.add(key)
            yield pair


def archives(planted: Sequence[Pair], donors: int, seed: int = 1) -> Iterator[Archive]:
    """The donors' archives: every second one from ChatGPT, the others from Open WebUI."""
    for number in range(donors):
        own = planted[number::donors]
        make = pair_archives.open_webui if number % 2 else pair_archives.chatgpt
        yield make(number, own, seed)


def give(running: Site, given: Iterable[Archive]) -> list[Identity]:
    """Everybody uploads, then everybody confirms. Out: who they are."""
    waiting: list[tuple[Donor, Identity]] = []
    for archive in given:
        donor = Donor(running)
        donor.upload(archive.name, archive.content)
        waiting.append((donor, archive.identity))
    for donor, _ in waiting:
        donor.await_report()
        donor.confirm()
    return [who for _, who in waiting]


def release(running: Site) -> Path:
    """The release, built by the site's workers. Raises CalledProcessError."""
    subprocess.run(
        [sys.executable, "manage.py", "release", "build", NAME],
        cwd=ROOT, env=running.environment, check=True,
    )  # fmt: skip
    return running.data / "releases" / NAME


def set_aside(running: Site) -> dict[str, int]:
    """What the rules took before anything was confirmed, by rule and family."""
    told = subprocess.run(
        [sys.executable, "-m", "benchmarks.set_aside"],
        cwd=ROOT, env={**running.environment, "PYTHONPATH": str(ROOT)}, check=True,
        capture_output=True, text=True,
    )  # fmt: skip
    found: dict[str, int] = json.loads(told.stdout)
    return found


def leaks(folder: Path, identities: Iterable[Identity]) -> int:
    """How many names, addresses and numbers of donors stand in the release's pairs and prompts."""
    text = "\n".join(
        json.dumps(row, ensure_ascii=False)
        for path in sorted((folder / "data").glob("*/*.parquet"))
        for row in pq.read_table(path).to_pylist()
    )
    return sum(secret in text for who in identities for secret in who.secrets)


def measured(
    folder: Path, planted: Sequence[Pair], held_out: Sequence[Pair], identities: Iterable[Identity]
) -> dict[str, float]:
    """Every figure."""
    found = found_pairs.find(folder, planted)
    known = [one for one in found if one.planted is not None]
    originals = [(pair.chosen, pair.rejected) for pair in planted]
    apart = [(pair.chosen, pair.rejected) for pair in held_out]
    released = [(one.chosen, one.rejected) for one in found]
    shuffles = max(5, _SHUFFLED // max(len(released), 1))
    shuffled = [Probe(_shuffled(released, seed)).accuracy(apart) for seed in range(shuffles)]
    return {
        "planted pairs": len(planted),
        "held-out pairs": len(apart),
        "released pairs": len(found),
        "recall of planted pairs": len({one.planted for one in known}) / len(planted),
        "label fidelity": sum(not one.is_turned for one in known) / max(len(known), 1),
        "probe on originals": Probe(originals).accuracy(apart),
        "probe on release": Probe(released).accuracy(apart),
        "probe on shuffled labels": sum(shuffled) / len(shuffled),
        "length only": by_length(released, apart),
        "identities found in it": leaks(folder, identities),
    }


def failures(found: dict[str, float]) -> list[str]:
    """The thresholds that are not met."""
    lost = found["probe on originals"] - found["probe on release"]
    checks = {
        f"recall below {RECALL}": found["recall of planted pairs"] >= RECALL,
        f"label fidelity below {FIDELITY}": found["label fidelity"] >= FIDELITY,
        f"the probe lost more than {LOST}": lost <= LOST,
        "shuffled labels are not chance": abs(found["probe on shuffled labels"] - 0.5) <= CHANCE,
        "identities in the release": found["identities found in it"] == 0,
    }
    return [what for what, holds in checks.items() if not holds]


def _shuffled(pairs: Sequence[Texts], seed: int) -> list[Texts]:
    chance = random.Random(seed)
    return [pair if chance.random() < 0.5 else pair[::-1] for pair in pairs]


def parted(pairs: list[Pair]) -> tuple[list[Pair], list[Pair]]:
    """One in five to hold out, and those to plant, by a chance that is always the same."""
    mixed = random.Random(1).sample(pairs, len(pairs))
    return mixed[: len(mixed) // 5], mixed[len(mixed) // 5 :]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=Path, help="JSON lines; invented ones when absent")
    parser.add_argument("--donors", type=int, default=60)
    parser.add_argument("--most", type=int, default=6000, help="pairs used")
    asked = parser.parse_args()
    rows: Iterable[dict[str, object]] = invented(asked.most)
    if asked.pairs:
        rows = map(json.loads, asked.pairs.read_text(encoding="utf-8").splitlines())
    refused: Counter[str] = Counter()
    held_out, planted = parted(list(islice(usable(rows, refused), asked.most)))
    print("not planted:", dict(refused))
    planted = planted[: asked.donors * MOST_OF_A_DONOR]
    with tempfile.TemporaryDirectory(prefix="glane-") as folder, site(Path(folder) / "data") as on:
        begun = time.monotonic()
        identities = give(on, archives(planted, asked.donors))
        print(f"{asked.donors} donations confirmed in {time.monotonic() - begun:.0f} s")
        built = release(on)
        found = measured(built, planted, held_out, identities)
        print("set aside by the rules, R6 until its box was ticked:", set_aside(on))
        print("left out of the release:", json.loads((built / "STATS.json").read_text())["dropped"])
    show(found)
    failed = failures(found)
    print(*failed, sep="\n")
    return 1 if failed else 0


def show(found: dict[str, float]) -> None:
    for what, figure in found.items():
        print(f"{what:<40}{figure:>10.4f}" if figure % 1 else f"{what:<40}{figure:>10.0f}")


if __name__ == "__main__":
    sys.exit(main())
