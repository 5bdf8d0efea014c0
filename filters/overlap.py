"""Acts that two of the given files both hold: an export of last year and one of this month.

Within one file two acts that look alike are two acts. Between files they are one, as often as both
hold it: of n in the one and m in the other the larger number is kept. Only an act that can be told
from others is compared: by a public reference, words, or the minute it was done. Others are kept,
for parts of one export are several files too.
"""

from hashlib import blake2b

from filters.interaction import Interaction

_MOST = 250_000
"""Different acts that are remembered, 8 bytes of each; what comes after is kept."""
_DAY, _HALF_DAY = 86_400, 43_200


class Overlap:
    """What was kept of the files before."""

    def __init__(self) -> None:
        self._kept: dict[int, tuple[int, int, int]] = {}
        """By act: how often it is kept, in which file it was met last, and how often there."""

    def holds(self, act: Interaction, source: int) -> bool:
        """Whether an act was kept from another file already. In: the number of its file; files come
        one after the other."""
        if not _can_be_told(act):
            return False
        key = _key(act)
        times, last, here = self._kept.get(key, (0, source, 0))
        if source < last or (not times and len(self._kept) >= _MOST):
            return False
        here = here + 1 if source == last else 1
        self._kept[key] = max(times, here), source, here
        return here <= times


def _can_be_told(act: Interaction) -> bool:
    # Where only the day is known, or the month, it is written as its noon or midnight.
    has_time = act.at is not None and act.at % _DAY not in (0, _HALF_DAY)
    return act.object_ref is not None or has_time or any(o.passage.text for o in act.options)


def _key(act: Interaction) -> int:
    """What stays the same from one export to the next. Where what was judged has a public reference
    its title may change, or be lost with it: then only the donor's own words count."""
    words = [
        (option.label, option.passage.text)
        for option in act.options
        if act.object_ref is None or option.passage.author in ("donor", "ai")
    ]
    at = None if act.at is None else int(act.at)
    # How many approved of the donor's words grows from one export to the next.
    value = None if act.received is not None else act.value
    known = repr((act.platform, act.kind, act.signal, act.object_ref, value, at, act.chat, words))
    return int.from_bytes(blake2b(known.encode("utf-8", "replace"), digest_size=8).digest())
