"""Nobody stands out: columns are made coarser until at least k donors share each group of values.

Order of coarsening (records, gate G8): the quarter becomes the year, then nothing; the object type
`other`; what is still rare is left out. An object is only named, by the hash that stands for it in
this release, where as many donors share it.
"""

from donation.release.staging import Staging

K = 10
"""Donors who must share a group of values (records, gate G8)."""
GROUP = ("platform", "period", "language", "kind", "object_type")
_STEPS = (
    ("period", "substr(period, 1, 4)"),
    ("period", "''"),
    ("object_type", "'other'"),
    ("language", "'other'"),
)


def generalise(staging: Staging, k: int) -> dict[str, int]:
    """Make groups of fewer than `k` donors coarser, then leave them out. Out: rows by step."""
    done: dict[str, int] = {}
    for number, (column, coarser) in enumerate(_STEPS):
        changed = staging.database.execute(
            f"UPDATE row SET {column} = {coarser} WHERE dropped IS NULL AND {column} != {coarser} "  # noqa: S608 - ours
            f"AND ({', '.join(GROUP)}) IN ({_rare()})",
            (k,),
        ).rowcount
        done[f"{number + 1}_{column}"] = changed
    done["suppressed"] = staging.drop_where(
        f"({', '.join(GROUP)}) IN ({_rare()})", "fewer_than_k", (k,)
    )
    done["object_ref"] = staging.database.execute(
        "UPDATE row SET object_ref = NULL WHERE dropped IS NULL AND object_ref IN (SELECT "
        "object_ref FROM row WHERE dropped IS NULL AND object_ref IS NOT NULL GROUP BY object_ref "
        "HAVING count(DISTINCT donor) < ?)",
        (k,),
    ).rowcount
    return done


def smallest_group(staging: Staging) -> int:
    """Donors in the group with the fewest; 0 without rows."""
    groups = staging.query(
        f"SELECT count(DISTINCT donor) FROM row WHERE dropped IS NULL GROUP BY {', '.join(GROUP)}"  # noqa: S608
    )
    return min((count for (count,) in groups), default=0)


def least_shared_object(staging: Staging) -> int | None:
    """Donors who share the object that the fewest share; None where no object is named."""
    ((fewest,),) = staging.query(
        "SELECT min(givers) FROM (SELECT count(DISTINCT donor) AS givers FROM row WHERE dropped "
        "IS NULL AND object_ref IS NOT NULL GROUP BY object_ref)"
    )
    return None if fewest is None else int(fewest)


def _rare() -> str:
    columns = ", ".join(GROUP)
    return (
        f"SELECT {columns} FROM row WHERE dropped IS NULL GROUP BY {columns} "  # noqa: S608
        "HAVING count(DISTINCT donor) < ?"
    )
