"""Tombstones: which rows of a release may no longer be used, published so that nobody is shown.

A batch tells whoever compares it with the release which rows share an author, if it is one
author's. So rows wait until at least five donors' are together, or seven days; then a smaller batch
is padded with cover drops, rows of others that are given up too (records, section 7).
"""

import logging
import random
import uuid
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import timedelta
from pathlib import Path

import msgspec
from django.conf import settings
from django.db import transaction
from django.utils import timezone

from donation import vault
from donation.draft import opened_kept
from donation.models import Donation, Release, Tombstone
from donation.release import webhooks
from donation.release.keyed import record_id
from donation.release.retirement import Reason, retire
from donation.release.shapes import rows_of
from filters.interaction import Retained

log = logging.getLogger("donation.tombstones")
FEWEST_DONORS = 5
LONGEST_WAIT = timedelta(days=7)
LONGEST_SERVED = timedelta(hours=72)
"""How long a release with rows of somebody who left may still be downloaded."""


class NotThere(Exception):
    """The files of a release, by its name, are missing: there are no rows to hide others among."""


def bury(donation: Donation, *, channel: str = "") -> list[str]:
    """Note the donation's rows in every release that has them; out: the names of those releases.

    With a channel, in the releases of that channel only. To be called before the donation's key is
    destroyed, in the same transaction. Raises vault.Unopenable.
    """
    releases = list(donation.releases.filter(**({"channel": channel} if channel else {})))
    _bury(donation, releases, None)
    for release in releases:
        release.donations.remove(donation)
    return [release.name for release in releases]


def retire_all_with(donation: Donation) -> list[str]:
    """Retire every release that has the donation's rows; out: their names. For when `bury` cannot
    tell which rows they are."""
    retire(donation.releases.all(), Reason.UNTOLD)
    return [release.name for release in donation.releases.all()]


def bury_rows(donation: Donation, uids: Collection[str]) -> None:
    """Note some rows of a donation that goes on, by their internal ids, in every release.

    Raises vault.Unopenable.
    """
    _bury(donation, list(donation.releases.all()), uids)


def _bury(donation: Donation, releases: Sequence[Release], uids: Collection[str] | None) -> None:
    if not releases or uids == set():
        return
    mourned, now = uuid.uuid4(), timezone.now()
    for release in releases:
        with opened_kept(donation) as file:
            ids = ids_of(file, vault.own_key(release), uids)
        if _is_there(release):
            ids.intersection_update(record_ids(folder_of(release)))
        # Else every id that these rows may have in it: more than needed harms nobody, and a lost
        # disk keeps nobody from leaving.
        Tombstone.objects.bulk_create(
            (
                Tombstone(release=release, record_id=i, mourned=mourned, since=now)
                for i in sorted(ids)
            ),
            ignore_conflicts=True,
        )


def ids_of(
    lines: Iterable[bytes], release_key: bytes, uids: Collection[str] | None = None
) -> set[str]:
    """The record ids that the rows of a donation have, or would have, in one release.

    With `uids`, those of these rows only.
    """
    records = (msgspec.json.decode(line, type=Retained) for line in lines)
    return {
        record_id(release_key, record.uid, row.config)
        for record in records
        if uids is None or record.uid in uids
        for row in rows_of(record)
    }


def publish() -> int:
    """Publish the batches that are large or old enough; out: how many rows."""
    rows = 0
    for release in Release.objects.all():
        try:
            rows += _publish(release)
        except NotThere:
            log.error("the files of release %s are missing: its tombstones wait", release.name)  # noqa: TRY400 - the name says it all
    return rows


def take_offline() -> int:
    """Retire releases with rows of somebody who left too long ago: a newer one must be built.

    Out: how many. Their tombstones go on being published.
    """
    now = timezone.now()
    stale = Tombstone.objects.filter(since__lt=now - LONGEST_SERVED).values("release")
    return retire(Release.objects.filter(pk__in=stale), Reason.OUTDATED)


def published(release: Release) -> list[str]:
    """The record ids to leave out, in an order that tells nothing."""
    ids = release.tombstones.filter(published_at__isnull=False)
    return sorted(ids.values_list("record_id", flat=True))


def write(folder: Path, release: Release) -> None:
    """What may no longer be used of each older release of the same channel, one file a release."""
    for older in Release.objects.filter(channel=release.channel, is_demo=release.is_demo):
        if ids := published(older):
            folder.mkdir(exist_ok=True)
            (folder / f"{older.name}.txt").write_text("".join(f"{i}\n" for i in ids))


def folder_of(release: Release) -> Path:
    """Where the files of a release lie."""
    return folder_of_all() / release.name


def folder_of_all() -> Path:
    """Where releases lie, a folder each."""
    return Path(settings.DATA) / "releases"


def record_ids(folder: Path) -> Iterator[str]:
    """Every record id of a release folder, one batch in memory."""
    import pyarrow.parquet as pq  # noqa: PLC0415 - heavy, and no page needs it to be shown

    for path in sorted((folder / "data").glob("*/*.parquet")):
        for batch in pq.ParquetFile(path).iter_batches(columns=["record_id"]):
            yield from batch.column(0).to_pylist()


def _is_there(release: Release) -> bool:
    return (folder_of(release) / "data").is_dir()


@transaction.atomic
def _publish(release: Release) -> int:
    waiting = release.tombstones.filter(published_at__isnull=True)
    donors = waiting.values("mourned").distinct().count()
    oldest = waiting.order_by("since").first()
    now = timezone.now()
    if oldest is None or (donors < FEWEST_DONORS and now - oldest.since < LONGEST_WAIT):
        return 0
    if donors < FEWEST_DONORS:
        _cover(release, per_donor=waiting.count() // donors or 1, donors=FEWEST_DONORS - donors)
    # What came together is forgotten with the publication.
    rows = release.tombstones.filter(published_at__isnull=True).update(
        published_at=now, mourned=None
    )
    webhooks.announce(release, rows, now)
    return rows


def _cover(release: Release, *, per_donor: int, donors: int) -> None:
    """Give up as many other rows as the missing donors would have."""
    if not _is_there(release):
        raise NotThere(release.name)
    taken = set(release.tombstones.values_list("record_id", flat=True))
    others = sorted(set(record_ids(folder_of(release))) - taken)
    chosen = random.SystemRandom().sample(others, min(len(others), per_donor * donors))
    now = timezone.now()
    Tombstone.objects.bulk_create(
        Tombstone(release=release, record_id=i, mourned=uuid.uuid4(), since=now) for i in chosen
    )
