"""The upload form seals what arrives; an upload that comes to nothing leaves nothing."""

import io
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpRequest
from django.test import Client
from django.urls import reverse

from donation import codes
from donation.models import Donation, Job, Stage
from donation.stages import intake
from tests.donation.conftest import files_of

pytestmark = pytest.mark.django_db(transaction=True)
CANARY = b"CANARY-in-clear " * 10_000


@pytest.fixture
def send(client: Client) -> Callable[..., Any]:
    """Sends files with the upload form."""

    def post(*files: bytes, **other: Any) -> Any:
        parts = [SimpleUploadedFile(f"Camille Durand {i}.zip", f) for i, f in enumerate(files)]
        return client.post(reverse("upload"), {"files": parts, **other})

    return post


def test_the_files_of_one_form_become_one_queued_donation(send: Callable[..., Any]) -> None:
    answer = send(b"first part", b"second part")
    assert answer.status_code == 200
    donation = Donation.objects.get()
    assert donation.stage == Stage.QUEUED
    assert (donation.upload_files, donation.upload_bytes) == (2, len(b"first partsecond part"))
    assert Job.objects.filter(donation=donation).exists()
    sources = intake.sources(donation)
    assert [source.file.read() for source in sources] == [b"first part", b"second part"]
    assert [source.name for source in sources] == ["Camille Durand 0.zip", "Camille Durand 1.zip"]


def test_the_code_is_shown_once_and_opens_the_donation(send: Callable[..., Any]) -> None:
    shown = send(b"archive").context["code"]
    assert Donation.objects.get().code_digest == codes.digest(shown)


def test_neither_content_nor_file_name_is_stored_in_clear(
    send: Callable[..., Any], sealed_folder: Path
) -> None:
    send(CANARY)
    stored = b"".join(path.read_bytes() for path in sealed_folder.rglob("*") if path.is_file())
    assert b"CANARY" not in stored
    assert b"Camille" not in stored
    assert "Camille" not in str(list(Donation.objects.values()))


def test_no_file_ever_lies_in_the_temporary_folder(
    send: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        pytest.fail("a temporary file was made")

    monkeypatch.setattr(tempfile, "NamedTemporaryFile", refuse)
    monkeypatch.setattr(tempfile, "mkstemp", refuse)
    assert send(CANARY * 40).status_code == 200


@pytest.mark.parametrize("files", [(), (b"",), (b"", b"")], ids=["none", "empty", "two empty"])
def test_without_content_there_is_no_donation(
    files: tuple[bytes, ...], send: Callable[..., Any], sealed_folder: Path
) -> None:
    assert send(*files).status_code == 400
    assert not Donation.objects.filter(stage__in=[Stage.RECEIVING, Stage.QUEUED]).exists()
    assert files_of(sealed_folder) == set()


def test_more_than_the_limit_is_refused_and_erased(
    send: Callable[..., Any], sealed_folder: Path, settings: Any
) -> None:
    settings.UPLOAD_BYTES = 1000
    assert send(b"x" * 900, b"x" * 900).status_code == 413
    assert not Donation.objects.filter(stage__in=[Stage.RECEIVING, Stage.QUEUED]).exists()
    assert files_of(sealed_folder) == set()


def test_more_files_than_the_limit_are_refused_and_erased(
    send: Callable[..., Any], sealed_folder: Path, settings: Any
) -> None:
    settings.UPLOAD_FILES = 2
    assert send(b"a", b"b", b"c").status_code == 413
    assert files_of(sealed_folder) == set()


def test_a_connection_that_breaks_off_leaves_nothing(sealed_folder: Path) -> None:
    handler = intake.SealingHandler(HttpRequest())
    handler.new_file("files", "export.zip", "application/zip", None)
    handler.receive_data_chunk(CANARY, 0)
    assert files_of(sealed_folder)
    handler.upload_interrupted()
    assert files_of(sealed_folder) == set()
    assert Donation.objects.get().stage == Stage.DISCARDED


def test_a_form_without_its_token_leaves_nothing(sealed_folder: Path) -> None:
    strict = Client(enforce_csrf_checks=True)
    file = io.BytesIO(CANARY)
    assert strict.post(reverse("upload"), {"files": file}).status_code == 403
    assert not Donation.objects.filter(stage=Stage.QUEUED).exists()
    assert files_of(sealed_folder) == set()


def test_a_file_sent_to_any_other_form_is_not_taken(client: Client) -> None:
    client.post(reverse("my_donation"), {"code": "x", "file": io.BytesIO(CANARY)})
    assert not Donation.objects.exists()
