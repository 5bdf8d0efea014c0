"""All rows of a build in one database file of its own: memory stays flat however many there are.

The file lies in the build's temporary folder, which only this user can open and which is removed at
the end, whatever happens. Donors are numbers that mean nothing outside it.
"""

import hashlib
import hmac
import json
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from donation.release.shapes import CONFIGS, rows_of
from filters.interaction import Retained, tier

SPLITS = (("train", 0.90), ("validation", 0.05), ("test", 0.05))
_TABLES = """
CREATE TABLE row (
    id INTEGER PRIMARY KEY, record_id TEXT, config TEXT, donor INTEGER, split TEXT, platform TEXT,
    period TEXT, language TEXT, kind TEXT, object_type TEXT, prompt TEXT, text TEXT, digest TEXT,
    columns TEXT, dropped TEXT
);
CREATE INDEX by_digest ON row (digest);
CREATE INDEX by_config ON row (config, donor);
CREATE INDEX by_group ON row (platform, period, language, kind, object_type);
"""


class Donor(NamedTuple):
    """What of a donation goes into the build: its lines, and under which consents."""

    key: bytes
    """Names the donor within this build only; never written."""
    lines: Iterable[bytes]
    consent_version: str
    purposes: tuple[str, ...]


class Staging:
    """The rows of one build. A dropped row stays, with the reason, for the counts."""

    def __init__(self, path: Path) -> None:
        self.database = sqlite3.connect(path)
        self.database.executescript(
            "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA secure_delete=ON;" + _TABLES
        )
        self.donors = 0

    def close(self) -> None:
        """Close the file."""
        self.database.close()

    def add(self, donor: Donor, release_key: bytes) -> int:
        """Stage one donor's rows; out: how many. Records under rule R6 come only when ticked."""
        self.donors += 1
        split = split_of(donor.key, release_key)
        staged = []
        for line in donor.lines:
            record = msgspec.json.decode(line, type=Retained)
            for row in rows_of(record):
                common = {
                    "record_id": record_id(release_key, record.uid, row.config),
                    "tier": tier(record), "signal": record.signal, "evidence": record.evidence,
                    "consent_version": donor.consent_version, "purposes": list(donor.purposes),
                    "flags": list(record.flags),
                }  # fmt: skip
                written = json.dumps({**row.columns, **common}, ensure_ascii=False)
                digest = hashlib.sha256(
                    f"{row.config}\0{' '.join(row.text.split()).casefold()}".encode()
                ).hexdigest()
                staged.append((
                    common["record_id"], row.config, self.donors, split, record.platform,
                    record.period or "", record.language, record.kind, record.object_type,
                    row.prompt, row.text, digest if row.text else None, written,
                ))  # fmt: skip
        self.database.executemany(
            "INSERT INTO row (record_id, config, donor, split, platform, period, language, kind, "
            "object_type, prompt, text, digest, columns) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)",
            staged,
        )
        return len(staged)

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


def record_id(release_key: bytes, uid: str, config: str) -> str:
    """The id of a row in one release: another in every release, so that rows cannot be joined."""
    return hmac.new(release_key, f"{config}:{uid}".encode(), hashlib.sha256).hexdigest()[:32]


def split_of(donor: bytes, release_key: bytes) -> str:
    """Which split a donor's rows all go to, drawn anew for each release."""
    drawn = hmac.new(release_key, b"split" + donor, hashlib.sha256).digest()
    at = int.from_bytes(drawn[:8], "big") / 2**64
    for name, share in SPLITS:
        if at < share:
            return name
        at -= share
    return SPLITS[0][0]
