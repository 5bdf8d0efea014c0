"""The feed of tombstones: which rows of a release may no longer be used. Public, cacheable."""

import hashlib
from typing import Any

from django.http import HttpRequest, JsonResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import condition, require_safe

from donation.models import Release
from donation.release.tombstones import published

_CACHE = "public, max-age=3600"


def _etag(_request: HttpRequest, name: str, **_: Any) -> str | None:
    release = Release.objects.filter(name=name).first()
    if release is None:
        return None
    ids = "\n".join([release.name, *published(release)])
    return f'"{hashlib.sha256(ids.encode()).hexdigest()[:32]}"'


@require_safe
def releases(_request: HttpRequest) -> JsonResponse:
    """Every release, with the address of its tombstones."""
    found = [
        {
            "release": release.name,
            "manifest_sha256": release.manifest_sha256,
            "retired": release.retired_at is not None,
            "tombstones": f"/tombstones/{release.name}.json",
        }
        for release in Release.objects.filter(is_demo=False)
    ]
    return _cached(JsonResponse({"releases": found}))


@require_safe
@condition(etag_func=_etag)
def of_release(_request: HttpRequest, name: str) -> JsonResponse:
    """The record ids of one release to leave out, in an order that tells nothing."""
    release = get_object_or_404(Release, name=name)
    return _cached(JsonResponse({"release": release.name, "record_ids": published(release)}))


def _cached(response: JsonResponse) -> JsonResponse:
    response.headers["Cache-Control"] = _CACHE
    return response
