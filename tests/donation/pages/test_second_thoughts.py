"""Two tabs, the back button, a form sent twice, a report that expired: nothing lost, nothing doubled."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.test import Client
from django.utils import timezone

from donation import draft, impact, lifecycle
from donation.models import Consent, Donation, Stage
from donation.operation import retention
from donation.stages import confirmation, intake, resumable
from tests.donation.conftest import Give
from tests.journeys.archives import PDF, chatgpt, zipped

pytestmark = pytest.mark.django_db(transaction=True)
GIVE = {"adult_and_mine": "yes", "alignment": "yes", "act": "give"}


@pytest.fixture
def donation(reported: Give, client: Client) -> Donation:
    found = reported(chatgpt(6))
    session = client.session
    session["donation"] = str(found.pk)
    session.save()
    return found


def test_confirming_twice_gives_once(donation: Donation, client: Client) -> None:
    assert client.post("/confirmer/", GIVE)["Location"] == "/recu/"
    page = client.post("/confirmer/", GIVE, follow=True).content.decode()
    assert "Cette étape n’est plus possible" in page
    assert "Don confirmé" in page
    assert Consent.objects.filter(donation=donation).count() == len(confirmation.Purpose)
    assert impact.impact().donations == 1
    assert "n’est plus possible" not in client.get("/mon-don/").content.decode()


def test_withdrawing_twice_gives_one_proof(donation: Donation, client: Client) -> None:
    client.post("/confirmer/", GIVE)
    client.post("/mon-don/retirer/")
    first = client.get("/mon-don/preuve.json").content
    assert client.post("/mon-don/retirer/").status_code == 302
    assert client.get("/mon-don/preuve.json").content == first


@pytest.mark.parametrize("address", ["/rapport/changer/", "/rapport/signaler/"])
def test_a_tab_that_was_left_open_on_the_report_changes_nothing_of_what_was_given(
    donation: Donation, client: Client, address: str
) -> None:
    # Rows are numbered anew when they are given: the old numbers name other rows.
    client.post("/confirmer/", GIVE)
    answer = client.post(
        address, {"stage": "report", "act": "save", "shown": "2", "unmasked": "2"}, follow=True
    )
    assert "Cette étape n’est plus possible" in answer.content.decode()
    donation.refresh_from_db()
    assert not any(draft.is_removed(bytes(donation.removed), row) for row in range(donation.rows))


@pytest.mark.parametrize("address", ["/rapport/", "/confirmer/", "/suivi/", "/question/"])
def test_the_back_button_leads_to_where_the_donation_is(
    donation: Donation, client: Client, address: str
) -> None:
    client.post("/confirmer/", GIVE)
    page = client.get(address, follow=True)
    assert page.status_code == 200
    assert "Voir mon don" in page.content.decode() or "Mon don" in page.content.decode()


@pytest.mark.parametrize(
    ("prefix", "words", "step"),
    [("", "Délai dépassé, tout est effacé", "Apporter mon archive"),
     ("/en", "Time is up, everything is erased", "Bring my archive")],
)  # fmt: skip
def test_an_expired_report_says_so_and_what_can_be_done(
    donation: Donation, client: Client, prefix: str, words: str, step: str
) -> None:
    Donation.objects.update(expires_at=timezone.now() - timedelta(minutes=1))
    retention.purge()
    page = client.get(f"{prefix}/{'my-donation' if prefix else 'mon-don'}/").content.decode()
    assert words in page
    assert step in page


@pytest.mark.parametrize(
    "file",
    [PDF, zipped("vide.zip", {"a.bin": b"\0" * 99}), chatgpt(1)._replace(buffer=b"PK\x03\x04")],
)
def test_a_garbage_file_never_counts_as_a_donation(
    reported: Give, client: Client, file: object
) -> None:
    donation = reported(file)
    assert donation.stage == Stage.FAILED
    assert impact.impact().donations == 0
    assert "Aucun don confirmé" in client.get("/").content.decode()
    with pytest.raises(lifecycle.NotAllowed):
        confirmation.confirm(donation, confirmation.NEEDED, "fr")
    assert impact.impact().donations == 0


def test_a_code_that_opens_nothing_stays_to_be_read_again(db: None, client: Client) -> None:
    page = client.post("/mon-don/", {"code": "7K3MQ-9TX4B"}).content.decode()
    assert "lettre par lettre" in page
    assert 'value="7K3MQ-9TX4B"' in page


def test_an_archive_read_to_its_end_with_nothing_to_keep_did_not_fail(
    reported: Give, client: Client
) -> None:
    found = reported(zipped("camille.zip", {"user.json": b"{}", "message_feedback.json": b"[]"}))
    assert found.problem == "nothing_to_keep"
    session = client.session
    session["donation"] = str(found.pk)
    session.save()
    page = client.get("/mon-don/").content.decode()
    assert "Nous avons tout lu" in page
    assert "pas réussi" not in page


def test_what_another_tab_had_begun_does_not_hold_up_nor_double_an_upload(
    transactional_db: None, client: Client
) -> None:
    donation, _ = intake.begin()
    done = resumable.create(donation, 3, resumable.Label("a.zip"))
    resumable.append(done, 0, [b"abc"])
    left = resumable.create(donation, 9, resumable.Label("a.zip"))
    resumable.append(left, 0, [b"ab"])
    with pytest.raises(resumable.Unfinished):
        resumable.finish(donation)
    session = client.session
    session["donation"] = str(donation.pk)
    session.save()
    answer = client.post(
        "/deposer/terminer/", {"upload": [f"/envois/{done.pk}", "/envois/nonsense"]}
    )
    assert answer.status_code == 204
    donation.refresh_from_db()
    assert (donation.stage, donation.upload_files, donation.upload_bytes) == (Stage.QUEUED, 1, 3)
    assert len(intake.sources(donation)) == 1
    assert isinstance(done.pk, UUID)


def test_a_code_whose_answer_was_lost_is_replaced_since_nobody_knows_it(client: Client) -> None:
    lost = client.post("/deposer/commencer/", {"attempt": "0.5"})
    again = client.post("/deposer/commencer/", {"attempt": "0.5"})
    assert (lost.status_code, again.status_code) == (201, 201)
    assert lost.content != again.content
    assert sorted(Donation.objects.values_list("stage", flat=True)) == ["discarded", "receiving"]


def test_another_tab_or_a_page_that_has_its_code_begins_nothing_anew(client: Client) -> None:
    assert client.post("/deposer/commencer/", {"attempt": "0.5"}).status_code == 201
    assert client.post("/deposer/commencer/", {"attempt": "0.7"}).status_code == 204
    assert client.post("/deposer/commencer/", {"attempt": ""}).status_code == 204
    assert Donation.objects.get().stage == Stage.RECEIVING
