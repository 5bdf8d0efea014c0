"""The operators' page of ours, in a real browser: axe finds nothing in what it shows."""

import os
import subprocess
import sys
from pathlib import Path

from axe_playwright_python.base import AXE_SCRIPT
from django_otp.oath import TOTP
from playwright.sync_api import Page

from tests.journeys.conftest import ROOT, Visit

PASSWORD = "quatre vingts melons mûrs"
SECRET = os.urandom(20)
MADE = """
from django.contrib.auth.models import User
from django_otp.plugins.otp_totp.models import TOTPDevice
user = User.objects.create_user("operatrice", password=%r, is_staff=True)
TOTPDevice.objects.create(user=user, name="phone", confirmed=True, key=%r)
"""
FIND = """() => axe.run("#content", {resultTypes: ["violations"], runOnly: [
    "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]})
    .then(({violations}) => violations.map(({id, nodes}) => [id, nodes.map(({html}) => html)]))"""

AT_ONCE = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("* { transition: none !important }");
  document.adoptedStyleSheets = [sheet];
}"""
"""Django's links fade from one scheme's colour to the other's: a look in between sees neither."""


def test_the_pages_of_operators_are_accessible(visit: Visit, data: Path) -> None:
    made = MADE % (PASSWORD, SECRET.hex())
    subprocess.run(
        [sys.executable, "manage.py", "shell", "--no-imports", "--command", made],
        cwd=ROOT, env={**os.environ, "GLANE_DATA": str(data)}, check=True,
    )  # fmt: skip
    page = visit("/gestion/")
    page.locator("#id_username").fill("operatrice")
    page.locator("#id_password").fill(PASSWORD)
    page.locator("#id_otp_token").fill(f"{TOTP(SECRET).token():06d}")
    page.locator("#id_otp_token").press("Enter")
    page.get_by_role("heading", name="Travaux mis de côté").wait_for()
    _check(page)


def _check(page: Page) -> None:
    page.evaluate(AXE_SCRIPT)
    page.evaluate(AT_ONCE)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        assert page.evaluate(FIND) == [], f"{page.url}, {scheme}"
