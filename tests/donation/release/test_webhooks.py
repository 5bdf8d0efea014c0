"""Partners are told of tombstones over https by a message they can check, until they have it."""

import base64
import datetime as dt
import json
import shutil
import ssl
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.x509.oid import NameOID
from django.conf import settings
from django.utils import timezone

from donation.models import Delivery, Release
from donation.release import build, outward, partners, tombstones, webhooks
from donation.release.sources import invented
from donation.stages import withdrawal
from tests.donation.release.confirmed import confirmed

pytestmark = pytest.mark.django_db(transaction=True)


class Partner:
    """A partner's server: what it was sent, and what it answers."""

    def __init__(self, folder: Path) -> None:
        self.bodies: list[bytes] = []
        self.status = 204
        partner = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                partner.bodies.append(self.rfile.read(int(self.headers["Content-Length"])))
                self.send_response(partner.status)
                self.send_header("Location", "/elsewhere")
                self.end_headers()

            def log_message(self, *_: Any) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*certificate(folder))
        self.server.socket = context.wrap_socket(self.server.socket, server_side=True)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.address = f"https://127.0.0.1:{self.server.server_port}/tombstones?for=glane"


def certificate(folder: Path) -> tuple[Path, Path]:
    """A certificate for this machine, which vouches for itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "partner.invalid")])
    now = dt.datetime.now(dt.UTC)
    signed = (
        x509.CertificateBuilder()
        .subject_name(name).issuer_name(name).public_key(key.public_key())
        .serial_number(1).not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False
        )
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    paths = folder / "partner.crt", folder / "partner.key"
    paths[0].write_bytes(signed.public_bytes(serialization.Encoding.PEM))
    paths[1].write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )  # fmt: skip
    return paths


@pytest.fixture
def partner(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: Any, transactional_db: None
) -> Iterator[Partner]:
    settings.WEBHOOK_PRIVATE = True
    running = Partner(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "partner.crt"))
    partners.add("lab", days=1, webhook=running.address)
    yield running
    running.server.shutdown()
    running.server.server_close()


@pytest.fixture
def published(partner: Partner, sealed_folder: Path) -> Delivery:
    """Five of fifteen donors withdrew, and their tombstones are published."""
    shutil.rmtree(Path(settings.DATA) / "releases", ignore_errors=True)
    donors = [confirmed(invented(number), number) for number in range(15)]
    build.build("2027.01", inline=True)
    for donation in donors[:5]:
        withdrawal.withdraw(donation)
    tombstones.publish()
    return Delivery.objects.get()


def again(delivery: Delivery) -> bool:
    """The next attempt, once its wait is over."""
    Delivery.objects.filter(due_at__isnull=False).update(due_at=timezone.now())
    return webhooks.deliver(delivery.pk)


def test_a_batch_is_told_once_with_a_signature_that_holds(
    published: Delivery, partner: Partner
) -> None:
    assert webhooks.deliver(published.pk)
    assert not webhooks.deliver(published.pk)
    (body,) = partner.bodies
    message = json.loads(body)
    release = Release.objects.get()
    assert message["release"] == "2027.01"
    assert message["count"] == len(tombstones.published(release))
    assert message["feed"].endswith("/tombstones/2027.01.json")
    assert not any(i in body.decode() for i in tombstones.published(release))
    signature = message.pop("signature")
    # As a partner would check it, without any of our code.
    canonical = json.dumps(message, sort_keys=True, separators=(",", ":")).encode()
    public = Ed25519PublicKey.from_public_bytes(base64.b64decode(signature["public_key"]))
    public.verify(base64.b64decode(signature["value"]), canonical)
    published.refresh_from_db()
    assert published.delivered_at is not None
    assert published.due_at is None


@pytest.mark.parametrize("status", [500, 404, 302])
def test_what_is_not_taken_is_tried_again_later_each_time_and_then_delivered(
    published: Delivery, partner: Partner, status: int
) -> None:
    partner.status = status
    waited = []
    for _ in range(3):
        assert not again(published)
        published.refresh_from_db()
        assert published.answer == str(status)
        assert published.due_at is not None
        waited.append((published.due_at - timezone.now()).total_seconds())
        assert not webhooks.deliver(published.pk)  # Not due yet.
    assert waited == sorted(waited)
    assert waited[0] == pytest.approx(webhooks.WAITS[0], abs=5)
    assert len(partner.bodies) == 3
    partner.status = 200
    assert again(published)


def test_it_is_given_up_in_the_end(published: Delivery, partner: Partner) -> None:
    partner.status = 503
    for _ in range(len(webhooks.WAITS) + 5):
        again(published)
    assert len(partner.bodies) == len(webhooks.WAITS) + 1
    published.refresh_from_db()
    assert published.due_at is None
    assert published.delivered_at is None


def test_housekeeping_sends_what_a_lost_message_left(
    published: Delivery, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[int] = []
    monkeypatch.setattr(webhooks, "_send", sent.append)
    assert webhooks.send_due() == 1
    assert sent == [published.pk]


def test_who_was_revoked_is_told_nothing(published: Delivery, partner: Partner) -> None:
    assert webhooks.send_due() == 1
    partners.revoke("lab")
    assert not webhooks.deliver(published.pk)
    assert webhooks.send_due() == 0
    assert partner.bodies == []


def test_a_partner_that_does_not_answer_or_shows_a_strange_certificate_is_tried_again(
    published: Delivery, partner: Partner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SSL_CERT_FILE")
    assert not again(published)
    published.refresh_from_db()
    assert published.answer == "bad_certificate"
    partner.server.shutdown()
    partner.server.server_close()
    assert not again(published)
    published.refresh_from_db()
    assert published.answer == "no_connection"
    assert partner.bodies == []


@pytest.mark.parametrize(
    "url",
    ["http://partner.example/x", "https://user:word@partner.example/", "ftp://partner.example",
     "https:///x", "partner.example", "https://partner.example:0/", "https://[::1"],
)  # fmt: skip
def test_only_https_addresses_are_taken(db: None, url: str) -> None:
    with pytest.raises(partners.Refused):
        partners.add("lab", days=1, webhook=url)


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "[::1]", "10.1.2.3", "192.168.0.9", "169.254.169.254", "0.0.0.0",
     "[::ffff:127.0.0.1]", "[fd00::1]", "100.64.0.1", "2130706433", "224.0.0.1"],
)  # fmt: skip
def test_nothing_inside_can_be_reached(host: str, settings: Any) -> None:
    settings.WEBHOOK_PRIVATE = False
    with pytest.raises(outward.Failed, match=r"private_address|unknown_host"):
        outward.post(f"https://{host}/", b"{}")


def test_a_name_with_one_private_address_among_public_ones_is_refused(
    monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    settings.WEBHOOK_PRIVATE = False
    answers = [(0, 0, 0, "", (a, 443)) for a in ("93.184.216.34", "10.0.0.1")]
    monkeypatch.setattr(outward.socket, "getaddrinfo", lambda *_, **__: answers)
    with pytest.raises(outward.Failed, match="private_address"):
        outward.post("https://partner.example/", b"{}")
