"""What Glane is made of is fixed, known, and may be given on under its licence."""

import re

import pytest

from deploy import known_defects
from deploy.bill_of_materials import UNKNOWN, components, document
from tests.deployment.composition import read

FREE = re.compile(
    r"MIT|BSD|Apache|PSF|MPL|Mozilla Public|ISC|Unlicense|0BSD|Zlib|CC0|CNRI|LGPL|Lesser General",
)
"""Licences whose works may be part of one under AGPL-3.0-or-later."""
ELSEWHERE = frozenset({"async-timeout", "colorama", "tzdata", "greenlet"})
"""Installed on other systems or interpreters only: their licence cannot be read here."""
LOCKS = ("requirements.txt", "requirements-dev.txt")


@pytest.mark.parametrize("lock", LOCKS)
def test_everything_that_is_installed_is_pinned_with_hashes(lock: str) -> None:
    entries = re.split(r"\n(?=[A-Za-z0-9])", read(lock).partition("\n")[2])
    pinned = [entry for entry in entries if re.match(r"[A-Za-z0-9._-]+(\[[^]]*\])?==", entry)]
    assert len(pinned) > 50
    assert all("--hash=sha256:" in entry for entry in pinned)


def test_the_bill_of_materials_is_the_lock() -> None:
    bill = document(components())
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    listed = bill["components"]
    assert isinstance(listed, list)
    named = {(one["name"], one["version"]) for one in listed}
    assert named == set(
        re.findall(r"^([\w.-]+)(?:\[.*?\])?==([^\s;]+)", read("requirements.txt"), re.MULTILINE)
    )
    for one in listed:
        hashes = [h["content"] for file in one["externalReferences"] for h in file["hashes"]]
        assert hashes, one["name"]
        assert all(f"sha256:{digest}" in read("requirements.txt") for digest in hashes)


def test_every_licence_is_known_and_may_be_part_of_ours() -> None:
    for component in components():
        if component.licence == UNKNOWN and component.name in ELSEWHERE:
            continue
        assert FREE.search(component.licence), component


def test_a_known_defect_fails_and_what_was_not_looked_up_is_said_aloud(
    capsys: pytest.CaptureFixture[str],
) -> None:
    clean = {"name": "a", "version": "1", "vulns": []}
    bad = {"name": "b", "version": "2", "vulns": [{"id": "PYSEC-1"}]}
    unseen = {"name": "c", "skip_reason": "not found"}
    assert known_defects.told([clean]) == 0
    assert known_defects.told([clean, unseen]) == 2
    assert known_defects.told([]) == 2
    assert known_defects.told([clean, bad, unseen]) == 1
    said = capsys.readouterr().out
    assert "KNOWN DEFECT: b 2: PYSEC-1" in said
    assert "NOT CHECKED: 1 of 3" in said
