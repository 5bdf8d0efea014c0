"""The end of a build: what the shards found becomes one release, all or nothing."""

import json
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from donation import audit
from donation.jobs import LeaseLost
from donation.models import Build, Donation, Release, Shard, Stage
from donation.release import (
    addresses,
    croissant,
    drill,
    gates,
    holder,
    leases,
    manifest,
    near,
    papers,
    privacy,
    shards,
    sources,
    tombstones,
    writer,
)
from donation.release.facts import Staged
from donation.release.gate import Failed, Gate
from donation.release.staging import Staging
from donation.release.stopping import NotBuilt, clear, folder
from donation.release.thinning import thin
from donation.release.tombstones import folder_of

PUBLISHED = "published"
"""The last step of a build."""
_AT_ONCE = 500


def finish(build_id: UUID) -> None:
    """Publish the release of a build whose shards are all done, unless somebody else does.

    Raises Failed, NotBuilt, LeaseLost, OSError; see `stopping.told`.
    """
    rows = Build.objects.filter(pk=build_id, problem="").exclude(step=PUBLISHED)
    if Shard.objects.filter(build=build_id, is_done=False).exists():
        return
    token = leases.claim(rows)
    if token is None:
        return
    build = Build.objects.get(pk=build_id)
    partial = folder(build_id, token)
    try:
        (partial / "work").mkdir(parents=True)
        partial.chmod(0o700)
        with leases.kept(rows, token) as beat:
            _Assembly(build, token, partial, beat).run()
        clear(build_id)
    finally:
        shutil.rmtree(partial, ignore_errors=True)


class _Assembly:
    def __init__(self, build: Build, token: UUID, partial: Path, beat: leases.Heartbeat) -> None:
        self._build, self._token, self._partial, self._beat = build, token, partial, beat
        self._k = 1 if build.is_demo else privacy.K
        self._release = Release(
            id=build.pk, name=build.name, channel=build.channel, is_demo=build.is_demo,
            built_at=timezone.now(), wrapped_key=build.wrapped_key,
        )  # fmt: skip

    def run(self) -> None:
        work = self._partial / "work"
        staging = Staging(work / "rows.sqlite3")
        try:
            self._tell("gathering rows")
            self._load(staging)
            self._tell(f"{staging.count()} rows of {staging.donors} donors: thinning")
            staging.seal()
            near.find(staging, work)
            with drill.beside(staging, work / "drill.sqlite3", self._k) as beside:
                thin(staging)
                coarser = privacy.generalise(staging, self._k)
                if not staging.count():
                    raise NotBuilt(
                        "No group of ten donors shares its values yet: wait for more donations."
                    )
                self._tell("writing")
                written = gates.Written()
                counts = writer.write(staging, self._partial, written)
                self._tell("checking the gates")
                results = gates.check(staging, written, self._k)
                self._tell("the withdrawal drill")
                results.append(beside.gate(staging, self._build))
            failed = [gate for gate in results if gate.hard and not gate.passed]
            if failed:
                raise Failed(failed)
            self._tell("describing it")
            facts = self._facts(staging, counts, coarser, results)
            # Still open, and no part of the release: an unnamed file goes with its last reader.
            shutil.rmtree(work)
            self._describe(staging, counts, facts, results)
            try:
                self._publish(staging)
            except BaseException:
                # Renamed, and then not committed: no folder without its row.
                if not Release.objects.filter(name=self._build.name).exists():
                    shutil.rmtree(folder_of(self._release), ignore_errors=True)
                raise
        finally:
            staging.close()

    def _load(self, staging: Staging) -> None:
        """Every donor whom a shard read whole and who has neither left nor changed since."""
        for shard in self._build.shards.all():
            self._beat.check()
            present = _present(self._build, shard)
            frames = shards.frames(self._build, shard.number)
            for opening in frames:
                assert isinstance(opening, shards.Opening)
                rows = _Rows(frames)
                count = staging.add(opening.donation, opening.split, rows, opening.state)
                if (
                    not count
                    or not rows.is_whole
                    or present.get(UUID(opening.donation)) != opening.state
                ):
                    staging.undo()
        if not staging.count():
            raise NotBuilt("No confirmed donation goes into this channel yet.")

    def _facts(
        self, staging: Staging, counts: dict[str, dict[str, int]], coarser: dict[str, int],
        results: list[Gate],
    ) -> dict[str, Any]:  # fmt: skip
        told = {gate.id: gate.found for gate in results}
        parent = (
            Release.objects.filter(channel=self._build.channel, is_demo=self._build.is_demo)
            .order_by("-built_at")
            .first()
        )
        return {
            "rows": counts, "donors": staging.donors, "k": self._k, "dropped": staging.dropped(),
            "generalised": coarser, "kto_balance": _balance(staging),
            "parent": parent.name if parent else None, "channel": self._build.channel,
            "demo": self._build.is_demo, "left_out": self._left_out(), **told["G4"],
            "bias": told["G7"],
        }  # fmt: skip

    def _left_out(self) -> dict[str, int]:
        """How many donations could not be read, by reason."""
        reasons: Counter[str] = Counter()
        for shard in self._build.shards.all():
            reasons.update(shard.left_out.values())
        return dict(reasons)

    def _describe(
        self, staging: Staging, counts: dict[str, dict[str, int]], facts: dict[str, Any],
        results: list[Gate],
    ) -> None:  # fmt: skip
        release, partial = self._release, self._partial
        release.rows = sum(sum(splits.values()) for splits in counts.values())
        release.donors = staging.donors
        _write(partial / "STATS.json", facts)
        _write(partial / "GATES.json", [gate._asdict() for gate in results])
        papers.write(partial, release, facts)
        shutil.copy(holder.__file__, partial / "apply_tombstones.py")
        tombstones.write(partial / "tombstones", release)
        croissant.write(partial, release, counts)
        release.manifest_sha256 = manifest.write(
            partial,
            {"release": release.name, "channel": release.channel, "parent": facts["parent"],
             "built": release.built_at.date().isoformat(), "rows": counts,
             "tombstones": addresses.feed(release.name)},
        )  # fmt: skip

    @transaction.atomic
    def _publish(self, staging: Staging) -> None:
        """Put the folder in place with the rows that say so. Whoever changed stops it."""
        ours = Build.objects.filter(pk=self._build.pk, token=self._token, problem="")
        if ours.update(step=PUBLISHED, token=None, lease_until=None) != 1:
            raise LeaseLost
        self._release.save(force_insert=True)
        if not self._build.is_demo:
            for staged in _chunks(staging):
                # The consents are asked for when the rows are locked: whoever changes them waits.
                donations = (
                    Donation.objects.select_for_update()
                    .filter(pk__in=staged, stage=Stage.CONFIRMED)
                    .prefetch_related("consents")
                )
                now = {one.pk: sources.state(one) for one in donations}
                if gone := {pk for pk, was in staged.items() if now.get(pk) != was}:
                    raise NotBuilt(
                        f"Donation {min(gone)} was withdrawn or changed during the build: "
                        "build it again."
                    )
                self._release.donations.add(*donations)
        audit.append(
            audit.Event.RELEASED, release=self._release.name, rows=self._release.rows,
            manifest=self._release.manifest_sha256, donors=self._release.donors,
        )  # fmt: skip
        self._partial.chmod(0o755)
        self._partial.rename(folder_of(self._release))

    def _tell(self, step: str) -> None:
        self._beat.check()
        Build.objects.filter(pk=self._build.pk).update(step=step)


class _Rows:
    """The rows of one donor, up to the end of them."""

    def __init__(self, frames: Iterator[shards.Frame]) -> None:
        self._frames = frames
        self.is_whole = False

    def __iter__(self) -> Iterator[Staged]:
        for frame in self._frames:
            if isinstance(frame, shards.Closing):
                self.is_whole = frame.is_whole
                return
            assert isinstance(frame, Staged)
            yield frame


def _present(build: Build, shard: Shard) -> dict[UUID, str]:
    """Who of a shard still gives, and what."""
    if build.is_demo:
        return {UUID(int=number): "" for number in range(shard.first.int, shard.last.int + 1)}
    confirmed = Donation.objects.filter(
        id__gte=shard.first, id__lte=shard.last, stage=Stage.CONFIRMED
    )
    return {one.pk: sources.state(one) for one in confirmed.prefetch_related("consents")}


def _chunks(staging: Staging) -> Iterator[dict[UUID, str]]:
    """Some donors at a time, each with what they gave when they were read."""
    rows = staging.database.execute("SELECT donation, state FROM donor")
    while chunk := rows.fetchmany(_AT_ONCE):
        yield {UUID(donation): state for donation, state in chunk}


def _balance(staging: Staging) -> dict[str, dict[str, float]]:
    """True and false of each config KTO trains on, where it trains, with the weights that even
    them out."""
    balance = {}
    for config in ("binary", "binary_weak"):
        ((good, bad),) = staging.query(
            "SELECT coalesce(sum(is_good), 0), coalesce(sum(NOT is_good), 0) FROM row "
            "WHERE dropped IS NULL AND config = ? AND split = 'train'",
            (config,),
        )
        if good and bad:
            weights = {"desirable_weight": 1.0, "undesirable_weight": round(good / bad, 2)}
            if good < bad:
                weights = {"desirable_weight": round(bad / good, 2), "undesirable_weight": 1.0}
            balance[config] = {"true": good, "false": bad, **weights}
    return balance


def _write(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
