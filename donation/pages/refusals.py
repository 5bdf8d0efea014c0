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


class RefusalsLogged:
    """One line for an answer of such a status. `refused` on the answer says the kind better."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """One request."""
        response = self._get_response(request)
        if response.status_code in _KINDS:
            kind = getattr(response, "refused", _KINDS[response.status_code])
            route = request.resolver_match
            log.warning("refused: %s on %s", kind, route.view_name if route else "no page")
        return response
