"""Error pages: what happened, that nothing is lost, one thing to do. Never what was asked."""

import errno
import logging
import sys

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import translate_url
from django.utils.translation import gettext as _

from donation import logs, storage
from donation.pages.instance import instance
from donation.pages.refusals import Refusal

log = logging.getLogger("donation.pages")
NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT})
_BUSY_SECONDS = 60
_NO_ROOM_SECONDS = 3600


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 - Django's interface
    """400."""
    return _page(request, 400, _("Nous n’avons pas compris cette demande. Revenez à l’accueil."))


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - Django's interface
    """403 for a form that was open too long, or sent from elsewhere."""
    page = _page(
        request, 403, _("Cette page est restée ouverte trop longtemps. Revenez, puis réessayez.")
    )
    return Refusal(page.content, kind="form without its token", status=403)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 - Django's interface
    """403 for what staff may not do: in the words of 404, which tell nothing."""
    return _page(request, 403, _("Cette page n’existe pas. Revenez à l’accueil."))


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 - Django's interface
    """404."""
    return _page(request, 404, _("Cette page n’existe pas. Revenez à l’accueil."))


def server_error(request: HttpRequest) -> HttpResponse:
    """500; 503 when database or storage do not answer, 507 when there is no room: try again."""
    trouble = sys.exc_info()[1]
    if isinstance(trouble, OperationalError | InterfaceError):
        sentence = _("Le site est très occupé. Réessayez dans une minute.")
        return _page(request, 503, sentence, retry_seconds=_BUSY_SECONDS)
    if trouble is not None and storage.is_away(trouble):
        log.error("the storage does not answer: %s", logs.code(trouble))
        sentence = _(
            "Nous n’atteignons pas nos fichiers pour le moment. Réessayez dans une minute."
        )
        return _page(request, 503, sentence, retry_seconds=_BUSY_SECONDS)
    if isinstance(trouble, OSError) and trouble.errno in NO_ROOM:
        sentence = _("Il n’y a plus de place chez nous pour le moment. Réessayez dans une heure.")
        return _page(request, 507, sentence, retry_seconds=_NO_ROOM_SECONDS)
    if trouble is not None:
        # Django's own line would print the path.
        log.error("a page failed: %s", logs.code(trouble))
    return _page(
        request, 500, _("Quelque chose n’a pas marché chez nous. Réessayez dans un moment.")
    )


def not_withdrawn(request: HttpRequest) -> HttpResponse:
    """503: what a withdrawal must read before the key goes cannot be read now. Nothing was done."""
    sentence = _(
        "Votre don n’est pas encore retiré, car nous n’atteignons pas nos fichiers. "
        "Réessayez dans une minute, avec le même code."
    )
    return _page(request, 503, sentence, retry_seconds=_BUSY_SECONDS)


def _page(
    request: HttpRequest, status: int, sentence: str, *, retry_seconds: int = 0
) -> HttpResponse:
    # No context processor: one of them asks the database, which may be what does not answer.
    context = {"sentence": sentence, **instance(request)}
    route = request.resolver_match
    if route is None or route.kwargs:
        # The links to the other language must not say again what was asked.
        context |= {
            f"address_{code}": translate_url("/", code) for code, _name in settings.LANGUAGES
        }
    html = render_to_string("errors/error.html", context)
    response = HttpResponse(html, status=status)
    if retry_seconds:
        response.headers["Retry-After"] = str(retry_seconds)
    return response
