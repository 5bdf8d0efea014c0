"""What runs on a worker: one line each, a donation's id as argument. The stages do the work."""

from celery import shared_task

from donation import sieving


@shared_task(name="donation.sift")
def sift(donation: str) -> None:
    """Read, clean and report one donation."""
    sieving.sift_donation(donation)
