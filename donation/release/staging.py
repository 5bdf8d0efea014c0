"""All rows of a build in one database file of its own: memory stays flat however many there are.

The file lies in the build's temporary folder, which only this user can open and which is removed at
the end, whatever happens. Facts of rows stand apart from their columns, so that thinning reads
little, and can be done again without some donors. Donors are numbers that mean nothing outside.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from donation.release.facts import Staged
from donation.release.shapes import CONFIGS

_PRAGMAS = "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-32768;"
_TABLES = """
PRAGMA secure_delete=ON;
CREATE TABLE row (
    id INTEGER PRIMARY KEY, record_id TEXT, config TEXT, donor INTEGER, split TEXT, platform TEXT,
    period TEXT, language TEXT, kind TEXT, object_type TEXT, prompt_chars INTEGER,
    prompt_words INTEGER, said_chars INTEGER, same_sides INTEGER, verdict BLOB, is_good INTEGER,
    masked REAL, hit TEXT, digest BLOB, dropped TEXT
);
CREATE TABLE body (id INTEGER PRIMARY KEY, columns BLOB);
CREATE TABLE signature (id INTEGER PRIMARY KEY, hashes BLOB);
CREATE TABLE donor (number INTEGER PRIMARY KEY, donation TEXT);
CREATE TABLE collision (hash INTEGER, id INTEGER);
"""
_INDEXES = """
CREATE INDEX by_digest ON row (digest) WHERE digest IS NOT NULL;
CREATE INDEX by_verdict ON row (verdict) WHERE verdict IS NOT NULL;
CREATE INDEX by_order ON row (config, split, record_id);
CREATE INDEX by_donor ON row (donor);
CREATE INDEX by_member ON collision (id);
"""
_MARKS = ",".join("?" * 19)


class Staging:
    """The rows of one build. A dropped row stays, with the reason, for the counts."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.database = sqlite3.connect(path)
        self.database.executescript(_PRAGMAS + _TABLES)
        self.donors = 0
        self._next = self._begun = 1

    def close(self) -> None:
        """Close the file."""
        self.database.close()

    def add(self, donation: str, split: str, rows: Iterable[Staged]) -> int:
        """Stage one donor's rows, however many; out: their number. See `undo`."""
        self.donors += 1
        execute = self.database.execute
        execute("INSERT INTO donor VALUES (?, ?)", (self.donors, donation))
        self._begun = self._next
        for row in rows:
            execute(
                f"INSERT INTO row VALUES ({_MARKS}, NULL)",  # noqa: S608 - marks only
                (
                    self._next, row.record_id, row.config, self.donors, split, row.platform,
                    row.period, row.language, row.kind, row.object_type, row.prompt_chars,
                    row.prompt_words, row.said_chars, row.same_sides, row.verdict, row.is_good,
                    row.masked, row.hit, row.digest,
                ),
            )  # fmt: skip
            execute("INSERT INTO body VALUES (?, ?)", (self._next, row.columns))
            if row.signature is not None:
                execute("INSERT INTO signature VALUES (?, ?)", (self._next, row.signature))
            self._next += 1
        return self._next - self._begun

    def undo(self) -> None:
        """Take out the donor who was added last."""
        for table in ("row", "body", "signature"):
            self.database.execute(f"DELETE FROM {table} WHERE id >= ?", (self._begun,))  # noqa: S608
        self.database.execute("DELETE FROM donor WHERE number = ?", (self.donors,))
        self.donors, self._next = self.donors - 1, self._begun

    def seal(self) -> None:
        """No more rows are added: make what finds them."""
        self.database.executescript(_INDEXES)

    def without(self, path: Path, donors: Iterable[int]) -> "Staging":
        """The facts of the rows of all other donors in a file of its own, before thinning."""
        other = Staging(path)
        other.database.execute("ATTACH ? AS original", (str(self.path),))
        self.database.commit()
        marks = ",".join(map(str, donors)) or "0"
        for table, condition in (
            ("row", f"donor NOT IN ({marks})"), ("donor", f"number NOT IN ({marks})"),
            ("collision", "true"), ("signature", "id IN (SELECT id FROM original.collision)"),
        ):  # fmt: skip
            other.database.execute(
                f"INSERT INTO main.{table} SELECT * FROM original.{table} WHERE {condition}"  # noqa: S608 - ours
            )
        other.database.commit()
        other.database.execute("DETACH original")
        ((other.donors,),) = other.query("SELECT count(*) FROM donor")
        other.seal()
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
