"""A build in shards: whoever leaves or cannot be read is left out, and it is all or nothing."""

import errno
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.conf import settings
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command

from donation.models import Build, Donation, Release
from donation.release import build, shards, sources, stopping, verify, writer
from donation.release.sources import invented
from donation.release.tombstones import folder_of
from donation.stages import withdrawal
from tests.donation.release.confirmed import confirmed, seal
from tests.donation.site import ROOT, Site

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def donors(
    transactional_db: None, sealed_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> list[Donation]:
    """Twenty confirmed donations, read in shards of five."""
    shutil.rmtree(Path(settings.DATA) / "releases", ignore_errors=True)
    monkeypatch.setattr(shards, "DONATIONS_A_SHARD", 5)
    return [confirmed(invented(number), number) for number in range(20)]


def built(during: Callable[[str], Any] = lambda _: None) -> tuple[Release, list[str]]:
    said: list[str] = []

    def progress(line: str) -> None:
        said.append(line)
        during(line)

    return build.build("2027.01", inline=True, progress=progress), said


def assert_nothing_is_left(donors: list[Donation]) -> None:
    assert not Release.objects.exists()
    assert not Build.objects.exists()
    assert list((Path(settings.DATA) / "releases").glob("*")) == []
    folders, _ = default_storage.listdir("")
    assert set(folders) <= {str(donation.pk) for donation in donors}


def test_it_shows_its_progress_and_leaves_no_staged_file(donors: list[Donation]) -> None:
    release, said = built()
    assert said[:4] == [f"reading donations: {n} of 4 shards" for n in range(1, 5)]
    assert verify.problems(folder_of(release)) == []
    folders, _ = default_storage.listdir("")
    assert set(folders) == {str(donation.pk) for donation in donors}


def test_a_split_nobody_was_drawn_for_is_not_in_the_card(
    donors: list[Donation], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shards, "split_of", lambda *_: "train")
    release, _ = built()
    card = (folder_of(release) / "README.md").read_text(encoding="utf-8")
    listed = yaml.safe_load(card.split("---")[1])["configs"]
    assert {split["split"] for config in listed for split in config["data_files"]} == {"train"}
    assert verify.problems(folder_of(release)) == []


def test_a_file_that_was_changed_leaves_its_donation_out_by_its_id(donors: list[Donation]) -> None:
    path = Path(default_storage.path(f"{donors[7].pk}/kept"))
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    release, said = built()
    assert f"donation {donors[7].pk} is left out: does_not_open" in said
    assert release.donors == 19
    assert not release.donations.filter(pk=donors[7].pk).exists()


def test_a_row_that_is_no_record_leaves_its_whole_donation_out(donors: list[Donation]) -> None:
    seal(donors[3], [*invented(3), b'{"uid": 3}'])
    release, said = built()
    assert f"donation {donors[3].pk} is left out: unreadable" in said
    assert release.donors == 19


def test_who_withdraws_after_their_shard_was_read_is_not_in_it(donors: list[Donation]) -> None:
    def leave(line: str) -> None:
        if line.startswith("reading donations: 4"):
            withdrawal.withdraw(donors[2])

    release, _ = built(leave)
    assert release.donors == 19
    assert not release.donations.filter(pk=donors[2].pk).exists()


def test_who_takes_a_consent_back_after_their_shard_was_read_is_not_in_it(
    donors: list[Donation],
) -> None:
    changed = donors[2].consents.get(purpose="alignment")
    changed.pk, changed.purpose = None, "open_publication"
    changed.save()

    def take_back(line: str) -> None:
        if line.startswith("reading donations: 4"):
            donors[2].consents.filter(purpose="open_publication").update(given=False)

    release, _ = built(take_back)
    assert release.donors == 19
    assert not release.donations.filter(pk=donors[2].pk).exists()


def test_messages_that_come_twice_change_nothing(donors: list[Donation]) -> None:
    def again(line: str) -> None:
        pk = Build.objects.get().pk
        if line.startswith("reading donations: 2"):
            build.finish(pk)  # Too early: two shards are not read.
            assert not Release.objects.exists()
        for number in range(2):
            build.stage_shard(pk, number)

    release, _ = built(again)
    assert release.donors == 20


def test_a_full_disk_stops_it_and_leaves_nothing(
    donors: list[Donation], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(writer, "write", full)
    with pytest.raises(build.NotBuilt, match="No space left"):
        built()
    assert_nothing_is_left(donors)


def test_an_interruption_leaves_nothing_and_the_name_is_free(
    donors: list[Donation], monkeypatch: pytest.MonkeyPatch
) -> None:
    original = sources.of_shard

    def interrupted(shard: Any) -> Any:
        yield next(iter(original(shard)))
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(sources, "of_shard", interrupted)
        with pytest.raises(KeyboardInterrupt):
            built()
    assert_nothing_is_left(donors)
    assert built()[0].donors == 20


def test_a_command_that_is_stopped_leaves_nothing(
    donors: list[Donation], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "write", lambda *_: os.kill(os.getpid(), signal.SIGTERM))
    with pytest.raises(CommandError, match="Interrupted"):
        call_command("release", "build", "2027.01", "--inline", stderr=StringIO())
    assert_nothing_is_left(donors)


def test_what_a_killed_build_left_is_swept(donors: list[Donation]) -> None:
    release, _ = built()
    orphans = [
        Path(settings.DATA) / "releases" / name
        for name in (f".{donors[0].pk}.00.partial", ".2027.01.partial")
    ]
    for orphan in orphans:
        orphan.mkdir()
    stopping.sweep()
    assert not any(orphan.exists() for orphan in orphans)
    assert folder_of(release).is_dir()


def test_workers_build_it_even_when_they_are_killed(tmp_path: Path) -> None:
    with Site(tmp_path / "data", GLANE_LEASE_SECONDS="3") as site:
        environment = {**site.environment, "PYTHONPATH": str(ROOT), "REDIS_URL": queue_of(site)}
        subprocess.run(
            [sys.executable, "-m", "tests.donation.release.confirmed", "250"],
            cwd=ROOT, env=environment, check=True,
        )  # fmt: skip
        making = subprocess.Popen(
            [sys.executable, "manage.py", "release", "build", "2027.01"],
            cwd=ROOT, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip
        site.wait(lambda: bool(list((tmp_path / "data/sealed").glob("*/shard-*"))), "nothing read")
        for pid in site.processes("celery"):
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                continue
        out, said = making.communicate(timeout=200)
        assert making.returncode == 0, said
        assert "of 250 donors" in out
        assert "reading donations" in said
        assert verify.problems(tmp_path / "data/releases/2027.01") == []
        assert not list((tmp_path / "data/sealed").glob("*/shard-*"))


def queue_of(site: Site) -> str:
    """The address of the queue that `serve` started."""
    path = site.data / "queue/valkey.sock"
    if path.exists():
        return f"redis+socket://{path}"
    import hashlib
    import tempfile

    name = hashlib.sha256(os.fsencode(path.parent)).hexdigest()[:16]
    return f"redis+socket://{tempfile.gettempdir()}/glane-{os.getuid()}-{name}/valkey.sock"
