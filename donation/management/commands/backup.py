"""`manage.py backup make|restore FOLDER`, `manage.py backup replay`."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from donation.operation import backup


class Command(BaseCommand):
    """Copies the instance, puts a copy back, ends again what had ended since."""

    help = "Back up, or restore with the site stopped: withdrawals are replayed before it opens."

    def add_arguments(self, parser: CommandParser) -> None:
        """What to do, and where."""
        parser.add_argument("action", choices=("make", "restore", "replay"))
        parser.add_argument("folder", nargs="?", type=Path)

    def handle(self, *_: Any, **options: Any) -> None:
        """Exit status 1 when nothing was done."""
        action, folder = options["action"], options["folder"]
        if action != "replay" and folder is None:
            raise CommandError("Name the folder of the back-up.")
        try:
            if action == "make":
                backup.back_up(folder)
                return
            if action == "restore":
                backup.restore(folder)
        except backup.NotABackup:
            raise CommandError(f"{folder} is not a back-up, or not an empty place.") from None
        except backup.NotHere:
            raise CommandError(
                "Database and sealed files are on servers: back them up and restore them there, "
                "then run `manage.py backup replay` before the site is opened."
            ) from None
        changed = backup.replay()
        self.stdout.write(f"{changed} ended again")
