"""G9, the withdrawal drill: one donor in a hundred leaves, and the release is built again.

None of their rows may be in the second one, and the tombstones their withdrawal would write, made
from their sealed files as a withdrawal does, must be exactly their rows of the first.
"""

from pathlib import Path
from uuid import UUID

from donation import vault
from donation.models import Build
from donation.release import privacy, sources
from donation.release.gate import Gate, hard
from donation.release.staging import Staging
from donation.release.thinning import thin
from donation.release.tombstones import ids_of

_ONE_IN = 100
_SHOWN = 20


def leaving(staging: Staging) -> list[int]:
    """Who leaves."""
    return list(range(1, staging.donors + 1, _ONE_IN))


def rebuilt(staging: Staging, path: Path) -> Staging:
    """The build without them, begun from the rows as they were before anything was left out."""
    return staging.without(path, leaving(staging))


def check(staging: Staging, again: Staging, build: Build, k: int) -> Gate:
    """Compare the build, finished, with the other, finished here."""
    thin(again)
    privacy.generalise(again, k)
    gone = leaving(staging)
    marks = ",".join(map(str, gone))
    theirs = {i for (i,) in staging.query(
        f"SELECT record_id FROM row WHERE dropped IS NULL AND donor IN ({marks})"  # noqa: S608 - numbers
    )}  # fmt: skip
    again.database.execute("CREATE TEMP TABLE gone (record_id TEXT PRIMARY KEY)")
    again.database.executemany("INSERT INTO gone VALUES (?)", ((i,) for i in theirs))
    ((survived,),) = again.query(
        "SELECT count(*) FROM row WHERE dropped IS NULL AND record_id IN (SELECT * FROM gone)"
    )
    buried = _buried(staging, gone, build)
    wrong = sorted(buried ^ theirs)
    found = {
        "donors_left": len(gone), "rows_gone": len(theirs), "survived": survived,
        "rows_left": again.count(), "tombstones": len(buried), "tombstones_wrong": len(wrong),
        "rows": wrong[:_SHOWN],
    }  # fmt: skip
    return hard(
        "G9", ok=not survived and not wrong, found=found,
        advice="report a defect: a withdrawal would not reach the next release",
    )  # fmt: skip


def _buried(staging: Staging, gone: list[int], build: Build) -> set[str]:
    """The tombstones that a withdrawal of those donors would write."""
    key = vault.own_key(build)
    staging.database.execute("CREATE TEMP TABLE buried (record_id TEXT PRIMARY KEY)")
    for number in gone:
        ((donation,),) = staging.query("SELECT donation FROM donor WHERE number = ?", (number,))
        with sources.lines(build, UUID(donation)) as lines:
            ids = ids_of(lines, key)
        staging.database.executemany("INSERT OR IGNORE INTO buried VALUES (?)", ((i,) for i in ids))
    return {i for (i,) in staging.query(
        "SELECT record_id FROM row WHERE dropped IS NULL AND record_id IN (SELECT * FROM buried)"
    )}  # fmt: skip
