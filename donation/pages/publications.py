"""Releases to download: a page that lists them, and their files, in ranges if asked."""

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from donation import audit
from donation.attempts import TooManyAttempts
from donation.models import Release
from donation.pages.opened import client_address
from donation.release import offered, partners
from donation.release.offered import Offered, Unsatisfiable


@require_safe
def publications(request: HttpRequest) -> HttpResponse:
    """Every release that is served, with its files."""
    shown = [
        {"release": r, "files": offered.files(r), "is_open": r.channel == offered.OPEN}
        for r in offered.releases()
    ]
    return render(request, "publications/list.html", {"shown": shown})


@require_safe
def download(request: HttpRequest, name: str, path: str) -> HttpResponseBase:
    """One file of a release."""
    release = get_object_or_404(Release, name=name, is_demo=False)
    who = offered.OPEN
    if release.channel != offered.OPEN:
        try:
            partner = partners.of_token(_token(request), client_address(request))
        except TooManyAttempts:
            return HttpResponse(status=429, headers={"Retry-After": "3600"})
        if partner is None:
            return HttpResponse(status=401, headers={"WWW-Authenticate": 'Bearer realm="Glane"'})
        who = partner.name
    if release.retired_at is not None:
        return HttpResponse(status=410)
    found = offered.file(release, path)
    if found is None or not found.path.is_file():
        raise Http404
    response = _answer(request, found)
    if response.status_code in (200, 206):
        response.headers["Content-Disposition"] = f'attachment; filename="{found.path.name}"'
        if request.method == "GET":
            audit.append(
                audit.Event.DOWNLOADED, release=name, file=path, partner=who,
                part=response.status_code == 206,
            )  # fmt: skip
    is_open = release.channel == offered.OPEN
    response.headers["Cache-Control"] = "public, max-age=3600" if is_open else "private, no-cache"
    return response


def _token(request: HttpRequest) -> str:
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    return token.strip() if scheme.casefold() == "bearer" else ""


def _answer(request: HttpRequest, found: Offered) -> HttpResponseBase:
    """The file, a range of it, or that it has not changed."""
    etag = f'"{found.sha256}"'
    unchanged: HttpResponseBase | None = get_conditional_response(request, etag=etag)
    if unchanged is not None:
        return unchanged
    span = None
    if request.headers.get("If-Range", etag) == etag:
        try:
            span = offered.span(request.headers.get("Range", ""), found.size)
        except Unsatisfiable:
            return HttpResponse(status=416, headers={"Content-Range": f"bytes */{found.size}"})
    first, last = span or (0, found.size - 1)
    headers = {
        "Accept-Ranges": "bytes", "ETag": etag, "Content-Length": str(last - first + 1),
        "Content-Type": "application/octet-stream",
    }  # fmt: skip
    if span is not None:
        headers["Content-Range"] = f"bytes {first}-{last}/{found.size}"
    status = 200 if span is None else 206
    if request.method == "HEAD":
        return HttpResponse(status=status, headers=headers)
    return StreamingHttpResponse(
        offered.pieces(found.path, first, last), status=status, headers=headers
    )
