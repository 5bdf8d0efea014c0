"""The parallel half of a build: each shard opens its donations and seals what it found in a file.

A shard is a range of donation ids. What it writes is sealed with the build's own key, where donors'
files lie, so that nothing between the donors' files and the release is ever in clear on a disk
that other hosts share. A donation that does not open is left out by its id, whole.
"""

import struct
from collections.abc import Iterator
from uuid import UUID

import msgspec

from donation import vault
from donation.jobs import LeaseLost
from donation.models import Build, Donation, Shard, Stage
from donation.release import leases, sources
from donation.release.facts import Given, Staged, staged
from donation.release.keyed import split_of
from filters.interaction import Retained

ROWS_A_SHARD, DONATIONS_A_SHARD = 10_000, 200
_LENGTH = struct.Struct("<I")
_UNOPENABLE, _UNREADABLE = "does_not_open", "unreadable"
_WITHDRAWN, _CHANGED = "withdrawn", "changed"


class Opening(msgspec.Struct, frozen=True, array_like=True, tag="donor"):
    """A donor's rows follow."""

    donation: str
    split: str
    state: str = ""
    """What the donor gave when they were read: see `sources.state`."""


class Closing(msgspec.Struct, frozen=True, array_like=True, tag="end"):
    """A donor's rows are over; unless `is_whole`, none of them counts."""

    is_whole: bool


Frame = Opening | Staged | Closing
_decoder = msgspec.msgpack.Decoder(Frame)


def plan(build: Build) -> int:
    """Cut the donations of a build into shards; out: how many."""
    ranges: list[tuple[UUID, UUID]] = []
    first: UUID | None = None
    rows = donations = 0
    last = UUID(int=0)
    for donation, size in sources.sizes(build):
        first = first or donation
        last = donation
        rows, donations = rows + size, donations + 1
        if rows >= ROWS_A_SHARD or donations >= DONATIONS_A_SHARD:
            ranges.append((first, last))
            first, rows, donations = None, 0, 0
    if first is not None:
        ranges.append((first, last))
    Shard.objects.bulk_create(
        (
            Shard(build=build, number=number, first=first, last=last)
            for number, (first, last) in enumerate(ranges)
        ),
        batch_size=500,
    )
    return len(ranges)


def stage(build_id: UUID, number: int) -> None:
    """Read the donations of one shard, unless somebody else does or did. Raises OSError."""
    rows = Shard.objects.filter(build=build_id, build__problem="", number=number, is_done=False)
    token = leases.claim(rows)
    if token is None:
        return
    shard = Shard.objects.select_related("build").get(build=build_id, number=number)
    left_out: dict[str, str] = {}
    try:
        with leases.kept(Shard.objects.filter(pk=shard.pk), token) as beat:
            with vault.sealing(shard.build, _role(number)) as file:
                count = _write(shard, file, left_out, beat)
            beat.check()
    except LeaseLost:
        return
    Shard.objects.filter(pk=shard.pk, token=token).update(
        is_done=True, token=None, lease_until=None, rows=count, left_out=left_out
    )


def frames(build: Build, number: int) -> Iterator[Frame]:
    """What a shard wrote. Raises vault.Unopenable."""
    with vault.opened(build, _role(number)) as file:
        while length := file.read(_LENGTH.size):
            yield _decoder.decode(file.read(_LENGTH.unpack(length)[0]))


def _role(number: int) -> str:
    return f"shard-{number:06d}"


def _write(
    shard: Shard, file: vault.SealedWriter, left_out: dict[str, str], beat: leases.Heartbeat
) -> int:
    key = vault.own_key(shard.build)
    count = 0

    def put(frame: Frame) -> None:
        held = msgspec.msgpack.encode(frame)
        file.write(_LENGTH.pack(len(held)) + held)

    for source in sources.of_shard(shard):
        beat.check()
        given = Given(split_of(source.id.bytes, key), source.consent_version, source.purposes)
        put(Opening(source.id.hex, given.split, source.state))
        reason = ""
        rows = 0
        try:
            with source.open() as lines:
                for line in lines:
                    record = msgspec.json.decode(line, type=Retained)
                    for row in staged(record, given, key):
                        put(row)
                        rows += 1
        except vault.Unopenable:
            reason = _why(source)
        except msgspec.MsgspecError:
            reason = _UNREADABLE
        put(Closing(not reason))
        if reason:
            left_out[str(source.id)] = reason
        else:
            count += rows
    return count


def _why(source: sources.Source) -> str:
    """Why a donation does not open: its donor may have left, or changed what they give."""
    donation = Donation.objects.filter(pk=source.id, stage=Stage.CONFIRMED).first()
    if donation is None:
        return _WITHDRAWN
    return _UNOPENABLE if sources.state(donation) == source.state else _CHANGED
