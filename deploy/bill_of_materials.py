"""What Glane is made of: `python -m deploy.bill_of_materials [--licences]`.

Standard output: a CycloneDX 1.6 document of the runtime lock, every distribution with its version,
its hashes and its licence; or, with `--licences`, the licences alone, one line a distribution. The
lock says what is installed, the installed distributions say under which licence. Source of the
format: cyclonedx.org/docs/1.6/json.
"""

import json
import re
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path
from typing import NamedTuple

LOCK = Path(__file__).parents[1] / "requirements.txt"
UNKNOWN = "unknown"
_PIN = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^]]*\])?==([^\s;\\]+)", re.MULTILINE)
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
_CLASSIFIER = re.compile(r"^License :: (?:OSI Approved :: )?(.+)$")
_LONGEST_NAME = 80
"""A licence field longer than that holds the whole text of the licence, not its name."""


class Component(NamedTuple):
    """One distribution of the lock."""

    name: str
    version: str
    hashes: tuple[str, ...]
    licence: str


def components(lock: Path = LOCK) -> list[Component]:
    """Everything the lock holds, by name."""
    text = lock.read_text(encoding="utf-8")
    pins = list(_PIN.finditer(text))
    ends = [pin.start() for pin in pins[1:]] + [len(text)]
    return [
        Component(pin[1], pin[2], tuple(_HASH.findall(text[pin.end() : end])), _licence_of(pin[1]))
        for pin, end in zip(pins, ends, strict=True)
    ]


def document(found: list[Component]) -> dict[str, object]:
    """The components as CycloneDX. No time and no serial number: the same lock, the same bytes."""
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "name": "glane",
                "licenses": [{"expression": "AGPL-3.0-or-later"}],
            }
        },
        "components": [_entry(component) for component in found],
    }


def _entry(component: Component) -> dict[str, object]:
    purl = f"pkg:pypi/{component.name.lower().replace('_', '-')}@{component.version}"
    return {
        "type": "library",
        "bom-ref": purl,
        "name": component.name,
        "version": component.version,
        "purl": purl,
        "licenses": [{"license": {"name": component.licence}}],
        # Every file of the distribution that the lock allows to be installed.
        "externalReferences": [
            {
                "type": "distribution",
                "url": purl,
                "hashes": [{"alg": "SHA-256", "content": digest}],
            }
            for digest in component.hashes
        ],
    }


def _licence_of(name: str) -> str:
    """What a distribution says of itself: an expression, else classifiers, else a short text."""
    try:
        said = metadata(name)
    except PackageNotFoundError:
        return UNKNOWN
    if expression := said.get("License-Expression"):
        return str(expression)
    classified = sorted(_classified(said.get_all("Classifier") or []))
    if classified:
        return "; ".join(classified)
    words = str(said.get("License") or "").strip()
    return words if 0 < len(words) <= _LONGEST_NAME and "\n" not in words else UNKNOWN


def _classified(classifiers: list[str]) -> Iterator[str]:
    for classifier in classifiers:
        if (found := _CLASSIFIER.match(classifier)) and found[1] != "OSI Approved":
            yield found[1]


def main(arguments: list[str]) -> None:
    """Print one or the other."""
    found = components()
    if "--licences" in arguments:
        for component in found:
            sys.stdout.write(f"{component.name:<32}{component.version:<16}{component.licence}\n")
    else:
        json.dump(document(found), sys.stdout, indent=2)
        sys.stdout.write("\n")


if __name__ == "__main__":
    main(sys.argv[1:])
