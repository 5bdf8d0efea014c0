"""Reading and deciding without redaction: seconds and peak memory of a whole process.

Seconds are of the processor, user and system together: those of the clock are those of whatever
else the machine does. Modules are compiled before, as in an installation, whatever the environment
says of writing them: to compile them takes a tenth of a second an archive.

`python -m benchmarks.reading`. The reference in the same run is `benchmarks.whole`: the standard
library inflating and parsing the same entries whole, without deciding anything.

`python -m benchmarks.reading --generated [PLATFORM ...]` does the same for every export the tests
generate, at 200,000 acts or answers; what takes more than 3 s or 250 MB is marked. Those seconds
are of a machine that reads at the speed of the one they were set on; what the reference takes tells
machines apart. `read` counts the items that were decided: those acts, and what lies among them that
is none.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.archives import ARCHIVES, answers, generated

GENERATED_SIZE = 200_000
MOST_SECONDS, MOST_MEBIBYTES = 3.0, 250 * 1e6 / 2**20

ENVIRONMENT = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}


def measured(command: list[str]) -> tuple[float, float, str]:
    """Processor seconds and peak resident MiB of a command, in a process of its own, and what it
    printed. Modules it compiles are written."""
    script = (
        "import json,resource,subprocess,sys;"
        "done=subprocess.run(sys.argv[1:],check=True,stdout=subprocess.PIPE,text=True);"
        "used=resource.getrusage(resource.RUSAGE_CHILDREN);"
        "print(json.dumps([used.ru_utime+used.ru_stime,used.ru_maxrss/1024,done.stdout]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *command],
        check=True, capture_output=True, text=True, env=ENVIRONMENT,
    )  # fmt: skip
    seconds, mebibytes, printed = json.loads(done.stdout)
    return seconds, mebibytes, printed


def sieve(path: Path, *arguments: str) -> list[str]:
    """The command that reads and decides one archive."""
    command = [sys.executable, "-m", "filters", "report", "--json", "--no-redaction"]
    return [*command, *arguments, str(path)]


def reference(path: Path) -> list[str]:
    """The command that parses the same archive with the standard library."""
    return [sys.executable, "-m", "benchmarks.whole", str(path)]


def compile_modules(folder: Path) -> None:
    """Run the sieve once untimed, on an archive of one act, so that no measured run compiles."""
    path = folder / "like.js"
    path.write_text('window.YTD.like.part0 = [{"like": {"tweetId": "1", "fullText": "Bien vu"}}]')
    measured(sieve(path))
    path.unlink()


def known_archives(folder: Path) -> None:
    print(f"{'archive':<40}{'MB':>8}{'s':>8}{'MiB':>8}   stdlib whole: s, MiB")
    for name, make in ARCHIVES.items():
        path = folder / name
        make(path)
        seconds, mebibytes, _ = measured(sieve(path))
        whole, whole_mebibytes, _ = measured(reference(path))
        size = path.stat().st_size / 1e6
        print(
            f"{name:<40}{size:>8.1f}{seconds:>8.2f}{mebibytes:>8.0f}"
            f"   {whole:.2f} s, {whole_mebibytes:.0f} MiB"
        )
        path.unlink()


def generated_exports(folder: Path, platforms: list[str]) -> None:
    columns = f"{'planted':>9}{'read':>9}{'MB':>8}{'s':>8}{'MiB':>8}   stdlib whole: s, MiB"
    print(f"{'generated export':<32}{columns}")
    for case, export in generated(platforms, GENERATED_SIZE):
        path = folder / "export.zip"
        zipped = export.source().file
        zipped.seek(0)
        path.write_bytes(zipped.read())
        seconds, mebibytes, report = measured(sieve(path, *answers(export)))
        read = json.loads(report)["items"]["read"]
        whole, whole_mebibytes, _ = measured(reference(path))
        over = "  over" if seconds > MOST_SECONDS or mebibytes > MOST_MEBIBYTES else ""
        print(
            f"{case!s:<32}{export.signals.total():>9}{read:>9}{path.stat().st_size / 1e6:>8.1f}"
            f"{seconds:>8.2f}{mebibytes:>8.0f}   {whole:.2f} s, {whole_mebibytes:.0f} MiB{over}",
            flush=True,
        )
        path.unlink()


def main(arguments: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        compile_modules(Path(folder))
        if arguments[:1] == ["--generated"]:
            generated_exports(Path(folder), arguments[1:])
        else:
            known_archives(Path(folder))


if __name__ == "__main__":
    main(sys.argv[1:])
