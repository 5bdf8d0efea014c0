"""Work that was tried too often: set aside, told to the operators, sent again when they say so.

The archive stays sealed meanwhile, and no longer than it would have: until then the donor sees that
it could not be read yet, afterwards that it is erased.
"""

import logging
from collections.abc import Sequence
from smtplib import SMTPException
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import QuerySet

from donation import audit, jobs
from donation.models import Job, JobState

log = logging.getLogger("donation.dead_letters")
_NO_CODE = "worker lost"
"""The code of a letter whose workers vanished without a word: killed, most often for memory."""


def park() -> int:
    """Set aside what was tried too often, and tell the operators. Out: how many."""
    parked = jobs.park_exhausted()
    if parked:
        letters = list(waiting().filter(donation__in=parked))
        for letter in letters:
            log.error("dead letter %s: %s", letter.donation.reference, code(letter))
        _tell(letters)
    return len(parked)


def waiting() -> QuerySet[Job]:
    """The dead letters there are, the oldest first."""
    return (
        Job.objects.filter(state=JobState.FAILED)
        .select_related("donation")
        .order_by("donation__created_at")
    )


def code(letter: Job) -> str:
    """Kind and place of what went wrong last."""
    return letter.error or _NO_CODE


def retry(donation: UUID, staff: int = 0) -> bool:
    """Send one again, as if it had never been tried. In: the operator's number, for the log.

    Out: whether there was one.
    """
    if not jobs.retry(donation):
        return False
    audit.append(audit.Event.RETRIED, audit.subject_of(donation), staff=staff)
    return True


def _tell(letters: Sequence[Job]) -> None:
    """One e-mail for all of them. A mail server that is away is logged: the letters stay."""
    if not settings.OPERATORS:
        return
    lines = [f"{letter.donation.reference}  {code(letter)}" for letter in letters]
    body = (
        "Glane could not read these archives, for reasons of its own:\n\n"
        + "\n".join(lines)
        + "\n\nThey stay sealed until their time is over. Find the cause (docs/operations.md),\n"
        "then press the button on the operators' pages, or: manage.py retry REFERENCE\n"
    )
    subject = f"Glane: {len(letters)} dead letter{'s' if len(letters) > 1 else ''}"
    try:
        EmailMessage(subject, body, settings.DEFAULT_FROM_EMAIL, settings.OPERATORS).send()
    except (OSError, SMTPException):
        log.exception("the operators could not be told")
