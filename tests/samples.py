"""Exports nobody here wrote, beside the project in ../shared: read, never copied."""

import os
from pathlib import Path

import pytest

SAMPLES = Path(__file__).resolve().parents[2] / "shared" / "samples"


def sample(name: str) -> Path:
    """The path of a sample. Without ../shared the test is skipped, aloud; in CI it fails."""
    path = SAMPLES / name
    if not path.exists():
        if os.environ.get("CI"):
            pytest.fail(f"../shared/samples/{name} is missing, and CI must have it")
        pytest.skip(f"../shared/samples/{name} is missing: this test reads a real export there")
    return path
