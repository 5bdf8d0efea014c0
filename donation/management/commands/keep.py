"""`manage.py keep`: housekeeping for as long as the site runs."""

import logging
import time
from typing import Any

from django.core.management.base import BaseCommand
from django.db import Error, close_old_connections

from donation import journal
from donation.operation import retention
from donation.operation.clock import Clock

log = logging.getLogger("donation.keep")
_REAP_SECONDS = 2
"""What a lost worker's archive waits for beside the lease."""
_EMPTY_EVERY = 5
_PURGE_EVERY = 150
"""One purge for so many rounds: every five minutes."""
_DISTRUST_SECONDS = 3600
"""After the clock was set, for somebody to look: a day too far would erase a day too early."""


class Command(BaseCommand):
    """Sends waiting work again every two seconds, erases what expired every five minutes."""

    help = "Housekeeping: waiting work and retention, for ever."

    def handle(self, *_: Any, **__: Any) -> None:
        """Until the process is stopped."""
        rounds, clock = 0, Clock()
        while True:
            if change := clock.was_set_by():
                clock.distrust(_DISTRUST_SECONDS)
                log.error("the clock was set by %d s: nothing expires for an hour", change)
            # A database that was restarted is spoken to again.
            close_old_connections()
            try:
                retention.reap()
                if rounds % _EMPTY_EVERY == 0:
                    journal.empty()
                if rounds % _PURGE_EVERY == 0 and clock.is_trusted:
                    retention.purge()
            except Error:
                log.exception("the database did not answer")
            rounds += 1
            time.sleep(_REAP_SECONDS)
