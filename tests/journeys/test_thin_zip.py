"""What leaves the device gives exactly what the whole archive would have given, and little else."""

import base64
import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from playwright.sync_api import Page, expect

from filters.archive.archive import Source
from filters.limits import Limits
from filters.problem import ArchiveProblem
from filters.reader import Choices
from filters.sieve import sift
from tests.filters.generators.catalogue import Case, cases
from tests.filters.reading import AsIs
from tests.journeys.conftest import Visit
from tests.journeys.journey import tick_conversations
from tests.journeys.large import GIB, write_large_zip

THIN = """async ([content, tables]) => {
  const { open } = await import("/static/upload/choice.js");
  const bytes = content && Uint8Array.from(atob(content), (c) => c.charCodeAt(0));
  const file = bytes ? new File([bytes], "a.zip") : document.getElementById("files").files[0];
  const found = await open(await (await fetch("/lecteurs.json")).json(), [{ file, path: file.name }]);
  const [{ blob }] = await found.blobs(found.conversations);
  const sent = new Uint8Array(await blob.arrayBuffer());
  let text = "";
  for (let at = 0; at < sent.length; at += 8192) text += String.fromCharCode(...sent.subarray(at, at + 8192));
  const private_ = found.conversations.flatMap(({ entries }) => entries);
  return { ...found, conversations: found.conversations.length, goes: found.goes.length + private_.length, stays: found.stays.length, sent: btoa(text) };
}"""
MEDIA = {"photos/plage.jpg": b"\xff\xd8" * 5_000, "notes/prive.xyz": b"\0" * 5_000}


@pytest.fixture(scope="module")
def page(chromium: Any, address: str) -> Iterator[Page]:
    """One open upload page for all archives: only its script is of interest."""
    context = chromium.new_context(base_url=address, locale="fr-FR")
    page = context.new_page()
    page.goto("/deposer/")
    yield page
    context.close()


def retained(file: Any, choices: Choices) -> list[bytes] | str:
    """What the sieve keeps and from which conversation, without the random ids, or why it stops."""
    kept: list[tuple[dict[str, Any], int]] = []
    try:
        outcome = sift(
            [Source(file, "a.zip")], choices, redactor=AsIs(), limits=Limits(),
            keep=lambda record, chat: kept.append((msgspec.to_builtins(record), chat)),
        )  # fmt: skip
    except ArchiveProblem as stopped:
        return str(stopped.problem)
    titles = ("", *outcome.chats)
    return sorted(
        msgspec.json.encode({**row, "uid": titles[chat]}, order="sorted") for row, chat in kept
    )


def unknown(file: Any) -> dict[str, int]:
    """What the whole archive holds that no reader knows, by neutral kinds."""
    outcome = sift([Source(file, "a.zip")], Choices(), redactor=None, limits=Limits())
    found = outcome.tally.unknown.items()
    return {kind: n for (_, family, kind), n in found if family == "entry"}


@pytest.mark.parametrize("case", list(cases()), ids=str)
def test_the_thin_zip_gives_what_the_whole_archive_gives(page: Page, case: Case) -> None:
    export = case.export(7, 40)
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**export.files, **MEDIA}.items():
            archive.writestr(name, content)
    found = page.evaluate(THIN, [base64.b64encode(whole.getvalue()).decode(), None])
    assert export.platform in found["platforms"]
    assert not found["isWhole"]
    assert found["unknown"] == unknown(whole)
    thin = base64.b64decode(found["sent"])
    with zipfile.ZipFile(io.BytesIO(thin)) as archive:
        assert archive.testzip() is None
        assert not MEDIA.keys() & set(archive.namelist())
    assert retained(io.BytesIO(thin), export.choices) == retained(whole, export.choices)


SENT = """async (files) => {
  const { open } = await import("/static/upload/choice.js");
  const chosen = files.map(([path, content]) => (
    { path, file: new File([Uint8Array.from(atob(content), (c) => c.charCodeAt(0))], path) }
  ));
  const found = await open(await (await fetch("/lecteurs.json")).json(), chosen);
  return (await found.blobs()).map(({ name, blob }) => [name, blob.size]);
}"""
EMPTY_ZIP_BYTES = 22


def test_of_a_numbered_series_a_zip_with_nothing_wanted_goes_empty(page: Page) -> None:
    """So that it is not taken for one that was not given."""
    like = b'[{"header": "YouTube", "title": "Liked A", "time": "2024-05-01T12:00:00Z"}]'
    files = {
        "takeout-20240501T120000Z-001.zip": {"Takeout/My Activity/YouTube/MyActivity.json": like},
        "takeout-20240501T120000Z-002.zip": MEDIA,
        "vacances.zip": MEDIA,
    }
    chosen = []
    for name, content in files.items():
        whole = io.BytesIO()
        with zipfile.ZipFile(whole, "w") as archive:
            for inside, data in content.items():
                archive.writestr(inside, data)
        chosen.append([name, base64.b64encode(whole.getvalue()).decode()])
    sent = dict(page.evaluate(SENT, chosen))
    assert sent.keys() == files.keys() - {"vacances.zip"}
    assert sent["takeout-20240501T120000Z-002.zip"] == EMPTY_ZIP_BYTES


def test_of_five_gigabytes_less_than_a_hundredth_is_sent(visit: Visit, tmp_path: Path) -> None:
    large = tmp_path / "facebook.zip"
    entries = messages(2_500)
    write_large_zip(large, entries, GIB + 1)
    page = visit("/deposer/")
    page.locator("#files").set_input_files(large)
    page.locator("#plan").wait_for(timeout=60_000)
    send = page.locator("#upload button[type=submit]")
    expect(send).to_be_disabled()
    tick_conversations(page)
    expect(send).to_be_enabled()
    assert "2 500" in re.sub(r"\s", " ", page.locator("[data-slot=goes]").inner_text())
    found = page.evaluate(THIN, [None, None])
    thin = base64.b64decode(found["sent"])
    assert (found["goes"], found["stays"]) == (2_500, 5)
    assert len(thin) < large.stat().st_size / 100
    choices = Choices(all_private_chats=True, me=frozenset({"Camille Durand"}))
    with large.open("rb") as whole:
        kept = retained(whole, choices)
    assert isinstance(kept, list)
    assert kept
    assert retained(io.BytesIO(thin), choices) == kept


def messages(threads: int) -> dict[str, bytes]:
    """Facebook conversations, one a file, with a reaction of Camille's in each."""
    return {
        f"your_facebook_activity/messages/inbox/ami_{n}/message_1.json": msgspec.json.encode(
            {
                "participants": [{"name": f"Ami {n}"}, {"name": "Camille Durand"}],
                "messages": [
                    {
                        "sender_name": f"Ami {n}", "timestamp_ms": 1_700_000_000_000 + n,
                        "content": "Bonne nouvelle",
                        "reactions": [{"reaction": "\u00e2\u009d\u00a4", "actor": "Camille Durand"}],
                    }
                ],
                "title": f"Ami {n}", "thread_path": f"inbox/ami_{n}",
            }
        )
        for n in range(threads)
    }  # fmt: skip
