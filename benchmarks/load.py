"""Fifty donors at once on one machine, and visitors beside them: `python -m benchmarks.load`.

A site as `manage.py serve` runs it. Every donor sends an export over a slow line, by the upload
protocol; meanwhile visitors open pages. Printed: how long pages took while uploads were under way,
and how many donations an hour one core reads and cleans, language models included.

`--uploads`, `--kilobytes` (a second, each), `--rows` (an export) and `--workers` change the sizes.
"""

import argparse
import os
import resource
import statistics
import tempfile
import threading
import time
from pathlib import Path

import requests

from benchmarks.donor import TusDonor
from tests.donation.serving import Site
from tests.journeys.archives import chatgpt, with_padding

_PAGES = ("/", "/demander/", "/demander/chatgpt/", "/deposer/", "/mon-don/", "/questions/", "/en/")
_PIECE_BYTES = 64 * 1024
_SECONDS = 15
"""How long one upload lasts: an entry that does not deflate fills the export up."""


def main(uploads: int, kilobytes: int, rows: int, workers: int) -> None:
    export = with_padding(chatgpt(rows), kilobytes * 1024 * _SECONDS).buffer
    with tempfile.TemporaryDirectory(prefix="load-") as folder:
        site = Site(
            Path(folder) / "site", "--workers", str(workers), GLANE_BEGUN_PER_HOUR=str(10 * uploads)
        )
        try:
            _run(site, export, uploads, kilobytes * 1024)
        finally:
            site.stop()
    print(f"load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores at the end")


def _run(site: Site, export: bytes, uploads: int, bytes_a_second: int) -> None:
    donors = [TusDonor(site) for _ in range(uploads)]
    seconds: list[float] = []
    is_over = threading.Event()

    def visit() -> None:
        browser = requests.Session()
        while not is_over.is_set():
            for page in _PAGES:
                began = time.monotonic()
                browser.get(site.address + page).raise_for_status()
                seconds.append(time.monotonic() - began)
                time.sleep(0.1)

    begun_at, busy_before = time.monotonic(), _worker_seconds(site)
    sending = [
        threading.Thread(target=donor.send, args=(export, bytes_a_second, _PIECE_BYTES))
        for donor in donors
    ]
    visiting = [threading.Thread(target=visit) for _ in range(4)]
    for thread in (*sending, *visiting):
        thread.start()
    for thread in sending:
        thread.join()
    sent_after = time.monotonic() - begun_at
    is_over.set()
    for thread in visiting:
        thread.join()
    print(
        f"{uploads} uploads of {len(export) / 1e6:.1f} MB at {bytes_a_second // 1024} kB/s each: "
        f"{sent_after:.0f} s, {sum(donor.is_sent for donor in donors)} arrived whole"
    )
    print(f"{len(seconds)} pages meanwhile: {_percentiles(seconds)}")
    for donor in donors:
        donor.await_report()
    took, busy = time.monotonic() - begun_at, _worker_seconds(site) - busy_before
    print(f"all {uploads} reports after {took:.0f} s; {busy:.0f} s of processor time in workers")
    print(f"{3600 * uploads / busy:.0f} donations an hour and core")


def _worker_seconds(site: Site) -> float:
    """Processor time of all workers so far, their ended children included."""
    ticks = os.sysconf("SC_CLK_TCK")
    used = 0
    workers = {process for process, command in site.processes() if "celery" in command}
    for process in list(workers):
        # One that has just done its last task has no command any more, and is nobody's time yet.
        children = Path(f"/proc/{process}/task/{process}/children").read_text()
        workers.update(map(int, children.split()))
    for process in workers:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(") ")[2].split()
        used += sum(map(int, fields[11:15]))
    return used / ticks


def _percentiles(seconds: list[float]) -> str:
    cuts = statistics.quantiles(seconds, n=100)
    return ", ".join(f"p{share} {1000 * cuts[share - 1]:.0f} ms" for share in (50, 95, 99))


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    for name, usual in (("uploads", 50), ("kilobytes", 100), ("rows", 200), ("workers", 1)):
        parser.add_argument(f"--{name}", type=int, default=usual)
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    main(**vars(parser.parse_args()))
