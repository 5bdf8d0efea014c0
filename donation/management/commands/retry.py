"""`manage.py retry REFERENCE...|--all`: send dead letters again."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from donation.operation import dead_letters


class Command(BaseCommand):
    """Lists dead letters, or sends them again."""

    help = "List the archives that could not be read for reasons of ours, or try them again."

    def add_arguments(self, parser: CommandParser) -> None:
        """Which ones."""
        parser.add_argument("references", nargs="*", metavar="REFERENCE")
        parser.add_argument("--all", action="store_true")

    def handle(self, *_: Any, **options: Any) -> None:
        """Without a reference: the list. Exit status 1 when a reference is no dead letter's."""
        letters = {letter.donation.reference: letter for letter in dead_letters.waiting()}
        wanted = list(letters) if options["all"] else options["references"]
        if unknown := set(wanted) - set(letters):
            raise CommandError(f"no dead letter: {', '.join(sorted(unknown))}")
        if not wanted:
            for reference, letter in letters.items():
                self.stdout.write(f"{reference}  {dead_letters.code(letter)}")
        for reference in wanted:
            dead_letters.retry(letters[reference].donation_id)
            self.stdout.write(f"{reference} sent again")
