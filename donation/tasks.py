"""What runs on a worker: one line each, a donation's id as argument. The stages do the work."""

from uuid import UUID

from celery import shared_task

from donation.release import build, webhooks
from donation.stages import sieving


@shared_task(name="donation.sift")
def sift(donation: str) -> None:
    """Read, clean and report one donation."""
    sieving.sift_donation(donation)


@shared_task(name=build.STAGE, ignore_result=False)
def stage_shard(release: str, number: int) -> None:
    """Read the donations of one shard of a release under way."""
    build.stage_shard(UUID(release), number)


@shared_task(name=build.FINISH, ignore_result=False)
def finish_release(release: str) -> None:
    """Thin, check, write and publish a release whose shards are all read."""
    build.finish(UUID(release))


@shared_task(name=webhooks.DELIVER)
def deliver_notice(delivery: int) -> None:
    """Tell one partner that tombstones were published."""
    webhooks.deliver(delivery)
