"""What a stranger wrote into an archive is text in the browser, whatever it looks like."""

import json

from playwright.sync_api import Page, expect

from tests.journeys.archives import zipped
from tests.journeys.conftest import Visit
from tests.journeys.journey import await_link, give

PAYLOADS = (
    "<script>alert('un')</script>", "<img src=x onerror=alert(2)>", "<svg/onload=alert(3)>",
    "\"><b onmouseover=alert(4)>", "javascript:alert(5)", "{{7*7}}{% debug %}",
    "</textarea><script>alert(6)</script>", "<a href='javascript:alert(7)'>x</a>",
    "<iframe srcdoc='<script>alert(8)</script>'></iframe>", "&lt;script&gt;alert(9)&lt;/script&gt;",
    "<style>body{display:none}</style>", "=HYPERLINK(\"x\",\"y\")", "\u202eecalp\u200b",
)  # fmt: skip


def test_hostile_texts_are_shown_and_nothing_runs(visit: Visit) -> None:
    posts = [
        {"tweet": {"id_str": str(n), "favorite_count": "3", "full_text":
                   f"Voici une phrase ordinaire sur le jardin et la pluie : {payload}"}}
        for n, payload in enumerate(PAYLOADS)
    ]  # fmt: skip
    script = f"window.YTD.tweets.part0 = {json.dumps(posts)}"
    page = visit("/deposer/")
    alarms = _listen(page)
    give(page, zipped("x.zip", {"data/tweets.js": script.encode()}))
    page.get_by_role("link", name="J’ai noté mon code").click()
    await_link(page, "/rapport/")
    page.goto(page.url.replace("/rapport/", "/rapport/lignes/"))
    expect(page.locator("main")).to_contain_text("<script>alert('un')</script>")
    page.wait_for_timeout(300)
    assert alarms == []
    assert (
        page.evaluate(
            "document.querySelectorAll('main script, main iframe, main svg[onload]').length"
        )
        == 0
    )


def _listen(page: Page) -> list[str]:
    """Dialogs and refusals of the content policy, as they come."""
    alarms: list[str] = []

    def dismiss(dialog: object) -> None:
        alarms.append("dialog")
        dialog.dismiss()  # type: ignore[attr-defined]

    page.on("dialog", dismiss)
    page.on(
        "console",
        lambda message: alarms.append(message.text) if "Content Security" in message.text else None,
    )
    return alarms
