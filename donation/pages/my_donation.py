"""Coming back with the code: where the donation is, what it holds, how to take it back."""

import logging
from collections import Counter
from datetime import datetime

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from donation import access, audit, drift, lifecycle, storage, wording
from donation.funnel import Step
from donation.models import Donation, Stage
from donation.pages import errors
from donation.pages.counted import count_once
from donation.pages.opened import client_address, close, needs_donation, open_for, opened_donation
from donation.pages.refusals import Refusal
from donation.release import training
from donation.stages import confirmation, withdrawal
from filters.problem import Problem

log = logging.getLogger("donation.pages")


class CodeForm(forms.Form):
    """The code, typed or pasted."""

    code = forms.CharField(
        label=_("Votre code"),
        max_length=100,
        help_text=_("27 lettres et chiffres. Les tirets et les espaces ne comptent pas."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def my_donation(request: HttpRequest) -> HttpResponse:
    """Ask for the code, or show the donation it opened."""
    form = CodeForm(request.POST or None)
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            found = access.donation_for(form.cleaned_data["code"], client_address(request))
        except access.TooManyAttempts:
            form.add_error("code", wording.CODE_LIMITED)
            status = 429
        else:
            if found is not None:
                open_for(request, found)
                return redirect(
                    "withdraw" if request.POST.get("next") == "withdraw" else "my_donation"
                )
            form.add_error("code", wording.CODE_UNKNOWN)
            status = 400
    donation = None if form.errors else opened_donation(request)
    if donation is None:
        context = {"form": form, "next": request.POST.get("next", "")}
        page = render(request, "my_donation/code.html", context, status=status)
        return Refusal(page.content, kind="wrong code", status=400) if status == 400 else page
    return _show(request, donation)


def _show(request: HttpRequest, donation: Donation) -> HttpResponse:
    context = {
        "donation": donation,
        "stage_words": wording.stage(donation.stage, donation.problem),
        "is_unknown": donation.problem == Problem.UNKNOWN_PLATFORM,
        "problem_words": wording.PROBLEMS.get(donation.problem, ""),
        "platforms": _titles(donation),
        "rows_words": wording.rows_given(donation.rows),
        "is_live": donation.stage in lifecycle.LIVE,
        "is_confirmed": donation.stage == Stage.CONFIRMED,
        "is_report": donation.stage == Stage.REPORT,
        "is_working": donation.stage in (Stage.RECEIVING, Stage.QUEUED, Stage.SIEVING),
        "is_asking": donation.stage == Stage.ASKING,
        "is_late": request.session.pop("is_late", False),
        "is_over": donation.stage in (Stage.EXPIRED, Stage.DISCARDED),
        "is_failed": donation.stage == Stage.FAILED,
        "has_proof": bool(withdrawal.proof(donation)),
        "removed": _removed(donation),
        "others": [
            (
                one.reference,
                wording.stage(one.stage, one.problem),
                [wording.PLATFORMS.get(p, p) for p in one.platforms],
            )
            for one in access.others(donation)
        ],
        "layout": donation.numbers.get("layout"),
        "journal": [
            (entry.at, wording.journal(entry.event, entry.detail))
            for entry in audit.about(donation.pk)
        ],
        "releases": training.uses_of(donation),
    }
    return render(request, "my_donation/page.html", context)


@require_POST
@needs_donation(Stage.FAILED)
def send_layout(_request: HttpRequest, donation: Donation) -> HttpResponse:
    """Count the neutral layout of an archive nobody knows, once, at its donor's wish."""
    drift.note_layout(donation)
    return redirect("my_donation")


def _titles(donation: Donation) -> list[str]:
    return [wording.PLATFORMS.get(platform, platform) for platform in donation.platforms]


def _removed(donation: Donation) -> list[tuple[int, str]]:
    """Of an archive in which nothing was to keep: what was read and set aside, and why."""
    if donation.stage != Stage.FAILED:
        return []
    counts: Counter[str] = Counter()
    for row in donation.numbers.get("removed", ()):
        counts[row["rule"]] += row["count"]
    return [(count, str(wording.RULES[rule])) for rule, count in counts.items()]


@require_safe
@needs_donation(Stage.CONFIRMED)
def kept_file(_request: HttpRequest, donation: Donation) -> HttpResponse:
    """Everything kept, as it was given."""
    content = b"[" + b",\n".join(confirmation.kept_lines(donation)) + b"]\n"
    response = HttpResponse(content, content_type="application/json")
    response["Content-Disposition"] = 'attachment; filename="glane-don.json"'
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest) -> HttpResponse:
    """Take everything back, with one button."""
    donation = opened_donation(request)
    if donation is None:
        context = {"form": CodeForm(), "next": "withdraw"}
        return render(request, "my_donation/code.html", context)
    if donation.stage not in lifecycle.LIVE:
        return redirect("my_donation")
    if request.method == "POST":
        try:
            count_once(request, Step.WITHDRAWN, donation)
            withdrawal.withdraw(donation)
        except lifecycle.NotAllowed:
            return redirect("my_donation")
        except Exception as trouble:
            # Before the key was destroyed, or the donor would be shown the proof.
            if not storage.is_away(trouble):
                raise
            log.exception("a withdrawal must be tried again: the storage does not answer")
            return errors.not_withdrawn(request)
        return redirect("proof")
    context = {
        "donation": donation,
        "is_confirmed": donation.stage == Stage.CONFIRMED,
        "rows": donation.rows,
        "releases": [release.name for release in donation.releases.all()],
    }
    return render(request, "withdraw/page.html", context)


@require_safe
@needs_donation(Stage.WITHDRAWN)
def proof(request: HttpRequest, donation: Donation) -> HttpResponse:
    """Done: the time, what was erased, and what cannot be promised."""
    found = withdrawal.proof(donation)
    deadline = found.get("rebuilt_or_offline_before")
    context = {
        "donation": donation,
        "proof": found,
        "deadline": datetime.fromisoformat(deadline) if deadline else None,
        "days": settings.PROOF_DAYS,
    }
    return render(request, "withdraw/proof.html", context)


@require_safe
@needs_donation(Stage.WITHDRAWN)
def proof_file(_request: HttpRequest, donation: Donation) -> HttpResponse:
    """The signed proof."""
    response = JsonResponse(withdrawal.proof(donation), json_dumps_params={"indent": 2})
    response["Content-Disposition"] = 'attachment; filename="glane-preuve.json"'
    return response


@require_POST
@needs_donation()
def switch(request: HttpRequest, donation: Donation) -> HttpResponse:
    """Open another donation of the same code."""
    wanted = request.POST.get("reference")
    found = next((one for one in access.others(donation) if one.reference == wanted), None)
    if found is not None:
        open_for(request, found)
    return redirect("my_donation")


@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """Close the donation in this browser."""
    close(request)
    response = redirect("home")
    # Whoever has this browser next finds nothing of it.
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response
