"""Check and give: separate choices, none ticked beforehand, and a "no" as large as the "yes"."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.formats import number_format
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from donation import lifecycle, wording
from donation.funnel import Step
from donation.models import Donation, Stage
from donation.pages.counted import count_once
from donation.pages.opened import needs_donation
from donation.stages import confirmation
from donation.stages.confirmation import Purpose
from donation.stages.report import Report


@require_http_methods(["GET", "HEAD", "POST"])
@needs_donation(Stage.REPORT)
def confirm(request: HttpRequest, donation: Donation) -> HttpResponse:
    """Show the choices; take them; or erase everything."""
    missing: frozenset[Purpose] = frozenset()
    is_nothing = False
    given = frozenset(p for p in Purpose if request.POST.get(p.value) == "yes")
    if request.method == "POST":
        try:
            if request.POST.get("act") == "discard":
                confirmation.discard(donation)
                return redirect("sample_over" if donation.is_sample else "my_donation")
            confirmation.confirm(donation, given, get_language() or "fr")
            count_once(request, Step.CONFIRMED, donation)
            return redirect("receipt")
        except confirmation.OnlyASample:
            return redirect("sample_over")
        except confirmation.Missing as incomplete:
            missing = incomplete.purposes
        except confirmation.NothingGiven:
            is_nothing = True
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
            (p.value, _words(p, headline.kept, counts.get(p)), p in given, p in missing)
            for p in Purpose
            if counts.get(p) != 0
        ],
        "notes": wording.NOTES,
        "errors": [(p.value, wording.MISSING[p]) for p in Purpose if p in missing],
        "is_nothing": is_nothing,
    }
    status = 400 if missing or is_nothing else 200
    return render(request, "confirm.html", context, status=status)


def _words(purpose: Purpose, kept: int, count: int | None) -> object:
    """The sentence of a choice, and how many rows it is about; the needed one says for whom."""
    if purpose == Purpose.ALIGNMENT:
        return wording.alignment(kept, wording.controller(settings.CONTROLLER))
    words = str(wording.PURPOSES[purpose])
    return f"{words.removesuffix('.')} ({number_format(count)})." if count else words
