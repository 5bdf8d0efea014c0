"""The receipt: a page to print and a signed file to keep."""

import segno
from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from donation import wording
from donation.models import Donation, Stage
from donation.pages.home import gauge
from donation.pages.opened import needs_donation
from donation.stages.receipt import receipt as receipt_of


@require_safe
@needs_donation(Stage.CONFIRMED)
def receipt(request: HttpRequest, donation: Donation) -> HttpResponse:
    """Thanks, what was given and refused, and how to take it back."""
    document = receipt_of(donation)
    context = {
        "donation": donation,
        "rows_words": wording.rows_given(donation.rows),
        "platforms": [wording.PLATFORMS.get(p, p) for p in donation.platforms],
        "given": [wording.PURPOSES[p["purpose"]] for p in document["purposes"] if p["given"]],
        "refused": [wording.PURPOSES[p["purpose"]] for p in document["purposes"] if not p["given"]],
        "withdraw_address": request.build_absolute_uri(reverse("withdraw")),
        "home_address": request.build_absolute_uri(reverse("home")),
        "next_release": settings.NEXT_RELEASE,
        **gauge(),
    }
    return render(request, "receipt.html", context)


@require_safe
@needs_donation(Stage.CONFIRMED)
def receipt_file(_: HttpRequest, donation: Donation) -> HttpResponse:
    """The signed receipt."""
    response = JsonResponse(receipt_of(donation), json_dumps_params={"indent": 2})
    response["Content-Disposition"] = 'attachment; filename="glane-recu.json"'
    return response


@require_safe
def withdrawal_qr(request: HttpRequest) -> HttpResponse:
    """The plain address of the withdrawal page as a QR image: no code, no donation."""
    address = request.build_absolute_uri(reverse("withdraw"))
    svg = segno.make(address, error="m").svg_inline(scale=4, border=2, omitsize=True)
    svg = svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    return HttpResponse(svg, content_type="image/svg+xml")
