"""The donor confirms: consents are written, only what they kept stays, the draft is erased."""

import hashlib
from collections import Counter
from enum import StrEnum

import msgspec
from django.conf import settings
from django.db import transaction
from django.utils import timezone

from donation import audit, cards, draft, lifecycle, vault, wording
from donation.models import Consent, Donation, Stage
from filters.interaction import Retained


class Purpose(StrEnum):
    """What a donor may agree to. Nothing is ticked beforehand, and nothing follows from another."""

    ADULT_AND_MINE = "adult_and_mine"
    ALIGNMENT = "alignment"
    PRIVATE_MESSAGES = "private_messages"
    SENSITIVE_TOPICS = "sensitive_topics"
    OPEN_PUBLICATION = "open_publication"


NEEDED = frozenset({Purpose.ADULT_AND_MINE, Purpose.ALIGNMENT})


class OnlyASample(Exception):
    """The archive was an invented one: it has been erased, and nothing is kept."""


class Missing(Exception):
    """A needed consent was not given; nothing was changed."""

    def __init__(self, purposes: frozenset[Purpose]) -> None:
        super().__init__()
        self.purposes = purposes


class NothingGiven(Exception):
    """Every row was taken out or belongs to a purpose that was refused; nothing was changed."""


def notice_sha256(language: str) -> str:
    """Hash of the notice in force, in the language it was read in; its text is in docs/notices."""
    return hashlib.sha256(wording.notice(language).encode()).hexdigest()


def confirm(donation: Donation, given: frozenset[Purpose], language: str) -> int:
    """Keep what the donor kept, under what they agreed to. Out: how many rows are given.

    Raises Missing, NothingGiven, NotAllowed (no longer in the report stage), OnlyASample,
    vault.Unopenable.
    """
    if missing := NEEDED - given:
        raise Missing(missing)
    if donation.is_sample:
        discard(donation)
        raise OnlyASample
    now = timezone.now()
    # Under the row's lock: what the donor does in another tab comes before it or after it.
    with transaction.atomic():
        locked = Donation.objects.select_for_update().get(pk=donation.pk)
        if locked.stage != Stage.REPORT:
            raise lifecycle.NotAllowed
        kept = _keep(locked, given)
        count = kept.total()
        if not count:
            raise NothingGiven
        lifecycle.move(
            donation,
            Stage.CONFIRMED,
            confirmed_at=now,
            rows=count,
            numbers={**locked.numbers, "given": dict(kept)},
            removed=draft.no_bits(count),
            removed_before=None,
            verdicts={},
            examples_key=None,
        )
        Consent.objects.bulk_create(
            Consent(
                donation=donation,
                purpose=purpose,
                given=purpose in given,
                at=now,
                notice_version=settings.NOTICE_VERSION,
                notice_sha256=notice_sha256(language),
                language=language,
            )
            for purpose in Purpose
        )
        for purpose in sorted(given):
            audit.append(
                audit.Event.CONSENT,
                audit.subject_of(donation.pk),
                purpose=purpose,
                version=settings.NOTICE_VERSION,
                notice=notice_sha256(language),
            )
        roles = draft.kept_roles(locked.rewritten)
        transaction.on_commit(lambda: vault.shred_all_but(donation.pk, roles))
    return count


def discard(donation: Donation) -> None:
    """Give nothing: everything is erased. Raises NotAllowed."""
    lifecycle.move(donation, Stage.DISCARDED)


def _keep(donation: Donation, given: frozenset[Purpose]) -> Counter[str]:
    removed = bytes(donation.removed)
    with (
        draft.Draft(donation) as rows,
        draft.writing(donation, *draft.kept_roles(donation.rewritten)) as kept,
    ):
        for place in rows.places:
            wanted = (
                not draft.is_removed(removed, place.row)
                and (Purpose.SENSITIVE_TOPICS in given or not place.is_sensitive)
                and (Purpose.PRIVATE_MESSAGES in given or not place.is_private)
            )
            line = cards.judged(donation, place.row, rows.line(place)) if wanted else None
            if line is not None:
                kept.add(msgspec.json.decode(line, type=Retained), place.chat)
    return kept.kinds


def kept_lines(donation: Donation) -> "list[bytes]":
    """What a confirmed donation holds, one JSON record a line. Raises vault.Unopenable."""
    with draft.opened_kept(donation) as file:
        return [line.rstrip(b"\n") for line in file]


def kept_uids_sha256(donation: Donation) -> str:
    """A hash over the ids of the retained rows: shows what was erased without showing it."""
    digest = hashlib.sha256()
    with draft.opened_kept(donation) as file:
        for line in file:
            digest.update(msgspec.json.decode(line)["uid"].encode())
    return digest.hexdigest()
