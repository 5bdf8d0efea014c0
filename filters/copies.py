"""Files that an archive holds twice under two names: each is read once.

A donor who puts downloads together gives `like.js` beside `like (1).js`. The same bytes say nothing
new, whatever they are called. A later copy, that holds more, is for `overlap`: act by act.
"""

from collections import Counter
from collections.abc import Hashable, Sequence

from filters.archive.archive import Archive
from filters.reader import Purpose
from filters.recognition import Claim

_FOR_ACTS = (Purpose.SIGNAL, Purpose.CONTEXT)


def same_bytes(claims: Sequence[Claim], archive: Archive) -> dict[int, int]:
    """Which of the claimed entries are copies, and of which: their numbers among the claims.

    A copy is of the same size and checksum as one before it that is read in the same way. Nothing
    is read of entries whose directory has checksums, nor of one whose size no other has.
    """
    alike = Counter(map(_way_and_size, claims))
    first: dict[Hashable, int] = {}
    copies: dict[int, int] = {}
    # In the order of the archive: to go back in a packed tar is to unpack it anew.
    for number, claim in enumerate(claims):
        alone = alike[_way_and_size(claim)] == 1 or claim.row.purpose not in _FOR_ACTS
        if not alone and (checksum := archive.checksum(claim.entry)) is not None:
            original = first.setdefault((_way_and_size(claim), checksum), number)
            if original != number:
                copies[number] = original
    return copies


def _way_and_size(claim: Claim) -> Hashable:
    row, entry = claim
    return row.handle, entry.size, entry.name.rpartition("/")[0] if row.by_folder else ""
