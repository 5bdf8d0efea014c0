"""`manage.py partner add|revoke|list`: who may download releases that are not public."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from donation.models import PartnerToken
from donation.release import partners


class Command(BaseCommand):
    """Gives, ends and lists partners' tokens."""

    help = "Let a partner download releases, stop one, or list them."

    def add_arguments(self, parser: CommandParser) -> None:
        """One subcommand each."""
        commands = parser.add_subparsers(dest="do", required=True)
        add = commands.add_parser("add")
        add.add_argument("name")
        add.add_argument("--days", type=int, default=90, help="how long the token is good for")
        add.add_argument("--webhook", default="", help="https address told of new tombstones")
        commands.add_parser("revoke").add_argument("name")
        commands.add_parser("list")

    def handle(self, *_: Any, **options: Any) -> None:
        """Do it."""
        try:
            getattr(self, f"_{options['do']}")(options)
        except partners.Refused as refused:
            raise CommandError(str(refused)) from None

    def _add(self, options: dict[str, Any]) -> None:
        token = partners.add(options["name"], days=options["days"], webhook=options["webhook"])
        self.stderr.write("This token is shown once; only its hash is stored:")
        self.stdout.write(token)

    def _revoke(self, options: dict[str, Any]) -> None:
        partners.revoke(options["name"])

    def _list(self, _options: dict[str, Any]) -> None:
        for partner in PartnerToken.objects.all():
            last = partner.deliveries.last()
            told = f"  webhook: {last}" if last else ""
            self.stdout.write(f"{partner.name:<30}{_state(partner)}{told}")


def _state(partner: PartnerToken) -> str:
    if partner.revoked_at:
        return f"revoked {partner.revoked_at:%Y-%m-%d}"
    word = "until" if partner.expires_at > timezone.now() else "expired"
    return f"{word} {partner.expires_at:%Y-%m-%d}"
