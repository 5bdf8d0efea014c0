"""The report: three numbers, what is kept, what was set aside, what was masked; taking rows out."""

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from donation import examples, wording
from donation.models import Donation, Stage
from donation.pages.opened import needs_donation
from donation.pages.rows import shown
from donation.report import Report

_ROWS_LIMIT = 200


@require_safe
@needs_donation(Stage.REPORT)
def report(request: HttpRequest, donation: Donation) -> HttpResponse:
    """The head, the kinds of rows with examples, what was removed and masked."""
    with Report(donation) as opened:
        headline = opened.headline()
        context = {
            "donation": donation,
            "headline": headline,
            "kept_share": _share(headline.kept, headline.found),
            "families": [
                (family, wording.family(family.id), [shown(row) for row in family.examples])
                for family in opened.families()
            ],
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
            "longest": [shown(row) for row in opened.longest()],
            "sensitive": opened.sensitive_count(),
            "poorer": [wording.PLATFORMS.get(p, p) for p in donation.numbers.get("poorer", ())],
            "missing": donation.numbers.get("missing", []),
            "can_undo": donation.removed_before is not None,
        }
    return render(request, "report/page.html", context)


@require_safe
@needs_donation(Stage.REPORT, Stage.CONFIRMED)
def rows(request: HttpRequest, donation: Donation) -> HttpResponse:
    """Every kept row, by pages; those of one kind, or all."""
    family, _ = _filters(request.GET)
    with Report(donation) as opened:
        return _list(request, opened, family, "", request.GET.get("page"))


@require_POST
@needs_donation(Stage.REPORT, Stage.CONFIRMED)
def change(request: HttpRequest, donation: Donation) -> HttpResponse:
    """Take rows out or back in: the ticked ones, one kind, all that a search finds; or undo."""
    family, search = _filters(request.POST)
    act = request.POST.get("act")
    with Report(donation) as opened:
        if act == "undo":
            opened.undo()
        elif act in ("remove", "restore"):
            ticked = [
                int(row) for row in request.POST.getlist("row")[:_ROWS_LIMIT] if row.isdigit()
            ]
            verb = opened.remove if act == "remove" else opened.restore
            verb(rows=ticked)
        elif act in ("remove_all", "restore_all") and (family or search):
            verb = opened.remove if act == "remove_all" else opened.restore
            verb(family=family, search=search)
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
    return int(text) if text and text.isdigit() and len(text) < 7 else 1


def _share(part: int, whole: int) -> int:
    """Per cent, at least 1 when there is anything at all."""
    return max(1, round(100 * part / whole)) if part and whole else 0
