"""What can be wrong with an archive, as a closed list of ids.

The sentence a person reads for each id is not written here: `donation.wording` holds it for the
site, `filters.terminal` for the terminal, and tests walk this list to see that none is missing.
"""

from collections.abc import Mapping
from enum import StrEnum

AGE_OF_CONSENT = 15
"""Years. France, article 45 of the law on computing and liberties (records, section 8)."""


class Problem(StrEnum):
    """Why a whole archive cannot be used. Ids are stable: they are stored and translated."""

    EMPTY = "empty"
    NOT_AN_ARCHIVE = "not_an_archive"
    UNKNOWN_PLATFORM = "unknown_platform"
    NESTED_ARCHIVE = "nested_archive"
    UNSUPPORTED_CONTAINER = "unsupported_container"
    INCOMPLETE = "incomplete"
    PASSWORD_PROTECTED = "password_protected"  # noqa: S105 - an id, not a password
    INCONSISTENT = "inconsistent"
    BOMB = "bomb"
    TOO_MANY_ENTRIES = "too_many_entries"
    UNREADABLE = "unreadable"
    HTML_EXPORT = "html_export"
    MINOR = "minor"  # The donor has not reached AGE_OF_CONSENT.
    TOO_LONG = "too_long"


class ArchiveProblem(Exception):
    """Stops one donation with a reason a person can act on.

    `problem` is the reason; `platform` is the platform recognised so far, or None. Neither ever
    quotes the archive. `layout` tells how many entries of each kind an unknown archive holds;
    `defect` the kind and place of an error of ours, when it was one.
    """

    def __init__(
        self,
        problem: Problem,
        platform: str | None = None,
        layout: Mapping[str, int] | None = None,
        *,
        defect: str = "",
    ) -> None:
        super().__init__(problem.value)
        self.problem = problem
        self.platform = platform
        self.layout = dict(layout or {})
        self.defect = defect


class EntryDamaged(Exception):
    """One entry of an archive cannot be read to its end; the other entries still can."""
