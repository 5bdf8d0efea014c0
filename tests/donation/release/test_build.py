"""Real donations into a release: what is refused, what is left out, and what a withdrawal does."""

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from donation import amendment, confirmation, draft, vault, withdrawal
from donation.draft import KEPT
from donation.models import Consent, Donation, Release, Stage, Tombstone
from donation.release import build, privacy, tombstones
from donation.release.gates import Failed
from donation.release.shapes import rows_of
from donation.release.sources import invented
from donation.release.staging import Donor, Staging, record_id
from donation.release.tombstones import folder_of, record_ids
from donation.report import Report
from filters.interaction import Retained

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def donors(transactional_db: None, sealed_folder: Path) -> list[Donation]:
    """Twenty-five confirmed donations of invented rows, sealed as real ones are."""
    import shutil

    shutil.rmtree(Path(settings.DATA) / "releases", ignore_errors=True)
    return [_confirmed(donor.lines, number) for number, (_, donor) in enumerate(invented(25))]


def _confirmed(lines: Any, number: int) -> Donation:
    now = timezone.now()
    donation = Donation(
        stage=Stage.CONFIRMED, stage_at=now, created_at=now, confirmed_at=now,
        code_digest=number.to_bytes(32, "big"),
    )  # fmt: skip
    donation.wrapped_key = vault.new_wrapped_key(donation.pk)
    donation.save()
    with vault.sealing(donation, KEPT) as file:
        file.write(b"\n".join(lines) + b"\n")
    for purpose in confirmation.NEEDED:
        Consent.objects.create(
            donation=donation, purpose=purpose, given=True, notice_version="1",
            notice_sha256="0" * 64, language="fr", at=now,
        )  # fmt: skip
    return donation


def rows(release: Release, *configs: str) -> Iterator[dict[str, Any]]:
    import pyarrow.parquet as pq

    for path in sorted((folder_of(release) / "data").glob("*/*.parquet")):
        if not configs or path.parent.name in configs:
            yield from pq.read_table(path).to_pylist()


def test_a_release_is_built_and_a_donor_sees_that_it_holds_their_rows(
    donors: list[Donation],
) -> None:
    release = build.build("2027.01")
    assert release.donors == 25
    assert donors[0].releases.get() == release
    groups: dict[tuple[Any, ...], int] = {}
    for row in rows(release, "pairs", "binary", "ratings", "signals", "pairs_weak"):
        assert set(row["purposes"]) == {str(p) for p in confirmation.NEEDED}
        key = (row["platform"], row["period"], row["language"], row["kind"], row["object_type"])
        groups[key] = groups.get(key, 0) + 1
    assert min(groups.values()) >= build.K


def test_too_few_donors_publish_nothing(donors: list[Donation]) -> None:
    for donation in donors[8:]:
        withdrawal.withdraw(donation)
    with pytest.raises(build.NotBuilt, match="ten donors"):
        build.build("2027.01")
    assert not Release.objects.exists()


def test_the_open_channel_takes_only_those_who_agreed_to_it(donors: list[Donation]) -> None:
    with pytest.raises(build.NotBuilt):
        build.build("2027.01", channel="open")
    assert not (Path(settings.DATA) / "releases" / "2027.01").exists()


def test_an_identifier_that_slipped_through_stops_the_build_and_names_the_row(
    donors: list[Donation],
) -> None:
    with vault.opened(donors[0], KEPT) as file:
        lines = file.read().splitlines()
    record = json.loads(next(line for line in lines if b'"binary"' in line))
    record["candidates"][0]["content"] += " Écrivez à camille.durand@exemple.fr pour la suite."
    with vault.sealing(donors[0], KEPT) as sealed:
        sealed.write(b"\n".join([*lines, msgspec.json.encode(record)]) + b"\n")
    with pytest.raises(Failed) as stopped:
        build.build("2027.01")
    (gate,) = stopped.value.gates
    assert gate.id == "G8b"
    assert gate.found["hits"] == 1
    assert not list((Path(settings.DATA) / "releases").iterdir())


def test_a_withdrawal_leaves_the_next_release_and_is_exact_in_tombstones(
    donors: list[Donation],
) -> None:
    first = build.build("2027.01")
    before = set(record_ids(folder_of(first)))
    leaving = donors[:5]
    theirs = {uid for donation in leaving for uid in _uids(donation)}
    proofs = [withdrawal.withdraw(donation) for donation in leaving]
    assert all(proof["releases"] == ["2027.01"] for proof in proofs)
    assert tombstones.publish() > 0
    dead = set(tombstones.published(first))
    assert dead < before
    key = vault.own_key(first)
    assert dead == {
        i for uid in theirs for i in _ids(key, uid) if i in before
    }  # exactly theirs, nobody else's
    second = build.build("2027.02")
    assert second.donors == 20
    assert not dead & set(record_ids(folder_of(second)))
    assert Tombstone.objects.exclude(mourned=None).count() == 0


def test_the_feed_is_cacheable_and_changes_with_the_tombstones(
    donors: list[Donation], client: Client
) -> None:
    build.build("2027.01")
    empty = client.get("/tombstones/2027.01.json")
    assert empty.json() == {"release": "2027.01", "record_ids": []}
    unchanged = {"If-None-Match": empty["ETag"]}
    assert client.get("/tombstones/2027.01.json", headers=unchanged).status_code == 304
    for donation in donors[:5]:
        withdrawal.withdraw(donation)
    tombstones.publish()
    fed = client.get("/tombstones/2027.01.json", headers=unchanged)
    assert fed.status_code == 200
    assert fed.json()["record_ids"]
    assert "public" in fed["Cache-Control"]
    (listed,) = client.get("/tombstones.json").json()["releases"]
    assert client.get(listed["tombstones"]).status_code == 200
    assert client.get("/tombstones/2030.01.json").status_code == 404


def test_a_changed_donation_keeps_its_place_and_tombstones_only_what_went(
    donors: list[Donation],
) -> None:
    changed = donors[0]
    with draft.writing(changed, draft.KEPT, draft.KEPT_INDEX) as kept:
        for _, donor in invented(1):
            for line in donor.lines:
                kept.add(msgspec.json.decode(line, type=Retained))
    changed.removed = draft.no_bits(kept.count)
    changed.save()
    release = build.build("release-2027.01")
    before = set(record_ids(folder_of(release)))
    with Report(changed) as report:
        report.remove(rows=range(0, kept.count, 2))
    amendment.amend(changed, frozenset(), "fr")
    gone = {tombstone.record_id for tombstone in release.tombstones.all()}
    assert gone < before
    assert changed in release.donations.all()
    with vault.opened(changed, KEPT) as file:
        left = [msgspec.json.decode(line, type=Retained) for line in file]
    key = vault.own_key(release)
    stays = {record_id(key, one.uid, row.config) for one in left for row in rows_of(one)}
    assert gone
    assert not gone & stays


def test_a_lonely_withdrawal_waits_and_then_hides_among_cover_drops(donors: list[Donation]) -> None:
    release = build.build("2027.01")
    withdrawal.withdraw(donors[0])
    assert tombstones.publish() == 0
    own = Tombstone.objects.count()
    assert own > 0
    Tombstone.objects.update(since=timezone.now() - timedelta(days=8))
    assert tombstones.publish() >= 4 * own
    assert set(tombstones.published(release)) <= set(record_ids(folder_of(release)))


def test_a_withdrawal_during_the_build_stops_it(
    donors: list[Donation], monkeypatch: pytest.MonkeyPatch
) -> None:
    original = build.croissant.write

    def overtaken(*arguments: Any) -> None:
        withdrawal.withdraw(donors[3])
        original(*arguments)

    monkeypatch.setattr(build.croissant, "write", overtaken)
    with pytest.raises(build.NotBuilt, match="withdrawn"):
        build.build("2027.01")
    assert not Release.objects.exists()
    assert not (Path(settings.DATA) / "releases" / "2027.01").exists()


def test_rare_groups_are_made_coarser_before_they_are_left_out(tmp_path: Path) -> None:
    staging = Staging(tmp_path / "rows.sqlite3")
    for number, (_, donor) in enumerate(invented(12)):
        lines = [line.replace(b"2026-Q1", b"2026-Q%d" % (number % 4 + 1)) for line in donor.lines]
        staging.add(Donor(donor.key, lines, "1", ()), b"k" * 32)
    before = staging.count()
    done = privacy.generalise(staging, 10)
    assert done["1_period"] > 0
    assert staging.count() > before / 2
    assert privacy.smallest_group(staging) >= 10


def _uids(donation: Donation) -> list[str]:
    with vault.opened(donation, KEPT) as file:
        return [json.loads(line)["uid"] for line in file]


def _ids(key: bytes, uid: str) -> list[str]:
    from donation.release.shapes import CONFIGS
    from donation.release.staging import record_id

    return [record_id(key, uid, config) for config in CONFIGS]
