"""Downloading a release: who may, in which pieces, and that nothing else can be asked for."""

import hashlib
import json
import shutil
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from donation import audit
from donation.models import AuditEntry, PartnerToken, Release
from donation.release import build, partners
from donation.release.sources import invented
from donation.release.tombstones import folder_of
from tests.donation.release.confirmed import confirmed

pytestmark = pytest.mark.django_db(transaction=True)
CARD = "/publications/2027.01/README.md"


@pytest.fixture
def release(transactional_db: None, sealed_folder: Path) -> Release:
    shutil.rmtree(Path(settings.DATA) / "releases", ignore_errors=True)
    for number in range(15):
        confirmed(invented(number), number, "open_publication")
    return build.build("2027.01", inline=True)


def token(name: str = "lab", **options: int) -> str:
    out = StringIO()
    call_command("partner", "add", name, stdout=out, stderr=StringIO(), **options)
    return out.getvalue().strip()


def bearer(value: str, **headers: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {value}", **headers}


def body(answer: object) -> bytes:
    return b"".join(answer)  # type: ignore[call-overload, no-any-return]


def test_a_partner_downloads_every_file_and_each_is_in_the_audit_log(
    release: Release, client: Client
) -> None:
    key = token()
    stated = json.loads((folder_of(release) / "MANIFEST.json").read_text())["files"]
    for name, facts in stated.items():
        answer = client.get(f"/publications/2027.01/{name}", headers=bearer(key))
        assert answer.status_code == 200, name
        assert hashlib.sha256(body(answer)).hexdigest() == facts["sha256"]
    logged = AuditEntry.objects.filter(event=audit.Event.DOWNLOADED)
    assert {entry.detail["file"] for entry in logged} == set(stated)
    assert {entry.detail["partner"] for entry in logged} == {"lab"}
    assert audit.verify() is None
    assert key not in "".join(audit.exported())


def test_without_a_living_token_a_partners_release_is_closed(
    release: Release, client: Client
) -> None:
    key = token()
    assert client.get(CARD).status_code == 401
    assert client.get(CARD)["WWW-Authenticate"].startswith("Bearer")
    assert client.get(CARD, headers=bearer(key[:-1])).status_code == 401
    assert client.get(CARD, headers={"Authorization": f"Basic {key}"}).status_code == 401
    assert client.get(CARD, headers=bearer(key)).status_code == 200
    PartnerToken.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert client.get(CARD, headers=bearer(key)).status_code == 401
    other = token("other")
    call_command("partner", "revoke", "other")
    assert client.get(CARD, headers=bearer(other)).status_code == 401
    assert not PartnerToken.objects.filter(digest=key.encode()).exists()


def test_guessing_tokens_is_limited(release: Release, client: Client) -> None:
    key = token()
    for _ in range(settings.ATTEMPTS_PER_HOUR):
        assert client.get(CARD, headers=bearer("guess")).status_code == 401
    assert client.get(CARD, headers=bearer(key)).status_code == 429


def test_the_open_channel_needs_no_token(release: Release, client: Client) -> None:
    build.build("2027.02", channel="open", inline=True)
    answer = client.get("/publications/2027.02/USE_TERMS.md")
    assert answer.status_code == 200
    assert "public" in answer["Cache-Control"]
    last = AuditEntry.objects.order_by("-number")[0]
    assert last.detail["partner"] == "open"


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [("bytes=0-9", 0, 9), ("bytes=10-", 10, None), ("bytes=-7", -7, None), ("bytes=5-999999999", 5, None)],
)  # fmt: skip
def test_a_range_is_answered_with_that_range(
    release: Release, client: Client, asked: str, first: int, last: int | None
) -> None:
    key, whole = token(), (folder_of(release) / "README.md").read_bytes()
    answer = client.get(CARD, headers=bearer(key, Range=asked))
    wanted = whole[first:] if last is None else whole[first : last + 1]
    assert answer.status_code == 206
    assert body(answer) == wanted
    start = first % len(whole)
    assert answer["Content-Range"] == f"bytes {start}-{start + len(wanted) - 1}/{len(whole)}"
    assert answer["Content-Length"] == str(len(wanted))


def test_a_range_behind_the_end_is_refused_and_nonsense_is_ignored(
    release: Release, client: Client
) -> None:
    key, size = token(), (folder_of(release) / "README.md").stat().st_size
    for asked in (f"bytes={size}-", "bytes=-0"):
        answer = client.get(CARD, headers=bearer(key, Range=asked))
        assert answer.status_code == 416
        assert answer["Content-Range"] == f"bytes */{size}"
    for asked in ("bytes=9-2", "bytes=-", "bytes=0-1,4-5", "lines=1-2", "bytes=a-b"):
        assert client.get(CARD, headers=bearer(key, Range=asked)).status_code == 200


def test_a_download_is_taken_up_again_only_if_the_file_is_the_same(
    release: Release, client: Client
) -> None:
    key = token()
    etag = client.head(CARD, headers=bearer(key))["ETag"]
    same = bearer(key, **{"Range": "bytes=3-", "If-Range": etag})
    other = bearer(key, **{"Range": "bytes=3-", "If-Range": '"other"'})
    assert client.get(CARD, headers=same).status_code == 206
    assert client.get(CARD, headers=other).status_code == 200
    unchanged = bearer(key, **{"If-None-Match": etag})
    assert client.get(CARD, headers=unchanged).status_code == 304


@pytest.mark.parametrize(
    "path",
    ["../2027.01/README.md", "..%2f..%2fglane.sqlite3", "../../keys/glane_kek", "data/../README.md",
     "/etc/passwd", "%2fetc%2fpasswd", "./README.md", "data", "README.md%00", "readme.md", "work/rows.sqlite3"],
)  # fmt: skip
def test_nothing_but_what_the_manifest_names_can_be_asked_for(
    release: Release, client: Client, path: str
) -> None:
    key = token()
    answer = client.get(f"/publications/2027.01/{path}", headers=bearer(key))
    assert answer.status_code in (301, 404)
    assert not AuditEntry.objects.filter(event=audit.Event.DOWNLOADED).exists()


def test_partners_and_retirements_are_in_the_audit_log(release: Release) -> None:
    partners.add("lab", days=3)
    partners.revoke("lab")
    with pytest.raises(partners.Refused):
        partners.revoke("lab")
    call_command("release", "retire", "2027.01")
    with pytest.raises(CommandError):
        call_command("release", "retire", "2027.01")
    logged = AuditEntry.objects.filter(event__in=("partner", "retired")).order_by("number")
    assert list(logged.values_list("event", "detail")) == [
        ("partner", {"partner": "lab", "days": 3}),
        ("partner", {"partner": "lab", "revoked": True}),
        ("retired", {"release": "2027.01", "reason": "operator"}),
    ]


def test_what_is_retired_or_a_demonstration_is_not_served(release: Release, client: Client) -> None:
    key = token()
    call_command("release", "retire", "2027.01")
    assert client.get(CARD, headers=bearer(key)).status_code == 410
    build.build("2027.03", demo=True, inline=True)
    demo = "/publications/2027.03-demo/README.md"
    assert client.get(demo, headers=bearer(key)).status_code == 404
    assert b"2027.0" not in client.get("/publications/").content


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_the_page_lists_every_file(release: Release, client: Client, prefix: str) -> None:
    page = client.get(f"{prefix}/publications/").content.decode()
    for name in ("MANIFEST.json", "README.md", "data/pairs/train-00000-of-00001.parquet"):
        assert f'href="/publications/2027.01/{name}"' in page
    assert ("It needs a token" in page or "it needs a token" in page) == (prefix == "/en")


def test_the_command_says_who_may_until_when_and_refuses_nonsense(db: None) -> None:
    token("lab")
    token("gone")
    call_command("partner", "revoke", "gone")
    out = StringIO()
    call_command("partner", "list", stdout=out)
    shown = dict(line.split()[:2] for line in out.getvalue().splitlines())
    assert shown == {"lab": "until", "gone": "revoked"}
    for wrong in (["add", "lab"], ["add", "x", "--days", "0"], ["revoke", "gone"]):
        with pytest.raises(CommandError):
            call_command("partner", *wrong, stdout=StringIO(), stderr=StringIO())
