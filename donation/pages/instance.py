"""What every page says of the instance: who runs it, and whom to write to."""

from django.conf import settings
from django.http import HttpRequest
from django.urls import translate_url

from donation import wording


def instance(request: HttpRequest) -> dict[str, object]:
    """Context of every template."""
    return {
        "controller": wording.controller(settings.CONTROLLER),
        "contact": settings.CONTACT,
        "offers_mail": settings.OFFERS_MAIL,
        "raw_hours": settings.RAW_HOURS,
        "draft_days": settings.DRAFT_DAYS,
        "address_fr": translate_url(request.path, "fr"),
        "address_en": translate_url(request.path, "en"),
    }
