"""Three questions about what was understood: answered at once, never blocking, kept as totals."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from donation import wording
from donation.funnel import Step
from donation.models import Donation, Stage
from donation.pages.counted import count
from donation.pages.opened import needs_donation

_KEY = "understood"


@require_POST
@needs_donation(Stage.REPORT)
def understood(request: HttpRequest, donation: Donation) -> HttpResponse:
    """One answer to the understanding check: explained at once, kept as a total only."""
    check, said = request.POST.get("check", ""), request.POST.get("said", "")
    if check in wording.CHECKS and said in ("yes", "no"):
        answered: dict[str, bool] = request.session.get(_KEY, {})
        is_right = wording.CHECKS[check][1] == (said == "yes")
        if check not in answered and not donation.is_sample:
            count(request, Step.ANSWER, f"{check} {'right' if is_right else 'wrong'}")
        request.session[_KEY] = {**answered, check: is_right}
    return redirect(reverse("report") + "#understood")


def checks(request: HttpRequest) -> list[tuple[str, object, bool | None, object]]:
    """Id, question, whether it was answered rightly (None: not yet), explanation."""
    answered: dict[str, bool] = request.session.get(_KEY, {})
    return [
        (check, question, answered.get(check), why)
        for check, (question, _, why) in wording.CHECKS.items()
    ]
