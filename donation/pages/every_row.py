"""Every kept row: by pages, by kind, by conversation, by search; kept or not, one or many; what
shows too much."""

import msgspec
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from donation import drift, wording
from donation.funnel import Step
from donation.models import Donation, Stage
from donation.pages import conversations
from donation.pages.counted import count_once
from donation.pages.opened import needs_donation
from donation.pages.rows import shown
from donation.stages.report import Report, Wanted

_ROWS_LIMIT = 200
_OTHER = "other"
"""The type of what should have been masked, when none of ours fits."""


@require_safe
@needs_donation(Stage.REPORT, Stage.CONFIRMED)
def rows(request: HttpRequest, donation: Donation) -> HttpResponse:
    """Every kept row, by pages; those of one kind, of one conversation, or all."""
    wanted = msgspec.structs.replace(_wanted(request.GET), search="")
    with Report(donation) as opened:
        return _list(request, opened, wanted, request.GET.get("page"))


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
    """Take rows out or back in: the ticked ones, one conversation, all that are of a kind, of a
    conversation and found by a search; or undo."""
    wanted, back = _wanted(request.POST), request.POST.get("back")
    with Report(donation) as opened:
        _mark(opened, request.POST, wanted)
        count_once(request, Step.CHANGED, donation)
        if request.headers.get("X-Saved-At-Once"):
            return HttpResponse(status=204)
        if back == "longest":
            return redirect("longest")
        if back == "rows":
            return _list(request, opened, wanted, request.POST.get("page"))
        if back == "conversations":
            return conversations.listed(request, opened, request.POST.get("page"))
    if donation.stage != Stage.REPORT:
        return redirect("rows")
    return redirect(reverse("report") + ("#by-chat" if back == "by-chat" else ""))


@require_POST
@needs_donation(Stage.REPORT, Stage.CONFIRMED)
def search_rows(request: HttpRequest, donation: Donation) -> HttpResponse:
    """Search: posted, so that the words do not stand in an address."""
    with Report(donation) as opened:
        return _list(request, opened, _wanted(request.POST), request.POST.get("page"))


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


def _mark(opened: Report, posted: QueryDict, wanted: Wanted) -> None:
    act = posted.get("act")
    if act == "undo":
        opened.undo()
    elif act == "save":
        opened.keep(_numbers(posted, "shown"), _numbers(posted, "keep"))
    elif act in ("remove_all", "restore_all") and wanted:
        verb = opened.remove if act == "remove_all" else opened.restore
        verb(wanted)
    elif chat := conversations.number(posted.get("remove_chat"), 0):
        opened.remove(Wanted(chat=chat))
    elif chat := conversations.number(posted.get("restore_chat"), 0):
        opened.restore(Wanted(chat=chat))


def _list(request: HttpRequest, opened: Report, wanted: Wanted, number: str | None) -> HttpResponse:
    donation = opened.donation
    known = {one: wording.family(one) for one in opened.family_ids(wanted.chat)}
    page = opened.page(conversations.number(number), wanted)
    chat = opened.chat(wanted.chat)
    lines = [shown(row) for row in page.rows]
    context = {
        "donation": donation,
        "is_confirmed": donation.stage == Stage.CONFIRMED,
        "page": page,
        "rows": lines,
        "wanted": wanted,
        "is_some": bool(wanted),
        "family_words": known.get(wanted.family, ""),
        "chat": chat and conversations.shown(chat),
        "families": known,
        "has_chats": opened.has_chats(),
        "can_undo": donation.removed_before is not None,
    }
    return render(request, "report/rows.html", context)


def _wanted(query: QueryDict) -> Wanted:
    return Wanted(
        family=query.get("family", "")[:80],
        chat=conversations.number(query.get("chat"), 0),
        search=query.get("search", "").strip()[:200],
    )


def _numbers(posted: QueryDict, name: str) -> list[int]:
    rows = posted.getlist(name)[:_ROWS_LIMIT]
    return [int(row) for row in rows if row.isdecimal() and len(row) <= 9]
