"""The donor changes what they gave: rows are taken out, consents withdrawn, one by one.

Rows are first marked, as in the report; nothing changes until the donor says so. Then the retained
file is written anew without them, and releases that hold them get their tombstones.
"""

import msgspec
from django.conf import settings
from django.db import transaction
from django.utils import timezone

from donation import audit, draft, ledger, lifecycle, vault
from donation.draft import Draft
from donation.models import Consent, Donation, Stage
from donation.release import tombstones
from donation.release.sources import OPEN
from donation.stages.confirmation import Purpose, notice_sha256
from filters.interaction import Retained

OPTIONAL = (Purpose.PRIVATE_MESSAGES, Purpose.SENSITIVE_TOPICS, Purpose.OPEN_PUBLICATION)
"""What may be withdrawn without withdrawing everything."""


class NothingLeft(Exception):
    """No row would stay: that is a withdrawal, and has its own button."""


def withdrawable(donation: Donation) -> list[Purpose]:
    """The optional purposes the donor has agreed to."""
    given = set(donation.consents.filter(given=True).values_list("purpose", flat=True))
    return [purpose for purpose in OPTIONAL if purpose in given]


def amend(donation: Donation, refused: frozenset[Purpose], language: str) -> int:
    """Take out the marked rows and those of the purposes now refused. Out: how many rows stay.

    Raises NothingLeft, NotAllowed (not confirmed any more), vault.Unopenable.
    """
    with transaction.atomic():
        locked = Donation.objects.select_for_update().get(pk=donation.pk)
        if locked.stage != Stage.CONFIRMED:
            raise lifecycle.NotAllowed
        refused = refused.intersection(withdrawable(locked))
        with Draft(locked) as rows:
            gone = {
                place.row
                for place in rows.places
                if draft.is_removed(bytes(locked.removed), place.row)
                or (place.is_private and Purpose.PRIVATE_MESSAGES in refused)
                or (place.is_sensitive and Purpose.SENSITIVE_TOPICS in refused)
            }
            if len(gone) == len(rows.places):
                raise NothingLeft
            dropped = {rows.record(p).uid for p in rows.places if p.row in gone}
            ledger.note(locked.pk, dropped)
            tombstones.bury_rows(locked, dropped)
            if Purpose.OPEN_PUBLICATION in refused:
                tombstones.bury(locked, channel=OPEN)
            count = _rewrite(locked, rows, gone) if gone else len(rows.places)
        _switch(locked, count)
        _record(locked, refused, language, taken_out=len(gone))
    donation.refresh_from_db()
    return count


def take_out_again(donation: Donation, uids: frozenset[str]) -> bool:
    """Rows that a restored back-up has brought back go again. Out: whether there were any.

    A report that is not confirmed is left: its donor has yet to decide.
    """
    with transaction.atomic():
        locked = Donation.objects.select_for_update().get(pk=donation.pk)
        if locked.stage != Stage.CONFIRMED:
            return False
        with Draft(locked) as rows:
            gone = {place.row for place in rows.places if rows.record(place).uid in uids}
            if not gone:
                return False
            tombstones.bury_rows(locked, uids)
            count = _rewrite(locked, rows, gone)
        _switch(locked, count)
    return True


def _rewrite(donation: Donation, rows: Draft, gone: set[int]) -> int:
    """Write what stays beside what was; the caller saves the numbers that go with it."""
    donation.rewritten += 1
    with draft.writing(donation, *draft.kept_roles(donation.rewritten)) as kept:
        for place in rows.places:
            if place.row not in gone:
                kept.add(msgspec.json.decode(rows.line(place), type=Retained), place.chat)
    donation.numbers = {**donation.numbers, "given": dict(kept.kinds)}
    return kept.count


def _switch(donation: Donation, count: int) -> None:
    """From the commit on, the files written last are the donation's, and the others are erased."""
    donation.rows, donation.removed, donation.removed_before = count, draft.no_bits(count), None
    donation.save(update_fields=["rows", "rewritten", "numbers", "removed", "removed_before"])
    roles = draft.kept_roles(donation.rewritten)
    transaction.on_commit(lambda: vault.shred_all_but(donation.pk, roles))


def _record(
    donation: Donation, refused: frozenset[Purpose], language: str, *, taken_out: int
) -> None:
    subject = audit.subject_of(donation.pk)
    for purpose in sorted(refused):
        Consent.objects.filter(donation=donation, purpose=purpose).update(
            given=False,
            at=timezone.now(),
            notice_version=settings.NOTICE_VERSION,
            notice_sha256=notice_sha256(language),
            language=language,
        )
        audit.append(audit.Event.CONSENT, subject, purpose=purpose, given=False)
    if taken_out:
        audit.append(audit.Event.ERASED, subject, what="rows", count=taken_out)
