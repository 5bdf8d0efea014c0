"""An operator's sessions: how many there are beside this one, and the end of all of those."""

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.http import HttpRequest
from django.utils import timezone


def others(request: HttpRequest) -> list[Session]:
    """The sessions of who asks, but the one that asks. Sessions last an hour: there are few."""
    own = str(request.user.pk)
    live = Session.objects.filter(expire_date__gt=timezone.now())
    beside = live.exclude(session_key=request.session.session_key)
    return [one for one in beside.iterator() if one.get_decoded().get(SESSION_KEY) == own]


def end_others(request: HttpRequest) -> int:
    """Erase them. Out: how many."""
    ended = [one.session_key for one in others(request)]
    Session.objects.filter(session_key__in=ended).delete()
    return len(ended)
