"""`manage.py register [--dpia]`: the papers that the GDPR asks of an operator."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from donation.operation import register
from donation.release.privacy import K


class Command(BaseCommand):
    """Prints the record of processing, or the frame of an impact assessment."""

    help = (
        "The record of processing (art. 30), or with --dpia the frame of an assessment (art. 35)."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Which of the two."""
        parser.add_argument("--dpia", action="store_true")

    def handle(self, *_: Any, **options: Any) -> None:
        """Print it."""
        self.stdout.write(register.assessment(K) if options["dpia"] else register.register())
