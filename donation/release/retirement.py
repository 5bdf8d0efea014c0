"""Releases that are offered no longer: their files stay, tombstones go on being published."""

from enum import StrEnum

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from donation import audit
from donation.models import Release


class Reason(StrEnum):
    """Why a release was retired: what the audit log says of it."""

    OPERATOR = "operator"
    OUTDATED = "outdated"
    """Somebody left it too long ago."""
    UNTOLD = "untold"
    """Somebody left, and which rows are theirs cannot be told."""


def retire(releases: QuerySet[Release], reason: Reason) -> int:
    """Retire those of them that are served, each with a line in the audit log. Out: how many."""
    count = 0
    with transaction.atomic():
        for pk, name in releases.filter(retired_at=None).values_list("pk", "name"):
            served = Release.objects.filter(pk=pk, retired_at=None)
            if served.update(retired_at=timezone.now()):
                audit.append(audit.Event.RETIRED, release=name, reason=reason.value)
                count += 1
    return count
