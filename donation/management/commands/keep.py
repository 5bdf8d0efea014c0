"""`manage.py keep`: housekeeping for as long as the site runs."""

import logging
import time
from typing import Any

from django.core.management.base import BaseCommand
from django.db import Error

from donation import retention

log = logging.getLogger("donation.keep")
_REAP_SECONDS = 10
_PURGE_EVERY = 30
"""One purge for so many rounds: every five minutes."""


class Command(BaseCommand):
    """Sends waiting work again every ten seconds, erases what expired every five minutes."""

    help = "Housekeeping: waiting work and retention, for ever."

    def handle(self, *_: Any, **__: Any) -> None:
        """Until the process is stopped."""
        rounds = 0
        while True:
            try:
                retention.reap()
                if rounds % _PURGE_EVERY == 0:
                    retention.purge()
            except Error:
                log.exception("the database did not answer")
            rounds += 1
            time.sleep(_REAP_SECONDS)
