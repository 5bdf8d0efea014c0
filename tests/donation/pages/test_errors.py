"""A trouble that passes is said to pass: 503 and 507 tell clients, and people, to come back."""

import errno

import pytest
from django.db import OperationalError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from donation.pages import impact
from donation.stages import intake

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("trouble", "status", "words"),
    [
        (OperationalError("database is locked"), 503, "très occupé"),
        (OSError(errno.ENOSPC, "No space left on device"), 507, "plus de place"),
        (KeyError("Camille"), 500, "pas marché"),
    ],
    ids=["database away", "disk full", "defect"],
)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_trouble_of_ours_is_said_in_words_without_asking_the_database(
    trouble: Exception, status: int, words: str, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> None:
        raise trouble

    # What the page asks the stages for goes wrong; everything around it is the site's own.
    monkeypatch.setattr(impact.of_all, "impact", fail)
    browser = Client(raise_request_exception=False)
    with CaptureQueriesContext(connection) as asked:
        answer = browser.get("/impact/" if language == "fr" else "/en/impact/")
    page = answer.content.decode()
    assert answer.status_code == status
    assert ("Retry-After" in answer) == (status != 500)
    assert (words in page) == (language == "fr")
    assert "Camille" not in page
    assert len(asked) == 0


def test_a_defect_leaves_its_kind_and_place_in_the_log_and_no_word(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail() -> None:
        raise KeyError("Camille")

    monkeypatch.setattr(impact.of_all, "impact", fail)
    Client(raise_request_exception=False).get("/impact/?who=Camille")
    (line,) = [one.getMessage() for one in caplog.records if one.name == "donation.pages"]
    assert line.startswith("a page failed: KeyError at test_errors.py:")
    assert "impact/" not in line
    assert "Camille" not in caplog.text.replace("/impact/?who=Camille", "")


def test_a_form_upload_that_fills_the_disk_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    from donation.models import Donation, Stage

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(intake.vault.SealedWriter, "write", full)
    browser = Client(raise_request_exception=False)
    answer = browser.post("/deposer/", {"files": SimpleUploadedFile("a.zip", b"PK\x03\x04")})
    assert answer.status_code == 507
    assert Donation.objects.get().stage == Stage.DISCARDED


@pytest.mark.parametrize("path", ["/Quatrebarbes/", "/publications/abc/Quatrebarbes"])
def test_a_page_that_is_not_there_does_not_say_again_what_was_asked(path: str) -> None:
    answer = Client().get(path)
    assert answer.status_code == 404
    assert "Quatrebarbes" not in answer.content.decode()
    assert 'href="/en/"' in answer.content.decode()
