"""`manage.py audit verify|head|export`: the audit log, checked and shown."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from donation import audit


class Command(BaseCommand):
    """Verifies, shows or exports the audit log."""

    help = "The audit log: verify the chain, show its end, export it as JSON lines."

    def add_arguments(self, parser: CommandParser) -> None:
        """What to do, and a hash noted earlier."""
        parser.add_argument("action", choices=("verify", "head", "export"))
        parser.add_argument("--head", metavar="HASH", help="a hash noted earlier, to be found")

    def handle(self, *_: Any, **options: Any) -> None:
        """Exit status 1 when the chain is broken."""
        if options["action"] == "export":
            for line in audit.exported():
                self.stdout.write(line)
            return
        number, digest = audit.head()
        if options["action"] == "verify":
            broken = audit.verify(options["head"])
            if broken is not None:
                raise CommandError(f"entry {broken.number}: {broken.reason}")
        self.stdout.write(f"{number} {digest}")
