"""Before and after: the donor's code alone opens them, once, and they outlive nothing."""

from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from donation import codes, examples, vault
from donation.draft import EXAMPLES
from donation.models import Donation
from donation.stages import confirmation, intake, sieving, withdrawal
from tests.journeys.archives import chatgpt

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def reported(transactional_db: None, sealed_folder: Path) -> tuple[Donation, str]:
    """A donation whose report is ready, and its code."""
    donation, code = intake.begin()
    file = chatgpt(12)
    with vault.sealing(donation, "upload-000") as sealed:
        sealed.write(file.buffer)
    intake.complete(donation, [intake.Given(file.name, ("upload-000",))], len(file.buffer))
    sieving.sift_donation(str(donation.pk))
    donation.refresh_from_db()
    return donation, code


def masked(found: list[Any]) -> list[str]:
    return [one.text for example in found for one in example.stretches if one.type]


def test_the_code_opens_what_was_masked_once(reported: tuple[Donation, str]) -> None:
    donation, code = reported
    found = examples.show_once(donation, code)
    assert 0 < len(found) <= examples.MOST
    assert any("Camille" in word for word in masked(found))
    assert not examples.are_there(donation)
    with pytest.raises(vault.Unopenable):
        examples.show_once(donation, code)


def test_two_pages_that_ask_at_once_show_them_once(
    reported: tuple[Donation, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    donation, code = reported
    seen, opened = [], vault.opened

    def opened_while_another_shows(*arguments: Any) -> Any:
        file = opened(*arguments)
        if not seen:
            seen.append(True)
            assert examples.show_once(donation, code)
        return file

    monkeypatch.setattr(vault, "opened", opened_while_another_shows)
    with pytest.raises(vault.Unopenable):
        examples.show_once(donation, code)


def test_another_code_opens_nothing_and_erases_nothing(reported: tuple[Donation, str]) -> None:
    donation, _ = reported
    with pytest.raises(vault.Unopenable):
        examples.show_once(donation, codes.new())
    assert examples.are_there(donation)


def test_the_site_alone_cannot_open_them(reported: tuple[Donation, str]) -> None:
    donation, _ = reported
    with vault.opened(donation, EXAMPLES) as sealed:
        held = sealed.read()
    assert b"Camille" not in held
    # All that the site holds: the row, and its keys. No private key comes of it.
    known = (bytes(donation.code_digest), bytes(donation.examples_key), settings.CODE_KEY)
    assert codes.normalised(str(known)) is None


@pytest.mark.parametrize(
    "end",
    ["confirm", "withdraw", "discard"],
)
def test_they_do_not_outlive_the_report(reported: tuple[Donation, str], end: str) -> None:
    donation, _ = reported
    if end == "confirm":
        confirmation.confirm(donation, confirmation.NEEDED, "fr")
    elif end == "withdraw":
        withdrawal.withdraw(donation)
    else:
        confirmation.discard(donation)
    donation.refresh_from_db()
    assert donation.examples_key is None
    assert not examples.are_there(donation)


def test_the_page_asks_for_the_code_and_shows_them_once(
    reported: tuple[Donation, str], client: Client
) -> None:
    _donation, code = reported
    client.post(reverse("my_donation"), {"code": code})
    address = reverse("examples")
    assert b"Camille" not in client.get(address).content
    assert client.post(address, {"code": codes.new()}).status_code == 400
    shown = client.post(address, {"code": code.lower()}).content.decode()
    assert "<del>" in shown
    assert "Camille" in shown
    assert "Camille" not in client.post(address, {"code": code}).content.decode()
