"""The operators' pages: a password alone opens nothing; nothing there shows or changes a donation."""

from io import StringIO
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.test import Client
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice
from pytest_django.asserts import assertInHTML

from donation import audit, jobs
from donation.models import AuditEntry, Donation, Job
from donation.operation import retention
from tests.donation.conftest import Give

pytestmark = pytest.mark.django_db(transaction=True)
PASSWORD = "quatre vingts melons mûrs"


@pytest.fixture
def operator(monkeypatch: pytest.MonkeyPatch) -> User:
    monkeypatch.setattr("getpass.getpass", lambda _: PASSWORD)
    shown = StringIO()
    call_command("staff", "operatrice", stdout=shown)
    assert "otpauth://totp/" in shown.getvalue()
    return User.objects.get()


def login(user: User, *, with_token: bool) -> tuple[Client, Any]:
    device = TOTPDevice.objects.get(user=user)
    token = TOTP(device.bin_key).token() if with_token else 0
    browser = Client()
    answer = browser.post(
        "/gestion/login/",
        {
            "username": user.username,
            "password": PASSWORD,
            "otp_token": f"{token:06d}" if with_token else "",
        },
    )
    return browser, answer


def test_a_password_without_its_one_time_code_opens_nothing(operator: User) -> None:
    browser, answer = login(operator, with_token=False)
    assert answer.status_code == 200
    assert browser.get("/gestion/").status_code == 302
    assert not AuditEntry.objects.exists()


def test_guessing_a_password_is_limited_and_noted_without_a_name(
    operator: User, settings: Any, caplog: pytest.LogCaptureFixture
) -> None:
    settings.ATTEMPTS_PER_HOUR = 3
    form = {"username": "operatrice", "password": "wrong"}
    answers = [Client().post("/gestion/login/", form).status_code for _ in range(5)]
    assert answers == [200, 200, 200, 429, 429]
    assert Client(REMOTE_ADDR="192.0.2.9").post("/gestion/login/", form).status_code == 200
    assert "staff login failed" in caplog.text
    assert "operatrice" not in caplog.text


def test_a_login_is_in_the_audit_log_without_a_name(operator: User) -> None:
    browser, answer = login(operator, with_token=True)
    assert answer.status_code == 302
    assert browser.get("/gestion/").status_code == 200
    assert AuditEntry.objects.get().event == "staff_login"
    assert "operatrice" not in "".join(audit.exported())


def test_an_operator_sees_that_sessions_are_open_elsewhere_and_ends_them(
    operator: User, reported: Give
) -> None:
    donor = Client()
    donor.post("/deposer/commencer/")
    lost, _ = login(operator, with_token=True)
    assert "/gestion/sessions/" not in lost.get("/gestion/").content.decode()
    # The same thirty seconds, in which a one-time code counts once.
    TOTPDevice.objects.update(last_t=-1)
    browser, _ = login(operator, with_token=True)
    assert 'action="/gestion/sessions/"' in browser.get("/gestion/").content.decode()
    assert browser.get("/gestion/sessions/").status_code == 405
    assert browser.post("/gestion/sessions/")["Location"] == "/gestion/"
    assert lost.get("/gestion/").status_code == 302
    assert browser.get("/gestion/").status_code == 200
    assert donor.post("/deposer/commencer/").status_code == 204, "a donor's session was ended"


def test_lists_can_be_read_and_nothing_can_be_changed(operator: User, reported: Give) -> None:
    donation = reported()
    browser, _ = login(operator, with_token=True)
    for model in ("donation", "job", "driftcount", "auditentry"):
        assert browser.get(f"/gestion/donation/{model}/").status_code == 200
        assert browser.get(f"/gestion/donation/{model}/add/").status_code == 403
    page = browser.get(f"/gestion/donation/donation/{donation.pk}/change/")
    assert page.status_code == 200
    assert "code_digest" not in page.content.decode()
    for verb in ("change", "delete"):
        path = f"/gestion/donation/donation/{donation.pk}/{verb}/"
        assert browser.post(path, {"post": "yes"}).status_code == 403
    assert Donation.objects.filter(pk=donation.pk, stage=donation.stage).exists()
    assert browser.get("/gestion/auth/user/").status_code == 404


def test_the_pages_of_donors_open_nothing_to_staff(operator: User, reported: Give) -> None:
    reported()
    browser, _ = login(operator, with_token=True)
    assert browser.get("/rapport/lignes/")["Location"] == "/mon-don/"


def test_a_weak_password_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("getpass.getpass", lambda _: "password")
    with pytest.raises(CommandError):
        call_command("staff", "operatrice", stdout=StringIO())
    assert not User.objects.exists()


@pytest.fixture
def dead_letter(give: Give) -> Donation:
    donation = give()
    Job.objects.update(attempts=jobs.MOST_ATTEMPTS, error="OSError at vault.py:7")
    retention.reap()
    return donation


def test_the_first_page_says_how_the_site_stands(operator: User, dead_letter: Donation) -> None:
    browser, _ = login(operator, with_token=True)
    page = browser.get("/gestion/").content.decode()
    assert dead_letter.reference in page
    assert "OSError at vault.py:7" in page
    assert "<form" not in page.partition('id="content-main"')[2], "a button without the right to it"
    assert str(dead_letter.pk) not in page


def test_the_first_page_has_one_table_for_each_thing_to_watch(
    operator: User, dead_letter: Donation
) -> None:
    browser, _ = login(operator, with_token=True)
    page = browser.get("/gestion/").content.decode()
    assert page.count("<table>") == 10, "nine, and what can be listed"
    for line in (
        '<tr><th scope="row">En cours</th><td>0</td></tr>',
        '<tr><th scope="row">asking</th><td>0</td><td></td></tr>',
        '<tr><th scope="row">Donneurs</th><td>0</td></tr>',
        "<h2>Archives inutilisables, par raison</h2>",
    ):
        assertInHTML(line, page)
    assertInHTML("<tr><td>Aucun.</td></tr>", page, count=3)


def test_a_dead_letter_is_sent_again_by_whoever_has_that_right_and_nobody_else(
    operator: User, dead_letter: Donation
) -> None:
    address = f"/gestion/retry/{Job.objects.get().pk}/"
    assert Client().post(address)["Location"].startswith("/gestion/login/")
    browser, _ = login(operator, with_token=True)
    assert browser.post(address).status_code == 403
    assert Job.objects.get().state == "failed"
    call_command("staff", "operatrice", "--retry", stdout=StringIO())
    browser, _ = login(User.objects.get(), with_token=True)
    assert browser.get(address).status_code == 405
    page = browser.get("/gestion/").content.decode()
    assert f'action="{address}"' in page
    assert browser.post(address)["Location"] == "/gestion/"
    assert Job.objects.get().state == "queued"
    assert AuditEntry.objects.filter(event="retried").count() == 1
