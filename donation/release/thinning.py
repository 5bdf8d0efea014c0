"""What is left out before a release is written, and why (records, section 6).

Contradictions (the latest thumb wins), duplicates exact and near, too short, too much of it masked,
too many of one donor. Duplicates across splits leave the larger split: no test row is trained on.
"""

from donation.release import near
from donation.release.staging import Staging

SHORTEST_PROMPT_CHARS, SHORTEST_PROMPT_WORDS = 10, 2
SHORTEST_COMPLETION_CHARS = 15
MOST_MASKED = 0.3
MOST_OF_A_DONOR = 200
MOST_SHARE_OF_A_DONOR = 0.005
TORN = (
    "SELECT verdict FROM row WHERE dropped IS NULL AND verdict IS NOT NULL "
    "GROUP BY verdict HAVING min(is_good) != max(is_good)"
)
"""What is judged one way and the other."""


def thin(staging: Staging) -> None:
    """Every step, in order. Reasons stand with the rows that were left out."""
    _short_or_masked(staging)
    staging.drop_where("same_sides", "chosen_is_rejected")
    _contradictions(staging)
    _exact_duplicates(staging)
    staging.drop(near.later(staging), "near_duplicate")
    _caps(staging)


def _short_or_masked(staging: Staging) -> None:
    staging.drop_where(
        "prompt_chars < ? OR prompt_words < ?",
        "prompt_too_short",
        (SHORTEST_PROMPT_CHARS, SHORTEST_PROMPT_WORDS),
    )
    staging.drop_where("said_chars < ?", "completion_too_short", (SHORTEST_COMPLETION_CHARS,))
    staging.drop_where("masked > ?", "too_masked", (MOST_MASKED,))


def _contradictions(staging: Staging) -> None:
    """Reversed pairs all go; of opposite thumbs by one donor the latest wins, of several donors
    none does."""
    staging.drop_where(
        f"verdict IN ({TORN}) AND id NOT IN (SELECT max(id) FROM row WHERE dropped IS NULL AND "  # noqa: S608 - ours
        f"config LIKE 'binary%' AND verdict IN ({TORN}) GROUP BY verdict "
        "HAVING count(DISTINCT donor) = 1)",
        "contradiction",
    )


def _exact_duplicates(staging: Staging) -> None:
    """Of equal rows one stays: that of the smallest split, and of the trusted config."""
    staging.drop_where(
        "digest IS NOT NULL AND id NOT IN (SELECT id FROM (SELECT id, row_number() OVER (PARTITION "
        "BY digest ORDER BY (split = 'train'), (config LIKE '%weak'), id) AS place FROM row "
        "WHERE dropped IS NULL AND digest IS NOT NULL) WHERE place = 1)",
        "duplicate",
    )


def _caps(staging: Staging) -> None:
    """At most so many rows of a donor, and no more than half a percent of a config; of fewer than
    two hundred donors some must have more, and there the number alone holds."""
    for config in staging.configs():
        ((total, donors),) = staging.query(
            "SELECT count(*), count(DISTINCT donor) FROM row WHERE dropped IS NULL AND config = ?",
            (config,),
        )
        most = MOST_OF_A_DONOR
        if donors * MOST_SHARE_OF_A_DONOR >= 1:
            most = min(most, max(1, int(total * MOST_SHARE_OF_A_DONOR)))
        staging.drop_where(
            "config = ? AND id IN (SELECT id FROM (SELECT id, row_number() OVER (PARTITION BY "
            "donor ORDER BY record_id) AS place FROM row WHERE dropped IS NULL AND config = ?) "
            "WHERE place > ?)",
            "donor_cap",
            (config, config, most),
        )
