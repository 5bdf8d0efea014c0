"""`manage.py staff NAME`: let somebody into the operators' pages, with a second factor."""

import getpass
from io import StringIO
from typing import Any

import segno
from django.contrib.auth.models import Permission, User
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.db.models import Q
from django_otp.plugins.otp_totp.models import TOTPDevice


class Command(BaseCommand):
    """Makes an operator's account: password typed here, one-time codes from a QR code."""

    help = "Make an account for the operators' pages; shows the QR code of its second factor."

    def add_arguments(self, parser: CommandParser) -> None:
        """Whose account; the password is asked for, never given as an argument."""
        parser.add_argument("name")
        parser.add_argument("--retry", action="store_true", help="may send dead letters again")

    @transaction.atomic
    def handle(self, *_: Any, **options: Any) -> None:
        """An account that exists gets a new password and a new second factor."""
        password = getpass.getpass("Password: ")
        user, _created = User.objects.get_or_create(username=options["name"])
        try:
            validate_password(password, user)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from None
        user.is_staff, user.is_superuser = True, False
        user.set_password(password)
        user.save()
        # Least rights: to look, and only at what the operators' pages list.
        granted = Q(codename__startswith="view_")
        if options["retry"]:
            granted |= Q(codename="retry_job")
        user.user_permissions.set(
            Permission.objects.filter(granted, content_type__app_label="donation")
        )
        TOTPDevice.objects.filter(user=user).delete()
        device = TOTPDevice.objects.create(user=user, name="phone", confirmed=True)
        self.stdout.write("Scan this with an authenticator app; it is shown once.")
        drawn = StringIO()
        segno.make(device.config_url).terminal(drawn, compact=True)
        self.stdout.write(drawn.getvalue())
        self.stdout.write(device.config_url)
