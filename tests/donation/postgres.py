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


class Server:
    """A server in a folder. As root it runs as another user, as it must."""

    def __init__(self, home: Path) -> None:
        place = binaries()
        assert place is not None
        self._place, self._home, self._user = place, home, _unprivileged()
        if self._user is not None:
            os.chown(home, self._user.pw_uid, self._user.pw_gid)
        self._data = str(home / "data")
        self.address = f"postgres://glane@{str(home).replace('/', '%2F')}:{_PORT}/postgres"

    def start(self) -> None:
        """Make it when there is none, and start it."""
        if not Path(self._data).exists():
            self._run("initdb", "-D", self._data, "-U", "glane", "-A", "trust", "--no-sync")
        options = f"-p {_PORT} -k {self._home} -c listen_addresses= -c fsync=off"
        self._run(
            "pg_ctl", "-D", self._data, "-l", str(self._home / "log"), "-o", options, "-w", "start"
        )

    def stop(self, mode: str = "immediate") -> None:
        """Stop it: at once, as a power cut does, or in another of its ways."""
        self._run("pg_ctl", "-D", self._data, "-m", mode, "stop")

    def tables_hold(self, wanted: bytes) -> bool:
        """Whether any file of a table or index holds these bytes. After a checkpoint: all do."""
        files = [path for path in (Path(self._data) / "base").rglob("*") if path.is_file()]
        return any(wanted in path.read_bytes() for path in files)

    def _run(self, *command: str) -> None:
        user = self._user
        subprocess.run(
            [str(self._place / command[0]), *command[1:]],
            check=True,
            capture_output=True,
            cwd=self._home,
            user=user.pw_uid if user else None,
            group=user.pw_gid if user else None,
            extra_groups=[] if user else None,
        )


@contextmanager
def server() -> Iterator[Server]:
    """A running server, gone with its data at the end."""
    home = Path(tempfile.mkdtemp(prefix="glane-pg-", dir="/tmp"))
    try:
        found = Server(home)
        found.start()
        try:
            yield found
        finally:
            found.stop()
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _unprivileged() -> pwd.struct_passwd | None:
    if os.getuid() != 0:
        return None
    try:
        return pwd.getpwnam("postgres")
    except KeyError:
        return pwd.getpwnam("nobody")
