"""Figures of docs/reliability.md that no test times: `python -m benchmarks.endurance [MEGABYTES]`.

One upload over a connection that is cut a hundred times, with the memory of the web server and the
room on the disk; then a large archive read, with the processor time of inflating the same entries
beside it, so that a busy machine changes neither ratio.
"""

import hashlib
import json
import os
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import requests
from tusclient.client import TusClient
from tusclient.exceptions import TusCommunicationError

from benchmarks.reading import sieve
from tests.donation.site import Site
from tests.journeys.cutting import CuttingProxy
from tests.journeys.large import GIB, write_large_zip

CUTS = 100
MEGABYTE = 1024 * 1024
_TOKEN = re.compile(r'csrfmiddlewaretoken" value="([^"]+)')
_FILM_BYTES = 4 * GIB
_INFLATE = """
import sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as archive:
    for name in archive.namelist():
        if name.endswith(".json"):
            with archive.open(name) as entry:
                while entry.read(1 << 20):
                    pass
"""


def resumed_upload(megabytes: int) -> None:
    """One large file, a hundred cuts: the same bytes arrive, in little memory."""
    with tempfile.TemporaryDirectory(prefix="endurance-") as folder:
        path, sha256 = Path(folder) / "archive.zip", hashlib.sha256()
        chance = random.Random(megabytes)
        with path.open("wb") as file:
            for _ in range(megabytes):
                piece = chance.randbytes(MEGABYTE)
                sha256.update(piece)
                file.write(piece)
        with Site(Path(folder) / "site", GLANE_UPLOAD_BYTES=str(4 * GIB)) as site:
            most = 2 * megabytes * MEGABYTE // (CUTS + 20)
            with CuttingProxy(site.port, cuts=CUTS, least=1_000, most=most, seed=16) as proxy:
                tries = _send(path, proxy.port, _session(site))
                made = CUTS - proxy.cuts
            resident = _most_resident(site, "gunicorn")
            sealed = sum(f.stat().st_size for f in (site.data / "sealed").rglob("*") if f.is_file())
            (donation,) = site.errand("list")["ids"]
            arrived = site.errand("hash upload", id=donation)["sha256"]
    is_same = arrived == sha256.hexdigest()
    print(f"{megabytes} MB, {made} cuts, {tries} tries: the same SHA-256: {is_same}")
    print(f"web server: {resident:.0f} MiB at most (one process)")
    print(f"on the disk: {sealed / (megabytes * MEGABYTE):.4f} of the upload")


def _session(site: Site) -> str:
    browser = requests.Session()
    form = f"http://127.0.0.1:{site.port}/deposer/"
    (token, *_) = _TOKEN.findall(browser.get(form).text)
    headers = {"X-CSRFToken": token, "Referer": form}
    browser.post(f"{form}commencer/", headers=headers).raise_for_status()
    return "; ".join(f"{cookie.name}={cookie.value}" for cookie in browser.cookies)


def _send(path: Path, port: int, cookie: str) -> int:
    client, address = TusClient(f"http://127.0.0.1:{port}/envois/", {"Cookie": cookie}), ""
    for attempt in range(10 * CUTS):
        try:
            uploader = client.uploader(str(path), chunk_size=64 * MEGABYTE, url=address or None)
            if not address:
                uploader.set_url(uploader.create_url())
                address = str(uploader.url)
            uploader.upload()
        except (requests.RequestException, TusCommunicationError, OSError):
            time.sleep(0.05)
        else:
            return attempt + 1
    raise RuntimeError("the upload never ended")


def _most_resident(site: Site, word: str) -> float:
    """The most memory one process with that word in its command ever had, in MiB."""
    texts = [Path(f"/proc/{pid}/status").read_text() for pid in site.processes(word)]
    return max(int(found[1]) for t in texts if (found := re.search(r"VmHWM:\s+(\d+)", t))) / 1024


def large_archive(megabytes: int) -> None:
    """An archive of twenty gigabytes, of which so much is wanted: time, memory, how soon known."""
    with tempfile.TemporaryDirectory(prefix="endurance-") as folder:
        path = Path(folder) / "large.zip"
        entries = _conversations(megabytes)
        inflated = sum(map(len, entries.values()))
        write_large_zip(path, entries, _FILM_BYTES)
        packed = path.stat().st_blocks * 512
        entries.clear()
        inflate, _ = _measured([sys.executable, "-c", _INFLATE, str(path)])
        start, _ = _measured(sieve(_small(Path(folder))))
        busy, resident = _measured(sieve(path))
        print(
            f"{path.stat().st_size / 1e9:.1f} GB, {inflated / 1e6:.0f} MB of it wanted "
            f"({packed / 1e6:.0f} MB deflated)"
        )
        print(
            f"inflating alone {inflated / 1e6 / inflate:.0f} MB/s; reading and deciding "
            f"{inflated / 1e6 / (busy - start):.0f} MB/s: {inflate / (busy - start):.2f} of it"
        )
        print(f"most resident memory of any process that read: {resident:.0f} MiB")


def _conversations(megabytes: int) -> dict[str, bytes]:
    """ChatGPT's shards, with so much in them."""
    shards = [
        json.dumps([_conversation(9000 * shard + n) for n in range(4000)]).encode()
        for shard in range(max(1, megabytes // 12))
    ]
    return {f"conversations-{n:03d}.json": shard for n, shard in enumerate(shards)} | {
        "message_feedback.json": b"[]",
        "user.json": b'{"id": "u", "email": "camille@exemple.fr"}',
    }


_WORDS = ["".join(random.Random(n).choices("aeioulmnrst", k=2 + n % 9)) for n in range(4000)]
"""Words that deflate about as well as a language does."""


def _conversation(number: int) -> dict[str, object]:
    chance = random.Random(number)
    texts = [" ".join(chance.choices(_WORDS, k=60)) for _ in range(6)]
    nodes = {
        f"n{place}": {
            "id": f"n{place}", "parent": f"n{place - 1}" if place else None,
            "children": [f"n{place + 1}"] if place < 5 else [],
            "message": {
                "id": f"m{number}-{place}", "author": {"role": ("user", "assistant")[place % 2]},
                "content": {"content_type": "text", "parts": [texts[place]]},
                "create_time": 1772445600.0,
            },
        }
        for place in range(6)
    }  # fmt: skip
    return {"id": f"conversation-{number}", "current_node": "n5", "mapping": nodes}


def _small(folder: Path) -> Path:
    """An archive with next to nothing in it: what starting costs."""
    path = folder / "small.zip"
    write_large_zip(path, _conversations(0), 1024)
    return path


def _measured(command: list[str]) -> tuple[float, float]:
    """Processor seconds and peak resident MiB of a command with its children."""
    script = (
        "import json,resource,subprocess,sys;"
        "subprocess.run(sys.argv[1:],check=True,stdout=subprocess.DEVNULL);"
        "used=resource.getrusage(resource.RUSAGE_CHILDREN);"
        "print(json.dumps([used.ru_utime+used.ru_stime,used.ru_maxrss/1024]))"
    )
    done = subprocess.run([sys.executable, "-c", script, *command], check=True, capture_output=True)
    seconds, mebibytes = json.loads(done.stdout)
    return seconds, mebibytes


def main(megabytes: int) -> None:
    """Both."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resumed_upload(megabytes)
    large_archive(megabytes // 2)
    print(f"load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores at the end")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2048)
