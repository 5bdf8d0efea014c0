"""SQLite's write-ahead journal, where an old page may still hold a key that was destroyed."""

from django.db import OperationalError, connection

_WAIT_MILLISECONDS = 1500
"""For readers to finish: a donor waits meanwhile, and housekeeping tries again."""


def empty() -> bool:
    """Write everything to the database file and cut the journal to nothing. Out: whether it is so.

    What was deleted is overwritten with zeros on the way (`secure_delete`). Does nothing on other
    databases, nor inside a transaction.
    """
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        return False
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout")
        usual = int(cursor.fetchone()[0])
        cursor.execute(f"PRAGMA busy_timeout = {_WAIT_MILLISECONDS}")
        try:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            return bool(cursor.fetchone()[0] == 0)
        except OperationalError:
            return False
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {usual}")
