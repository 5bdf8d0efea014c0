"""Files that an archive holds twice under two names: each is read once.

A donor who puts downloads together gives `like.js` beside `like (1).js`. The same bytes say nothing
new, whatever they are called. A later copy, that holds more, is for `overlap`: act by act.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence

from filters.archive.archive import Archive
from filters.reader import Purpose
from filters.recognition import Claim

_NOT_READ = (Purpose.IGNORED, Purpose.HTML)


def same_bytes(claims: Sequence[Claim], archive: Archive) -> dict[int, int]:
    """Which of the claimed entries are copies, and of which: their numbers among the claims.

    A copy is of the same size and checksum as one before it that is read in the same way. Nothing
    is read of entries whose directory has checksums, nor of one whose size no other has.
    """
    alike: defaultdict[tuple[Callable[..., object] | None, int], list[int]] = defaultdict(list)
    for number, claim in enumerate(claims):
        if claim.row.purpose not in _NOT_READ:
            alike[claim.row.handle, claim.entry.size].append(number)
    copies: dict[int, int] = {}
    for numbers in alike.values():
        first: dict[int, int] = {}
        for number in numbers if len(numbers) > 1 else ():
            checksum = archive.checksum(claims[number].entry)
            if checksum is not None and first.setdefault(checksum, number) != number:
                copies[number] = first[checksum]
    return copies
