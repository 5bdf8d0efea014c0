"""Back-up and restoration of an instance on one host: all but the keys.

After a restoration the site answers nobody until what ended since the back-up has ended again
(`replay`): a withdrawal survives the restoration of what was before it.
"""

import logging
import os
import shutil
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from django.conf import settings
from django.db import connection

from donation import audit, ledger, lifecycle, storage, vault
from donation.models import Donation
from donation.operation import retention
from donation.release import tombstones
from donation.stages import amendment, withdrawal

log = logging.getLogger("donation.backup")
_DATABASE, _SEALED, _RELEASES = "glane.sqlite3", "sealed", "releases"


class NotHere(Exception):
    """The database or the storage is a server's: it has a back-up of its own."""


class NotABackup(Exception):
    """The folder holds no back-up, or is not empty where one should be made."""


def back_up(folder: Path) -> None:
    """Copy the database as it is at one moment, sealed files, releases. Raises NotHere, NotABackup.

    Files are copied before and after it: what a row of it names is in the copy, though it was
    written anew or came in meanwhile. What ends meanwhile may lack its files, and ends again.
    """
    _must_be_local()
    if folder.exists() and any(folder.iterdir()):
        raise NotABackup
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    _copy(_sealed(), folder / _SEALED)
    with closing(sqlite3.connect(folder / _DATABASE)) as copy:
        connection.ensure_connection()
        connection.connection.backup(copy)
    _copy(_sealed(), folder / _SEALED)
    _copy(tombstones.folder_of_all(), folder / _RELEASES)


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
    if (folder / _RELEASES).is_dir():  # Older back-ups have none.
        shutil.rmtree(tombstones.folder_of_all(), ignore_errors=True)
        shutil.copytree(folder / _RELEASES, tombstones.folder_of_all())


def replay() -> int:
    """End again what had ended, then open the site. Out: how many donations changed."""
    changed = 0
    for ended in ledger.lines():
        donation = Donation.objects.filter(pk=ended.donation, stage__in=lifecycle.LIVE).first()
        if donation is None:
            continue
        if ended.rows:
            changed += _take_out_again(donation, frozenset(ended.rows))
        else:
            withdrawal.withdraw(donation)
            changed += 1
    # A restored log lacks what was written since the back-up: it says itself why.
    audit.append(audit.Event.RESTORED, ended_again=changed)
    retention.purge()
    settings.RESTORING.unlink(missing_ok=True)
    return changed


def _take_out_again(donation: Donation, uids: frozenset[str]) -> bool:
    try:
        return amendment.take_out_again(donation, uids)
    except vault.Unopenable:
        # No row of theirs can be read: none comes back, and none is known in a release.
        log.exception("a restored donation does not open: releases with it are retired")
        tombstones.retire_all_with(donation)
        return True


def _copy(source: Path, target: Path) -> None:
    """Copy the files that the copy lacks or has as they were before. Erasures go on meanwhile."""
    target.mkdir(mode=0o700, exist_ok=True)
    for place, _, names in os.walk(source, onerror=_unless_gone):
        copies = target / Path(place).relative_to(source)
        with suppress(FileNotFoundError):
            copies.mkdir(mode=Path(place).stat().st_mode, exist_ok=True)
        for name in names:
            path, copied = Path(place, name), copies / name
            with suppress(FileNotFoundError):
                if not copied.exists() or copied.stat().st_mtime_ns != path.stat().st_mtime_ns:
                    shutil.copy2(path, copied)


def _unless_gone(error: OSError) -> None:
    if not isinstance(error, FileNotFoundError):
        raise error


def _sealed() -> Path:
    return Path(settings.STORAGES["default"]["OPTIONS"]["location"])


def _must_be_local() -> None:
    if connection.vendor != "sqlite" or not storage.is_local():
        raise NotHere
