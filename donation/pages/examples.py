"""Before and after, shown once: the code is asked for again, since it alone opens them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from donation import access, vault, wording
from donation import examples as sealed
from donation.models import Donation, Stage
from donation.pages.my_donation import CodeForm
from donation.pages.opened import client_address, needs_donation
from filters.examples import Example


@require_http_methods(["GET", "HEAD", "POST"])
@needs_donation(Stage.REPORT)
def examples(request: HttpRequest, donation: Donation) -> HttpResponse:
    """Ask for the code; with it, show the examples and forget them."""
    form = CodeForm(request.POST or None)
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            code = form.cleaned_data["code"]
            if access.donation_for(code, client_address(request)) == donation:
                return _show(request, sealed.show_once(donation, code))
            form.add_error("code", wording.CODE_UNKNOWN)
            status = 400
        except access.TooManyAttempts:
            form.add_error("code", wording.CODE_LIMITED)
            status = 429
        except vault.Unopenable:
            return _show(request, [])
    context = {"form": form, "are_there": sealed.are_there(donation)}
    return render(request, "report/examples_code.html", context, status=status)


def _show(request: HttpRequest, found: list[Example]) -> HttpResponse:
    lines = [
        [(one.text, wording.ENTITIES.get(one.type, one.type)) for one in example.stretches]
        for example in found
    ]
    return render(request, "report/examples.html", {"examples": lines})
