"""Real donations into a release: what is refused, what is left out, and what a withdrawal does."""

import json
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest
from django.conf import settings
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from donation import codes, draft, vault
from donation.draft import KEPT
from donation.models import AuditEntry, Donation, Release, Tombstone
from donation.operation import retention
from donation.release import build, croissant, privacy, tombstones, training, verify
from donation.release.facts import Given, staged
from donation.release.gate import Failed
from donation.release.keyed import record_id
from donation.release.shapes import rows_of
from donation.release.sources import invented
from donation.release.staging import Staging
from donation.release.tombstones import folder_of, record_ids
from donation.stages import amendment, confirmation, withdrawal
from donation.stages.report import Report
from filters.interaction import Retained
from tests.donation.release.confirmed import confirmed, seal

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def donors(transactional_db: None, sealed_folder: Path) -> list[Donation]:
    """Twenty-five confirmed donations of invented rows, sealed as real ones are."""
    import shutil

    shutil.rmtree(Path(settings.DATA) / "releases", ignore_errors=True)
    return [confirmed(invented(number), number) for number in range(25)]


def built(name: str, **options: Any) -> Release:
    return build.build(name, inline=True, **options)


def rows(release: Release, *configs: str) -> Iterator[dict[str, Any]]:
    import pyarrow.parquet as pq

    for path in sorted((folder_of(release) / "data").glob("*/*.parquet")):
        if not configs or path.parent.name in configs:
            yield from pq.read_table(path).to_pylist()


def test_a_release_is_built_and_a_donor_sees_that_it_holds_their_rows(
    donors: list[Donation],
) -> None:
    release = built("2027.01")
    assert release.donors == 25
    assert donors[0].releases.get() == release
    groups: dict[tuple[Any, ...], int] = {}
    for row in rows(release, "pairs", "binary", "ratings", "signals", "pairs_weak"):
        assert set(row["purposes"]) == {str(p) for p in confirmation.NEEDED}
        key = (row["platform"], row["period"], row["language"], row["kind"], row["object_type"])
        groups[key] = groups.get(key, 0) + 1
    assert min(groups.values()) >= privacy.K


def test_too_few_donors_publish_nothing(donors: list[Donation]) -> None:
    for donation in donors[8:]:
        withdrawal.withdraw(donation)
    with pytest.raises(build.NotBuilt, match="ten donors"):
        built("2027.01")
    assert not Release.objects.exists()


def test_the_open_channel_takes_only_those_who_agreed_to_it(donors: list[Donation]) -> None:
    with pytest.raises(build.NotBuilt):
        built("2027.01", channel="open")
    assert not (Path(settings.DATA) / "releases" / "2027.01").exists()


def test_an_identifier_that_slipped_through_stops_the_build_and_names_the_row(
    donors: list[Donation],
) -> None:
    with vault.opened(donors[0], KEPT) as file:
        lines = file.read().splitlines()
    at = next(number for number, line in enumerate(lines) if b'"binary"' in line)
    record = json.loads(lines[at])
    record["candidates"][0]["content"] += " Écrivez à camille.durand@exemple.fr pour la suite."
    lines[at] = msgspec.json.encode(record)
    seal(donors[0], lines)
    with pytest.raises(Failed) as stopped:
        built("2027.01")
    (gate,) = stopped.value.gates
    assert gate.id == "G8b"
    assert gate.found["hits"] == 1
    assert not list((Path(settings.DATA) / "releases").iterdir())


def test_a_withdrawal_leaves_the_next_release_and_is_exact_in_tombstones(
    donors: list[Donation],
) -> None:
    first = built("2027.01")
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
    second = built("2027.02")
    assert second.donors == 20
    assert not dead & set(record_ids(folder_of(second)))
    noted = (folder_of(second) / "tombstones/2027.01.txt").read_text().split()
    assert noted == sorted(dead)
    assert verify.problems(folder_of(second)) == []
    assert Tombstone.objects.exclude(mourned=None).count() == 0


def test_the_feed_is_cacheable_and_changes_with_the_tombstones(
    donors: list[Donation], client: Client
) -> None:
    built("2027.01")
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
        for line in invented(0):
            kept.add(msgspec.json.decode(line, type=Retained))
    changed.removed = draft.no_bits(kept.count)
    changed.save()
    release = built("2027.01")
    before = set(record_ids(folder_of(release)))
    with Report(changed) as report:
        report.remove(rows=range(0, kept.count, 2))
    amendment.amend(changed, frozenset(), "fr")
    gone = {tombstone.record_id for tombstone in release.tombstones.all()}
    assert gone < before
    assert changed in release.donations.all()
    changed.refresh_from_db()
    with draft.opened_kept(changed) as file:
        left = [msgspec.json.decode(line, type=Retained) for line in file]
    key = vault.own_key(release)
    stays = {record_id(key, one.uid, row.config) for one in left for row in rows_of(one)}
    assert gone
    assert not gone & stays


def test_an_object_is_named_by_a_hash_where_ten_donors_share_it(donors: list[Donation]) -> None:
    for number, donation in enumerate(donors):
        about = b"reddit:post:many" if number < 20 else b"reddit:post:few"
        reference = b'"object_ref":"%s"' % about
        lines = [
            line.replace(b'"object_ref":null', reference) if b'"comment"' in line else line
            for line in invented(number)
        ]
        seal(donation, lines)
    named = []
    for name in ("2027.01", "2027.02"):
        release = built(name)
        (shown,) = {row["object_ref"] for row in rows(release, "signals")} - {None}
        named.append(shown)
        told = json.loads((folder_of(release) / "GATES.json").read_text())
        (gate,) = [gate for gate in told if gate["id"] == "G8a"]
        assert gate["found"]["least_shared_object"] >= privacy.K
    assert len(set(named)) == 2
    assert "reddit" not in named[0]


def test_the_open_channel_holds_only_rows_of_those_who_agreed_to_it(
    donors: list[Donation],
) -> None:
    open_to_all = [confirmed(invented(n), n, "open_publication") for n in range(100, 112)]
    release = built("2027.01", channel="open")
    assert set(release.donations.all()) == set(open_to_all)
    for row in rows(release):
        assert "open_publication" in row["purposes"]
    assert built("2027.02").donors == 25 + 12


def test_a_lonely_withdrawal_waits_and_then_hides_among_cover_drops(donors: list[Donation]) -> None:
    release = built("2027.01")
    withdrawal.withdraw(donors[0])
    assert tombstones.publish() == 0
    own = Tombstone.objects.count()
    assert own > 0
    Tombstone.objects.update(since=timezone.now() - timedelta(days=8))
    assert tombstones.publish() >= 4 * own
    assert set(tombstones.published(release)) <= set(record_ids(folder_of(release)))


def test_a_release_is_offline_three_days_after_somebody_left_it(
    donors: list[Donation], client: Client
) -> None:
    first = built("2027.01", channel="partner")
    withdrawal.withdraw(donors[0])
    second = built("2027.02")
    retention.purge()
    assert not Release.objects.exclude(retired_at=None).exists()
    Tombstone.objects.update(since=timezone.now() - timedelta(hours=73))
    retention.purge()
    first.refresh_from_db()
    second.refresh_from_db()
    assert first.retired_at is not None
    assert second.retired_at is None
    assert client.get("/tombstones/2027.01.json").status_code == 200
    (logged,) = AuditEntry.objects.filter(event="retired")
    assert logged.detail == {"release": "2027.01", "reason": "outdated"}


def leave(donation: Donation) -> None:
    withdrawal.withdraw(donation)


def take_rows_out(donation: Donation) -> None:
    with Report(donation) as report:
        report.remove(rows=range(0, 12, 2))
    amendment.amend(donation, frozenset(), "fr")


def take_back_the_open_publication(donation: Donation) -> None:
    amendment.amend(donation, frozenset({confirmation.Purpose.OPEN_PUBLICATION}), "fr")


@pytest.mark.parametrize("change", [leave, take_rows_out, take_back_the_open_publication])
def test_who_leaves_or_changes_what_they_give_during_the_build_stops_it(
    donors: list[Donation], change: Callable[[Donation], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(100, 112):
        given = confirmed(invented(number), number, "open_publication")
        with draft.writing(given, draft.KEPT, draft.KEPT_INDEX) as kept:
            for line in invented(number):
                kept.add(msgspec.json.decode(line, type=Retained))
        Donation.objects.filter(pk=given.pk).update(removed=draft.no_bits(kept.count))
    original = croissant.write

    def overtaken(*arguments: Any) -> None:
        change(Donation.objects.get(pk=given.pk))
        original(*arguments)

    monkeypatch.setattr(croissant, "write", overtaken)
    with pytest.raises(build.NotBuilt, match=f"{given.pk} was withdrawn or changed"):
        built("2027.01", channel="open")
    assert not Release.objects.exists()
    assert not (Path(settings.DATA) / "releases" / "2027.01").exists()


def test_who_leaves_without_their_files_takes_the_releases_offline(
    donors: list[Donation], sealed_folder: Path
) -> None:
    release = built("2027.01")
    (sealed_folder / str(donors[0].pk) / KEPT).unlink()
    assert withdrawal.withdraw(donors[0])["releases"] == ["2027.01"]
    release.refresh_from_db()
    assert release.retired_at is not None


def test_a_storage_that_does_not_answer_stops_a_withdrawal_before_anything_is_lost(
    donors: list[Donation], monkeypatch: pytest.MonkeyPatch
) -> None:
    release = built("2027.01")
    with monkeypatch.context() as away:
        away.setattr(default_storage, "open", unanswered)
        with pytest.raises(TimeoutError):
            withdrawal.withdraw(donors[0])
    donors[0].refresh_from_db()
    assert donors[0].wrapped_key is not None
    assert withdrawal.withdraw(donors[0])["releases"] == ["2027.01"]
    assert release.tombstones.exists()


def unanswered(*_: object) -> None:
    raise TimeoutError


def test_rare_groups_are_made_coarser_before_they_are_left_out(tmp_path: Path) -> None:
    staging = Staging(tmp_path / "rows.sqlite3")
    given = Given("train", "1", ())
    for number in range(12):
        lines = [
            line.replace(b"2026-Q1", b"2026-Q%d" % (number % 4 + 1)) for line in invented(number)
        ]
        records = (msgspec.json.decode(line, type=Retained) for line in lines)
        staging.add(
            f"{number}", "train", (row for r in records for row in staged(r, given, b"k" * 32))
        )
    before = staging.count()
    done = privacy.generalise(staging, 10)
    assert done["1_period"] > 0
    assert staging.count() > before / 2
    assert privacy.smallest_group(staging) >= 10


def _uids(donation: Donation) -> list[str]:
    with vault.opened(donation, KEPT) as file:
        return [json.loads(line)["uid"] for line in file]


def _ids(key: bytes, uid: str) -> list[str]:
    from donation.release.keyed import record_id
    from donation.release.shapes import CONFIGS

    return [record_id(key, uid, config) for config in CONFIGS]


def test_a_donor_reads_which_releases_used_their_rows_and_which_models(
    donors: list[Donation], client: Client
) -> None:
    built("2027.01")
    code = codes.new()
    Donation.objects.filter(pk=donors[0].pk).update(code_digest=codes.digest(code))
    assert training.uses_of(donors[0]) == [("2027.01", [])]
    for model in ("Lumière 7B", "Lumière 24B"):
        call_command("release", "trained", "2027.01", model)
    call_command("release", "trained", "2027.01", "Lumière 24B", "--undo")
    for wrong in (["2030.01", "x1"], ["2027.01", "Lumière 7B"], ["2027.01", "<b>"]):
        with pytest.raises(CommandError):
            call_command("release", "trained", *wrong)
    page = client.post("/mon-don/", {"code": code}, follow=True).content.decode()
    assert "2027.01 (modèle entraîné : Lumière 7B)" in page
    withdrawal.withdraw(donors[0])
    assert training.uses_of(donors[0]) == []
