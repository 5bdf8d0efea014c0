"""The conversations a donor's rows are from: every one, by pages, by title; out or back in whole.

A title names people. It is shown to its donor, before they confirm, and stands in no address: what
is looked for is posted, and a conversation is asked for by its number.
"""

import msgspec
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from donation import wording
from donation.models import Donation, Stage
from donation.pages.opened import needs_donation
from donation.pages.rows import period_words
from donation.stages.report import Chat, Report
from filters.reader import TITLE_CHARS


class ShownChat(msgspec.Struct, frozen=True):
    """One conversation as a page shows it."""

    number: int
    name: str
    platform: str
    period: str
    count: int
    removed: int

    @property
    def is_out(self) -> bool:
        """Whether nothing of it is kept."""
        return self.removed == self.count


def shown(chat: Chat) -> ShownChat:
    """A conversation in the words of the page's language."""
    return ShownChat(
        chat.number,
        chat.title or _("Conversation %(n)s") % {"n": chat.number},
        wording.PLATFORMS.get(chat.platform, chat.platform),
        _between(chat.first, chat.last),
        chat.count,
        chat.removed,
    )


@require_http_methods(["GET", "HEAD", "POST"])
@needs_donation(Stage.REPORT, Stage.CONFIRMED)
def conversations(request: HttpRequest, donation: Donation) -> HttpResponse:
    """All of them by pages, largest first, or those whose title holds what was typed."""
    query = request.POST if request.method == "POST" else request.GET
    with Report(donation) as opened:
        return listed(request, opened, query.get("page"))


def listed(request: HttpRequest, opened: Report, page: str | None) -> HttpResponse:
    """The page of conversations that was asked for."""
    donation = opened.donation
    title = request.POST.get("title", "").strip()[:TITLE_CHARS]
    found = opened.chats(number(page), title)
    context = {
        "donation": donation,
        "is_confirmed": donation.stage == Stage.CONFIRMED,
        "page": found,
        "chats": [shown(chat) for chat in found.chats],
        "title": title,
        "can_undo": donation.removed_before is not None,
    }
    return render(request, "report/conversations.html", context)


def number(text: str | None, otherwise: int = 1) -> int:
    """A number as a form or an address says it; what is none, or far too large, is `otherwise`."""
    return int(text) if text and text.isdecimal() and len(text) < 8 else otherwise


def _between(first: str, last: str) -> str:
    """When its rows are from, no finer than it takes: a quarter, a year, or two."""
    if first == last:
        return period_words(first)
    years = first[:4], last[:4]
    if years[0] == years[1]:
        return years[0]
    return _("de %(first)s à %(last)s") % {"first": years[0], "last": years[1]}
