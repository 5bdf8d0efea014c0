"""How long the server takes for each page of a large report: `python -m benchmarks.pages [ROWS]`.

One donation with a hundred thousand rows from five thousand conversations, in an empty folder;
each page is asked for as a browser would, without the network. Processor time; the goal is 300 ms
a page.
"""

import atexit
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from statistics import median
from typing import Any

os.environ["DJANGO_SETTINGS_MODULE"] = "donation.settings"
os.environ["GLANE_DATA"] = tempfile.mkdtemp(prefix="glane-pages-")
atexit.register(shutil.rmtree, os.environ["GLANE_DATA"])

import django  # noqa: E402

django.setup()

import msgspec  # noqa: E402
from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.test import Client  # noqa: E402
from django.utils import timezone  # noqa: E402

from benchmarks.filling import lines  # noqa: E402
from donation import draft  # noqa: E402
from donation.models import Donation, Stage  # noqa: E402
from donation.stages import intake  # noqa: E402
from filters.interaction import Retained  # noqa: E402

ROWS = 100_000
CHATS = 5_000
GOAL_MS = 300
RUNS = 5


def a_report(rows: int) -> Donation:
    """A donation in stage report, with so many rows."""
    donation, _ = intake.begin()
    with draft.writing(donation) as writer:
        for number, line in enumerate(lines(1, rows)):
            # Of very different sizes, as conversations are.
            chat = min(number % CHATS, number * 7919 % CHATS) + 1
            writer.add(msgspec.json.decode(line, type=Retained), chat)
    draft.seal_titles(
        donation, [f"Une conversation d'été sur le jardin, {n}" for n in range(CHATS)]
    )
    removed = [{"rule": rule, "family": "posts", "count": 40_000} for rule in ("R2", "R3", "R8")]
    Donation.objects.filter(pk=donation.pk).update(
        stage=Stage.REPORT, stage_at=timezone.now(), rows=rows, removed=draft.no_bits(rows),
        platforms=["chatgpt", "openwebui", "reddit"],
        numbers={"removed": removed, "redacted": {"PERSON": 1234}, "read": {"chatgpt@1": rows}},
    )  # fmt: skip
    donation.refresh_from_db()
    return donation


def main() -> None:
    """Ask for each page, and print the median."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    settings.ALLOWED_HOSTS.append("testserver")
    call_command("migrate", verbosity=0)
    donation = a_report(rows)
    client = Client(raise_request_exception=True)
    session = client.session
    session["donation"] = str(donation.pk)
    session.save()
    one_kind = "reddit:reply:reply"
    pages: dict[str, Callable[[], Any]] = {
        "report": lambda: client.get("/rapport/"),
        "rows": lambda: client.get("/rapport/lignes/"),
        "rows, last page": lambda: client.get(f"/rapport/lignes/?page={rows // 25}"),
        "rows of a kind": lambda: client.get(f"/rapport/lignes/?family={one_kind}"),
        "rows of a talk": lambda: client.get("/rapport/lignes/?chat=1"),
        "conversations": lambda: client.get("/rapport/conversations/"),
        "by title": lambda: client.post(
            "/rapport/conversations/", {"title": "ETE sur le jardin, 4"}
        ),
        "take a talk out": lambda: client.post(
            "/rapport/changer/", {"remove_chat": "1", "back": "conversations"}
        ),
        "ten longest": lambda: client.get("/rapport/longues/"),
        "search": lambda: client.post("/rapport/lignes/chercher/", {"search": "jardin"}),
        "one tick": lambda: client.post(
            "/rapport/changer/", {"act": "save", "shown": "7"}, headers={"x-saved-at-once": "1"}
        ),
        "take a kind out": lambda: client.post(
            "/rapport/changer/", {"act": "remove_all", "family": one_kind, "back": "rows"}
        ),
        "undo": lambda: client.post("/rapport/changer/", {"act": "undo", "back": "rows"}),
        "cards": lambda: client.get("/rapport/comparer/"),
        "confirm": lambda: client.get("/confirmer/"),
    }
    slowest = 0.0
    for name, ask in pages.items():
        took = []
        for _ in range(RUNS):
            began = time.process_time()
            answer = ask()
            took.append(1000 * (time.process_time() - began))
        slowest = max(slowest, median(took))
        print(f"{name:20} {median(took):6.0f} ms {len(answer.content) // 1000:5} kB")
    print(f"slowest of {rows} rows: {slowest:.0f} ms; the goal is {GOAL_MS} ms")


if __name__ == "__main__":
    main()
