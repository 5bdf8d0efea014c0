"""Back-up and restoration of an instance on one host: database and sealed files, never the keys.

After a restoration the site answers nobody until what ended since the back-up has ended again
(`replay`): a withdrawal survives the restoration of what was before it.
"""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from django.conf import settings
from django.core.files.storage import default_storage
from django.db import connection

from donation import amendment, ledger, lifecycle, retention, withdrawal
from donation.models import Donation

_DATABASE, _SEALED = "glane.sqlite3", "sealed"


class NotHere(Exception):
    """The database or the storage is a server's: it has a back-up of its own."""


class NotABackup(Exception):
    """The folder holds no back-up, or is not empty where one should be made."""


def back_up(folder: Path) -> None:
    """Copy the database as it is at one moment, then the sealed files. Raises NotHere, NotABackup.

    A sealed file that ends meanwhile is not in the copy; the database then holds a donation whose
    files are gone, which fails as one that cannot be opened.
    """
    _must_be_local()
    if folder.exists() and any(folder.iterdir()):
        raise NotABackup
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with closing(sqlite3.connect(folder / _DATABASE)) as copy:
        connection.ensure_connection()
        connection.connection.backup(copy)
    shutil.copytree(_sealed(), folder / _SEALED, ignore_dangling_symlinks=True)


def restore(folder: Path) -> None:
    """Put a back-up in the place of what is there, and close the site until `replay`.

    Raises NotHere, NotABackup. The site must be stopped.
    """
    _must_be_local()
    if not (folder / _DATABASE).is_file():
        raise NotABackup
    settings.RESTORING.parent.mkdir(parents=True, exist_ok=True)
    settings.RESTORING.touch()
    with closing(sqlite3.connect(folder / _DATABASE)) as copy:
        connection.ensure_connection()
        copy.backup(connection.connection)
    shutil.rmtree(_sealed(), ignore_errors=True)
    shutil.copytree(folder / _SEALED, _sealed())


def replay() -> int:
    """End again what had ended, then open the site. Out: how many donations changed."""
    changed = 0
    for ended in ledger.lines():
        donation = Donation.objects.filter(pk=ended.donation, stage__in=lifecycle.LIVE).first()
        if donation is None:
            continue
        if ended.rows:
            changed += amendment.take_out_again(donation, frozenset(ended.rows))
        else:
            withdrawal.withdraw(donation)
            changed += 1
    retention.purge()
    settings.RESTORING.unlink(missing_ok=True)
    return changed


def _sealed() -> Path:
    return Path(settings.STORAGES["default"]["OPTIONS"]["location"])


def _must_be_local() -> None:
    if connection.vendor != "sqlite" or not hasattr(default_storage, "base_location"):
        raise NotHere
