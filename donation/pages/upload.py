"""Giving the archive: opened on the donor's device and sent in pieces; without a script, one form.

Either way what arrives is sealed at once.
"""

import json
from contextlib import suppress
from uuid import UUID

import segno
from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import condition, require_http_methods, require_POST, require_safe

from donation import attempts, drift, lifecycle, wording
from donation.funnel import Step
from donation.models import Donation, Stage
from donation.pages.counted import count
from donation.pages.opened import client_address, open_for, opened_donation
from donation.pages.upload_words import words
from donation.stages import intake, resumable, submission
from filters.wanted import wanted

_FORM_OVERHEAD_BYTES = 1024 * 1024
_ATTEMPT, _MARK_CHARS = "attempt", 40
_SUBMISSION = "submission"


@csrf_exempt  # the token lies in the body: checked below, once the sealing handler is in place
@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: HttpRequest) -> HttpResponse:
    """Show the form, or take what it sends. A request without the form's token leaves nothing."""
    if request.method == "POST" and _declared_bytes(request) > settings.UPLOAD_BYTES:
        return _form(request, "too_big", 413)
    if request.method == "POST":
        try:
            attempts.count_beginning(client_address(request))
        except attempts.TooManyAttempts:
            return _form(request, "too_often", 429)
    handler = intake.SealingHandler(request, _beside(request))
    request.upload_handlers = [handler]
    try:
        response: HttpResponse = _receive(request)
    except BaseException:
        # The disk is full, the database away: half an archive is of no use to anybody.
        if not handler.closed_well:
            handler.give_up()
        raise
    if response.status_code != 200 and handler.donation is not None and not handler.closed_well:
        handler.give_up()
    return response


@csrf_protect
def _receive(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return _form(request)
    request.FILES  # noqa: B018 - parsing is what seals the files
    (handler,) = request.upload_handlers
    assert isinstance(handler, intake.SealingHandler)
    if handler.is_too_big:
        return _form(request, "too_big", 413)
    if handler.donation is None:
        return _form(request, "empty" if handler.had_empty else "no_file", 400)
    donation, code, is_new = submission.take(handler, request.POST.get(_SUBMISSION, ""))
    handler.closed_well = True
    open_for(request, donation)
    if is_new:
        count(request, Step.SENT)
    return render(request, "upload/code.html", _shown_code(request, code))


@require_safe
@cache_control(public=True, max_age=3600)
@condition(etag_func=lambda _request: wanted()["version"])
def tables(_request: HttpRequest) -> JsonResponse:
    """What the readers want of an archive, for the page's script."""
    return JsonResponse(wanted())


@require_POST
def begin(request: HttpRequest) -> HttpResponse:
    """A donation to send pieces to, and its code (201); or the one already open (204).

    In: `attempt`, the page's own mark, as long as it has shown no code. When the same mark comes
    again, the answer that held the code was lost: nobody knows it, and the donation begins anew.
    429 when too many were begun from one address within the hour.
    """
    opened, beside = opened_donation(request), _beside(request)
    attempt = request.POST.get("attempt", "")[:_MARK_CHARS]
    if opened is not None and opened.stage == Stage.RECEIVING:
        if not attempt or request.session.get(_ATTEMPT) != attempt:
            return HttpResponse(status=204)
        with suppress(lifecycle.NotAllowed):  # Handed on meanwhile: then it is not the one.
            lifecycle.move(opened, Stage.DISCARDED)
        beside = None
    try:
        attempts.count_beginning(client_address(request))
    except attempts.TooManyAttempts:
        return HttpResponse(status=429)
    donation, code = intake.begin() if beside is None else (intake.begin_beside(beside), None)
    open_for(request, donation)
    if code is not None:
        request.session[_ATTEMPT] = attempt
    count(request, Step.RECOGNISED, _platform(request))
    return render(request, "upload/code_card.html", _shown_code(request, code), status=201)


@require_POST
def finish(request: HttpRequest) -> HttpResponse:
    """All pieces are there: cleaning may begin. 409 when they are not."""
    donation = opened_donation(request)
    if donation is None:
        return HttpResponse(status=404)
    try:
        unknown = drift.unknown_at_home(request.POST.get("unknown", ""))
        resumable.finish(donation, _meant(request), unknown)
    except resumable.Unfinished:
        return HttpResponse(status=409)
    except lifecycle.NotAllowed:
        # Sent twice, or withdrawn meanwhile: the progress page says which.
        return redirect("progress")
    count(request, Step.SENT, _platform(request))
    return HttpResponse(status=204)


def _meant(request: HttpRequest) -> list[UUID]:
    """The uploads the page has sent, by the ends of their addresses."""
    meant = []
    for address in request.POST.getlist("upload")[: settings.UPLOAD_FILES]:
        with suppress(ValueError):
            meant.append(UUID(address.rpartition("/")[2]))
    return meant


def _platform(request: HttpRequest) -> str:
    """What the page recognised on the donor's device, if it is one of ours."""
    named = request.POST.get("platform", "")
    return named if named in wording.PLATFORMS else ""


def _beside(request: HttpRequest) -> Donation | None:
    """The donation whose code a new one shares: one that goes on, or that could not be read."""
    opened = opened_donation(request)
    if opened is None or opened.is_sample:
        return None
    return opened if opened.stage in {*lifecycle.LIVE, Stage.FAILED} else None


def _shown_code(request: HttpRequest, code: str | None) -> dict[str, str]:
    """Context of the card; no code when it is the one the donor has."""
    if code is None:
        return {}
    return {
        "code": code,
        "qr": segno.make(code, error="m").svg_inline(scale=4, border=2),
        "opens_at": request.build_absolute_uri(reverse("my_donation")),
    }


def _form(request: HttpRequest, problem: str = "", status: int = 200) -> HttpResponse:
    begun = _begun(opened_donation(request))
    context = {
        "problem": wording.PROBLEMS[problem] if problem else "",
        "limit_words": wording.size(settings.UPLOAD_BYTES),
        "words": json.dumps(words(), cls=DjangoJSONEncoder, ensure_ascii=False),
        "submission": submission.new_token(),
        "begun": begun,
        "begun_json": json.dumps(begun),
    }
    return render(request, "upload/form.html", context, status=status)


def _begun(donation: Donation | None) -> list[dict[str, object]]:
    """Uploads of this session's donation that are still on their way."""
    if donation is None or donation.stage != Stage.RECEIVING:
        return []
    return [
        {
            "address": reverse("tus", args=[upload.pk]),
            "length": upload.length,
            "offset": upload.offset,
            "fingerprint": resumable.label(upload).fingerprint,
        }
        for upload in donation.uploads.all()
    ]


def _declared_bytes(request: HttpRequest) -> int:
    try:
        return int(request.META.get("CONTENT_LENGTH") or 0) - _FORM_OVERHEAD_BYTES
    except ValueError:
        return 0
