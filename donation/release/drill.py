"""G9, the withdrawal drill: one donor in a hundred leaves, and the release is built again.

None of their rows may be in the second one, and the tombstones their withdrawal would write, made
from their sealed files as a withdrawal does, must be exactly their rows of the first.
"""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
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


class Drill:
    """The build without those who leave, done beside the build itself."""

    def __init__(self, staging: Staging, path: Path, k: int) -> None:
        """In: the rows before anything is left out, and where the other build lies."""
        self._gone = range(1, staging.donors + 1, _ONE_IN)
        self._again = staging.without(path, self._gone)
        self._k = k
        self._beside = ThreadPoolExecutor(max_workers=1)
        # The database works without Python's lock: the other processor has something to do.
        self._built = self._beside.submit(self._build)

    def close(self) -> None:
        """Stop, wherever it is."""
        self._again.database.interrupt()
        self._beside.shutdown()
        self._again.close()

    def _build(self) -> None:
        thin(self._again)
        privacy.generalise(self._again, self._k)

    def gate(self, staging: Staging, build: Build) -> Gate:
        """Compare the build, thinned, with the other, once that is done."""
        self._built.result()
        marks = ",".join(map(str, self._gone))
        theirs = {i for (i,) in staging.query(
            f"SELECT record_id FROM row WHERE dropped IS NULL AND donor IN ({marks})"  # noqa: S608 - numbers
        )}  # fmt: skip
        again = self._again
        again.database.execute("CREATE TEMP TABLE gone (record_id TEXT PRIMARY KEY)")
        again.database.executemany("INSERT INTO gone VALUES (?)", ((i,) for i in theirs))
        ((survived,),) = again.query(
            "SELECT count(*) FROM row WHERE dropped IS NULL AND record_id IN (SELECT * FROM gone)"
        )
        buried = _buried(staging, self._gone, build)
        wrong = sorted(buried ^ theirs)
        found = {
            "donors_left": len(self._gone), "rows_gone": len(theirs), "survived": survived,
            "rows_left": again.count(), "tombstones": len(buried), "tombstones_wrong": len(wrong),
            "rows": wrong[:_SHOWN],
        }  # fmt: skip
        return hard(
            "G9", ok=not survived and not wrong, found=found,
            advice="report a defect: a withdrawal would not reach the next release",
        )  # fmt: skip


@contextmanager
def beside(staging: Staging, path: Path, k: int) -> Iterator[Drill]:
    """A drill that is stopped when the block is left."""
    drill = Drill(staging, path, k)
    try:
        yield drill
    finally:
        drill.close()


def _buried(staging: Staging, gone: range, build: Build) -> set[str]:
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
