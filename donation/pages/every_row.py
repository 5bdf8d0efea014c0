"""Every kept row: by pages, by kind, by search; kept or not, one or many; what shows too much."""

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from donation import drift, wording
from donation.funnel import Step
from donation.models import Donation, Stage
from donation.pages.counted import count_once
from donation.pages.opened import needs_donation
from donation.pages.rows import shown
from donation.report import Report

_ROWS_LIMIT = 200
_OTHER = "other"
"""The type of what should have been masked, when none of ours fits."""


@require_safe
@needs_donation(Stage.REPORT, Stage.CONFIRMED)
def rows(request: HttpRequest, donation: Donation) -> HttpResponse:
    """Every kept row, by pages; those of one kind, or all."""
    family, _ = _filters(request.GET)
    with Report(donation) as opened:
        return _list(request, opened, family, "", request.GET.get("page"))


@require_safe
@needs_donation(Stage.REPORT)
def longest(request: HttpRequest, donation: Donation) -> HttpResponse:
    """The ten longest rows: those carry most risk."""
    with Report(donation) as opened:
        context = {
            "donation": donation,
            "rows": [shown(row) for row in opened.longest()],
            "can_undo": donation.removed_before is not None,
        }
    return render(request, "report/longest.html", context)


@require_POST
@needs_donation(Stage.REPORT, Stage.CONFIRMED)
def change(request: HttpRequest, donation: Donation) -> HttpResponse:
    """Take rows out or back in: the ticked ones, one kind, all that a search finds; or undo."""
    family, search = _filters(request.POST)
    act = request.POST.get("act")
    with Report(donation) as opened:
        if act == "undo":
            opened.undo()
        elif act == "save":
            opened.keep(_numbers(request.POST, "shown"), _numbers(request.POST, "keep"))
        elif act in ("remove_all", "restore_all") and (family or search):
            verb = opened.remove if act == "remove_all" else opened.restore
            verb(family=family, search=search)
        count_once(request, Step.CHANGED, donation)
        if request.headers.get("X-Saved-At-Once"):
            return HttpResponse(status=204)
        if request.POST.get("back") == "longest":
            return redirect("longest")
        if request.POST.get("back") == "rows":
            return _list(request, opened, family, search, request.POST.get("page"))
    return redirect("report" if donation.stage == Stage.REPORT else "rows")


@require_POST
@needs_donation(Stage.REPORT, Stage.CONFIRMED)
def search_rows(request: HttpRequest, donation: Donation) -> HttpResponse:
    """Search: posted, so that the words do not stand in an address."""
    family, search = _filters(request.POST)
    with Report(donation) as opened:
        return _list(request, opened, family, search, request.POST.get("page"))


@require_http_methods(["GET", "HEAD", "POST"])
@needs_donation(Stage.REPORT, Stage.CONFIRMED)
def unmasked(request: HttpRequest, donation: Donation) -> HttpResponse:
    """A row with something in it that should have been masked is out at once; then its type may be
    told, which is all the team receives."""
    kind, row = request.POST.get("kind", ""), request.POST.get("unmasked", "")
    platform = request.POST.get("platform", "")
    if kind in {*wording.ENTITIES, _OTHER} and platform in donation.platforms:
        drift.note_unmasked(platform, kind)
        return redirect("rows")
    if not row.isdecimal() or len(row) > 9:
        return redirect("rows")
    with Report(donation) as opened:
        opened.remove(rows=[int(row)])
        platform = opened.platform_of(int(row))
    count_once(request, Step.CHANGED, donation)
    kinds = [*wording.ENTITIES.items(), (_OTHER, wording.OTHER_ENTITY)]
    context = {"donation": donation, "kinds": kinds, "platform": platform}
    return render(request, "report/unmasked.html", context)


def _list(
    request: HttpRequest, opened: Report, family: str, search: str, number: str | None
) -> HttpResponse:
    donation = opened.donation
    known = {one: wording.family(one) for one in opened.family_ids()}
    page = opened.page(_number(number), family=family, search=search)
    lines = [shown(row) for row in page.rows]
    context = {
        "donation": donation,
        "is_confirmed": donation.stage == Stage.CONFIRMED,
        "page": page,
        "rows": lines,
        "family": family,
        "family_words": known.get(family, ""),
        "families": known,
        "search": search,
        "can_undo": donation.removed_before is not None,
    }
    return render(request, "report/rows.html", context)


def _filters(query: QueryDict) -> tuple[str, str]:
    return query.get("family", "")[:80], query.get("search", "").strip()[:200]


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 7 else 1


def _numbers(posted: QueryDict, name: str) -> list[int]:
    rows = posted.getlist(name)[:_ROWS_LIMIT]
    return [int(row) for row in rows if row.isdecimal() and len(row) <= 9]
