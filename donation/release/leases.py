"""Who works on a shard or on the end of a build: a lease in the database, as for jobs.

A message may be lost, doubled or late. The row is claimed by one conditional update, kept by a
heartbeat, and done under its token: so each shard is written once, and a release is published once.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from uuid import UUID, uuid4

from django.conf import settings
from django.db import connection
from django.db.models import F, Q, QuerySet

from donation.jobs import LeaseLost, database_now
from donation.models import Build, Shard

MOST_ATTEMPTS = 3
"""Times the work on one row may be interrupted."""
Leased = QuerySet[Build] | QuerySet[Shard]


def claim(rows: Leased) -> UUID | None:
    """Take one row if it is free; out: the lease's token, or None."""
    token, now = uuid4(), database_now()
    free = Q(token=None) | Q(lease_until__lt=now)
    taken = rows.filter(free, attempts__lt=MOST_ATTEMPTS).update(
        token=token,
        attempts=F("attempts") + 1,
        lease_until=now + timedelta(seconds=settings.LEASE_SECONDS),
    )
    return token if taken == 1 else None


@contextmanager
def kept(rows: Leased, token: UUID) -> Iterator["Heartbeat"]:
    """Renew the lease for as long as the block runs."""
    beat = Heartbeat(rows, token)
    beat.start()
    try:
        yield beat
    finally:
        beat.stop()


class Heartbeat(threading.Thread):
    """Renews a lease at a third of its time: a long statement of a build must not lose it."""

    def __init__(self, rows: Leased, token: UUID) -> None:
        super().__init__(daemon=True)
        self._rows, self._token = rows, token
        self._stopped, self._lost = threading.Event(), threading.Event()

    def run(self) -> None:
        """Until it is stopped, or somebody else has the row."""
        try:
            while not self._stopped.wait(settings.LEASE_SECONDS / 3):
                until = database_now() + timedelta(seconds=settings.LEASE_SECONDS)
                if self._rows.filter(token=self._token).update(lease_until=until) != 1:
                    self._lost.set()
                    return
        finally:
            connection.close()

    def check(self) -> None:
        """Raises LeaseLost when the work is somebody else's, or was called off."""
        if self._lost.is_set():
            raise LeaseLost

    def stop(self) -> None:
        """No more beats."""
        self._stopped.set()
        self.join()
