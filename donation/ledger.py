"""What a restored back-up must not bring back: donations that ended, rows that were taken out.

A file beside the database, added to and never rewritten, that no back-up of ours holds and no
restoration replaces. It has random ids only. A line is on the disk before the donor is answered.
"""

import os
from collections.abc import Collection, Iterator
from uuid import UUID

import msgspec
from django.conf import settings


class Ended(msgspec.Struct, frozen=True, omit_defaults=True):
    """A donation that was withdrawn or discarded; with `rows`, only those rows of it."""

    donation: UUID
    rows: tuple[str, ...] = ()


def note(donation: UUID, rows: Collection[str] = ()) -> None:
    """Add one line, and see it on the disk. Raises OSError: then nothing may be answered."""
    settings.LEDGER.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    line = msgspec.json.encode(Ended(donation, tuple(rows))) + b"\n"
    descriptor = os.open(settings.LEDGER, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    try:
        os.write(descriptor, line)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def lines() -> Iterator[Ended]:
    """Every line that is whole: the last may have been cut by a crash."""
    try:
        with settings.LEDGER.open("rb") as file:
            for line in file:
                try:
                    yield msgspec.json.decode(line, type=Ended)
                except msgspec.DecodeError:
                    continue
    except FileNotFoundError:
        return
