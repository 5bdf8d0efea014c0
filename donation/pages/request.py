"""How to ask a platform for one's archive, and a reminder to come back for it."""

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from donation import attempts, wording
from donation import reminder as reminders
from donation.guides import GUIDES, Guide
from donation.pages.opened import client_address


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
    day = (now + reminders.AFTER).date()
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


class AddressForm(forms.Form):
    """Where to write, once."""

    address = forms.EmailField(max_length=254)


@require_POST
def ask_reminder(request: HttpRequest, name: str) -> HttpResponse:
    """Note one message to send."""
    guide = _guide(name)
    form = AddressForm(request.POST)
    context: dict[str, object] = {"guide": guide, "form": form}
    if not form.is_valid():
        return render(request, "request/platform.html", context, status=400)
    try:
        attempts.count_beginning(client_address(request))
    except attempts.TooManyAttempts:
        context |= {"problem": wording.PROBLEMS["too_often"]}
        return render(request, "request/platform.html", context, status=429)
    noted = reminders.ask(
        form.cleaned_data["address"], guide.platform, guide.title, get_language() or "fr",
        request.build_absolute_uri("/").rstrip("/"),
    )  # fmt: skip
    context |= {"noted": noted.due_at}
    return render(request, "request/platform.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def stop_reminder(request: HttpRequest, signed: str) -> HttpResponse:
    """Opening the link changes nothing, since mail scanners open links too; its button does."""
    if request.method == "POST":
        if not reminders.stop(signed):
            raise Http404
        return render(request, "request/stopped.html", {"is_done": True})
    return render(request, "request/stopped.html")


def _guide(name: str) -> Guide:
    guide = next((guide for guide in GUIDES if guide.platform == name), None)
    if guide is None:
        raise Http404
    return guide
