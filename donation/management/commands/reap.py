"""`manage.py reap`: send lost work again, now."""

from typing import Any

from django.core.management.base import BaseCommand

from donation.operation import retention


class Command(BaseCommand):
    """Sends again what waits or lost its worker, and sets aside what was tried too often."""

    help = "Send lost work again; housekeeping does so every two seconds."

    def handle(self, *_: Any, **__: Any) -> None:
        """Once."""
        self.stdout.write(f"{retention.reap()} sent")
