"""What is said to another machine in clear is warned of before the site meets donors."""

import base64
import os
import subprocess
import sys

import dj_database_url
import pytest

from donation.operation import transport
from tests.deployment.composition import ROOT

KEY = base64.b64encode(bytes(range(32))).decode()


def warned(**addresses: str) -> list[str]:
    """Ids of the warnings of `check --deploy` with these addresses."""
    keys = dict.fromkeys(
        ("GLANE_SECRET_KEY", "GLANE_KEK", "GLANE_CODE_KEY", "GLANE_SIGNING_KEY"), KEY
    )
    done = subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy"],
        cwd=ROOT, capture_output=True, text=True, check=True,
        env={**os.environ, "GLANE_PRODUCTION": "1", "GLANE_HOSTS": "glane.example", **keys,
             "GLANE_CONTROLLER": "Glane", "GLANE_CONTACT": "nobody@glane.example",
             "GLANE_S3_BUCKET": "glane", **addresses},
    )  # fmt: skip
    return [word for word in ("W001", "W002", "W003") if f"glane.{word}" in done.stderr]


def test_services_elsewhere_without_tls_are_warned_of() -> None:
    assert warned(
        DATABASE_URL="postgres://glane:x@db.example:5432/glane",
        REDIS_URL="redis://queue.example:6379/0",
        GLANE_S3_ENDPOINT="http://storage.example:9000",
    ) == ["W001", "W002", "W003"]


def test_the_composition_and_services_under_tls_are_not() -> None:
    assert not warned(
        DATABASE_URL="postgres://glane:x@db.example/glane?sslmode=verify-full&sslrootcert=/ca.pem",
        REDIS_URL="redis://queue:6379/0",
        GLANE_S3_ENDPOINT="https://storage.example",
    )


@pytest.mark.parametrize(
    ("address", "is_protected"),
    [
        ("postgres://g:x@database:5432/glane", True),
        ("postgres://g:x@localhost/glane", True),
        ("postgres://g:x@[::1]/glane", True),
        ("postgres://g@%2Fvar%2Frun%2Fpostgresql/glane", True),
        ("sqlite:////tmp/glane.sqlite3", True),
        ("postgres://g:x@10.0.0.7/glane", False),
        ("postgres://g:x@database.example/glane", False),
        ("postgres://g:x@db.example/glane?sslmode=prefer", False),
        ("postgres://g:x@db.example/glane?sslmode=require", False),
        ("postgres://g:x@db.example/glane?sslmode=verify-ca", True),
    ],
)
def test_a_database_elsewhere_shows_its_certificate(address: str, is_protected: bool) -> None:
    database = dict(dj_database_url.parse(address))
    assert transport.is_database_protected(database) == is_protected


@pytest.mark.parametrize(
    ("address", "is_protected"),
    [
        ("redis://queue:6379/0", True),
        ("redis://127.0.0.1:6379/0", True),
        ("redis+socket:///var/queue/valkey.sock", True),
        ("redis://10.0.0.7:6379/0", False),
        ("rediss://queue.example:6379/0?ssl_cert_reqs=none", False),
        ("rediss://queue.example:6379/0?ssl_cert_reqs=required&ssl_ca_certs=/ca.pem", True),
    ],
)
def test_a_queue_elsewhere_shows_its_certificate(address: str, is_protected: bool) -> None:
    assert transport.is_queue_protected(address) == is_protected


@pytest.mark.parametrize(
    ("address", "is_protected"),
    [
        ("", True),
        ("http://storage:9000", True),
        ("http://[::1]:9000", True),
        ("http://storage.example:9000", False),
        ("https://storage.example", True),
    ],
)
def test_a_storage_elsewhere_is_spoken_to_under_tls(address: str, is_protected: bool) -> None:
    assert transport.is_storage_protected(address) == is_protected
