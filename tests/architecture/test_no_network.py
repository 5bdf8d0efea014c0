"""Nothing leaves the machine at run time: a worker reads and cleans an archive, every socket watched.

The hook stands in the interpreter itself, in the worker and in the child it forks: whatever library
opens a connection, asks for a name or sends a packet is heard.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.tracked import ROOT
from tests.journeys.archives import chatgpt

WATCHED = """
import os, sys
from ipaddress import ip_address
heard = os.open(os.environ["HEARD"], os.O_WRONLY | os.O_CREAT | os.O_APPEND)

def listen(event, arguments):
    if event == "socket.connect" or event == "socket.sendto":
        place = arguments[1]
        if not isinstance(place, tuple):
            return  # A socket of the file system.
        try:
            if ip_address(place[0]).is_loopback:
                return
        except ValueError:
            pass
    elif event not in ("socket.getaddrinfo", "socket.gethostbyname"):
        return
    os.write(heard, f"{event} {arguments}\\n".encode())
    raise ConnectionRefusedError("nothing leaves this machine")

sys.addaudithook(listen)
"""
A_DONATION = """
os.environ["DJANGO_SETTINGS_MODULE"] = "donation.settings"
import django; django.setup()
from pathlib import Path
from django.core.management import call_command
from donation import vault
from donation.stages import intake, sieving

call_command("migrate", verbosity=0)
donation, _code = intake.begin()
content = Path(os.environ["EXPORT"]).read_bytes()
with vault.sealing(donation, "upload-000") as sealed:
    sealed.write(content)
intake.complete(donation, [intake.Given("export.zip", ("upload-000",))], len(content))
sieving.sift_donation(str(donation.pk))
donation.refresh_from_db()
print(donation.stage, donation.rows)
"""
AN_ADDRESS = """
import socket
try:
    socket.create_connection(("192.0.2.1", 80), timeout=1)
except ConnectionRefusedError as refused:
    print(refused)
"""


def heard_of(code: str, tmp_path: Path) -> tuple[str, str]:
    """What code prints, and what was heard of it."""
    heard = tmp_path / "heard"
    environment = {
        **os.environ, "HEARD": str(heard), "GLANE_DATA": str(tmp_path / "data"),
        "EXPORT": str(tmp_path / "export.zip"), "REDIS_URL": f"redis+socket://{tmp_path}/none.sock",
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-c", WATCHED + code],
        cwd=ROOT, env=environment, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout, heard.read_text()


def test_a_worker_speaks_to_no_other_machine(tmp_path: Path) -> None:
    (tmp_path / "export.zip").write_bytes(chatgpt(12).buffer)
    said, heard = heard_of(A_DONATION, tmp_path)
    assert said == "report 12\n"
    assert heard == ""


@pytest.mark.parametrize("forked", [False, True])
def test_one_that_tried_would_be_heard(tmp_path: Path, forked: bool) -> None:
    inside = f"\nif os.fork() == 0:\n    {AN_ADDRESS.strip().replace(chr(10), chr(10) + '    ')}\n    os._exit(0)\nos.wait()\n"
    _, heard = heard_of(inside if forked else AN_ADDRESS, tmp_path)
    assert heard.startswith("socket.")
    assert "192.0.2.1" in heard
