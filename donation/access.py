"""Opening a donation with its code: attempts are limited, and wrong codes all look alike."""

from donation import attempts, codes
from donation.attempts import TooManyAttempts
from donation.models import Donation, Stage

__all__ = ["TooManyAttempts", "donation_for"]


def donation_for(typed: str, client: str) -> Donation | None:
    """The donation of a code, in whatever stage; None for any code that opens nothing.

    In: what was typed, and the client's address, of which only a keyed hash is stored, for a day.
    Raises TooManyAttempts.
    """
    attempts.check(client)
    code = codes.normalised(typed)
    # A code that cannot be one is looked up all the same: every answer takes the same work.
    wanted = codes.digest(code) if code is not None else bytes(32)
    donation = Donation.objects.filter(code_digest=wanted).first()
    if donation is None or _is_forgotten(donation):
        attempts.count_failure(client)
        return None
    return donation


def _is_forgotten(donation: Donation) -> bool:
    """Whether it was withdrawn so long ago that not even its proof is left."""
    return donation.stage == Stage.WITHDRAWN and not donation.numbers
