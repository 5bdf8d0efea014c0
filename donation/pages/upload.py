"""Giving the archive: one form, sealed as it arrives."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods

from donation import intake, wording
from donation.pages.opened import open_for

_FORM_OVERHEAD_BYTES = 1024 * 1024


@csrf_exempt  # the token lies in the body: checked below, once the sealing handler is in place
@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: HttpRequest) -> HttpResponse:
    """Show the form, or take what it sends. A request without the form's token leaves nothing."""
    if request.method == "POST" and _declared_bytes(request) > settings.UPLOAD_BYTES:
        return _form(request, "too_big", 413)
    handler = intake.SealingHandler(request)
    request.upload_handlers = [handler]
    response: HttpResponse = _receive(request)
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
    if handler.donation is None or handler.code is None:
        return _form(request, "empty" if request.FILES or handler.names else "no_file", 400)
    intake.complete(handler.donation, handler.names, handler.size_bytes)
    handler.closed_well = True
    open_for(request, handler.donation)
    return render(request, "upload/code.html", {"code": handler.code})


def _form(request: HttpRequest, problem: str = "", status: int = 200) -> HttpResponse:
    context = {
        "problem": wording.PROBLEMS[problem] if problem else "",
        "limit_words": wording.size(settings.UPLOAD_BYTES),
    }
    return render(request, "upload/form.html", context, status=status)


def _declared_bytes(request: HttpRequest) -> int:
    try:
        return int(request.META.get("CONTENT_LENGTH") or 0) - _FORM_OVERHEAD_BYTES
    except ValueError:
        return 0
