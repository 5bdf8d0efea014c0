"""Opening a donation with its code: attempts are limited, and wrong codes all look alike."""

from donation import attempts, codes, lifecycle
from donation.attempts import TooManyAttempts
from donation.models import Donation, Stage

__all__ = ["TooManyAttempts", "donation_for", "others"]


def donation_for(typed: str, client: str) -> Donation | None:
    """The donation of a code, in whatever stage; None for any code that opens nothing.

    Of several under one code, the newest that goes on, else the newest.

    In: what was typed, and the client's address, of which only a keyed hash is stored, for a day.
    Raises TooManyAttempts.
    """
    attempts.check(client)
    code = codes.normalised(typed)
    # A code that cannot be one is hashed and looked up all the same: each answer takes equal work.
    wanted = codes.digest(code or codes.NOBODYS)
    found = Donation.objects.filter(code_digest=wanted).order_by("-created_at")
    known = [donation for donation in found if not _is_forgotten(donation)]
    if not known:
        attempts.count_failure(client)
        return None
    return min(known, key=lambda donation: donation.stage in lifecycle.TERMINAL)


def others(donation: Donation) -> list[Donation]:
    """The other donations of the same code, the newest first."""
    same = Donation.objects.filter(code_digest=donation.code_digest).exclude(pk=donation.pk)
    return [one for one in same.order_by("-created_at") if not _is_forgotten(one)]


def _is_forgotten(donation: Donation) -> bool:
    """Whether it was withdrawn so long ago that not even its proof is left."""
    return donation.stage == Stage.WITHDRAWN and not donation.numbers
