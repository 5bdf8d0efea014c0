"""Where a release, and what may no longer be used of it, are found on the site."""

from django.conf import settings


def feed(release: str) -> str:
    """The tombstones of a release."""
    return f"{_origin()}/tombstones/{release}.json"


def page(release: str) -> str:
    """What is to be downloaded of a release."""
    return f"{_origin()}/publications/{release}/MANIFEST.json"


def _origin() -> str:
    """The site's own address, as browsers know it."""
    origins = settings.CSRF_TRUSTED_ORIGINS
    return str(origins[0] if origins else f"https://{settings.ALLOWED_HOSTS[0]}")
