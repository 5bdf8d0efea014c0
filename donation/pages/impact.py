"""What the donations have made possible, with a table for each figure: counted at most every five
minutes, since it takes every donation and anybody may ask."""

from typing import NamedTuple

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from donation import funnel, measure, wording
from donation import impact as of_all
from donation.pages.home import gauge

_KEPT_SECONDS = 300


class Bar(NamedTuple):
    """One line of a chart and of the table under it."""

    name: object
    number: int | None
    """None when it was counted and is too small to be shown."""
    width: int
    """Of the longest bar, in per cent."""


@require_safe
def impact(request: HttpRequest) -> HttpResponse:
    """The gauge, platforms and kinds, the journey, the masking, withdrawals, releases."""
    found: of_all.Impact | None = cache.get("impact")
    if found is None:
        found = of_all.impact()
        cache.set("impact", found, _KEPT_SECONDS)
    context = {
        **gauge(),
        "impact": found,
        "platforms": _bars(
            [(wording.PLATFORMS.get(g.platform, g.platform), g.donations) for g in found.platforms]
        ),
        "kinds": [
            (wording.PLATFORMS.get(k.platform, k.platform), wording.KINDS[k.kind], k.rows)
            for k in found.kinds
        ],
        "steps": _bars([(wording.STEPS[step], count) for step, count in funnel.reached()]),
        "told_hours": round(found.told_after.total_seconds() / 3600) if found.told_after else None,
        "figures": [
            (wording.ENTITIES[f.entity], wording.MEASURED[f.texts], f) for f in measure.FIGURES
        ],
        "models": settings.MODELS,
    }
    return render(request, "impact.html", context)


def _bars(counts: list[tuple[object, int | None]]) -> list[Bar]:
    longest = max((count for _, count in counts if count), default=0)
    return [
        Bar(name, count, max(1, round(100 * count / longest)) if count else 0)
        for name, count in counts
    ]
