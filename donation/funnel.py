"""How many people take each step of the journey: counts by day, never who.

A count knows the step, one detail from a closed list of ours (a platform, an error, an answer), the
page's language and the class of device. Cells under ten are not shown: few people are in them.
"""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, NamedTuple

from django.db import DatabaseError, connection, transaction
from django.db.models import F, Sum
from django.utils import timezone

from donation.models import StepCount

FEWEST = 10
_SHOWN_DAYS = 90
_PATIENCE_MS = 100


class Step(StrEnum):
    """What is counted, in the order in which it happens. Nothing else is."""

    HOME = "home"
    PLATFORM = "platform"
    CALENDAR = "calendar"
    EMAIL = "email"
    NO_REMINDER = "no_reminder"
    CAME_BACK = "came_back"
    RECOGNISED = "recognised"
    SENT = "sent"
    CLEANED = "cleaned"
    REPORT = "report"
    CHANGED = "changed"
    CONFIRMED = "confirmed"
    WITHDRAWN = "withdrawn"
    ERROR = "error"
    ANSWER = "answer"


SHOWN = tuple(step for step in Step if step not in (Step.ERROR, Step.ANSWER))
"""The steps of the journey itself."""


class Reached(NamedTuple):
    """How often a step was taken; None when it was taken, by too few to be shown."""

    step: Step
    times: int | None


def count(step: Step, detail: str = "", *, language: str = "", device: str = "") -> None:
    """Add one. A count that cannot be written at once keeps no page waiting, and breaks none."""
    key: dict[str, Any] = {
        "day": timezone.localdate(), "step": step, "detail": detail, "language": language,
        "device": device,
    }  # fmt: skip
    with suppress(DatabaseError), _impatient(), transaction.atomic():
        if not StepCount.objects.filter(**key).update(count=F("count") + 1):
            StepCount.objects.get_or_create(**key)
            StepCount.objects.filter(**key).update(count=F("count") + 1)


@contextmanager
def _impatient() -> Iterator[None]:
    """SQLite lets one write at a time: wait a moment for one's turn here, not twenty seconds."""
    if connection.vendor != "sqlite":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout")
        (usual,) = cursor.fetchone()
        cursor.execute(f"PRAGMA busy_timeout = {_PATIENCE_MS}")
        try:
            yield
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {usual}")


def reached(today: date | None = None) -> list[Reached]:
    """Every step of the last ninety days."""
    first = (today or timezone.localdate()) - timedelta(days=_SHOWN_DAYS)
    sums = StepCount.objects.filter(day__gte=first).values_list("step").annotate(n=Sum("count"))
    found = Counter(dict(sums))
    return [
        Reached(step, found[step] if found[step] >= FEWEST or not found[step] else None)
        for step in SHOWN
    ]
