"""In production a person is led to https; a program that speaks plain http is refused."""

import os
import subprocess
import sys
import tempfile

from tests.deployment.composition import ROOT, keys_of_production, told_in_production

ASKED = """
import os
os.environ["DJANGO_SETTINGS_MODULE"] = "donation.settings"
import django; django.setup()
from django.core.management import call_command
from django.test import Client
call_command("migrate", verbosity=0)
call_command("collectstatic", interactive=False, verbosity=0)
plain, secure = Client(), Client(headers={"X-Forwarded-Proto": "https"})
tus = {"Tus-Resumable": "1.0.0", "Upload-Length": "5"}
upload = "/envois/00000000-0000-0000-0000-000000000000"
for browser in (plain, secure):
    print(
        browser.get("/").status_code, browser.post("/envois/", headers=tus).status_code,
        browser.patch(upload, b"x", headers=tus).status_code, browser.get("/metrics").status_code,
    )
"""


def test_pages_lead_to_https_and_what_programs_speak_to_refuses_plain_http() -> None:
    said = subprocess.run(
        [sys.executable, "-c", ASKED],
        cwd=ROOT, capture_output=True, text=True,
        env={"PATH": "/usr/bin", "GLANE_PRODUCTION": "1", "GLANE_HOSTS": "testserver",
             "GLANE_DATA": tempfile.mkdtemp(dir=os.environ["GLANE_DATA"]),
             **told_in_production(), **dict.fromkeys(sorted(keys_of_production()), "A" * 43 + "=")},
    )  # fmt: skip
    plain, secure = said.stdout.splitlines() or (said.stderr, "")
    assert plain == "301 403 403 403"
    assert secure == "200 404 404 200"
