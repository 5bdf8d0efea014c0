"""`manage.py purge`: erase now what is past its time."""

from typing import Any

from django.core.management.base import BaseCommand

from donation.operation import retention


class Command(BaseCommand):
    """Erases expired donations and left-over files."""

    help = "Erase what is past its time."

    def handle(self, *_: Any, **options: Any) -> None:
        """Once."""
        ended = retention.purge()
        if options["verbosity"]:
            self.stdout.write(f"{ended} expired")
