"""The donation a browser session has opened with its code. The session holds only its id."""

from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect

from donation.models import Donation, Stage

_KEY = "donation"
_PAGE_OF_STAGE: dict[str, str] = {
    Stage.RECEIVING: "progress",
    Stage.QUEUED: "progress",
    Stage.SIEVING: "progress",
    Stage.ASKING: "question",
    Stage.REPORT: "report",
}

Page = Callable[[HttpRequest, Donation], HttpResponseBase]


def client_address(request: HttpRequest) -> str:
    """The address that asks. In production the proxy in front says it, last in its header."""
    forwarded = request.headers.get("X-Forwarded-For", "") if settings.PRODUCTION else ""
    return forwarded.rpartition(",")[2].strip() or str(request.META.get("REMOTE_ADDR", ""))


def open_for(request: HttpRequest, donation: Donation) -> None:
    """Remember the donation in the session: its id, never its code."""
    request.session.cycle_key()
    request.session[_KEY] = str(donation.pk)


def opened_donation(request: HttpRequest) -> Donation | None:
    """The donation this session has opened, if any."""
    opened = request.session.get(_KEY)
    return Donation.objects.filter(pk=opened).first() if isinstance(opened, str) else None


def close(request: HttpRequest) -> None:
    """Forget the donation."""
    request.session.flush()


def needs_donation(*stages: Stage) -> Callable[[Page], Callable[[HttpRequest], HttpResponseBase]]:
    """A page for a donation in one of `stages` (any, when none is named).

    Without an open donation: the page that asks for the code. In another stage, or when the form
    was made in another (`stage` in what is posted): the page that belongs to that stage.
    """

    def decorate(page: Page) -> Callable[[HttpRequest], HttpResponseBase]:
        @wraps(page)
        def view(request: HttpRequest) -> HttpResponseBase:
            donation = opened_donation(request)
            if donation is None:
                return redirect("my_donation")
            posted_for = request.POST.get("stage", donation.stage)
            if (stages and donation.stage not in stages) or posted_for != donation.stage:
                # The back button, or another tab: what the form was about is over.
                if request.method == "POST":
                    request.session["is_late"] = True
                return redirect(_PAGE_OF_STAGE.get(donation.stage, "my_donation"))
            return page(request, donation)

        return view

    return decorate
