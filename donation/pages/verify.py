"""Whether a receipt or a proof is ours and unchanged: pasted, looked at, not kept."""

import json
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from donation import signing

_MOST_CHARS = 20_000


@require_http_methods(["GET", "HEAD", "POST"])
def verify(request: HttpRequest) -> HttpResponse:
    """The form, and the verdict in words."""
    text = request.POST.get("document", "")[:_MOST_CHARS]
    verdict = _verdict(text) if request.method == "POST" else ""
    context = {"document": text, "verdict": verdict, "public_key": signing.public_key()}
    status = 200 if verdict in ("", "genuine") else 400
    return render(request, "verify.html", context, status=status)


def _verdict(text: str) -> str:
    try:
        document: Any = json.loads(text)
    except (ValueError, RecursionError):
        return "unreadable"
    if not isinstance(document, dict) or "signature" not in document:
        return "unreadable"
    return "genuine" if signing.is_genuine(document) else "changed"
