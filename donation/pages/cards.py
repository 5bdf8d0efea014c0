"""Confirmation cards, one at a time: skippable, never timed, four buttons of equal weight."""

from contextlib import suppress

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from donation import cards as of_report
from donation import lifecycle, wording
from donation.cards import Choice
from donation.models import Donation, Stage
from donation.pages.opened import needs_donation
from donation.pages.rows import parts


@require_http_methods(["GET", "HEAD", "POST"])
@needs_donation(Stage.REPORT)
def cards(request: HttpRequest, donation: Donation) -> HttpResponse:
    """Show the next card, or take what was said of one."""
    if request.method == "POST":
        row, said = request.POST.get("row", ""), request.POST.get("choice", "")
        if row.isdecimal() and len(row) < 10 and said in list(Choice):
            # A card of another tab, or one that is no more: the next one is shown.
            with suppress(KeyError, lifecycle.NotAllowed):
                tags = tuple(request.POST.getlist("tag"))
                of_report.answer(donation, int(row), Choice(said), tags)
        return redirect("cards")
    found = of_report.cards(donation)
    answered = sum(card.is_answered for card in found)
    card = next((card for card in found if not card.is_answered), None)
    context = {
        "donation": donation,
        "card": card,
        "number": answered + 1,
        "total": len(found),
        "question": parts(card.question) if card else [],
        "answers": [parts(text) for text in card.answers] if card else [],
        "choices": wording.CHOICES.items(),
        "tags": wording.TAGS.items(),
    }
    return render(request, "report/cards.html", context)
