"""PostgreSQL keeps what was deleted in its files: a destroyed key is looked for there, byte by byte."""

import base64
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.deployment.composition import ROOT
from tests.donation import postgres

KEY = base64.b64encode(bytes(range(32))).decode()
A_LIFE = """
import os, sys
os.environ["DJANGO_SETTINGS_MODULE"] = "donation.settings"
import django; django.setup()
from django.core.management import call_command
from django.db import connection
from donation.operation import retention
from donation.stages import intake, withdrawal

def written(said):
    with connection.cursor() as cursor:
        cursor.execute("CHECKPOINT")
    print(said, flush=True)
    sys.stdin.readline()

call_command("migrate", verbosity=0)
donations = [intake.begin()[0] for _ in range(5)]
gone, stays = donations[1:3], donations[0]
written(" ".join(bytes(one.wrapped_key).hex() for one in [stays, *gone]))
for one in gone:
    withdrawal.withdraw(one)
written("withdrawn")
retention.purge()
written("purged")
stays.refresh_from_db()
assert stays.wrapped_key
"""


def test_after_housekeeping_no_file_of_a_table_holds_a_destroyed_key(tmp_path: Path) -> None:
    if postgres.binaries() is None:
        pytest.fail("PostgreSQL is needed: apt-get install postgresql")
    keys = ("GLANE_SECRET_KEY", "GLANE_KEK", "GLANE_CODE_KEY", "GLANE_SIGNING_KEY")
    with postgres.server() as database:
        running = subprocess.Popen(
            [sys.executable, "-c", A_LIFE],
            cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            text=True,
            env={
                **os.environ, **dict.fromkeys(keys, KEY), "DATABASE_URL": database.address,
                "GLANE_DATA": str(tmp_path),
            },
        )  # fmt: skip
        assert running.stdin is not None
        assert running.stdout is not None

        def said() -> str:
            return running.stdout.readline().strip()

        def go_on() -> None:
            running.stdin.write("\n")
            running.stdin.flush()

        stays, *gone = (bytes.fromhex(key) for key in said().split())
        assert database.tables_hold(stays)
        go_on()
        assert said() == "withdrawn"
        assert all(database.tables_hold(key) for key in gone), "the search sees nothing"
        go_on()
        assert said() == "purged"
        assert not any(database.tables_hold(key) for key in gone)
        assert database.tables_hold(stays)
        _, errors = running.communicate("\n")
        assert running.returncode == 0, errors
