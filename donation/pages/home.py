"""The first page, and the pages that only inform."""

from django.db.models import Count, Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from donation import impact as of_all
from donation import wording
from donation.models import Donation, Stage


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Promise, one button, three nevers, the gauge."""
    gauge = Donation.objects.filter(stage=Stage.CONFIRMED).aggregate(
        donations=Count("pk"), rows=Sum("rows")
    )
    context = {"donations": gauge["donations"], "rows": gauge["rows"] or 0, "now": timezone.now()}
    return render(request, "home.html", context)


@require_safe
def impact(request: HttpRequest) -> HttpResponse:
    """The gauge with its goal, platforms, withdrawals, releases: counted now."""
    found = of_all.impact()
    named = [(wording.PLATFORMS.get(g.platform, g.platform), g.donations) for g in found.platforms]
    context = {"impact": found, "platforms": named, "now": timezone.now()}
    return render(request, "impact.html", context)


@require_safe
def questions(request: HttpRequest) -> HttpResponse:
    """Who, what, where, how long, why, how do I stop."""
    return render(request, "questions.html")


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """Legal notice, privacy notice and accessibility, from the settings that are true."""
    return render(request, "privacy.html")
