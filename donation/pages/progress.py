"""Cleaning as it happens. The page can be closed: the code opens it again."""

from datetime import timedelta
from math import ceil

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from donation import attempts, reminder, wording
from donation.models import Donation, Job, JobState, Reminder, Stage
from donation.pages import ics
from donation.pages.opened import client_address, needs_donation
from donation.pages.request import AddressForm

_TOLD_FROM = 0.05
"""The share that must be done before the rest can be guessed."""
_WORKING = (Stage.RECEIVING, Stage.QUEUED, Stage.SIEVING)
_ENDED = (Stage.ASKING, Stage.REPORT, Stage.FAILED)
_FEWEST_ENDED = 3
_DONE, _NOW, _LATER = "done", "now", "later"


@require_safe
@needs_donation()
def progress(request: HttpRequest, donation: Donation) -> HttpResponse:
    """The stages with their state. Without JavaScript a button reloads."""
    is_fragment = bool(getattr(request, "htmx", False))
    if is_fragment and donation.stage not in _WORKING:
        # htmx loads the whole page: the next step is another page.
        return HttpResponse(headers={"HX-Refresh": "true"})
    if donation.stage == Stage.FAILED:
        return redirect("my_donation")
    return _show(request, donation, is_fragment=is_fragment)


@require_safe
@needs_donation(*_WORKING)
def calendar(request: HttpRequest, _donation: Donation) -> HttpResponse:
    """A calendar file for tomorrow evening: no code, no name, no platform."""
    text = request.build_absolute_uri(reverse("my_donation"))
    return ics.event("rapport", reminder.evening(1), _("Mon rapport est prêt ?"), text)


@require_POST
@needs_donation(*_WORKING)
def write_me(request: HttpRequest, donation: Donation) -> HttpResponse:
    """Note one message for when the report is there."""
    if not settings.OFFERS_MAIL:
        raise Http404
    form = AddressForm(request.POST)
    if donation.is_sample or not form.is_valid():
        return _show(request, donation, status=400, form=form)
    try:
        attempts.count_beginning(client_address(request))
    except attempts.TooManyAttempts:
        problem = wording.PROBLEMS["too_often"]
        return _show(request, donation, status=429, form=form, problem=problem)
    reminder.ask_ready(
        form.cleaned_data["address"], donation, get_language() or "fr",
        request.build_absolute_uri("/").rstrip("/"),
    )  # fmt: skip
    return redirect("progress")


def _show(
    request: HttpRequest,
    donation: Donation,
    *,
    status: int = 200,
    is_fragment: bool = False,
    **more: object,
) -> HttpResponse:
    done = donation.progress.get("read_bytes", 0)
    total = donation.progress.get("total_bytes", 0)
    states = _states(donation)
    at = states.index(_NOW) + 1 if _NOW in states else len(states)
    context = {
        "donation": donation,
        "states": states,
        "at": at,
        "has_moved": request.GET.get("at") not in (None, str(at)),
        "is_receiving": donation.stage == Stage.RECEIVING,
        "is_working": donation.stage in _WORKING,
        # A form that was refused is not taken away while it is read.
        "is_watched": donation.stage in _WORKING and status == 200,
        "is_asking": donation.stage == Stage.ASKING,
        "is_ready": donation.stage == Stage.REPORT,
        "is_set_aside": Job.objects.filter(donation=donation, state=JobState.FAILED).exists(),
        "found": donation.progress.get("found", 0),
        "masked": donation.progress.get("masked", 0),
        "percent": 100 * done // total if total else 0,
        "is_noted": Reminder.objects.filter(donation=donation).exists(),
        "minutes_left": _minutes_left(donation, done, total),
        "waiting": (waiting := _waiting(donation)),
        "wait_minutes": _wait_minutes(waiting),
        **more,
    }
    template = "progress/stages.html" if is_fragment else "progress/page.html"
    return render(request, template, context, status=status)


def _states(donation: Donation) -> list[str]:
    """Of receiving, looking, masking, checking again, erasing. The middle three go side by side:
    what is found is cleaned and checked while the rest is still read."""
    if donation.stage == Stage.RECEIVING:
        return [_NOW, *[_LATER] * 4]
    if donation.stage not in (Stage.QUEUED, Stage.SIEVING, Stage.ASKING):
        return [_DONE] * 5
    if donation.stage == Stage.ASKING:
        return [_DONE, _NOW, *[_LATER] * 3]
    found = donation.progress.get("found", 0)
    masked = donation.progress.get("masked", 0)
    return [_DONE, _NOW, _NOW if found else _LATER, _NOW if masked else _LATER, _LATER]


def _waiting(donation: Donation) -> int:
    """How many archives came before and are not read yet."""
    earlier = Donation.objects.filter(stage__in=_WORKING, created_at__lt=donation.created_at)
    return earlier.exclude(stage=Stage.RECEIVING).count()


def _wait_minutes(waiting: int) -> int | None:
    """At the pace of the last hour; None when too few were read in it to tell."""
    since = timezone.now() - timedelta(hours=1)
    ended = Donation.objects.filter(stage__in=_ENDED, stage_at__gte=since).count()
    return ceil(waiting * 60 / ended) if ended >= _FEWEST_ENDED else None


def _minutes_left(donation: Donation, done: int, total: int) -> int | None:
    """Whole minutes, at least one, if it goes on as it went; None when nothing can be said."""
    if donation.stage != Stage.SIEVING or not total or done / total < _TOLD_FROM:
        return None
    passed = (timezone.now() - donation.stage_at).total_seconds()
    return max(1, round(passed * (total - done) / done / 60))
