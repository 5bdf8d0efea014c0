"""Check and give: separate choices, none ticked beforehand, and a "no" as large as the "yes"."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from donation import confirmation, lifecycle, wording
from donation.confirmation import Purpose
from donation.models import Donation, Stage
from donation.pages.opened import needs_donation
from donation.report import Report


@require_http_methods(["GET", "HEAD", "POST"])
@needs_donation(Stage.REPORT)
def confirm(request: HttpRequest, donation: Donation) -> HttpResponse:
    """Show the choices; take them; or erase everything."""
    missing: frozenset[Purpose] = frozenset()
    given = frozenset(p for p in Purpose if request.POST.get(p.value) == "yes")
    if request.method == "POST":
        try:
            if request.POST.get("act") == "discard":
                confirmation.discard(donation)
                return redirect("sample_over" if donation.is_sample else "my_donation")
            confirmation.confirm(donation, given, get_language() or "fr")
            return redirect("receipt")
        except confirmation.OnlyASample:
            return redirect("sample_over")
        except confirmation.Missing as incomplete:
            missing = incomplete.purposes
        except lifecycle.NotAllowed:
            return redirect("my_donation")
    with Report(donation) as opened:
        headline = opened.headline()
        counts = {
            Purpose.PRIVATE_MESSAGES: opened.private_count(),
            Purpose.SENSITIVE_TOPICS: opened.sensitive_count(),
        }
    context = {
        "donation": donation,
        "headline": headline,
        "rows_words": wording.rows_given(headline.kept),
        "platforms": [wording.PLATFORMS.get(p, p) for p in donation.platforms],
        "choices": [
            (p.value, wording.PURPOSES[p], counts.get(p), p in given, p in missing)
            for p in Purpose
            if counts.get(p) != 0
        ],
        "errors": [(p.value, wording.MISSING[p]) for p in Purpose if p in missing],
    }
    return render(request, "confirm.html", context, status=400 if missing else 200)
