"""Building a release: begun here, read by shards, put together by the last task; all or nothing.

The tasks are a chord: it says when. What is done, and what stopped it, the database says: a lost
message is sent again from here, and a doubled one finds nothing to do.
"""

import re
import time
from collections.abc import Callable
from uuid import UUID, uuid4

from celery import chord
from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone

from donation import vault
from donation.celery import app
from donation.jobs import database_now
from donation.models import Build, Release, Shard
from donation.release import assembly, leases, shards, stopping
from donation.release.gate import Failed, Gate
from donation.release.stopping import NotBuilt

__all__ = ["NotBuilt", "build"]

DEMO_SUFFIX = "-demo"
STAGE, FINISH = "donation.stage_shard", "donation.finish_release"
"""Names of the tasks."""
_NAME = re.compile(r"[a-z0-9][a-z0-9.\-]{2,40}")
_LOOK_SECONDS = 0.5
_RESEND_SECONDS = 20
Progress = Callable[[str], None]


def build(
    name: str, *, channel: str = "partner", demo: bool = False, inline: bool = False,
    progress: Progress = lambda _: None,
) -> Release:  # fmt: skip
    """Build a release into the data folder, on the workers or, `inline`, in this process.

    Raises NotBuilt, Failed.
    """
    begun = _begin(name, channel, demo=demo)
    try:
        count = shards.plan(begun)
        if not count:
            raise NotBuilt("No confirmed donation goes into this channel yet.")
        if inline:
            _run(begun.pk, count, progress)
        else:
            _send(begun.pk, range(count))
            _watch(begun.pk, count, progress)
        return _outcome(begun.pk, progress)
    finally:
        # Whatever interrupts the one who asked stops the workers too.
        stopping.end(begun.pk, "The build was interrupted.")
        Build.objects.filter(pk=begun.pk).delete()


def stage_shard(build_id: UUID, number: int) -> None:
    """Read the donations of one shard, as a task."""
    with stopping.told(build_id):
        shards.stage(build_id, number)


def finish(build_id: UUID) -> None:
    """Put the release together, as the last task."""
    with stopping.told(build_id):
        assembly.finish(build_id)


def _begin(name: str, channel: str, *, demo: bool) -> Build:
    if demo and not name.endswith(DEMO_SUFFIX):
        name += DEMO_SUFFIX
    if not _NAME.fullmatch(name) or (name.endswith(DEMO_SUFFIX) and not demo):
        raise NotBuilt("A name has 3 to 40 of a-z 0-9 . - and only a demonstration ends in -demo.")
    if Release.objects.filter(name=name).exists():
        raise NotBuilt(f"{name} exists already: choose another name.")
    identity = uuid4()
    try:
        with transaction.atomic():
            return Build.objects.create(
                id=identity, name=name, channel=channel, is_demo=demo, begun_at=timezone.now(),
                wrapped_key=vault.new_wrapped_key(identity),
            )  # fmt: skip
    except IntegrityError:
        raise NotBuilt(
            f"{name} is being built already; if that was interrupted, it is cleared in two hours."
        ) from None


def _run(build_id: UUID, count: int, progress: Progress) -> None:
    """The same tasks, one after another."""
    for number in range(count):
        stage_shard(build_id, number)
        progress(f"reading donations: {number + 1} of {count} shards")
    finish(build_id)


def _send(build_id: UUID, numbers: range | list[int]) -> None:
    """Send the tasks. A broker that is away is no error: they are sent again."""
    finish_it = app.signature(FINISH, (str(build_id),), immutable=True)
    read = [app.signature(STAGE, (str(build_id), n), immutable=True) for n in numbers]
    try:
        chord(read, app=app)(finish_it) if read else finish_it.apply_async()
    except Exception:  # noqa: BLE001 - whatever the broker's trouble, the rows remember
        return


def _watch(build_id: UUID, count: int, progress: Progress) -> None:
    """Until it ended one way or the other: show where it is, and send again what was lost."""
    shown = ""
    sent_at = time.monotonic()
    while (step := _step(build_id, count)) is not None:
        if step != shown:
            progress(step)
            shown, sent_at = step, time.monotonic()
        if time.monotonic() - sent_at > max(_RESEND_SECONDS, settings.LEASE_SECONDS):
            if _send_again(build_id):
                progress("no worker moved it on: sent again (is the site running?)")
            sent_at = time.monotonic()
        time.sleep(_LOOK_SECONDS)


def _step(build_id: UUID, count: int) -> str | None:
    """What is being done; None when it is over."""
    found = Build.objects.filter(pk=build_id, problem="").first()
    if found is None or found.step == assembly.PUBLISHED:
        return None
    done = found.shards.filter(is_done=True).count()
    return found.step if done == count else f"reading donations: {done} of {count} shards"


def _send_again(build_id: UUID) -> bool:
    """Send what waits and nobody has; out: whether there was any."""
    idle = Q(token=None) | Q(lease_until__lt=database_now())
    waiting = Shard.objects.filter(idle, build=build_id, is_done=False)
    spent = Q(attempts__gte=leases.MOST_ATTEMPTS)
    if waiting.filter(spent).exists() or Build.objects.filter(idle, spent, pk=build_id).exists():
        stopping.end(build_id, "Workers were lost on it three times: look at them, build again.")
        return False
    numbers = list(waiting.values_list("number", flat=True))
    is_idle = bool(numbers) or Build.objects.filter(idle, pk=build_id).exists()
    if is_idle:
        _send(build_id, numbers)
    return is_idle


def _outcome(build_id: UUID, progress: Progress) -> Release:
    """The release, or why there is none; whom it leaves out is told. Raises NotBuilt, Failed."""
    for left_out in Shard.objects.filter(build=build_id).values_list("left_out", flat=True):
        for donation, reason in left_out.items():
            progress(f"donation {donation} is left out: {reason}")
    release = Release.objects.filter(pk=build_id).first()
    if release is not None:
        return release
    ended = Build.objects.get(pk=build_id)
    if ended.gates:
        raise Failed([Gate(**gate) for gate in ended.gates])
    raise NotBuilt(ended.problem)
