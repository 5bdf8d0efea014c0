"""The only requests this site makes: https, to a public address, no redirect, nothing read back.

The name is resolved once, every address it has is checked, and the connection goes to a checked
one: a name that changes its address in between reaches nothing inside.
"""

import http.client
import ipaddress
import socket
import ssl
from urllib.parse import SplitResult, urlsplit

from django.conf import settings

_SECONDS = 10
_Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class Failed(Exception):
    """What the attempt met, in one word."""


def check(url: str) -> SplitResult:
    """The parts of an address that may be called. Raises Failed."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise Failed("not_an_address") from None
    if parts.scheme != "https" or not parts.hostname or parts.username or parts.fragment:
        raise Failed("not_an_https_address")
    if port == 0:
        raise Failed("not_an_address")
    return parts


def resolved(parts: SplitResult) -> str:
    """A public address of the host. Raises Failed when any of its addresses is not public."""
    try:
        found = socket.getaddrinfo(
            parts.hostname, parts.port or 443, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP
        )
    except (OSError, UnicodeError):
        raise Failed("unknown_host") from None
    addresses = [str(entry[4][0]) for entry in found]
    if not settings.WEBHOOK_PRIVATE and not all(map(_is_public, addresses)):
        raise Failed("private_address")
    return addresses[0]


def post(url: str, body: bytes) -> int:
    """Send JSON; out: the status of the answer. Raises Failed."""
    parts = check(url)
    connection = _Pinned(parts, resolved(parts))
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    headers = {"Content-Type": "application/json", "User-Agent": "Glane", "Connection": "close"}
    try:
        connection.request("POST", path, body, headers)
        return connection.getresponse().status
    except ssl.SSLError:
        raise Failed("bad_certificate") from None
    except TimeoutError:
        raise Failed("no_answer_in_time") from None
    except (OSError, http.client.HTTPException, ValueError):
        raise Failed("no_connection") from None
    finally:
        connection.close()


class _Pinned(http.client.HTTPSConnection):
    """Connects to one address, and asks for the certificate of the name."""

    def __init__(self, parts: SplitResult, address: str) -> None:
        self._tls = ssl.create_default_context()
        super().__init__(
            parts.hostname or "", parts.port or 443, timeout=_SECONDS, context=self._tls
        )
        self._address = address

    def connect(self) -> None:
        raw = socket.create_connection((self._address, self.port), _SECONDS)
        self.sock = self._tls.wrap_socket(raw, server_hostname=self.host)


def _is_public(address: str) -> bool:
    found: _Address = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address):
        inside = found.ipv4_mapped or found.sixtofour
        if inside is not None:
            found = inside
    return found.is_global and not found.is_multicast
