"""What the documents say of the project is true: links, settings, words."""

import ast
import re
from pathlib import Path

import pytest

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
