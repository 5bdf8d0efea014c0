"""Headers of every answer: nothing personal is stored by browsers or proxies on the way."""

import re
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse


class PrivacyHeaders:
    """Adds `no-store` to pages, turns off what the site never uses, and names no page to another.

    Only a page with a form lets the site itself be told where it was sent from: under `no-referrer`
    browsers say that a form comes from nowhere, which the protection of forms refuses.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """One request."""
        response = self._get_response(request)
        response.headers.setdefault("Cache-Control", "no-store")
        # Django sends the token's cookie with every page that has a form, and with no other.
        has_form = settings.CSRF_COOKIE_NAME in response.cookies
        response.headers["Referrer-Policy"] = "same-origin" if has_form else "no-referrer"
        response.headers.setdefault(
            "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"
        )
        return response


class NeverInClear:
    """Refuses over plain http what the redirection to https leaves out: 403, and nothing is read.

    A person's browser is led to https; a program that was led there would send in clear for ever.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response
        self._exempt = [re.compile(one) for one in settings.SECURE_REDIRECT_EXEMPT]

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """One request."""
        path = request.path.lstrip("/")
        if not request.is_secure() and any(one.search(path) for one in self._exempt):
            return HttpResponse("https", status=403, content_type="text/plain")
        return self._get_response(request)


class ClosedWhileRestoring:
    """Answers 503 as long as a restored back-up may hold what had been withdrawn."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """One request; that the process is up may still be asked."""
        if settings.RESTORING.exists() and request.path != "/healthz":
            return HttpResponse(
                "503", status=503, content_type="text/plain", headers={"Retry-After": "600"}
            )
        return self._get_response(request)
