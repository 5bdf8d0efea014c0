"""Building a release: all or nothing. What a gate or a withdrawal stops leaves no file."""

import json
import re
import shutil
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from donation import audit, vault
from donation.models import Donation, Release, Stage
from donation.release import croissant, gates, holder, manifest, papers, privacy, sources, writer
from donation.release.gates import Failed, Gate
from donation.release.staging import Donor, Staging
from donation.release.thinning import thin

K = 10
"""Donors who must share a group of values (records, gate G8)."""
DEMO_SUFFIX = "-demo"
_NAME = re.compile(r"[a-z0-9][a-z0-9.\-]{2,40}")
Found = Iterator[tuple[Donation | None, Donor]]
Progress = Callable[[str], None]


class NotBuilt(Exception):
    """Why nothing was built, in one line that says what to do."""


def build(
    name: str, *, channel: str = "partner", demo: bool = False, progress: Progress = lambda _: None
) -> Release:
    """Build a release into the data folder. Raises NotBuilt, Failed."""
    if demo and not name.endswith(DEMO_SUFFIX):
        name += DEMO_SUFFIX
    if not _NAME.fullmatch(name) or (name.endswith(DEMO_SUFFIX) and not demo):
        raise NotBuilt("A name has 3 to 40 of a-z 0-9 . - and only a demonstration ends in -demo.")
    if Release.objects.filter(name=name).exists():
        raise NotBuilt(f"{name} exists already: choose another name.")
    identity = uuid.uuid4()
    release = Release(
        id=identity, name=name, channel=channel, is_demo=demo, built_at=timezone.now(),
        wrapped_key=vault.new_wrapped_key(identity),
    )  # fmt: skip
    root = Path(settings.DATA) / "releases"
    partial = root / f".{name}.partial"
    shutil.rmtree(partial, ignore_errors=True)
    partial.mkdir(parents=True, mode=0o700)
    try:
        _build(release, partial, root / name, progress)
    finally:
        shutil.rmtree(partial, ignore_errors=True)
    return release


def _build(release: Release, partial: Path, final: Path, progress: Progress) -> None:
    key, k = vault.own_key(release), 1 if release.is_demo else K
    work = partial / "work"
    work.mkdir()
    staging = Staging(work / "rows.sqlite3")
    try:
        progress("reading donations")
        included = _stage(staging, _found(release), key)
        if not staging.count():
            raise NotBuilt("No confirmed donation goes into this channel yet.")
        progress(f"{staging.count()} rows of {staging.donors} donors: thinning")
        thin(staging)
        coarser = privacy.generalise(staging, k)
        if not staging.count():
            raise NotBuilt("No group of ten donors shares its values yet: wait for more donations.")
        progress("checking the gates")
        results = [*gates.check(staging, k), _drill(staging, release, work, k)]
        failed = [gate for gate in results if gate.hard and not gate.passed]
        if failed:
            raise Failed(failed)
        progress("writing")
        counts = writer.write(staging, partial)
        facts = _facts(release, staging, counts, coarser, k)
        release.rows, release.donors = sum(map(_total, counts.values())), staging.donors
    finally:
        staging.close()
        shutil.rmtree(work)
    _write(partial / "STATS.json", facts)
    _write(partial / "GATES.json", [gate._asdict() for gate in results])
    papers.write(partial, release, facts)
    shutil.copy(holder.__file__, partial / "apply_tombstones.py")
    croissant.write(partial, release, counts)
    release.manifest_sha256 = manifest.write(
        partial, {"release": release.name, "parent": facts["parent"], "rows": counts}
    )
    _publish(release, included, partial, final)


@transaction.atomic
def _publish(release: Release, included: list[Donation], partial: Path, final: Path) -> None:
    """Put the folder in place with the rows that say so. A donor who left meanwhile stops it."""
    ids = [donation.pk for donation in included]
    present = 0
    for at in range(0, len(ids), 500):
        present += len(
            Donation.objects.select_for_update().filter(
                pk__in=ids[at : at + 500], stage=Stage.CONFIRMED
            )
        )
    if present != len(ids):
        raise NotBuilt("A donation was withdrawn while the release was built: build it again.")
    release.save(force_insert=True)
    release.donations.add(*included)
    audit.append(
        audit.Event.RELEASED, release=release.name, manifest=release.manifest_sha256,
        rows=release.rows, donors=release.donors,
    )  # fmt: skip
    partial.chmod(0o755)
    partial.rename(final)


def _found(release: Release) -> Found:
    return sources.invented() if release.is_demo else sources.confirmed(release.channel)


def _stage(
    staging: Staging, found: Found, key: bytes, without: frozenset[int] = frozenset()
) -> list[Donation]:
    """Stage every donor but some; out: the donations that are in."""
    included = []
    for number, (donation, donor) in enumerate(found, 1):
        if number in without:
            continue
        if staging.add(donor, key) and donation is not None:
            included.append(donation)
    return included


def _drill(staging: Staging, release: Release, work: Path, k: int) -> Gate:
    """One donor in a hundred is left out of a second build: none of their rows may be in it."""
    leaving = frozenset(range(1, staging.donors + 1, 100))
    marks = ",".join(map(str, leaving))
    theirs = {i for (i,) in staging.query(
        f"SELECT record_id FROM row WHERE dropped IS NULL AND donor IN ({marks})"  # noqa: S608 - numbers
    )}  # fmt: skip
    again = Staging(work / "drill.sqlite3")
    try:
        _stage(again, _found(release), vault.own_key(release), leaving)
        thin(again)
        privacy.generalise(again, k)
        survived = theirs & {i for (i,) in again.query(
            "SELECT record_id FROM row WHERE dropped IS NULL")}  # fmt: skip
    finally:
        again.close()
    return Gate(
        "G9", hard=True, passed=not survived,
        found={"donors_left": len(leaving), "rows_gone": len(theirs), "survived": len(survived)},
        advice="report a defect: a withdrawal would not reach the next release",
    )  # fmt: skip


def _facts(
    release: Release, staging: Staging, counts: dict[str, dict[str, int]],
    coarser: dict[str, int], k: int,
) -> dict[str, Any]:  # fmt: skip
    parent = (
        Release.objects.filter(channel=release.channel, is_demo=release.is_demo)
        .order_by("-built_at")
        .first()
    )
    balance = {}
    for config in ("binary", "binary_weak"):
        good = bad = 0
        for row in gates.staged_rows(staging, config):
            good, bad = good + row["label"], bad + (not row["label"])
        if good and bad:
            weights = {"desirable_weight": 1.0, "undesirable_weight": round(good / bad, 3)}
            if good < bad:
                weights = {"desirable_weight": round(bad / good, 3), "undesirable_weight": 1.0}
            balance[config] = {"true": good, "false": bad, **weights}
    return {
        "rows": counts, "donors": staging.donors, "k": k, "dropped": staging.dropped(),
        "generalised": coarser, "kto_balance": balance, "parent": parent.name if parent else None,
        "channel": release.channel, "demo": release.is_demo,
    }  # fmt: skip


def _total(splits: dict[str, int]) -> int:
    return sum(splits.values())


def _write(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
