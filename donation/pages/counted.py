"""A step of the journey is counted with the page's language and the class of device, no more."""

from django.http import HttpRequest
from django.utils.translation import get_language

from donation import funnel
from donation.funnel import Step
from donation.models import Donation


def count(request: HttpRequest, step: Step, detail: str = "") -> None:
    """Add one to a step. In: a detail from a list of ours."""
    funnel.count(step, detail, language=get_language() or "", device=_device(request))


def count_once(request: HttpRequest, step: Step, donation: Donation) -> None:
    """The same, once for a donation in a session; never for a sample."""
    counted: list[str] = request.session.get("counted", [])
    mark = f"{step} {donation.reference}"
    if donation.is_sample or mark in counted:
        return
    request.session["counted"] = [*counted, mark]
    count(request, step, donation.platforms[0] if donation.platforms else "")


def _device(request: HttpRequest) -> str:
    agent = request.headers.get("User-Agent", "")
    if "Mozilla" not in agent or "bot" in agent.casefold():
        return "other"
    return "phone" if "Mobi" in agent else "computer"
