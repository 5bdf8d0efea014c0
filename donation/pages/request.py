"""How to ask a platform for one's archive, and a reminder to come back for it."""

from django import forms
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from donation import attempts, wording
from donation import reminder as reminders
from donation.funnel import Step
from donation.guides import GROUPS, GUIDES, ON_COMPUTER, ON_PHONE, Guide
from donation.pages import ics
from donation.pages.counted import count
from donation.pages.opened import client_address


@require_safe
def choose(request: HttpRequest) -> HttpResponse:
    """All platforms, as text cards, assistants first."""
    groups = [
        (title, why, [guide for guide in GUIDES if guide.group == group])
        for group, (title, why) in GROUPS.items()
    ]
    shown = {name for guide in GUIDES for name in (guide.platform, *guide.also)}
    others = [title for name, title in wording.PLATFORMS.items() if name not in shown]
    return render(request, "request/choose.html", {"groups": groups, "others": others})


@require_safe
def platform(request: HttpRequest, name: str) -> HttpResponse:
    """The steps for one platform."""
    guide = _guide(name)
    count(request, Step.PLATFORM, guide.platform)
    return _show(request, guide)


@require_safe
def reminder(request: HttpRequest, name: str) -> HttpResponse:
    """A calendar file for the evening after the typical wait: nothing about the donor is stored."""
    guide = _guide(name)
    count(request, Step.CALENDAR, guide.platform)
    text = request.build_absolute_uri(reverse("upload"))
    if guide.link_days:
        text += "\n" + ngettext(
            "Le lien de %(name)s reste valable %(n)s jour.",
            "Le lien de %(name)s reste valable %(n)s jours.",
            guide.link_days,
        ) % {"name": guide.title, "n": guide.link_days}
    title = _("Mon archive %(name)s est-elle prête ?") % {"name": guide.title}
    return ics.event(guide.platform, reminders.evening(guide.remind_days), title, text)


@require_safe
def remembered(request: HttpRequest, name: str) -> HttpResponse:
    """The third choice: no reminder at all."""
    guide = _guide(name)
    count(request, Step.NO_REMINDER, guide.platform)
    return _show(request, guide, is_remembered=True)


class AddressForm(forms.Form):
    """Where to write, once."""

    address = forms.EmailField(max_length=254)


@require_POST
def ask_reminder(request: HttpRequest, name: str) -> HttpResponse:
    """Note one message to send."""
    if not settings.OFFERS_MAIL:
        raise Http404
    guide = _guide(name)
    form = AddressForm(request.POST)
    if not form.is_valid():
        return _show(request, guide, status=400, form=form)
    try:
        attempts.count_beginning(client_address(request))
    except attempts.TooManyAttempts:
        problem = wording.PROBLEMS["too_often"]
        return _show(request, guide, status=429, form=form, problem=problem)
    address = form.cleaned_data["address"]
    count(request, Step.EMAIL, guide.platform)
    reminders.ask(
        address, guide.platform, str(guide.title), get_language() or "fr",
        request.build_absolute_uri("/").rstrip("/"), days=guide.remind_days,
    )  # fmt: skip
    return _show(request, guide, noted=reminders.evening(guide.remind_days))


@require_http_methods(["GET", "HEAD", "POST"])
def came_back(request: HttpRequest, signed: str) -> HttpResponse:
    """The link of a reminder. Opening it changes nothing; its button goes on to the upload."""
    name = reminders.platform_of(signed)
    if name is None:
        raise Http404
    guide = _guide(name)
    if request.method == "POST":
        count(request, Step.CAME_BACK, guide.platform)
        return redirect("upload")
    return render(request, "request/came_back.html", {"guide": guide})


@require_http_methods(["GET", "HEAD", "POST"])
def stop_reminder(request: HttpRequest, signed: str) -> HttpResponse:
    """Opening the link changes nothing, since mail scanners open links too; its button does."""
    if request.method == "POST":
        if not reminders.stop(signed):
            raise Http404
        return render(request, "request/stopped.html", {"is_done": True})
    return render(request, "request/stopped.html")


def _show(request: HttpRequest, guide: Guide, status: int = 200, **more: object) -> HttpResponse:
    language = get_language()
    paths = sorted(guide.paths, key=lambda path: path[0] != language)
    context = {
        "guide": guide, "paths": paths, "evening": reminders.evening(guide.remind_days),
        "name": wording.PLATFORMS[guide.platform],
        "on_phone": ON_PHONE, "on_computer": ON_COMPUTER,
    }  # fmt: skip
    return render(request, "request/platform.html", context | more, status=status)


def _guide(name: str) -> Guide:
    guide = next((guide for guide in GUIDES if guide.platform == name), None)
    if guide is None:
        raise Http404
    return guide
