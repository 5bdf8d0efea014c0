"""What the archive cannot say: which author the donor is, which conversations to include."""

from contextlib import suppress

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from donation import lifecycle, wording
from donation.models import Donation, Stage
from donation.pages.opened import needs_donation
from donation.stages import sieving


@require_http_methods(["GET", "HEAD", "POST"])
@needs_donation(Stage.ASKING)
def question(request: HttpRequest, donation: Donation) -> HttpResponse:
    """Ask, nothing ticked; every answer may be left out."""
    if request.method == "POST":
        # Answered in another tab: the progress page says where things are.
        with suppress(lifecycle.NotAllowed):
            sieving.answer(donation, request.POST.getlist("me"), request.POST.getlist("chat"))
        return redirect("progress")
    asked = sieving.asked(donation)
    context = {
        "questions": [
            (wording.PLATFORMS.get(one.platform, one.platform), one.options)
            for one in asked.questions
        ],
        "chats": sorted(asked.private_chats, key=lambda chat: -chat.own_messages),
        "asks_author": bool(asked.questions),
    }
    return render(request, "question.html", context)
