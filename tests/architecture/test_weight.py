"""What is loaded in which process: language models take seconds and hundreds of megabytes."""

import os
import subprocess
import sys
from pathlib import Path

from tests.architecture.tracked import ROOT

HEAVY = ("presidio_analyzer", "py3langid", "spacy")


def loaded_by(code: str, data: Path) -> set[str]:
    """The heavy libraries that are loaded once `code` has run in a fresh process."""
    environment = {**os.environ, "GLANE_DATA": str(data)}
    asked = f"import sys\n{code}\nprint(*set(sys.modules) & set({HEAVY!r}))"
    done = subprocess.run(
        [sys.executable, "-c", asked],
        cwd=ROOT, env=environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return set(done.stdout.split())


def test_the_web_server_loads_no_language_model(tmp_path: Path) -> None:
    web = """
import os
os.environ["DJANGO_SETTINGS_MODULE"] = "donation.settings"
import donation.wsgi
from django.urls import get_resolver
get_resolver().url_patterns
"""
    assert loaded_by(web, tmp_path) == set()


def test_reading_and_deciding_from_a_terminal_loads_no_language_model(tmp_path: Path) -> None:
    assert loaded_by("import filters, filters.__main__, filters.terminal", tmp_path) == set()
