"""Sealed files of this test alone, and donations brought to any stage by the real steps."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import cache

from donation import celery, vault
from donation.models import Donation
from donation.stages import intake, sieving
from tests.journeys.archives import File, chatgpt

Give = Callable[..., Donation]


@pytest.fixture(autouse=True)
def _no_queue(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hints go to a queue in memory that nobody reads."""
    monkeypatch.setattr(celery.app.conf, "broker_url", "memory://")


@pytest.fixture(autouse=True)
def _nothing_cached() -> None:
    """What a page keeps for some minutes does not outlive a test."""
    cache.clear()


@pytest.fixture
def sealed_folder() -> Path:
    """Where sealed files go; empty at first."""
    folder = Path(settings.DATA) / "sealed"
    shutil.rmtree(folder, ignore_errors=True)
    return folder


@pytest.fixture
def give(transactional_db: None, sealed_folder: Path) -> Give:
    """Takes in an archive as the upload form does; out: the donation, waiting for a worker."""

    def take_in(*files: File) -> Donation:
        donation, _code = intake.begin()
        files = files or (chatgpt(),)
        for number, file in enumerate(files):
            with vault.sealing(donation, f"upload-{number:03d}") as sealed:
                sealed.write(file.buffer)
        given = [intake.Given(f.name, (f"upload-{n:03d}",)) for n, f in enumerate(files)]
        intake.complete(donation, given, sum(len(file.buffer) for file in files))
        return donation

    return take_in


@pytest.fixture
def reported(give: Give) -> Give:
    """Gives an archive and does a worker's work on it."""

    def work(*files: File) -> Donation:
        donation = give(*files)
        sieving.sift_donation(str(donation.pk))
        donation.refresh_from_db()
        return donation

    return work


def files_of(folder: Path) -> set[str]:
    """Names of the files anywhere in a folder."""
    return {path.name for path in folder.rglob("*") if path.is_file()}
