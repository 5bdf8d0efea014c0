"""What browsers keep of the site in production."""

import os
import subprocess
import sys
import tempfile

from tests.deployment.composition import ROOT, keys_of_production, told_in_production


def test_cookies_of_production_are_for_this_host_and_https_alone() -> None:
    said = subprocess.run(
        [sys.executable, "-c", """
import os
os.environ["DJANGO_SETTINGS_MODULE"] = "donation.settings"
import django; django.setup()
from django.core.management import call_command
from django.test import Client
call_command("migrate", verbosity=0)
call_command("collectstatic", interactive=False, verbosity=0)
browser = Client(headers={"X-Forwarded-Proto": "https"})
browser.get("/mon-don/")
browser.post("/deposer/commencer/")
for cookie in browser.cookies.values():
    print(cookie.output(header=""))
"""],
        cwd=ROOT, capture_output=True, text=True,
        env={"PATH": "/usr/bin", "GLANE_PRODUCTION": "1", "GLANE_HOSTS": "testserver",
             "GLANE_DATA": tempfile.mkdtemp(dir=os.environ["GLANE_DATA"]),
             **told_in_production(), **dict.fromkeys(sorted(keys_of_production()), "A" * 43 + "=")},
    )  # fmt: skip
    cookies = said.stdout.splitlines()
    assert {cookie.strip().partition("=")[0] for cookie in cookies} == {
        "__Host-csrf", "__Host-session",
    }, said.stderr  # fmt: skip
    for cookie in cookies:
        assert "; Secure" in cookie
        assert "; HttpOnly" in cookie
        assert "SameSite=Strict" in cookie
        assert "Path=/;" in cookie
        assert "Domain" not in cookie
