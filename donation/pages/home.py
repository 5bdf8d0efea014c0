"""The first page, and the pages that only inform."""

from django.conf import settings
from django.db.models import Count, Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from donation.funnel import Step
from donation.models import Donation, Stage
from donation.pages.counted import count


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Promise, one button, three nevers, the gauge."""
    if request.method == "GET":
        count(request, Step.HOME)
    return render(request, "home.html", {**gauge(), "partners": settings.PARTNERS})


@require_safe
def questions(request: HttpRequest) -> HttpResponse:
    """Who, what, where, how long, why, how do I stop."""
    return render(request, "questions.html")


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """Legal notice and privacy notice, from the settings that are true."""
    context = {
        "publisher": settings.PUBLISHER,
        "host": settings.HOST,
        "partners": settings.PARTNERS,
        "proof_days": settings.PROOF_DAYS,
        "notice_version": settings.NOTICE_VERSION,
    }
    return render(request, "privacy.html", context)


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """The statement: what is aimed at, what is checked, what is not, whom to write to."""
    return render(request, "accessibility.html")


def gauge() -> dict[str, object]:
    """Context of the gauge: counted now, with the goal and its date."""
    counted = Donation.objects.filter(stage=Stage.CONFIRMED).aggregate(
        donations=Count("pk"), rows=Sum("rows")
    )
    return {
        "donations": counted["donations"],
        "rows": counted["rows"] or 0,
        "goal": settings.GOAL,
        "goal_date": settings.GOAL_DATE,
        "share": min(100, 100 * counted["donations"] // settings.GOAL),
        "now": timezone.now(),
    }
