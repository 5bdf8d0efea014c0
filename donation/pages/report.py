"""The report: three numbers, what is kept, what was set aside, what was masked; taking rows out."""

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse, QueryDict, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from donation import drift, examples, wording
from donation.funnel import Step
from donation.models import Donation, Stage
from donation.pages.counted import count, count_once
from donation.pages.grains import grains
from donation.pages.opened import needs_donation
from donation.pages.rows import BRIEF_CHARS, shown
from donation.report import Report
from donation.typical import typical

_ROWS_LIMIT = 200
_OTHER = "other"
"""The type of what should have been masked, when none of ours fits."""


@require_safe
@needs_donation(Stage.REPORT)
def report(request: HttpRequest, donation: Donation) -> HttpResponse:
    """The head, the kinds of rows with examples, what was removed and masked."""
    count_once(request, Step.REPORT, donation)
    with Report(donation) as opened:
        headline = opened.headline()
        families = opened.families()
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
            "checks": _checks(request),
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
    if not row.isdigit() or len(row) > 9:
        return redirect("rows")
    with Report(donation) as opened:
        opened.remove(rows=[int(row)])
        platform = opened.platform_of(int(row))
    count_once(request, Step.CHANGED, donation)
    kinds = [*wording.ENTITIES.items(), (_OTHER, wording.OTHER_ENTITY)]
    context = {"donation": donation, "kinds": kinds, "platform": platform}
    return render(request, "report/unmasked.html", context)


@require_POST
@needs_donation(Stage.REPORT)
def understood(request: HttpRequest, donation: Donation) -> HttpResponse:
    """One answer to the understanding check: explained at once, kept as a total only."""
    check, said = request.POST.get("check", ""), request.POST.get("said", "")
    if check in wording.CHECKS and said in ("yes", "no"):
        answered: dict[str, bool] = request.session.get("understood", {})
        is_right = wording.CHECKS[check][1] == (said == "yes")
        if check not in answered and not donation.is_sample:
            count(request, Step.ANSWER, f"{check} {'right' if is_right else 'wrong'}")
        request.session["understood"] = {**answered, check: is_right}
    return redirect(reverse("report") + "#understood")


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


def _numbers(posted: QueryDict, name: str) -> list[int]:
    rows = posted.getlist(name)[:_ROWS_LIMIT]
    return [int(row) for row in rows if row.isdigit() and len(row) <= 9]


def _checks(request: HttpRequest) -> list[tuple[str, object, bool | None, object]]:
    """Id, question, whether it was answered rightly (None: not yet), explanation."""
    answered: dict[str, bool] = request.session.get("understood", {})
    return [
        (check, question, answered.get(check), why)
        for check, (question, _, why) in wording.CHECKS.items()
    ]


def _changed(donation: Donation) -> list[tuple[str, int]]:
    """Platforms whose records hold what their reader does not know, and how much it did read."""
    numbers = donation.numbers
    readers = {
        one["reader"] for one in numbers.get("unknown", ()) if one["family"] not in ("", "entry")
    }
    found = ((one.partition("@")[0], numbers["read"].get(one, 0)) for one in sorted(readers))
    return [(wording.PLATFORMS.get(platform, platform), count) for platform, count in found]
