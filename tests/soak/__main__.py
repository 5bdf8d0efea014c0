"""Kill cycles: `python -m tests.soak 1000` harms a site that many times and counts what was lost.

Each cycle gives one donation and does one harm at a chance moment. At the end every donation must
have its report, with every row once; those that were tried too often are sent again by hand first,
and counted. The last line of the output is JSON.
"""

import contextlib
import json
import os
import random
import sys
import tempfile
import time
from datetime import datetime
from pathlib import Path
from typing import Any
from unittest import mock

from tests.journeys.archives import chatgpt
from tests.soak.farm import Farm

LEASE_SECONDS = 2
ROWS = 200
_DROPPED = 0.05
_GIVE_UP_SECONDS = 120
_MOST_WAITING = 12
"""The next donor comes when fewer wait: harm must meet work, not a heap of it."""


def main(cycles: int, seed: int = 0) -> int:
    """Out: 0 when nothing was lost or doubled."""
    with tempfile.TemporaryDirectory(prefix="soak-") as folder:
        data = Path(folder)
        socket = data / "q.sock"
        os.environ |= {
            "DJANGO_SETTINGS_MODULE": "donation.settings",
            "GLANE_DATA": str(data),
            "GLANE_LEASE_SECONDS": str(LEASE_SECONDS),
            "REDIS_URL": f"redis+socket://{socket}",
        }
        os.environ.pop("DATABASE_URL", None)
        summary = _soak(cycles, data, socket, random.Random(seed))
    print(json.dumps(summary))
    return 1 if summary["lost"] or summary["doubled"] or summary["left_behind"] else 0


def _soak(cycles: int, data: Path, socket: Path, chance: random.Random) -> dict[str, object]:
    import django

    django.setup()
    from django.core.management import call_command
    from django.utils import timezone

    from donation.models import Donation, Job, JobState, Stage
    from donation.operation import dead_letters, retention

    call_command("migrate", verbosity=0)
    archive = chatgpt(ROWS).buffer
    farm = Farm(data, socket, chance)
    interrupted: dict[object, datetime] = {}
    faults: dict[str, int] = {}

    unread = Donation.objects.exclude(stage__in=(Stage.REPORT, Stage.FAILED)).exclude(
        job__state=JobState.FAILED
    )

    def settle(most: int) -> None:
        """Let the workers work until so few wait; give up when none gets any further."""
        left, since = unread.count(), time.monotonic()
        while left > most and time.monotonic() - since < _GIVE_UP_SECONDS:
            farm.tick()
            time.sleep(0.3)
            if (now := unread.count()) != left:
                left, since = now, time.monotonic()

    try:
        for _ in range(cycles):
            farm.tick()
            _give(archive, is_told=chance.random() >= _DROPPED)
            time.sleep(chance.uniform(0.05, 0.4))
            running = list(Job.objects.filter(state=JobState.RUNNING).values_list("donation_id"))
            harmed_at = timezone.now()
            fault = farm.harm()
            faults[fault] = faults.get(fault, 0) + 1
            if fault in ("worker killed", "pool killed"):
                # The last harm counts: a donation may be interrupted more than once.
                interrupted |= {pk: harmed_at for (pk,) in running}
            if fault == "worker stopped":
                time.sleep(2 * LEASE_SECONDS)
                farm.wake()
            settle(_MOST_WAITING)
        settle(0)
        dead = dead_letters.waiting().count()
        for letter in dead_letters.waiting():
            dead_letters.retry(letter.donation_id)
        settle(0)
    finally:
        farm.stop()
    # A worker killed between its commit and the erasure leaves that to the next round.
    left = _uploads(data)
    retention.purge()
    reported = list(Donation.objects.filter(stage=Stage.REPORT))
    return {
        "cycles": cycles,
        "faults": faults,
        "sent_again_by_hand": dead,
        "lost": cycles - len(reported),
        "doubled": sum(_rows(donation) != ROWS for donation in reported),
        "left_for_housekeeping": left,
        "left_behind": _uploads(data),
        **_times(reported, interrupted),
    }


def _give(archive: bytes, *, is_told: bool) -> None:
    """One donation. Not told: the web process dies between the commit and the message."""
    from donation import jobs, vault
    from donation.stages import intake

    donation, _code = intake.begin()
    with vault.sealing(donation, "upload-000") as sealed:
        sealed.write(archive)
    given = [intake.Given("export.zip", ("upload-000",))]
    with contextlib.nullcontext() if is_told else mock.patch.object(jobs, "publish"):
        intake.complete(donation, given, len(archive))


def _times(reported: list[Any], interrupted: dict[object, datetime]) -> dict[str, object]:
    """From giving to the report; and from the last kill of a worker, for those it was working on."""
    recovered = [
        (one.stage_at - interrupted[one.pk]).total_seconds()
        for one in reported
        if one.pk in interrupted and one.stage_at > interrupted[one.pk]
    ]
    given = [(one.stage_at - one.created_at).total_seconds() for one in reported]
    return {
        "given_to_report_seconds": _percentiles(given),
        "recovered": len(recovered),
        "worker_killed_to_report_seconds": _percentiles(recovered),
    }


def _uploads(data: Path) -> int:
    return sum("upload" in path.name for path in (data / "sealed").rglob("*"))


def _percentiles(seconds: list[float]) -> dict[str, float]:
    """The median and the time that nineteen of twenty stay under."""
    ordered = sorted(seconds) or [0.0]
    return {
        f"p{share}": round(ordered[min(len(ordered) - 1, share * len(ordered) // 100)], 1)
        for share in (50, 95)
    }


def _rows(donation: object) -> int:
    """Rows that differ: a row that was written twice counts once, and is noticed."""
    from donation import draft
    from donation.models import Donation

    assert isinstance(donation, Donation)
    with draft.Draft(donation) as rows:
        lines = [rows.line(place) for place in rows.places]
    return len(lines) if len(set(lines)) == len(lines) else -1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000))
