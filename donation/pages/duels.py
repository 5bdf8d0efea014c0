"""The game of two answers: no account, no score, stop any time."""

import secrets

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from donation import attempts, wording
from donation import duels as game
from donation.cards import TAGS, Choice
from donation.duels import Pair
from donation.pages.opened import client_address
from donation.pages.rows import parts

_TURNED = {Choice.FIRST: Choice.SECOND, Choice.SECOND: Choice.FIRST}


@require_http_methods(["GET", "HEAD", "POST"])
def duels(request: HttpRequest) -> HttpResponse:
    """The terms, once; then one pair after the other, and what others said."""
    if request.method == "POST" and request.POST.get("agree") is not None:
        if request.POST.get("agree") != "yes":
            return render(request, "duels/begin.html", {"is_missing": True}, status=400)
        request.session["agreed_to_duels"] = True
        return redirect("duels")
    if not request.session.get("agreed_to_duels"):
        return render(request, "duels/begin.html")
    pair = game.pair_of(request.POST.get("pair", ""))
    said = request.POST.get("choice", "")
    if request.method == "POST" and pair is not None and said in list(Choice):
        return _take(request, pair, Choice(said))
    return _ask(request)


def _ask(request: HttpRequest) -> HttpResponse:
    pair = game.next_pair(request.session.get("duels", []))
    if pair is None:
        return render(request, "duels/over.html")
    is_turned = bool(secrets.randbelow(2))
    answers = pair.answers[::-1] if is_turned else pair.answers
    context = {
        "pair": pair,
        "answers": [parts(text, len(text)) for text in answers],
        "is_turned": is_turned,
        "choices": wording.CHOICES.items(),
        "tags": wording.TAGS.items(),
    }
    return render(request, "duels/pair.html", context)


def _take(request: HttpRequest, pair: Pair, choice: Choice) -> HttpResponse:
    seen: list[str] = request.session.get("duels", [])
    better = _TURNED.get(choice, choice) if request.POST.get("turned") == "1" else choice
    if pair.id not in seen:  # Sent twice, it counts once.
        try:
            attempts.count_beginning(f"votes {client_address(request)}")
        except attempts.TooManyAttempts:
            context = {"problem": wording.PROBLEMS["too_often"]}
            return render(request, "duels/over.html", context, status=429)
        tags = [tag for tag in request.POST.getlist("tag") if tag in TAGS]
        game.vote(pair, better, tags, get_language() or "fr")
        request.session["duels"] = [*seen, pair.id]
    share = game.share(pair, better) if choice != Choice.UNUSED else None
    is_last = game.next_pair(request.session["duels"]) is None
    return render(request, "duels/thanks.html", {"share": share, "is_last": is_last})
