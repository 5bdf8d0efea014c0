"""How to ask a platform for one's archive, and a reminder to come back for it."""

from datetime import timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from donation.guides import GUIDES, Guide

_REMINDED_AFTER = timedelta(days=2)


@require_safe
def choose(request: HttpRequest) -> HttpResponse:
    """All platforms, as text cards."""
    return render(request, "request/choose.html", {"guides": GUIDES})


@require_safe
def platform(request: HttpRequest, name: str) -> HttpResponse:
    """The steps for one platform."""
    return render(request, "request/platform.html", {"guide": _guide(name)})


@require_safe
def reminder(request: HttpRequest, name: str) -> HttpResponse:
    """A calendar file (RFC 5545) that reminds in two days: nothing about the donor is stored."""
    guide = _guide(name)
    now = timezone.now()
    day = (now + _REMINDED_AFTER).date()
    lines = (
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Glane//FR", "BEGIN:VEVENT",
        f"UID:{now:%Y%m%dT%H%M%S}-{guide.platform}@{request.get_host()}",
        f"DTSTAMP:{now:%Y%m%dT%H%M%SZ}", f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
        "SUMMARY:" + _("Mon archive %(name)s est-elle arrivée ?") % {"name": guide.title},
        f"URL:{request.build_absolute_uri('/')}", "BEGIN:VALARM", "ACTION:DISPLAY",
        "TRIGGER:PT9H", "DESCRIPTION:Glane", "END:VALARM", "END:VEVENT", "END:VCALENDAR", "",
    )  # fmt: skip
    answer = HttpResponse("\r\n".join(lines), content_type="text/calendar; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="glane-{guide.platform}.ics"'
    return answer


def _guide(name: str) -> Guide:
    guide = next((guide for guide in GUIDES if guide.platform == name), None)
    if guide is None:
        raise Http404
    return guide
