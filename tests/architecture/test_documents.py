"""What the documents say of the project is true: links, settings, words."""

import ast
import re
from pathlib import Path

import pytest

from donation.measure import FIGURES
from filters.catalogue import table
from filters.recognition import READERS
from tests.architecture.tracked import ROOT, text_of, tracked_files
from tests.deployment.composition import names_read_by_settings, read

DOCUMENTS = [path for path in tracked_files() if path.suffix == ".md"]
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_ROW = re.compile(r"^\| `(\w+)` \| ([^|]+) \|", re.MULTILINE)


def anchors(document: Path) -> set[str]:
    """The headings of a document as links name them."""
    headings = re.findall(r"^#+ (.+)$", text_of(document), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", h).strip().lower().replace(" ", "-") for h in headings}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_to_a_file_of_the_project_leads_somewhere(document: Path) -> None:
    for target in _LINK.findall(text_of(document)):
        if "://" in target or target.startswith("mailto:"):
            continue
        name, _, anchor = target.partition("#")
        linked = (document.parent / name).resolve() if name else document
        assert linked.exists(), target
        assert not anchor or anchor in anchors(linked), target


def test_every_setting_is_documented_and_every_documented_setting_is_read() -> None:
    table = read("docs/operations.md").partition("## Settings")[2].partition("\n## ")[0]
    documented = [name for name, _ in _ROW.findall(table)]
    assert len(documented) == len(set(documented))
    assert set(documented) == set(names_read_by_settings())


def test_documented_numbers_are_the_settings_own() -> None:
    documented = {n: d.strip().strip("`") for n, d in _ROW.findall(read("docs/operations.md"))}
    numbers = {
        name: eval(ast.unparse(default))
        for name, default in names_read_by_settings().items()
        if default is not None and re.fullmatch(r"[\d*_ ]+", ast.unparse(default))
    }
    assert numbers
    assert {name: documented[name] for name in numbers} == {n: str(v) for n, v in numbers.items()}


def test_nothing_people_read_promises_what_cannot_be_kept() -> None:
    # The data are cleaned and pseudonymous: no page, no document may say more.
    promise = re.compile("anon" + "ym", re.IGNORECASE)
    read_by_people = [
        path
        for path in tracked_files()
        if path.suffix in {".md", ".html", ".po", ".txt"}
        and "tests" not in path.parts
        # Word lists are read by the redactor: one names a self-help group.
        and "redaction" not in path.parts
    ]
    read_by_people += [ROOT / "donation/wording.py", ROOT / "filters/terminal.py"]
    assert [str(path) for path in read_by_people if promise.search(text_of(path))] == []


def test_no_file_names_a_package_index() -> None:
    indexes = re.compile("|".join([
        "py" + r"pi\.(?:org|python)", "python" + "hosted", r"registry\.npm" + "js", "npm" + r"js\.",
        r"--(?:extra-)?index" + "-url[ =]h", r"deb\.deb" + r"ian\.org", "conda" + r"\.anaconda",
    ]))  # fmt: skip
    assert [str(path) for path in tracked_files() if indexes.search(text_of(path))] == []


def test_the_table_of_platforms_is_that_of_the_readers() -> None:
    shown = read("README.md").split("<!-- platforms -->")[1].split("<!-- /platforms -->")[0]
    assert shown.strip() == table(READERS).strip()


def test_every_test_that_a_document_names_is_there() -> None:
    short = {"d/": "donation/", "pages/": "donation/pages/"}
    for name in ("docs/security.md", "docs/reliability.md", "docs/threat-model.md"):
        named = re.findall(r"`(?:tests/)?((?:[a-z_]+/)+(?:test_\w+\.py)?)`", read(name))
        assert named, name
        for path in named:
            start = next((start for start in short if path.startswith(start)), "")
            full = short.get(start, "") + path.removeprefix(start)
            if "test_" in full:
                assert (ROOT / "tests" / full).exists(), (name, path)


def test_every_item_of_the_standards_first_two_levels_has_its_row() -> None:
    """Counted by chapter and section in ASVS 5.0: a row may hold several items that go together."""
    rows = re.findall(
        r"^\| ((?:\d+\.\d+\.\d+(?: to \d+\.\d+\.\d+)? ?)+)\|",
        read("docs/security.md"),
        re.MULTILINE,
    )
    listed: set[str] = set()
    for row in rows:
        for first, last in re.findall(r"(\d+\.\d+\.\d+)(?: to (\d+\.\d+\.\d+))?", row):
            section, _, number = first.rpartition(".")
            end = int((last or first).rpartition(".")[2])
            listed |= {f"{section}.{n}" for n in range(int(number), end + 1)}
    for section, count in FIRST_TWO_LEVELS.items():
        assert {f"{section}.{n}" for n in range(1, count + 1)} <= listed, section


FIRST_TWO_LEVELS = {
    "1.1": 2, "1.2": 9, "1.3": 11, "1.4": 3, "1.5": 2, "2.1": 3, "2.2": 3, "2.3": 4, "2.4": 1,
    "3.2": 2, "3.3": 4, "3.4": 6, "3.5": 5, "3.7": 2, "4.1": 3, "4.2": 1, "4.3": 2, "4.4": 4,
    "5.1": 1, "5.2": 3, "5.3": 2, "5.4": 3, "6.1": 3, "6.2": 11, "6.3": 4, "6.4": 4, "6.5": 5,
    "6.6": 3, "6.8": 4, "7.1": 3, "7.2": 4, "7.3": 2, "7.4": 5, "7.5": 2, "7.6": 2, "8.1": 2,
    "8.2": 3, "8.3": 1, "8.4": 1, "11.1": 2, "11.2": 3, "11.3": 3, "11.4": 4, "11.5": 1, "11.6": 1,
    "12.1": 3, "12.2": 2, "12.3": 4, "13.1": 1, "13.2": 5, "13.3": 2, "13.4": 5, "14.1": 2,
    "14.2": 4, "14.3": 3, "15.1": 3, "15.2": 3, "15.3": 7, "16.1": 1, "16.2": 5, "16.3": 4,
    "16.4": 3, "16.5": 3,
}  # fmt: skip
"""How many items each section has up to level 2; of chapters 9, 10 and 17 nothing applies."""


def test_the_figures_shown_to_donors_are_those_of_the_document() -> None:
    document = read("docs/redaction.md")
    for figure in FIGURES:
        row = f"| {figure.texts} | {figure.entity} | {figure.n} |"
        shown = f"{figure.found:.1f}% [{figure.least:.1f}%, {figure.most:.1f}%]"
        assert any(line.startswith(row) and shown in line for line in document.splitlines()), row
