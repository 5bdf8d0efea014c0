"""Cleaning as it happens. The page can be closed: the code opens it again."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from donation.models import Donation, Job, JobState, Stage
from donation.pages.opened import needs_donation

_TOLD_FROM = 0.05
"""The share that must be done before the rest can be guessed."""
_WORKING = (Stage.RECEIVING, Stage.QUEUED, Stage.SIEVING)


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
    done = donation.progress.get("read_bytes", 0)
    total = donation.progress.get("total_bytes", 0)
    context = {
        "donation": donation,
        "is_receiving": donation.stage == Stage.RECEIVING,
        "is_working": donation.stage in _WORKING,
        "is_asking": donation.stage == Stage.ASKING,
        "is_ready": donation.stage == Stage.REPORT,
        "is_set_aside": Job.objects.filter(donation=donation, state=JobState.FAILED).exists(),
        "found": donation.progress.get("found", 0),
        "masked": donation.progress.get("masked", 0),
        "percent": 100 * done // total if total else 0,
        "minutes_left": _minutes_left(donation, done, total),
        "waiting": Donation.objects.filter(
            stage__in=_WORKING, created_at__lt=donation.created_at
        ).count(),
    }
    return render(request, "progress/stages.html" if is_fragment else "progress/page.html", context)


def _minutes_left(donation: Donation, done: int, total: int) -> int | None:
    """Whole minutes, at least one, if it goes on as it went; None when nothing can be said."""
    if donation.stage != Stage.SIEVING or not total or done / total < _TOLD_FROM:
        return None
    passed = (timezone.now() - donation.stage_at).total_seconds()
    return max(1, round(passed * (total - done) / done / 60))
