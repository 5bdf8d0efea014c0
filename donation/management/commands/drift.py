"""`manage.py drift`: has a platform changed its export?"""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from donation import drift


class Command(BaseCommand):
    """Lists what readers do not know more often than in the days before."""

    help = "What became unknown to the readers; exit status 1 when anything rose."

    def add_arguments(self, parser: CommandParser) -> None:
        """How far to look back, and the form."""
        parser.add_argument("--days", type=int, default=28, help="days compared with (28)")
        parser.add_argument("--json", action="store_true")

    def handle(self, *_: Any, **options: Any) -> None:
        """One line a rise; silent when there is none."""
        rises = drift.rises(compared_days=options["days"])
        if options["json"]:
            self.stdout.write(json.dumps([rise._asdict() for rise in rises]))
        else:
            for rise in rises:
                self.stdout.write(
                    f"{rise.reader:<18}{rise.family:<18}{rise.field:<20}{rise.met:>8}"
                    f"{rise.share:>9.1%} (before {rise.before:.1%})"
                )
        if rises:
            raise SystemExit(1)
