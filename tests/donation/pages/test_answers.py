"""What every answer of the site promises, whatever the page."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from donation.models import Donation, Stage
from donation.wording import size

pytestmark = pytest.mark.django_db

OPEN_PAGES = (
    "/", "/demander/", "/demander/chatgpt/", "/demander/x/", "/demander/facebook/",
    "/demander/whatsapp/", "/deposer/", "/mon-don/", "/mon-don/retirer/", "/questions/",
    "/mentions/", "/accessibilite/", "/impact/", "/deux-reponses/", "/verifier/", "/nulle-part/", "/en/", "/en/upload/", "/en/my-donation/",
)  # fmt: skip
PAGES_OF_A_DONATION = (
    "/suivi/", "/question/", "/rapport/", "/rapport/lignes/", "/confirmer/", "/recu/",
    "/recu/recu.json", "/mon-don/don.json", "/mon-don/preuve/", "/mon-don/preuve.json",
)  # fmt: skip


@pytest.mark.parametrize("address", [*OPEN_PAGES, *PAGES_OF_A_DONATION])
def test_no_page_may_load_or_store_anything_it_does_not_name(client: Client, address: str) -> None:
    answer = client.get(address)
    policy = answer["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert answer["Cache-Control"] == "no-store"
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["Referrer-Policy"] in ("same-origin", "no-referrer")


@pytest.mark.parametrize("address", OPEN_PAGES)
def test_no_page_holds_inline_script_or_style_or_another_host(client: Client, address: str) -> None:
    text = client.get(address).content.decode()
    # A link that the donor may follow is no request of the page's.
    text = re.sub(r'<a href="https://[^"]+" rel="noreferrer noopener">', "", text)
    assert not re.search(r"<script(?![^>]* src=)|<style|\sstyle=|\son\w+=", text)
    assert not re.search(r'(?:src|href|action)="(?:https?:)?//', text)


@pytest.mark.parametrize("address", PAGES_OF_A_DONATION)
def test_without_a_code_a_page_of_a_donation_leads_to_the_code(
    client: Client, address: str
) -> None:
    assert client.get(address)["Location"] == "/mon-don/"


@pytest.mark.parametrize("address", ["/deposer/", "/mon-don/", "/mon-don/retirer/", "/confirmer/"])
def test_a_form_sent_from_elsewhere_is_refused_and_leaves_nothing(address: str) -> None:
    strict = Client(enforce_csrf_checks=True)
    answer = strict.post(
        address, {"files": SimpleUploadedFile("a.zip", b"PK\x03\x04"), "code": "x"}
    )
    assert answer.status_code == 403
    assert "trop longtemps" in answer.content.decode()
    assert not Donation.objects.exclude(stage=Stage.DISCARDED).exists()


def test_an_upload_announced_too_big_is_refused_before_it_is_read(client: Client) -> None:
    answer = client.post("/deposer/", {}, headers={"content-length": str(10**12)})
    assert answer.status_code == 413
    assert "trop grande" in answer.content.decode()
    assert not Donation.objects.exists()


def test_the_picture_for_phones_leads_to_withdrawal_and_holds_no_donation(client: Client) -> None:
    answer = client.get("/recu/qr.svg")
    assert answer["Content-Type"] == "image/svg+xml"
    assert b"<script" not in answer.content


def test_sizes_are_counted_in_the_units_of_the_language() -> None:
    assert size(2_500_000_000) == "2,5\u00a0Go"
    assert size(30_000_000) == "30\u00a0Mo"
