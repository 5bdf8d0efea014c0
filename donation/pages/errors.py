"""Error pages: what happened, that nothing is lost, one thing to do. Never what was asked."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 - Django's interface
    """400."""
    return _page(request, 400, _("Nous n’avons pas compris cette demande. Revenez à l’accueil."))


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - Django's interface
    """403 for a form that was open too long, or sent from elsewhere."""
    return _page(
        request, 403, _("Cette page est restée ouverte trop longtemps. Revenez, puis réessayez.")
    )


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 - Django's interface
    """403 for what staff may not do: in the words of 404, which tell nothing."""
    return _page(request, 403, _("Cette page n’existe pas. Revenez à l’accueil."))


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 - Django's interface
    """404."""
    return _page(request, 404, _("Cette page n’existe pas. Revenez à l’accueil."))


def server_error(request: HttpRequest) -> HttpResponse:
    """500."""
    return _page(
        request, 500, _("Quelque chose n’a pas marché chez nous. Réessayez dans un moment.")
    )


def _page(request: HttpRequest, status: int, sentence: str) -> HttpResponse:
    return render(request, "errors/error.html", {"sentence": sentence}, status=status)
