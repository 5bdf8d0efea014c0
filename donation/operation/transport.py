"""Is what is said to other machines said under TLS, to who was meant? `manage.py check --deploy`.

The names that docker-compose.yml gives its services are not other machines: they lie on a network
of one host that nothing else is on.
"""

from collections.abc import Mapping
from ipaddress import ip_address
from typing import Any
from urllib.parse import parse_qs, urlsplit

from django.conf import settings
from django.core import checks

_IN_THE_COMPOSITION = frozenset({"database", "queue", "storage"})
_CHECKED_BY_POSTGRESQL = frozenset({"verify-ca", "verify-full"})


@checks.register(checks.Tags.security, deploy=True)
def is_spoken_under_tls(**_: object) -> list[checks.CheckMessage]:
    """A warning for each service on another machine that is spoken to in clear, or unchecked."""
    endpoint = settings.STORAGES["default"].get("OPTIONS", {}).get("endpoint_url") or ""
    found = (
        ("DATABASE_URL", "W001", is_database_protected(settings.DATABASES["default"])),
        ("REDIS_URL", "W002", is_queue_protected(settings.REDIS_URL)),
        ("GLANE_S3_ENDPOINT", "W003", is_storage_protected(endpoint)),
    )
    return [
        checks.Warning(
            f"{name} leads to another machine without TLS, or without looking at its certificate.",
            hint="docs/operations.md, “On several hosts”, says how.",
            id=f"glane.{number}",
        )
        for name, number, is_protected in found
        if not is_protected
    ]


def is_database_protected(database: Mapping[str, Any]) -> bool:
    """In: an entry of `DATABASES`. `sslmode=require` is not enough: whoever answers is believed."""
    # libpq takes several hosts, separated by commas; a socket's folder begins with a slash.
    hosts = str(database.get("HOST") or "").split(",")
    mode = database.get("OPTIONS", {}).get("sslmode")
    return all(map(_is_here, hosts)) or mode in _CHECKED_BY_POSTGRESQL


def is_queue_protected(address: str) -> bool:
    """In: an address as Celery takes it."""
    parts = urlsplit(address)
    if parts.scheme == "rediss":
        said = parse_qs(parts.query).get("ssl_cert_reqs", [""])[0]
        return said.casefold() in {"required", "cert_required"}
    return parts.scheme == "redis+socket" or _is_here(parts.hostname or "")


def is_storage_protected(endpoint: str) -> bool:
    """In: the storage's address; empty when it is Amazon's or a folder."""
    parts = urlsplit(endpoint)
    return parts.scheme in ("", "https") or _is_here(parts.hostname or "")


def _is_here(host: str) -> bool:
    if not host or host.startswith("/") or host == "localhost" or host in _IN_THE_COMPOSITION:
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
