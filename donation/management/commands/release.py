"""`manage.py release build|verify|list|retire|trained`: releases for those who train."""

import signal
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser

from donation.models import Release
from donation.release import build, training, verify
from donation.release.gate import Failed
from donation.release.retirement import Reason, retire
from donation.release.sources import CHANNELS


class Command(BaseCommand):
    """Builds, checks, lists and retires releases, and notes what was trained on them."""

    help = "Build a release, check one from its files alone, list, retire, or note a model."

    def add_arguments(self, parser: CommandParser) -> None:
        """One subcommand each."""
        commands = parser.add_subparsers(dest="do", required=True)
        make = commands.add_parser("build")
        make.add_argument("name")
        make.add_argument("--channel", choices=sorted(CHANNELS), default="partner")
        make.add_argument("--demo", action="store_true", help="from invented donations")
        make.add_argument("--inline", action="store_true", help="in this process, without workers")
        check = commands.add_parser("verify")
        check.add_argument("folder", type=Path)
        commands.add_parser("list")
        retire = commands.add_parser("retire")
        retire.add_argument("name")
        trained = commands.add_parser("trained", help="shown to those whose rows are in it")
        trained.add_argument("name")
        trained.add_argument("model")
        trained.add_argument("--undo", action="store_true", help="it was declared by mistake")

    def handle(self, *_: Any, **options: Any) -> None:
        """Do it."""
        getattr(self, f"_{options['do']}")(options)

    def _build(self, options: dict[str, Any]) -> None:
        if options["demo"] and not settings.PRODUCTION:
            # Whoever only wants to look at a release need not start a site first.
            call_command("migrate", verbosity=0)
        # To be stopped is to be interrupted: what the build wrote is erased.
        before = signal.signal(signal.SIGTERM, signal.default_int_handler)
        try:
            release = build.build(
                options["name"],
                channel=options["channel"],
                demo=options["demo"],
                inline=options["inline"] or options["demo"],
                progress=self.stderr.write,
            )
        except (build.NotBuilt, Failed) as stopped:
            raise CommandError(f"Nothing was published. {stopped}") from None
        except KeyboardInterrupt:
            raise CommandError("Interrupted: nothing was published.") from None
        finally:
            signal.signal(signal.SIGTERM, before)
        self.stdout.write(f"{release.name}: {release.rows} rows of {release.donors} donors")

    def _verify(self, options: dict[str, Any]) -> None:
        found = verify.problems(options["folder"])
        if found:
            raise CommandError("\n".join(found))
        self.stdout.write("every file is as it was released")

    def _list(self, _options: dict[str, Any]) -> None:
        for release in Release.objects.all():
            state = f"retired {release.retired_at:%Y-%m-%d}" if release.retired_at else "served"
            models = ", ".join(model.name for model in release.models_trained.all())
            self.stdout.write(
                f"{release.name:<30}{release.channel:<10}{release.rows:>9}  {state}"
                + (f"  trained: {models}" if models else "")
            )

    def _retire(self, options: dict[str, Any]) -> None:
        if not retire(Release.objects.filter(name=options["name"]), Reason.OPERATOR):
            raise CommandError("No served release has that name.")

    def _trained(self, options: dict[str, Any]) -> None:
        act = training.take_back if options["undo"] else training.declare
        try:
            act(options["name"], options["model"])
        except training.Refused as refused:
            raise CommandError(str(refused)) from None
