"""All rows of a build on disk: memory stays flat however many there are.

Facts of rows stand in a database file of the build's own; their words and signatures in piles
beside it, so that thinning reads little, and can be done again without some donors. All lie in the
build's temporary folder, which only this user can open and which is removed at the end, whatever
happens. Donors are numbers that mean nothing outside.
"""

import shutil
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from donation.release.facts import Staged
from donation.release.pile import Pile
from donation.release.shapes import CONFIGS
from donation.release.signature import BYTES

_PRAGMAS = "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-32768;"
_TABLES = """
CREATE TABLE row (
    id INTEGER PRIMARY KEY, record_id TEXT, config TEXT, donor INTEGER, split TEXT, platform TEXT,
    period TEXT, language TEXT, kind TEXT, object_type TEXT, object_ref TEXT, prompt_chars INTEGER,
    prompt_words INTEGER, said_chars INTEGER, same_sides INTEGER, verdict BLOB, is_good INTEGER,
    masked REAL, hit TEXT, digest BLOB, at INTEGER, size INTEGER, signed INTEGER, dropped TEXT
);
CREATE TABLE donor (number INTEGER PRIMARY KEY, donation TEXT, state TEXT);
CREATE TABLE collision (hash INTEGER, id INTEGER);
"""
_INDEXES = """
CREATE INDEX by_digest ON row (digest) WHERE digest IS NOT NULL;
CREATE INDEX by_verdict ON row (verdict) WHERE verdict IS NOT NULL;
CREATE INDEX by_order ON row (config, split, record_id);
CREATE INDEX by_donor ON row (donor);
CREATE INDEX by_signature ON row (signed) WHERE signed IS NOT NULL;
CREATE INDEX by_member ON collision (id);
"""
_MARKS = ",".join("?" * 23)
_AT_ONCE = 500


class Staging:
    """The rows of one build. A dropped row stays, with the reason, for the counts."""

    def __init__(self, path: Path, *, like: "Staging | None" = None) -> None:
        """In: the database file; its piles lie beside it. `like` another one it is a copy, which
        reads the words and signatures where they are."""
        self.path, self._original = path, like
        if like is not None:
            shutil.copyfile(like.path, path)
        # The drill works beside the build, in a thread of its own, on a database of its own.
        self.database = sqlite3.connect(path, check_same_thread=False)
        self.database.executescript(_PRAGMAS)
        if like is None:
            self.database.executescript(_TABLES)
        self.words: Pile = like.words if like else Pile(path.with_suffix(".words"))
        self.signatures: Pile = like.signatures if like else Pile(path.with_suffix(".signatures"))
        self.donors: int = like.donors if like else 0
        self._next = self._begun = 1
        self._words_begun = self._signatures_begun = 0

    def close(self) -> None:
        """Close the files."""
        self.database.close()
        if self._original is None:
            self.words.close()
            self.signatures.close()

    def add(self, donation: str, split: str, rows: Iterable[Staged], state: str = "") -> int:
        """Stage one donor's rows, however many; out: their number. See `undo`, `sources.state`."""
        self.donors += 1
        self.database.execute("INSERT INTO donor VALUES (?, ?, ?)", (self.donors, donation, state))
        self._begun = self._next
        self._words_begun, self._signatures_begun = self.words.size, self.signatures.size
        given = iter(rows)
        while several := list(islice(given, _AT_ONCE)):
            self.database.executemany(
                f"INSERT INTO row VALUES ({_MARKS}, NULL)",  # noqa: S608 - marks only
                [self._values(row, split, at) for at, row in enumerate(several, self._next)],
            )
            self._next += len(several)
        return self._next - self._begun

    def _values(self, row: Staged, split: str, number: int) -> tuple[Any, ...]:
        signed = None
        if row.signature is not None:
            signed = self.signatures.add(row.signature)
        return (
            number, row.record_id, row.config, self.donors, split, row.platform, row.period,
            row.language, row.kind, row.object_type, row.object_ref, row.prompt_chars,
            row.prompt_words, row.said_chars, row.same_sides, row.verdict, row.is_good, row.masked,
            row.hit, row.digest, self.words.add(row.columns), len(row.columns), signed,
        )  # fmt: skip

    def undo(self) -> None:
        """Take out the donor who was added last."""
        self.database.execute("DELETE FROM row WHERE id >= ?", (self._begun,))
        self.database.execute("DELETE FROM donor WHERE number = ?", (self.donors,))
        self.words.cut(self._words_begun)
        self.signatures.cut(self._signatures_begun)
        self.donors, self._next = self.donors - 1, self._begun

    def seal(self) -> None:
        """No more rows are added: make what finds them."""
        self.database.executescript(_INDEXES)
        self.database.commit()

    def without(self, path: Path, donors: Collection[int]) -> "Staging":
        """A copy that lacks these donors, to be made before anything is left out."""
        self.database.commit()
        other = Staging(path, like=self)
        gone = [(number,) for number in donors]
        other.database.executemany("DELETE FROM row WHERE donor = ?", gone)
        other.database.executemany("DELETE FROM donor WHERE number = ?", gone)
        other.database.commit()
        other.donors -= len(donors)
        return other

    def drop(self, ids: Iterable[int], reason: str) -> int:
        """Leave rows out; out: how many were still in."""
        before = self.database.total_changes
        self.database.executemany(
            "UPDATE row SET dropped=? WHERE id=? AND dropped IS NULL", ((reason, i) for i in ids)
        )
        return self.database.total_changes - before

    def drop_where(self, condition: str, reason: str, values: tuple[Any, ...] = ()) -> int:
        """Leave out all rows of a condition of ours; out: how many."""
        cursor = self.database.execute(
            f"UPDATE row SET dropped=? WHERE dropped IS NULL AND ({condition})",  # noqa: S608 - ours
            (reason, *values),
        )
        return cursor.rowcount

    def query(self, statement: str, values: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
        """Rows of a statement of ours."""
        return iter(self.database.execute(statement, values))

    def signature(self, at: int) -> bytes:
        """The signature that begins there."""
        return self.signatures.read(at, BYTES)

    def count(self, condition: str = "dropped IS NULL") -> int:
        """Rows of a condition of ours."""
        ((count,),) = self.database.execute(f"SELECT count(*) FROM row WHERE {condition}")  # noqa: S608
        return int(count)

    def configs(self) -> list[str]:
        """Configs with rows left, in their order."""
        with_rows = {name for (name,) in self.query(
            "SELECT DISTINCT config FROM row WHERE dropped IS NULL")}  # fmt: skip
        return [config for config in CONFIGS if config in with_rows]

    def dropped(self) -> dict[str, int]:
        """How many rows were left out, by reason."""
        return dict(self.query(
            "SELECT dropped, count(*) FROM row WHERE dropped IS NOT NULL GROUP BY dropped"
        ))  # fmt: skip
