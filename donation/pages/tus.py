"""tus 1.0, as a server: creation, checksum, expiration, termination. Source: tus.io/protocols.

An upload is found by its id in the address and by the donation that the session has opened: the
id alone opens nothing. Other sites cannot speak to it: the session's cookie is SameSite=Strict, and
the protocol's own header makes browsers ask first.
"""

import base64
import binascii
from collections.abc import Callable, Iterator
from datetime import UTC
from functools import wraps
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.http import http_date
from django.views.decorators.csrf import csrf_exempt

from donation import lifecycle, vault
from donation.models import Donation, Stage, Upload
from donation.pages.errors import NO_ROOM
from donation.pages.opened import opened_donation
from donation.stages import resumable

_VERSION = "1.0.0"
_EXTENSIONS = "creation,creation-with-upload,checksum,expiration,termination"
_ALGORITHMS = ("sha256", "sha1")
_CHUNK_BYTES = 256 * 1024
_LONGEST_METADATA = 4_096
_STATUS: dict[type[Exception], int] = {
    resumable.Elsewhere: 409,
    resumable.TooLarge: 413,
    resumable.Changed: 460,
    lifecycle.NotAllowed: 410,
    vault.Unopenable: 410,
}


class _Refused(Exception):
    """A request the protocol does not allow."""

    def __init__(self, status: int) -> None:
        super().__init__()
        self.status = status


View = Callable[..., HttpResponse]


def _speaks_tus(view: View) -> View:
    """The headers of every answer, the version check, and a status for what was refused."""

    @csrf_exempt
    @wraps(view)
    def answer(request: HttpRequest, **named: Any) -> HttpResponse:
        method = request.headers.get("X-HTTP-Method-Override", request.method or "")
        if method == "OPTIONS":
            response = HttpResponse(status=204)
            response.headers["Tus-Version"] = _VERSION
            response.headers["Tus-Extension"] = _EXTENSIONS
            response.headers["Tus-Max-Size"] = str(settings.UPLOAD_BYTES)
            response.headers["Tus-Checksum-Algorithm"] = ",".join(_ALGORITHMS)
        elif request.headers.get("Tus-Resumable") != _VERSION:
            response = HttpResponse(status=412)
            response.headers["Tus-Version"] = _VERSION
        else:
            try:
                response = view(request, method, **named)
                # A slow upload outlives an hour: each piece keeps the session open.
                request.session.modified = True
            except _Refused as refused:
                response = HttpResponse(status=refused.status)
            except tuple(_STATUS) as stopped:
                response = HttpResponse(status=_STATUS[type(stopped)])
            except OSError as full:
                if full.errno not in NO_ROOM:
                    raise
                # Clients try again after a pause: what had been counted stays.
                response = HttpResponse(status=507, headers={"Retry-After": "60"})
        response.headers["Tus-Resumable"] = _VERSION
        response.headers["Cache-Control"] = "no-store"
        return response

    return answer


@_speaks_tus
def uploads(request: HttpRequest, method: str) -> HttpResponse:
    """POST: a new upload for the donation being received."""
    if method != "POST":
        raise _Refused(405)
    donation = _receiving(request)
    length = _number(request, "Upload-Length")
    upload = resumable.create(donation, length, _label(request))
    response = HttpResponse(status=201)
    response.headers["Location"] = request.build_absolute_uri(reverse("tus", args=[upload.pk]))
    if request.content_type == "application/offset+octet-stream":
        _append(request, upload, 0)
    return _told(response, upload)


@_speaks_tus
def upload(request: HttpRequest, method: str, upload_id: UUID) -> HttpResponse:
    """HEAD: how far it is. PATCH: more of it. DELETE: none of it."""
    found = Upload.objects.filter(pk=upload_id, donation=_receiving(request)).first()
    if found is None:
        raise _Refused(404)
    if method == "HEAD":
        response = HttpResponse()
        response.headers["Upload-Length"] = str(found.length)
        if metadata := resumable.label(found).metadata:
            response.headers["Upload-Metadata"] = metadata
        return _told(response, found)
    if method == "PATCH":
        if request.content_type != "application/offset+octet-stream":
            raise _Refused(415)
        _append(request, found, _number(request, "Upload-Offset"))
        return _told(HttpResponse(status=204), found)
    if method == "DELETE":
        resumable.remove(found)
        return HttpResponse(status=204)
    raise _Refused(405)


def _receiving(request: HttpRequest) -> Donation:
    donation = opened_donation(request)
    if donation is None:
        raise _Refused(404)
    if donation.stage != Stage.RECEIVING:
        raise _Refused(410)
    return donation


def _append(request: HttpRequest, upload: Upload, offset: int) -> None:
    if offset == upload.offset and _number(request, "Content-Length") > upload.length - offset:
        raise resumable.TooLarge
    resumable.append(upload, offset, _body(request), _digest(request))


def _body(request: HttpRequest) -> Iterator[bytes]:
    while chunk := request.read(_CHUNK_BYTES):
        yield chunk


def _told(response: HttpResponse, upload: Upload) -> HttpResponse:
    response.headers["Upload-Offset"] = str(upload.offset)
    if (expires := upload.donation.expires_at) is not None:
        response.headers["Upload-Expires"] = http_date(expires.astimezone(UTC).timestamp())
    return response


def _number(request: HttpRequest, header: str) -> int:
    text = request.headers.get(header, "")
    if not (text.isascii() and text.isdigit() and len(text) < 16):
        raise _Refused(400)
    return int(text)


def _digest(request: HttpRequest) -> tuple[str, bytes] | None:
    """The checksum of this request's body, as the client has it."""
    if (said := request.headers.get("Upload-Checksum")) is None:
        return None
    algorithm, _, encoded = said.partition(" ")
    if algorithm not in _ALGORITHMS:
        raise _Refused(400)
    return algorithm, _decoded(encoded)


def _label(request: HttpRequest) -> resumable.Label:
    """The metadata of a new upload, and the file name in it."""
    metadata = request.headers.get("Upload-Metadata", "")
    if len(metadata) > _LONGEST_METADATA:
        raise _Refused(400)
    pairs = dict(pair.strip().partition(" ")[::2] for pair in metadata.split(",") if pair.strip())
    name, fingerprint = (
        _decoded(pairs.get(key, "")).decode("utf-8", "replace")
        for key in ("filename", "fingerprint")
    )
    return resumable.Label(name, metadata, fingerprint)


def _decoded(encoded: str) -> bytes:
    try:
        return base64.b64decode(encoded, validate=True)
    except (binascii.Error, ValueError):
        raise _Refused(400) from None
