"""Reading and deciding without redaction: seconds and peak memory of a whole process.

`python -m benchmarks.reading`. The reference in the same run is inflating and parsing the same
entries whole with the standard library, without deciding anything.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.archives import ARCHIVES

REFERENCE = """
import json, sys, zipfile
path = sys.argv[1]
if zipfile.is_zipfile(path):
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if name.endswith((".json", ".js")):
                text = archive.read(name).decode()
                json.loads(text.partition("=")[2] if name.endswith(".js") else text)
else:
    open(path, encoding="utf-8").read().splitlines()
"""


def measured(command: list[str]) -> tuple[float, float]:
    """Seconds and peak resident MiB of a command, in a process of its own."""
    script = (
        "import json,resource,subprocess,sys,time;t=time.monotonic();"
        "subprocess.run(sys.argv[1:],check=True,stdout=subprocess.DEVNULL);"
        "print(json.dumps([time.monotonic()-t,"
        "resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss/1024]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *command], check=True, capture_output=True, text=True
    )
    seconds, mebibytes = json.loads(done.stdout)
    return seconds, mebibytes


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        print(f"{'archive':<40}{'MB':>8}{'s':>8}{'MiB':>8}   stdlib whole: s, MiB")
        for name, make in ARCHIVES.items():
            path = Path(folder) / name
            make(path)
            sieve = [
                sys.executable,
                "-m",
                "filters",
                "report",
                "--json",
                "--no-redaction",
                str(path),
            ]
            seconds, mebibytes = measured(sieve)
            whole, whole_mebibytes = measured([sys.executable, "-c", REFERENCE, str(path)])
            size = path.stat().st_size / 1e6
            print(
                f"{name:<40}{size:>8.1f}{seconds:>8.2f}{mebibytes:>8.0f}"
                f"   {whole:.2f} s, {whole_mebibytes:.0f} MiB"
            )
            path.unlink()


if __name__ == "__main__":
    main()
