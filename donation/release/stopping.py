"""What stops a build is written where whoever asked for it finds it, and its traces are erased."""

import logging
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.db.models import Q

from donation import vault
from donation.jobs import LeaseLost, database_now
from donation.models import Build
from donation.release.gate import Failed

_ABANDONED = timedelta(hours=2)
log = logging.getLogger("donation.release")


class NotBuilt(Exception):
    """Why nothing was built, in one line that says what to do."""


@contextmanager
def told(build: UUID) -> Iterator[None]:
    """Whatever stops the block ends the build with its reason; a defect is raised as well."""
    try:
        yield
    except LeaseLost:
        return  # Somebody else has the work, or it was called off.
    except Failed as failed:
        end(build, str(failed), [gate._asdict() for gate in failed.gates])
    except NotBuilt as stopped:
        end(build, str(stopped))
    except (OSError, sqlite3.OperationalError) as error:
        log.exception("a build could not use its disk")
        what = getattr(error, "strerror", None) or type(error).__name__
        end(build, f"The disk refused ({what}): make room, then build again.")
    except vault.Unopenable:
        end(build, "A staged file of this build does not open: build again.")
    except Exception:
        end(build, "A defect stopped the build: the log says where.")
        raise


def end(build: UUID, problem: str, gates: list[dict[str, object]] | None = None) -> bool:
    """The build ends without a release. The first reason stays; out: whether this is it."""
    first = Build.objects.filter(pk=build, problem="").update(problem=problem, gates=gates or [])
    if first:
        clear(build)
    return bool(first)


def clear(build: UUID) -> None:
    """Erase what a build wrote on the way: sealed shards, and its folders."""
    vault.shred(build)
    for path in _releases().glob(f".{build}.*.partial"):
        shutil.rmtree(path, ignore_errors=True)


def sweep() -> int:
    """Erase builds that nobody works on any more, and what killed ones left. Out: how many."""
    now = database_now()
    busy = Q(lease_until__gt=now) | Q(shards__lease_until__gt=now)
    old = Build.objects.filter(begun_at__lt=now - _ABANDONED)
    abandoned = [pk for (pk,) in old.exclude(busy).values_list("pk")]
    for pk in abandoned:
        clear(pk)
        Build.objects.filter(pk=pk).delete()
    left = list(_releases().glob(".*.partial"))
    # Listed before the rows are read: a build's row is there before its folder.
    building = {str(pk) for pk in Build.objects.values_list("pk", flat=True)}
    for path in left:
        if path.name.split(".")[1] not in building:
            shutil.rmtree(path, ignore_errors=True)
    return len(abandoned)


def folder(build: UUID, token: UUID) -> Path:
    """Where one worker puts a release together; renamed at the end."""
    return _releases() / f".{build}.{token.hex}.partial"


def _releases() -> Path:
    return Path(settings.DATA) / "releases"
