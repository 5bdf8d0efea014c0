"""Headers of every answer: nothing personal is stored by browsers or proxies on the way."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse


class PrivacyHeaders:
    """Adds `no-store` to pages, and turns off what the site never uses."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """One request."""
        response = self._get_response(request)
        response.headers.setdefault("Cache-Control", "no-store")
        response.headers.setdefault(
            "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"
        )
        return response


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
