"""The life-cycle tests a second time, on PostgreSQL."""

import os
import subprocess
import sys

import pytest

from tests.donation import postgres


@pytest.mark.skipif("postgres" in os.environ.get("DATABASE_URL", ""), reason="this is that pass")
def test_the_life_of_a_donation_is_the_same_on_postgresql() -> None:
    if postgres.binaries() is None:
        if os.environ.get("CI"):
            pytest.fail("CI must have PostgreSQL: apt-get install postgresql")
        pytest.skip("PostgreSQL is not installed (apt-get install postgresql)")
    with postgres.server() as server:
        done = subprocess.run(
            [sys.executable, "-m", "pytest", "-q", "-x", "-m", "lifecycle", "tests/donation"],
            env={**os.environ, "DATABASE_URL": server.address},
            capture_output=True,
            text=True,
        )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-2000:]
    assert " passed" in done.stdout
