"""What a database still holds of a key that was destroyed: SQLite in its journal, PostgreSQL in the
dead rows of a table."""

from django.db import OperationalError, connection

_WAIT_MILLISECONDS = 1500
"""For readers to finish: a donor waits meanwhile, and housekeeping tries again."""


_LOCK_MILLISECONDS = 2000
"""For the table, which pages wait for meanwhile."""


def rewrite(table: str) -> bool:
    """Write a table anew without its dead rows; the old file goes. Out: whether it is so.

    A plain VACUUM only marks their place as free: the bytes stay until something else is written
    there. PostgreSQL alone; elsewhere, or while others hold the table, nothing is done. A row that
    an open transaction may still see stays until the next time.
    """
    if connection.vendor != "postgresql" or connection.in_atomic_block:
        return False
    with connection.cursor() as cursor:
        cursor.execute(f"SET lock_timeout = {_LOCK_MILLISECONDS}")
        try:
            cursor.execute(f"VACUUM (FULL) {connection.ops.quote_name(table)}")
        except OperationalError:
            return False
        finally:
            cursor.execute("RESET lock_timeout")
    return True


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
