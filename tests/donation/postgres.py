"""A PostgreSQL server of the tests' own: Debian's, on a socket in a temporary folder."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PORT = "54329"


def binaries() -> Path | None:
    """Where `initdb` and `postgres` lie; None when no server is installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if found:
        return found[-1].parent
    on_path = shutil.which("initdb")
    return Path(on_path).parent if on_path else None


@contextmanager
def server() -> Iterator[str]:
    """A running server; out: its DATABASE_URL. As root it runs as another user, as it must."""
    place = binaries()
    assert place is not None
    home = Path(tempfile.mkdtemp(prefix="glane-pg-", dir="/tmp"))
    user = _unprivileged()
    if user is not None:
        os.chown(home, user.pw_uid, user.pw_gid)

    def run(*command: str) -> None:
        subprocess.run(
            [str(place / command[0]), *command[1:]],
            check=True,
            capture_output=True,
            cwd=home,
            user=user.pw_uid if user else None,
            group=user.pw_gid if user else None,
            extra_groups=[] if user else None,
        )

    data = home / "data"
    try:
        run("initdb", "-D", str(data), "-U", "glane", "-A", "trust", "--no-sync")
        options = f"-p {_PORT} -k {home} -c listen_addresses= -c fsync=off"
        run("pg_ctl", "-D", str(data), "-l", str(home / "log"), "-o", options, "-w", "start")
        try:
            yield f"postgres://glane@{str(home).replace('/', '%2F')}:{_PORT}/postgres"
        finally:
            run("pg_ctl", "-D", str(data), "-m", "immediate", "stop")
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _unprivileged() -> pwd.struct_passwd | None:
    if os.getuid() != 0:
        return None
    try:
        return pwd.getpwnam("postgres")
    except KeyError:
        return pwd.getpwnam("nobody")
