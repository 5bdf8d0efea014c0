"""The report: three numbers, what is kept, what was set aside, what was masked; the file of it."""

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from donation import examples, wording
from donation.funnel import Step
from donation.models import Donation, Stage
from donation.pages import conversations
from donation.pages.counted import count_once
from donation.pages.grains import grains
from donation.pages.opened import needs_donation
from donation.pages.rows import BRIEF_CHARS, shown
from donation.pages.understood import checks
from donation.stages.report import Report
from donation.typical import typical

_CHATS = 5
"""How many conversations the report shows itself: the largest."""


@require_safe
@needs_donation(Stage.REPORT)
def report(request: HttpRequest, donation: Donation) -> HttpResponse:
    """The head, the kinds of rows with examples, what was removed and masked."""
    count_once(request, Step.REPORT, donation)
    with Report(donation) as opened:
        headline = opened.headline()
        families = opened.families()
        chats = opened.chats(most=_CHATS)
        context = {
            "donation": donation,
            "headline": headline,
            "typical": typical(),
            "grains": grains(headline.kept, headline.found),
            "changed": _changed(donation),
            "families": [
                (
                    family,
                    wording.family(family.id),
                    [shown(row, BRIEF_CHARS) for row in family.examples],
                )
                for family in families
            ],
            "chats": [conversations.shown(chat) for chat in chats.chats],
            "chats_total": chats.total,
            "checks": checks(request),
            "removed": [
                (one.rule, wording.RULES[one.rule], wording.EXAMPLES.get(one.rule, ""), one.count)
                for one in opened.removed_by_rule()
            ],
            "masked": [
                (wording.ENTITIES.get(entity, entity), count)
                for entity, count in donation.numbers["redacted"].items()
            ],
            "cards": opened.cards_left(),
            "examples": examples.are_there(donation),
            "sensitive": opened.sensitive_count(),
            "poorer": [wording.PLATFORMS.get(p, p) for p in donation.numbers.get("poorer", ())],
            "missing": donation.numbers.get("missing", []),
            "can_undo": donation.removed_before is not None,
        }
    return render(request, "report/page.html", context)


@require_safe
@needs_donation(Stage.REPORT)
def report_file(_request: HttpRequest, donation: Donation) -> HttpResponseBase:
    """Everything that would be kept, to read at home before deciding."""

    def lines() -> Iterator[bytes]:
        with Report(donation) as opened:
            before = b"[\n"
            for line in opened.kept_lines():
                yield before + line
                before = b",\n"
            yield b"]\n" if before == b",\n" else b"[]\n"

    response = StreamingHttpResponse(lines(), content_type="application/json")
    response["Content-Disposition"] = 'attachment; filename="glane-rapport.json"'
    return response


def _changed(donation: Donation) -> list[tuple[str, int]]:
    """Platforms whose records hold what their reader does not know, and how much it did read."""
    numbers = donation.numbers
    readers = {
        one["reader"] for one in numbers.get("unknown", ()) if one["family"] not in ("", "entry")
    }
    found = (
        (one.partition("@")[0], numbers.get("read", {}).get(one, 0)) for one in sorted(readers)
    )
    return [(wording.PLATFORMS.get(platform, platform), count) for platform, count in found]
