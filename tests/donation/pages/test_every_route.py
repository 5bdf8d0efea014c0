"""Every route there is, walked by a stranger and by two donors: a new page is walked by itself."""

from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import translation

from donation import codes
from donation.models import Donation, Stage
from donation.stages import sieving
from tests.donation.conftest import Give
from tests.journeys.archives import File, zipped

pytestmark = pytest.mark.django_db(transaction=True)
CANARIES = ("la glycine du perroquet", "la lanterne de la tortue")
"""What one donor wrote and no other may see; no name, so that redaction leaves it."""
_ARGUMENTS = {"name": "chatgpt", "id": "1"}


def routes(language: str) -> list[str]:
    """Addresses of all routes, with an argument where one is wanted."""
    with translation.override(language):
        return sorted(set(_walk(get_resolver().url_patterns, "/")))


def _walk(patterns: list[URLPattern | URLResolver], before: str) -> Iterator[str]:
    for pattern in patterns:
        text = str(pattern.pattern)
        for name, value in _ARGUMENTS.items():
            text = text.replace(f"<slug:{name}>", value).replace(f"<uuid:{name}>", value)
        if isinstance(pattern, URLResolver):
            yield from _walk(pattern.url_patterns, before + text)
        elif "<" not in text and "(" not in text:
            yield (before + text).replace("//", "/")


def post_of(canary: str) -> File:
    words = f"Je raconte ici la vie de mon animal, {canary}, qui aime beaucoup la salade du jardin."
    tweet = f'{{"tweet": {{"full_text": "{words}", "favorite_count": "5", "id_str": "1"}}}}'
    return zipped("x.zip", {"data/tweets.js": f"window.YTD.tweets.part0 = [{tweet}]".encode()})


@pytest.fixture
def donors(give: Give) -> list[tuple[Client, Donation, str]]:
    """Two donors with a report each, in browsers of their own."""
    found = []
    for canary in CANARIES:
        donation = give(post_of(canary))
        sieving.sift_donation(str(donation.pk))
        donation.refresh_from_db()
        assert donation.stage == Stage.REPORT
        code = codes.new()
        Donation.objects.filter(pk=donation.pk).update(code_digest=codes.digest(code))
        browser = Client(raise_request_exception=False)
        assert browser.post("/mon-don/", {"code": code}).status_code == 302
        found.append((browser, donation, canary))
    return found


@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_route_shows_one_donor_what_another_gave(
    donors: list[tuple[Client, Donation, str]], language: str
) -> None:
    shown = 0
    for place, (browser, donation, own) in enumerate(donors):
        (_, other, foreign) = donors[1 - place]
        for address in routes(language):
            for query in ("", f"?id={other.pk}&donation={other.pk}&row=1&page=1"):
                answer = browser.get(address + query, follow=False)
                text = b"".join(answer) if answer.streaming else answer.content
                assert answer.status_code < 500, address
                assert foreign.encode() not in text, address
                if not query:
                    assert str(other.pk).encode() not in text, address
                    assert str(donation.pk).encode() not in text, address
                shown += own.encode() in text
    assert shown >= 2


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_route_promises_the_same(
    donors: list[tuple[Client, Donation, str]], language: str
) -> None:
    for browser in (Client(raise_request_exception=False), donors[0][0]):
        for address in routes(language):
            answer = browser.get(address)
            assert answer.status_code < 500, address
            assert "default-src 'none'" in answer["Content-Security-Policy"], address
            assert "object-src 'none'" in answer["Content-Security-Policy"], address
            assert "base-uri 'none'" in answer["Content-Security-Policy"], address
            assert "frame-ancestors 'none'" in answer["Content-Security-Policy"], address
            assert "unsafe" not in answer["Content-Security-Policy"], address
            assert answer["X-Content-Type-Options"] == "nosniff", address
            assert answer["Cross-Origin-Opener-Policy"] == "same-origin", address
            has_form = "csrfmiddlewaretoken" in answer.getvalue().decode(errors="replace")
            wanted = "same-origin" if has_form else "no-referrer"
            assert answer["Referrer-Policy"] == wanted, address
            assert "Cache-Control" in answer, address


def test_no_route_takes_a_form_from_elsewhere(donors: list[tuple[Client, Donation, str]]) -> None:
    (browser, donation, _) = donors[0]
    strict = Client(enforce_csrf_checks=True, raise_request_exception=False)
    strict.cookies = browser.cookies
    for address in routes("fr"):
        answer = strict.post(address, {"code": "x", "do": "all", "yes": "1"})
        assert answer.status_code in (302, 301, 400, 403, 404, 405, 412, 415), address
        assert answer.status_code not in (301, 302) or answer["Location"].endswith("/"), address
    donation.refresh_from_db()
    assert donation.stage == Stage.REPORT
    assert not any(bytes(donation.removed))


def test_leaving_clears_the_browser_and_ends_the_session(
    donors: list[tuple[Client, Donation, str]],
) -> None:
    (browser, _, canary) = donors[0]
    before = browser.cookies["session"].value
    left = browser.post("/mon-don/fermer/")
    assert left["Clear-Site-Data"] == '"cache", "storage"'
    assert browser.get("/rapport/lignes/")["Location"] == "/mon-don/"
    browser.cookies["session"] = before
    assert canary.encode() not in browser.get("/rapport/lignes/", follow=True).content


@pytest.mark.parametrize("method", ["TRACE", "PUT", "CONNECT", "GARBAGE"])
def test_no_route_knows_another_method_than_its_own(method: str) -> None:
    browser = Client(raise_request_exception=False)
    for address in routes("fr"):
        answer = browser.generic(method, address)
        assert answer.status_code in (301, 302, 400, 403, 404, 405, 412), (
            address,
            answer.status_code,
        )
