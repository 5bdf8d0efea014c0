"""The catalogue of error codes, walked: each code happens to somebody, and is said in two languages.

`wording.PROBLEMS` is the one place where sentences stand. A code nobody can make happen, or one that
happens and stands in no catalogue, fails here.
"""

import html
from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils.translation import override

from donation import attempts, jobs, vault, wording
from donation.models import Donation, Job, Stage
from donation.operation import retention
from donation.stages import sieving
from filters.confined import Limits
from filters.problem import Problem
from tests.donation.conftest import Give, files_of
from tests.hostile.corpus import CANARY, CORPUS
from tests.journeys.archives import File, chatgpt, html_export, whatsapp, zipped

pytestmark = pytest.mark.django_db(transaction=True)
MINOR = zipped(
    "spotify.zip",
    {
        "MyData/Userdata.json": b'{"username": "u", "birthdate": "2099-01-01"}',
        "MyData/YourLibrary.json": b'{"tracks": []}',
    },
)
Made = Callable[[Give, pytest.MonkeyPatch], Donation]


def worked(donation: Donation) -> Donation:
    """After a worker was on it."""
    sieving.sift_donation(str(donation.pk))
    donation.refresh_from_db()
    return donation


def of_corpus(problem: str) -> Made:
    """By the first hostile input that can only end so."""
    case = next(c for c in CORPUS.values() if c.problems == {Problem(problem)})
    files = [File(name, "application/zip", content) for name, content in case.files()]
    return lambda give, _: worked(give(*files))


def minor(give: Give, _: pytest.MonkeyPatch) -> Donation:
    return worked(give(MINOR))


def in_html(give: Give, _: pytest.MonkeyPatch) -> Donation:
    return worked(give(html_export()))


def damaged(give: Give, _: pytest.MonkeyPatch) -> Donation:
    donation = give()
    vault.shred(donation.pk, "upload-000")
    return worked(donation)


def endless(give: Give, monkeypatch: pytest.MonkeyPatch) -> Donation:
    real = sieving.sift
    limits = Limits(cpu_seconds=0)
    monkeypatch.setattr(sieving, "sift", lambda *a, **k: real(*a, **{**k, "limits": limits}))
    return worked(give(chatgpt(3000)))


def without_a_preference(give: Give, _: pytest.MonkeyPatch) -> Donation:
    donation = worked(give(whatsapp()))
    sieving.answer(donation, [], [])
    return worked(donation)


def given_up(give: Give, _: pytest.MonkeyPatch) -> Donation:
    donation = give()
    Job.objects.update(attempts=jobs.MOST_ATTEMPTS)
    retention.reap()
    Donation.objects.update(expires_at=donation.created_at)
    retention.purge()
    donation.refresh_from_db()
    return donation


ENDS: dict[str, Made] = {
    **{
        problem: of_corpus(problem)
        for problem in (
            "not_an_archive", "unknown_platform", "unsupported_container", "incomplete",
            "password_protected", "inconsistent", "bomb", "too_many_entries",
            "nested_archive",
        )
    },
    "minor": minor, "html_export": in_html, "unreadable": damaged, "too_long": endless,
    "nothing_to_keep": without_a_preference, "lost": given_up,
}  # fmt: skip
"""Codes a donation ends with."""
REFUSALS: dict[str, tuple[dict[str, Any], int]] = {
    "no_file": ({}, 400),
    "empty": ({"files": SimpleUploadedFile("a.zip", b"")}, 400),
    "too_big": ({"files": SimpleUploadedFile("a.zip", b"x" * 2000)}, 413),
    "too_often": ({"files": SimpleUploadedFile("a.zip", b"x")}, 429),
}
"""Codes with which the form refuses what it is sent."""


def said(code: str, language: str) -> str:
    with override(language):
        return html.escape(str(wording.PROBLEMS[code]), quote=False)


def test_no_code_is_left_out() -> None:
    assert set(ENDS) | set(REFUSALS) == set(wording.PROBLEMS)
    assert set(map(str, Problem)) <= set(wording.PROBLEMS)


def test_the_corpus_holds_every_hostile_input_of_the_threat_model() -> None:
    numbers = {int(case[1:3]) for case in CORPUS}
    assert numbers == set(range(1, 63))


@pytest.mark.parametrize("code", ENDS)
def test_a_donation_that_ends_with_a_code_says_so_in_both_languages_and_leaves_nothing(
    code: str, give: Give, sealed_folder: Any, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    donation = ENDS[code](give, monkeypatch)
    assert (donation.stage, donation.problem) == (Stage.FAILED, code)
    assert donation.wrapped_key is None
    assert files_of(sealed_folder) == set()
    browser = Client()
    session = browser.session
    session["donation"] = str(donation.pk)
    session.save()
    for language, address in (("fr", "/mon-don/"), ("en", "/en/my-donation/")):
        page = browser.get(address).content.decode()
        assert said(code, language) in page
        assert CANARY not in page
    assert said(code, "fr") != said(code, "en")


@pytest.mark.parametrize("code", REFUSALS)
def test_the_form_refuses_with_a_code_in_both_languages_and_takes_nothing(
    code: str, sealed_folder: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent, status = REFUSALS[code]
    if code == "too_big":
        monkeypatch.setattr(settings, "UPLOAD_BYTES", 1000)
    if code == "too_often":
        monkeypatch.setattr(settings, "BEGUN_PER_HOUR", 1)
        attempts.count_beginning("127.0.0.1")
    for language, address in (("fr", "/deposer/"), ("en", "/en/upload/")):
        for file in sent.values():
            file.seek(0)
        answer = Client().post(address, sent)
        assert answer.status_code == status
        assert said(code, language) in answer.content.decode()
    assert files_of(sealed_folder) == set()
    assert not Donation.objects.exclude(stage=Stage.DISCARDED).exists()
