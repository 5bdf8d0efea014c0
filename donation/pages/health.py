"""For those who watch: is the site up, and may it be sent visitors?"""

from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe
from kombu.exceptions import OperationalError

from donation.celery import app


@require_safe
def readyz(_: HttpRequest) -> HttpResponse:
    """Ready for visitors: the database answers, and the queue takes hints.

    503 when not; while a back-up is being restored, the middleware answers so for every page.
    """
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        with app.connection_for_write() as broker:
            broker.ensure_connection(max_retries=1, timeout=2)
    except (DatabaseError, OperationalError, OSError):
        return HttpResponse("not ready", status=503, content_type="text/plain")
    return HttpResponse("ready", content_type="text/plain")


@require_safe
def healthz(_: HttpRequest) -> HttpResponse:
    """Up, and the database answers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok", content_type="text/plain")
