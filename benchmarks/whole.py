"""The reference of `benchmarks.reading`: the standard library inflates and parses every entry of an
archive whole, and decides nothing. `python -m benchmarks.whole ARCHIVE`.

Nothing here is needed by Glane; what another machine needs for it says how fast that machine is.
"""

import contextlib
import csv
import json
import sys
import zipfile
from html.parser import HTMLParser
from pathlib import Path


def parse(name: str, content: bytes) -> None:
    """Parse one entry by what its name says it is; what is none of these is only inflated.

    Raises ValueError or csv.Error where it is not what its name says.
    """
    match name.rpartition(".")[2].casefold():
        case "json":
            json.loads(content)
        case "js":
            json.loads(content.decode().partition("=")[2])
        case "csv":
            list(csv.reader(content.decode().splitlines()))
        case "html" | "htm":
            HTMLParser().feed(content.decode())
        case "txt":
            content.decode().splitlines()


def main(path: str) -> None:
    if not zipfile.is_zipfile(path):
        parse(path, Path(path).read_bytes())
        return
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            with contextlib.suppress(ValueError, csv.Error):
                parse(name, archive.read(name))


if __name__ == "__main__":
    main(sys.argv[1])
