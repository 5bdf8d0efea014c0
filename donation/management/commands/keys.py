"""`manage.py keys check|rotate`: the key that wraps the keys of the donations."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from donation.operation import rotation


class Command(BaseCommand):
    """Checks that the key opens what is stored, or wraps everything with the current key."""

    help = "Check the key-encryption key, or re-wrap every donation's key after it was changed."

    def add_arguments(self, parser: CommandParser) -> None:
        """What to do."""
        parser.add_argument("action", choices=("check", "rotate"))

    def handle(self, *_: Any, **options: Any) -> None:
        """Exit status 1 when the key opens nothing."""
        try:
            if options["action"] == "check":
                rotation.check()
            else:
                self.stdout.write(f"{rotation.rotate()} re-wrapped")
        except rotation.WrongKey:
            raise CommandError(
                "GLANE_KEK does not open the donations that are stored. Give the key they were "
                "sealed with, as GLANE_KEK or among GLANE_KEK_PREVIOUS."
            ) from None
