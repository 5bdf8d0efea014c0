"""Trying the site with an invented archive: the whole journey, and nothing is kept of it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from donation import attempts, sample, wording
from donation.pages.opened import client_address, open_for


@require_http_methods(["GET", "HEAD", "POST"])
def sample_archive(request: HttpRequest) -> HttpResponse:
    """Say what happens; begin."""
    if request.method != "POST":
        return render(request, "sample/begin.html")
    try:
        attempts.count_beginning(client_address(request))
    except attempts.TooManyAttempts:
        return render(
            request, "sample/begin.html", {"problem": wording.PROBLEMS["too_often"]}, status=429
        )
    donation, _code = sample.begin()
    open_for(request, donation)
    return redirect("progress")


@require_safe
def sample_over(request: HttpRequest) -> HttpResponse:
    """What would have come next."""
    return render(request, "sample/over.html")
