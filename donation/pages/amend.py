"""Changing what one gives: rows and purposes, never all of it, which is another page and verb."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from donation import lifecycle, wording
from donation.models import Donation, Stage
from donation.pages.opened import needs_donation
from donation.stages import amendment
from donation.stages.report import Report


@require_http_methods(["GET", "HEAD", "POST"])
@needs_donation(Stage.CONFIRMED)
def amend(request: HttpRequest, donation: Donation) -> HttpResponse:
    """What will be taken out; take it out."""
    is_all = False
    if request.method == "POST":
        refused = frozenset(p for p in amendment.OPTIONAL if request.POST.get(p.value) == "stop")
        try:
            amendment.amend(donation, refused, get_language() or "fr")
        except amendment.NothingLeft:
            is_all = True
        except lifecycle.NotAllowed:
            return redirect("my_donation")
        else:
            return redirect("receipt")
    with Report(donation) as opened:
        marked = opened.headline().by_donor
    context = {
        "donation": donation,
        "marked": marked,
        "rows_words": wording.rows_given(donation.rows),
        "purposes": [(p.value, wording.PURPOSES[p]) for p in amendment.withdrawable(donation)],
        "is_all": is_all,
    }
    return render(request, "my_donation/amend.html", context, status=400 if is_all else 200)
