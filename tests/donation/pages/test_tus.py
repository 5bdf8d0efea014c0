"""The upload protocol, tus 1.0, as a client sees it; and what it leaves on the disk."""

import base64
import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from donation import codes
from donation.models import Donation, Job, Stage, Upload
from donation.stages import intake, resumable, withdrawal
from tests.donation.conftest import files_of

pytestmark = pytest.mark.django_db(transaction=True)
CANARY = b"CANARY-in-clear " * 4_000
TYPE = "application/offset+octet-stream"


class Tus:
    """A donor's browser that speaks the protocol by hand."""

    def __init__(self) -> None:
        self.browser = Client()
        self.begun = self.browser.post(reverse("upload_begin"))

    @property
    def donation(self) -> Donation:
        return Donation.objects.get()

    def ask(self, method: str, address: str, body: bytes = b"", **headers: Any) -> Any:
        sent = {"Tus-Resumable": "1.0.0", **{k.replace("_", "-"): v for k, v in headers.items()}}
        return self.browser.generic(method, address, body, content_type=TYPE, headers=sent)

    def create(self, length: int, name: str = "Camille Durand.zip", body: bytes = b"") -> str:
        label = base64.b64encode(name.encode()).decode()
        answer = self.ask(
            "POST", "/envois/", body, Upload_Length=str(length), Upload_Metadata=f"filename {label}"
        )
        assert answer.status_code == 201
        return str(answer["Location"])

    def patch(self, address: str, offset: int, body: bytes, **headers: str) -> Any:
        return self.ask("PATCH", address, body, Upload_Offset=str(offset), **headers)

    def offset(self, address: str) -> int:
        return int(self.ask("HEAD", address)["Upload-Offset"])


@pytest.fixture
def tus(sealed_folder: Path) -> Tus:
    return Tus()


def test_the_server_says_what_it_can(tus: Tus) -> None:
    answer = tus.ask("OPTIONS", "/envois/")
    assert answer.status_code == 204
    assert answer["Tus-Version"] == "1.0.0"
    assert set(answer["Tus-Extension"].split(",")) >= {
        "creation", "checksum", "expiration", "termination",
    }  # fmt: skip
    assert int(answer["Tus-Max-Size"]) > 0


def test_another_version_is_refused(tus: Tus) -> None:
    answer = tus.browser.post("/envois/", headers={"Tus-Resumable": "0.2.2"})
    assert (answer.status_code, answer["Tus-Version"]) == (412, "1.0.0")


def test_pieces_become_one_file_of_one_queued_donation(tus: Tus) -> None:
    one, two = tus.create(len(CANARY)), tus.create(3, "part2.zip")
    assert tus.patch(one, 0, CANARY[:1000])["Upload-Offset"] == "1000"
    assert tus.patch(two, 0, b"two").status_code == 204
    assert tus.offset(one) == 1000
    assert tus.patch(one, 1000, CANARY[1000:]).status_code == 204
    assert tus.browser.post(reverse("upload_finish")).status_code == 204
    donation = tus.donation
    assert (donation.stage, donation.upload_files) == (Stage.QUEUED, 2)
    assert donation.upload_bytes == len(CANARY) + 3
    assert Job.objects.filter(donation=donation).exists()
    assert not Upload.objects.exists()
    sources = intake.sources(donation)
    assert [source.name for source in sources] == ["Camille Durand.zip", "part2.zip"]
    assert sources[0].file.read() == CANARY
    sources[0].file.seek(900)
    assert sources[0].file.read(200) == CANARY[900:1100]


def test_the_code_is_shown_before_the_first_byte_is_sent(tus: Tus) -> None:
    assert tus.begun.status_code == 201
    assert tus.donation.code_digest == codes.digest(tus.begun.context["code"])
    assert tus.browser.post(reverse("upload_begin")).status_code == 204
    assert Donation.objects.count() == 1


def test_nothing_lies_in_clear_while_it_is_on_its_way(tus: Tus, sealed_folder: Path) -> None:
    address = tus.create(len(CANARY))
    tus.patch(address, 0, CANARY[:50_000])
    stored = b"".join(path.read_bytes() for path in sealed_folder.rglob("*") if path.is_file())
    assert len(stored) > 50_000
    assert b"CANARY" not in stored
    assert b"Camille" not in stored
    assert "Camille" not in str([*Upload.objects.values(), *Donation.objects.values()])


def test_what_is_sent_from_elsewhere_than_the_end_is_refused(tus: Tus) -> None:
    address = tus.create(10)
    tus.patch(address, 0, b"12345")
    for offset in (0, 4, 6):
        assert tus.patch(address, offset, b"x").status_code == 409
    assert tus.offset(address) == 5


def test_a_body_that_is_cut_short_counts_as_far_as_it_came(tus: Tus) -> None:
    def cut() -> Iterator[bytes]:
        yield b"12345"
        raise OSError

    upload = Upload.objects.get(pk=tus.create(10).rsplit("/", 1)[-1])
    assert resumable.append(upload, 0, cut()) == 5
    assert tus.patch(f"/envois/{upload.pk}", 5, b"67890").status_code == 204
    tus.browser.post(reverse("upload_finish"))
    assert intake.sources(tus.donation)[0].file.read() == b"1234567890"


@pytest.mark.parametrize("algorithm", ["sha1", "sha256"])
def test_a_piece_that_was_changed_on_the_way_is_not_kept(
    tus: Tus, algorithm: str, sealed_folder: Path
) -> None:
    address = tus.create(10)
    before = files_of(sealed_folder)
    right = base64.b64encode(hashlib.new(algorithm, b"12345").digest()).decode()
    refused = tus.patch(address, 0, b"1234X", Upload_Checksum=f"{algorithm} {right}")
    assert refused.status_code == 460
    assert tus.offset(address) == 0
    assert files_of(sealed_folder) == before
    assert (
        tus.patch(address, 0, b"12345", Upload_Checksum=f"{algorithm} {right}").status_code == 204
    )


def test_what_is_too_large_is_refused_when_it_is_announced(tus: Tus, settings: Any) -> None:
    settings.UPLOAD_BYTES = 100
    tus.create(60)
    assert tus.ask("POST", "/envois/", Upload_Length="41").status_code == 413
    assert tus.ask("POST", "/envois/", Upload_Length="40").status_code == 201


def test_more_than_was_announced_is_refused(tus: Tus) -> None:
    address = tus.create(10)
    assert tus.patch(address, 0, b"12345678901").status_code == 413
    assert tus.offset(address) == 0


def test_a_terminated_upload_is_gone_from_the_disk(tus: Tus, sealed_folder: Path) -> None:
    before = files_of(sealed_folder)
    address = tus.create(10)
    tus.patch(address, 0, b"12345")
    assert tus.ask("DELETE", address).status_code == 204
    assert tus.ask("HEAD", address).status_code == 404
    assert files_of(sealed_folder) == before


def test_an_upload_expires_with_its_donation(tus: Tus, sealed_folder: Path) -> None:
    address = tus.create(10)
    assert "GMT" in tus.patch(address, 0, b"12345")["Upload-Expires"]
    withdrawal.withdraw(tus.donation)
    assert tus.ask("HEAD", address).status_code == 410
    assert tus.patch(address, 5, b"67890").status_code == 410
    assert not Upload.objects.exists()
    assert files_of(sealed_folder) == set()


def test_the_address_alone_opens_nothing(tus: Tus) -> None:
    address = tus.create(10)
    stranger = Tus()
    for method in ("HEAD", "PATCH", "DELETE"):
        assert stranger.ask(method, address, Upload_Offset="0").status_code == 404
    nobody = Tus()
    nobody.browser = Client()
    assert nobody.ask("HEAD", address).status_code == 404
    assert nobody.ask("POST", "/envois/", Upload_Length="1").status_code == 404


def test_an_upload_that_is_not_complete_is_not_handed_on(tus: Tus) -> None:
    assert tus.browser.post(reverse("upload_finish")).status_code == 409
    tus.patch(tus.create(10), 0, b"12345")
    assert tus.browser.post(reverse("upload_finish")).status_code == 409
    assert tus.donation.stage == Stage.RECEIVING


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Upload-Length": "-1"},
        {"Upload-Length": "٣"},
        {"Upload-Length": "9" * 20},
        {"Upload-Length": "1", "Upload-Metadata": "filename ***"},
        {"Upload-Length": "1", "Upload-Metadata": "x " + "a" * 5000},
    ],
    ids=["none", "negative", "not ascii", "huge", "no base64", "long metadata"],
)
def test_what_the_protocol_does_not_allow_is_refused(tus: Tus, headers: dict[str, str]) -> None:
    sent = {"Tus-Resumable": "1.0.0", **headers}
    assert tus.browser.post("/envois/", headers=sent).status_code == 400
    assert tus.ask("HEAD", f"/envois/{uuid4()}").status_code == 404
