"""What Django must know of this app before anything else runs: its checks."""

from importlib import import_module

from django.apps import AppConfig


class DonationConfig(AppConfig):
    """The one app."""

    name = "donation"

    def ready(self) -> None:
        """Register the checks."""
        for check in ("confinement", "transport"):
            import_module(f"donation.operation.{check}")
