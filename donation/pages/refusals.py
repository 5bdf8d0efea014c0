"""Every request that is refused leaves a line: why, and which page. Never who asked, nor for what.

ASVS 5.0, 16.3.2 and 16.3.3. A page that is not there is no refusal: the line would hold only noise.
"""

import logging
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

log = logging.getLogger("donation.refused")
_KINDS = {
    400: "not accepted",
    401: "no token",
    403: "forbidden",
    405: "method",
    413: "too large",
    429: "too often",
}


class Refusal(HttpResponse):
    """An answer that refuses, and says its kind better than its status does."""

    def __init__(self, content: bytes, *, kind: str, status: int) -> None:
        super().__init__(content, status=status)
        self.kind = kind


class RefusalsLogged:
    """One line for an answer of such a status."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """One request."""
        response = self._get_response(request)
        if response.status_code in _KINDS:
            status = response.status_code
            kind = response.kind if isinstance(response, Refusal) else _KINDS[status]
            route = request.resolver_match
            log.warning("refused: %s on %s", kind, route.view_name if route else "no page")
        return response
